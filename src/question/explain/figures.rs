//! Figures as a derivation writes them: with all their digits, and what they may stand for.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio, text};
use crate::verdict::Between;

/// A quotient with all its digits, or with ten where it has more.
pub(super) fn unrounded(ratio: &Ratio) -> Result<String> {
    Ok(text::grouped(&text::plain(ratio.round(10)?), ' '))
}

/// The same behind `=`, or behind `≈` where it has more digits.
pub(super) fn comes_to(ratio: &Ratio) -> Result<String> {
    let sign = if ratio.compare(ratio.round(10)?)?.is_eq() { '=' } else { '≈' };
    Ok(format!("{sign} {}", unrounded(ratio)?))
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
