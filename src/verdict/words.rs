//! Figures as sentences bear them: grouped, with just the digits that tell them apart.

use crate::error::Result;
use crate::pledge::Quantity;
use crate::quantity::text::{grouped, plain};
use crate::quantity::{Decimal, Interval, Ratio, round};

use super::case::Case;
use super::{Between, Scale};

/// The most digits that telling two figures apart is worth.
const FINEST: u32 = 6;

/// Millions as sentences bear them, with two digits at most: `1 577` or `77.57`.
///
/// # Errors
/// Rounding needs more than 28 digits.
pub fn millions(value: Decimal) -> Result<String> {
    let value = if value.normalize().scale() > 2 { round(value, 2)? } else { value.normalize() };
    Ok(grouped(&value.to_string(), ' '))
}

/// Millions and the unit to which they were published, where their digits do not say it: `43 000 m (published to the billion)`.
pub(super) fn published(figure: &Between) -> Result<String> {
    let half = figure.half.normalize();
    let unit = if half == Decimal::from(500) {
        " (published to the billion)".to_owned()
    } else if half > Decimal::new(5, 1) {
        format!(" (± {})", millions(half)?)
    } else {
        String::new()
    };
    Ok(format!("{} m{unit}", millions(figure.value)?))
}

/// A quotient with two digits, or as many as tell it from `other`: `0.2503` beside 0.25.
pub(super) fn percent(quotient: &Ratio, other: Decimal) -> Result<String> {
    let equal = quotient.compare(other)?.is_eq();
    for places in 2..FINEST {
        let printed = quotient.round(places)?;
        if equal || printed != other {
            return Ok(printed.to_string());
        }
    }
    Ok(quotient.round(FINEST)?.to_string())
}

/// A figure in the unit of the pledge: `3.6%` or `6.5 m`.
pub(super) fn in_unit(case: &Case<'_>, value: Decimal) -> Result<String> {
    Ok(if case.is_share() { format!("{}%", plain(value)) } else { format!("{} m", millions(value)?) })
}

/// The stated figure with the digits and the scale in which it was stated: `4%`, `about` and `at least` left out.
pub(super) fn stated(case: &Case<'_>) -> String {
    match case.pledged.pledge.quantity {
        Quantity::Share { share, .. } => share.to_string(),
        Quantity::Amount { number, scale, currency } => format!("{number} {}{currency}", scale.prefix()),
    }
}

/// `, between 3.624 and 3.712`; nothing where the two ends print alike.
pub(super) fn between(case: &Case<'_>, ends: &Interval<Ratio>) -> Result<String> {
    let print = |end: &Ratio| {
        let rounded = end.round(if case.is_share() { 3 } else { 2 })?.normalize();
        Ok::<_, crate::Error>(grouped(&rounded.to_string(), ' '))
    };
    Ok(match (ends.low.as_ref().map(print).transpose()?, ends.high.as_ref().map(print).transpose()?) {
        (Some(low), Some(high)) if low == high => String::new(),
        (Some(low), Some(high)) => format!(", between {low} and {high}"),
        (Some(low), None) => format!(", at least {low}"),
        (None, Some(high)) => format!(", at most {high}"),
        (None, None) => ", with no end known".to_owned(),
    })
}

/// The last figure that is not missed, and why it is that: `3.6%, the least that 4% as stated allows`.
pub(super) fn limit(case: &Case<'_>, scale: &Scale) -> Result<String> {
    let end = match scale.qualifier {
        crate::pledge::Qualifier::AtMost => "most",
        crate::pledge::Qualifier::Exactly | crate::pledge::Qualifier::AtLeast | crate::pledge::Qualifier::About => {
            "least"
        }
    };
    let how = if case.commitment.tolerance.is_some() { "with its tolerance" } else { "as stated" };
    Ok(format!("{}, the {end} that {} {how} allows", in_unit(case, scale.limit()?)?, stated(case)))
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
