//! Figures as a derivation writes them: with all their digits, and what they may stand for.

use crate::error::Result;
use crate::quantity::{Between, Decimal, Interval, Ratio, text};
use crate::table::Step;
use crate::verdict::beside;

/// A quotient with all its digits; where it has more than ten, with ten or as many as put it where it is beside others.
pub(super) fn unrounded<T: Into<Ratio> + Copy>(ratio: &Ratio, others: &[T]) -> Result<String> {
    Ok(text::grouped(&text::plain(beside(ratio, others, 10)?), ' '))
}

/// The same behind its sign, `= 3.75` or `≈ 3.665311`: `≈` where it, or one of those that it follows from, has more digits than are
/// printed of it.
pub(super) fn sign_and_unrounded<T: Into<Ratio> + Copy>(from: &[Ratio], ratio: &Ratio, others: &[T]) -> Result<String> {
    let sign = if has_all_digits(ratio, others)? { sign(from)? } else { '≈' };
    Ok(format!("{sign} {}", unrounded(ratio, others)?))
}

/// `=`, or `≈` where one of these figures has more digits than are printed of it beside nothing.
pub(super) fn sign(figures: &[Ratio]) -> Result<char> {
    for figure in figures {
        if !has_all_digits::<Decimal>(figure, &[])? {
            return Ok('≈');
        }
    }
    Ok('=')
}

/// Whether what is printed of a quotient is all of it.
fn has_all_digits<T: Into<Ratio> + Copy>(ratio: &Ratio, others: &[T]) -> Result<bool> {
    Ok(ratio.compare(beside(ratio, others, 10)?)?.is_eq())
}

/// A quotient beside nothing.
pub(super) fn digits(ratio: &Ratio) -> Result<String> {
    unrounded::<Decimal>(ratio, &[])
}

/// The same behind its sign.
pub(super) fn sign_and_digits(from: &[Ratio], ratio: &Ratio) -> Result<String> {
    sign_and_unrounded::<Decimal>(from, ratio, &[])
}

/// Millions with all their digits.
pub(super) fn all_digits(millions: Decimal) -> String {
    text::grouped(&text::plain(millions), ' ')
}

/// A published amount and what it may stand for: `1 559 m, published to 1 m: between 1 558.5 and 1 559.5`.
pub(super) fn published(value: Decimal, precision: Option<Decimal>) -> Result<String> {
    let Some(unit) = precision else { return Ok(format!("{} m", all_digits(value))) };
    let [low, high] = Between::new(value, precision)?.ends()?;
    let (value, unit) = (all_digits(value), all_digits(unit));
    Ok(format!("{value} m, published to {unit} m: between {} and {}", all_digits(low), all_digits(high)))
}

/// Amounts and what they come to together: `1 559 + 1 600 = 3 159 m, between 3 158 and 3 160`.
pub(super) fn together(amounts: impl Iterator<Item = Decimal>, sum: Between) -> Result<String> {
    let (terms, [low, high]) = (amounts.map(all_digits).collect::<Vec<_>>(), sum.ends()?);
    let ends =
        if low == high { String::new() } else { format!(", between {} and {}", all_digits(low), all_digits(high)) };
    Ok(format!("{} = {} m{ends}", terms.join(" + "), all_digits(sum.value)))
}

/// An amount as it is printed by default.
pub(super) fn rounded(value: &Ratio) -> Result<String> {
    Ok(text::grouped(&value.round(2)?.to_string(), ' '))
}

/// An amount, as it is exchanged into the currency of a whole, as a share of that: the division unrounded, and both ends where they are
/// known.
pub(super) fn division(
    name: impl Into<String>,
    (amount, exchanged, whole): (Between, &str, Between),
    (percent, ends): (&Ratio, Interval<Ratio>),
    marks: &[Ratio],
) -> Result<Step> {
    let over = |part: Decimal, of: Decimal, share: &Ratio, places: u32| {
        let (part, of) = (all_digits(part), all_digits(of));
        let (unrounded, printed) = (sign_and_unrounded(&[], share, marks)?, beside(share, marks, places)?);
        Ok::<_, crate::Error>(format!("{part}{exchanged} ÷ {of} {unrounded}% → {printed}"))
    };
    let step = Step::new(name, over(amount.value, whole.value, percent, 2)?);
    let ([least, most], [small, large]) = (amount.ends()?, whole.ends()?);
    let (Some(low), Some(high), true) = (ends.low, ends.high, least != most || small != large) else {
        return Ok(step);
    };
    let low = Step::new("least", over(least, large, &low, 3)?);
    Ok(step.on([low, Step::new("most", over(most, small, &high, 3)?)]))
}
