//! Figures as a derivation writes them: with all their digits, and what they may stand for.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio, text};
use crate::verdict::{Between, beside};

/// A quotient with all its digits; where it has more than ten, with ten or as many as put it where it is beside others.
pub(super) fn unrounded<T: Into<Ratio> + Copy>(ratio: &Ratio, others: &[T]) -> Result<String> {
    Ok(text::grouped(&text::plain(beside(ratio, others, 10)?), ' '))
}

/// The same behind `=`, or behind `≈` where it has more digits.
pub(super) fn comes_to<T: Into<Ratio> + Copy>(ratio: &Ratio, others: &[T]) -> Result<String> {
    let sign = if ratio.compare(beside(ratio, others, 10)?)?.is_eq() { '=' } else { '≈' };
    Ok(format!("{sign} {}", unrounded(ratio, others)?))
}

/// A quotient beside nothing.
pub(super) fn digits(ratio: &Ratio) -> Result<String> {
    unrounded::<Decimal>(ratio, &[])
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

/// An amount as it is printed by default.
pub(super) fn rounded(value: &Ratio) -> Result<String> {
    Ok(text::grouped(&value.round(2)?.to_string(), ' '))
}
