//! Figures as sentences bear them: grouped, with just the digits that tell them apart.

use crate::book::Observation;
use crate::error::Result;
use crate::pledge::Quantity;
use crate::quantity::text::{grouped, plain};
use crate::quantity::{Between, Decimal, Interval, Ratio};

use super::case::{Case, Reference};
use super::{Scale, Spent};

/// The most digits that telling two figures apart is worth.
const FINEST: u32 = 20;

/// Millions as sentences bear them, with two digits at most: `1 577` or `77.57`.
///
/// # Errors
/// Rounding needs more than 28 digits.
pub fn millions(value: impl Into<Ratio>) -> Result<String> {
    millions_beside::<Decimal>(&value.into(), &[])
}

/// The same, or with as many more digits as leave them above, below or equal to each of the others.
fn millions_beside<T: Into<Ratio> + Copy>(value: &Ratio, others: &[T]) -> Result<String> {
    let printed = beside(value, others, 2)?;
    let is_exact = value.compare(printed)?.is_eq();
    Ok(grouped(&if is_exact { printed.normalize() } else { printed }.to_string(), ' '))
}

/// Millions and the unit to which they were published, where their digits do not say it: `43 000 m (published to the billion)`.
pub(super) fn published(figure: &Between) -> Result<String> {
    Ok(format!("{} m{}", millions(figure.value)?, precision(figure)?))
}

/// The same of what was spent: millions that are not those pledged do not look like them.
pub(super) fn spent_beside(case: &Case<'_>, spent: &Between) -> Result<String> {
    let pledged: Vec<Ratio> = case.millions()?.into_iter().collect();
    Ok(format!("{} m{}", millions_beside(&spent.value.into(), &pledged)?, precision(spent)?))
}

/// The unit to which millions were published, where their digits do not say it.
pub(super) fn precision(figure: &Between) -> Result<String> {
    let half = figure.half.normalize();
    Ok(if half == Decimal::from(500) {
        " (published to the billion)".to_owned()
    } else if half > Decimal::new(5, 1) {
        format!(" (± {})", millions(half)?)
    } else {
        String::new()
    })
}

/// A figure with two digits, or as many as put it where it is beside the stated figure and the limit: `0.2503` beside 0.25.
pub(super) fn figure_beside(case: &Case<'_>, figure: &Ratio) -> Result<String> {
    let printed = beside(figure, &[case.scale.value, case.scale.limit()?], 2)?;
    let is_exact = !case.is_share() && figure.compare(printed)?.is_eq();
    Ok(grouped(&if is_exact { printed.normalize() } else { printed }.to_string(), ' '))
}

/// A figure with so many digits, or as many more as leave it above, below or equal to each of the others.
///
/// 3.9996 beside 4, which is not reached, is not 4.00:
/// ```
/// use pledgebook::quantity::{Decimal, Ratio};
/// use pledgebook::verdict::beside;
/// let figure: Decimal = "3.9996".parse().unwrap();
/// assert_eq!(beside(&Ratio::from(figure), &[Decimal::from(4)], 2)?.to_string(), "3.9996");
/// # Ok::<(), pledgebook::Error>(())
/// ```
/// # Errors
/// Rounding needs more than 28 digits.
pub fn beside<T: Into<Ratio> + Copy>(figure: &Ratio, others: &[T], places: u32) -> Result<Decimal> {
    for places in places..FINEST {
        let printed = figure.round(places)?;
        let keeps = |other: &T| Ok::<_, crate::Error>(figure.compare(*other)? == Ratio::from(printed).compare(*other)?);
        if others.iter().try_fold(true, |all, other| Ok::<_, crate::Error>(all && keeps(other)?))? {
            return Ok(printed);
        }
    }
    figure.round(FINEST)
}

/// A figure in the unit of the pledge, with all its digits where it has an end: `3.6%` or `6.5 m`.
pub(super) fn in_unit(case: &Case<'_>, value: &Ratio) -> Result<String> {
    let value = value.ended_or(4)?;
    Ok(if case.is_share() { format!("{}%", plain(value)) } else { format!("{} m", grouped(&plain(value), ' ')) })
}

/// The stated figure with the digits and the scale in which it was stated: `4%`, `about` and `at least` left out.
pub(super) fn stated(case: &Case<'_>) -> Result<String> {
    Ok(match case.pledged.pledge.quantity {
        quantity @ Quantity::Relative { .. } if case.reference.is_some() => {
            format!("{} ({quantity}{})", in_unit(case, &case.scale.value)?, reference(case)?)
        }
        Quantity::Share { share, .. } => share.to_string(),
        Quantity::Shares { low, high, .. } => format!("{low} to {high}"),
        quantity @ (Quantity::Amount(_) | Quantity::Amounts { .. } | Quantity::Relative { .. }) => quantity.to_string(),
    })
}

/// The same of a figure that is short of it: `5%, the lower end of 5% to 6%`.
pub(super) fn stated_end(case: &Case<'_>) -> Result<String> {
    let stated = stated(case)?;
    Ok(match case.pledged.pledge.quantity {
        Quantity::Shares { low, .. } => format!("{low}, the lower end of {stated}"),
        Quantity::Amounts { low, .. } => format!("{low}, the lower end of {stated}"),
        Quantity::Share { .. } | Quantity::Amount(_) | Quantity::Relative { .. } => stated,
    })
}

/// The share that a publisher states: `3.67%`.
pub(super) fn share(spent: &Spent<'_>) -> String {
    spent.share().map(|row| format!("{}%", row.value)).unwrap_or_default()
}

/// What was spent in the year that the pledge is set against: `; in 2021 it was 100 m`.
fn reference(case: &Case<'_>) -> Result<String> {
    let Some(Reference { row, value }) = &case.reference else { return Ok(String::new()) };
    let figure = match row.currency() {
        None => format!("{}%", row.value),
        Some(_) if case.is_share() => format!("{} m, {}% of GDP", millions(row.value)?, value.round(2)?),
        Some(_) => format!("{} m", millions(row.value)?),
    };
    Ok(format!("; in {} it was {figure}", row.year))
}

/// `, between 3.624 and 3.712`; nothing where the two ends print alike.
pub(super) fn between(case: &Case<'_>, ends: &Interval<Ratio>) -> Result<String> {
    let print = |end: &Ratio| {
        let places = if case.is_share() { 3 } else { 2 };
        let rounded = beside(end, &[case.scale.limit()?], places)?.normalize();
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
    if scale.slack.compare(Decimal::ZERO)?.is_eq() {
        return stated_end(case);
    }
    let end = if scale.is_ceiling { "most" } else { "least" };
    let how = match (&case.commitment.tolerance, &case.reference) {
        (Some(_), _) => " with its tolerance",
        (None, Some(_)) => "",
        (None, None) => " as stated",
    };
    let stated = match case.reference {
        Some(_) => {
            let value = in_unit(case, &case.scale.value)?;
            format!("{} ({value}{})", case.pledged.pledge.quantity, reference(case)?)
        }
        None => stated(case)?,
    };
    Ok(format!("{}, the {end} that {stated}{how} allows", in_unit(case, &scale.limit()?)?))
}

/// ``30 m under `border/fence` ``, with the year where there are several.
pub(super) fn under(case: &Case<'_>, row: &Observation) -> Result<String> {
    let definition = row.definition.as_deref().unwrap_or_default();
    Ok(format!("{} m under `{definition}`{}", millions(row.value)?, of_year(case, row)))
}

/// `110 m (MoD, plan)`, with the year where there are several.
pub(super) fn row(case: &Case<'_>, row: &Observation) -> Result<String> {
    Ok(format!("{}{} ({}, {})", value(case, row)?, of_year(case, row), row.publisher, row.kind))
}

/// ` for 2024` where there are several years.
fn of_year(case: &Case<'_>, row: &Observation) -> String {
    if case.is_cumulative() || case.is_mean() { format!(" for {}", row.year) } else { String::new() }
}

/// `110 m`, in another currency than that of the pledge `110 m in USD`, or `0.3%`.
pub(super) fn value(case: &Case<'_>, row: &Observation) -> Result<String> {
    Ok(match row.currency() {
        Some(currency) if currency == case.pledged.currency => format!("{} m", millions(row.value)?),
        Some(currency) => format!("{} m in {currency}", millions(row.value)?),
        None => format!("{}%", row.value),
    })
}
