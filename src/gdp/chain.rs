//! Changed years: levels, and growth chained from the year before.

use std::collections::BTreeMap;

use crate::book::{Change, Kind, Scenario};
use crate::error::{Error, Kind as ErrorKind, Result};
use crate::quantity::text::plain;
use crate::quantity::{Decimal, Growth, Money, Ratio, Year, multiply};

use super::Value;

/// Whole units of a currency: this many decimals of a million.
const WHOLE_UNITS: u32 = 6;

/// Millions of a chained year as the next one builds on them: fixed to whole units of the currency.
///
/// # Errors
/// They need more than 28 digits.
pub(crate) fn fixed(millions: &Ratio) -> Result<Decimal> {
    Ok(millions.round(WHOLE_UNITS)?.normalize())
}

/// Applies the changes of a scenario to the years of its base, up to `horizon`.
///
/// Later years of the base are not used once a year is changed: they are chained or missing. A growth rate without a year
/// before it leaves its year missing.
///
/// 43 000 × 1.026 × 1.029 is 45 397.422.
/// # Errors
/// A value needs more than 28 digits.
pub(super) fn apply(scenario: &Scenario, values: &mut BTreeMap<Year, Value>, horizon: Year) -> Result<()> {
    let Some((first, last)) = scenario.changes.first_key_value().zip(scenario.changes.last_key_value()) else {
        return Ok(());
    };
    let (first, last) = (*first.0, *last.0);
    values.retain(|year, _| *year < first);
    let last = if scenario.then.is_some() { last.max(horizon) } else { last };
    for year in first.to(last) {
        let change = scenario.changes.get(&year).map(|changed| changed.how).or(scenario.then.map(Change::Nominal));
        let before = values
            .range(..year)
            .next_back()
            .filter(|(before, _)| before.next() == Some(year))
            .map(|(_, value)| value.gdp);
        let value = change.map(|change| changed(scenario, change, before)).transpose();
        values.extend(value.map_err(|error| error.at(scenario.origin.place()))?.flatten().map(|value| (year, value)));
    }
    Ok(())
}

/// The value of a changed year, with its arithmetic.
fn changed(scenario: &Scenario, change: Change, before: Option<Money>) -> Result<Option<Value>> {
    let value = |gdp, note, chained| Value {
        gdp,
        stated: None,
        precision: None,
        kind: Kind::Assumption,
        publisher: scenario.id.clone(),
        vintage: None,
        source: None,
        note: Some(note),
        chained,
    };
    let rates: Vec<Growth> = match change {
        Change::Level(level) => return Ok(Some(value(level, "level by assumption".to_owned(), false))),
        Change::Nominal(growth) => vec![growth],
        Change::Real { growth, deflator } => vec![growth, deflator],
    };
    let Some(before) = before else { return Ok(None) };
    let factors: Vec<Decimal> = rates.into_iter().map(Growth::factor).collect::<Result<_>>()?;
    let product = factors.iter().try_fold(before.millions(), |product, factor| multiply(product, *factor))?;
    let note = factors.iter().fold(plain(before.millions()), |note, factor| format!("{note} × {factor}"));
    let gdp = Money::from_millions(fixed(&product.into())?, before.currency());
    if gdp.millions().is_zero() {
        let kind = ErrorKind::NotPositive { text: note };
        return Err(Error::new(kind).help("a year needs a GDP above zero: write a milder rate"));
    }
    Ok(Some(value(gdp, note, true)))
}
