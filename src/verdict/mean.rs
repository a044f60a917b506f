//! The mean of the shares of years together.

use crate::book::Observation;
use crate::error::Result;
use crate::quantity::text::{grouped, listed};
use crate::quantity::{Decimal, Interval, Ratio, Year, add, round};

use super::case::Case;
use super::unmeasured::{no_whole, other_base};
use super::words::figure_beside;
use super::{Measure, Spent};

/// To so many digits after the point the share of a year is taken: the product of the wholes of many years would need more than are kept.
const PLACES: u32 = 20;

/// The mean of the years' shares in per cent, and its ends; nothing if one is missing.
pub(super) fn mean(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<(Ratio, Interval<Ratio>)>> {
    let Some(shares) = shares(case, spent)? else { return Ok(None) };
    let mean = |shares: &[Decimal]| {
        let sum = shares.iter().try_fold(Decimal::ZERO, |sum, share| add(sum, *share))?;
        Ratio::new(sum, Decimal::from(shares.len()))
    };
    // an end that one year lacks the mean lacks too
    let end = |of: fn(&Interval<Decimal>) -> Option<Decimal>| {
        let ends: Option<Vec<Decimal>> = shares.iter().map(|share| of(&share.ends)).collect();
        ends.map(|ends| mean(&ends)).transpose()
    };
    let values: Vec<Decimal> = shares.iter().map(|share| share.value).collect();
    Ok(Some((mean(&values)?, Interval { low: end(|ends| ends.low)?, high: end(|ends| ends.high)? })))
}

/// What it is made of: `6.0% for 2026 and 5.4% for 2027 are 5.70% on average`.
pub(super) fn lead(case: &Case<'_>, spent: &Spent<'_>, mean: &Ratio) -> Result<String> {
    let shares = shares(case, spent)?.unwrap_or_default();
    let of_year = |(share, year): (&OfYear, Year)| {
        let share = if spent.measure == Measure::Published { share.value } else { round(share.value, 2)? };
        Ok(format!("{}% for {year}", grouped(&share.to_string(), ' ')))
    };
    let words: Vec<String> = shares.iter().zip(case.outcome.years.years()).map(of_year).collect::<Result<_>>()?;
    let verb = if words.len() == 1 { "is" } else { "are" };
    Ok(format!("{} {verb} {}% on average", listed(&words, "and"), figure_beside(case, mean)?))
}

/// Why there is none: the first year that lacks a figure, or what its shares are of.
pub(super) fn missing(case: &Case<'_>, spent: &Spent<'_>, is_cut: bool) -> String {
    let lacks = |year: &Year| spent.rows.iter().all(|row| row.year != *year);
    let figure = match spent.measure {
        Measure::Published if !case.takes_shares() => return other_base(case, "a share"),
        Measure::Published => "share",
        Measure::Money => "amount",
    };
    if let Some(year) = case.outcome.years.years().find(lacks) {
        let figure = if is_cut { format!("{figure} that counts") } else { figure.to_owned() };
        return format!("no {figure} is published for {year}, so that there is no mean of {}", case.outcome.years);
    }
    let (whole, missing) = no_whole(case);
    format!("amounts cannot be set against {whole}: {missing}")
}

/// The share of a year in per cent.
struct OfYear {
    value: Decimal,
    /// Its least and its most, as far as they are known.
    ends: Interval<Decimal>,
}

/// The share of each year; nothing if one is missing.
fn shares(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<Vec<OfYear>>> {
    if spent.measure == Measure::Published && !case.takes_shares() {
        return Ok(None);
    }
    let of_year = |year| match spent.rows.iter().find(|row| row.year == year) {
        Some(row) => share(case, spent.measure, row),
        None => Ok(None),
    };
    let shares = case.outcome.years.years().map(of_year).collect::<Result<Vec<_>>>()?;
    Ok(shares.into_iter().collect())
}

fn share(case: &Case<'_>, measure: Measure, row: &Observation) -> Result<Option<OfYear>> {
    let figure = row.between()?;
    if measure == Measure::Published {
        let [low, high] = figure.ends()?.map(Some);
        return Ok(Some(OfYear { value: figure.value, ends: Interval { low, high } }));
    }
    let Some(whole) = case.alone(row.year) else { return Ok(None) };
    let (percent, ends) = figure.percent_of(whole)?;
    let ends = ends.try_map(|end| end.round(PLACES))?;
    Ok(Some(OfYear { value: percent.round(PLACES)?, ends }))
}
