//! The mean of the shares of years together.

use crate::book::Observation;
use crate::error::Result;
use crate::quantity::text::listed;
use crate::quantity::{Decimal, Interval, Ratio, Year, add, round};

use super::case::Case;
use super::unmeasured::no_whole;
use super::words::figure_beside;
use super::{Measure, Spent};

/// To so many digits after the point the share of a year is taken: the product of the GDP of many years would need more than are kept.
const PLACES: u32 = 20;

/// The mean of the years' shares in per cent, and its ends; nothing if one is missing.
pub(super) fn mean(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<(Ratio, Interval<Ratio>)>> {
    let Some(shares) = shares(case, spent)? else { return Ok(None) };
    let over = |sum: Decimal| Ratio::new(sum, Decimal::from(shares.len()));
    let sum = |at: usize| over(shares.iter().try_fold(Decimal::ZERO, |sum, share| add(sum, share[at]))?);
    Ok(Some((sum(0)?, Interval { low: Some(sum(1)?), high: Some(sum(2)?) })))
}

/// What it is made of: `6.0% for 2026 and 5.4% for 2027 are 5.70% on average`.
pub(super) fn lead(case: &Case<'_>, spent: &Spent<'_>, mean: &Ratio) -> Result<String> {
    let shares = shares(case, spent)?.unwrap_or_default();
    let of_year = |([share, ..], year): (&[Decimal; 3], Year)| {
        let share = if spent.measure == Measure::Published { *share } else { round(*share, 2)? };
        Ok(format!("{share}% for {year}"))
    };
    let words: Vec<String> = shares.iter().zip(case.outcome.years.years()).map(of_year).collect::<Result<_>>()?;
    let verb = if words.len() == 1 { "is" } else { "are" };
    Ok(format!("{} {verb} {}% on average", listed(&words, "and"), figure_beside(case, mean)?))
}

/// Why there is none: the first year that lacks a figure or GDP.
pub(super) fn missing(case: &Case<'_>, spent: &Spent<'_>, is_cut: bool) -> String {
    let lacks = |year: &Year| spent.rows.iter().all(|row| row.year != *year);
    let figure = match spent.measure {
        Measure::Published => "share",
        Measure::Money => "amount",
    };
    match case.outcome.years.years().find(lacks) {
        Some(year) => {
            let figure = if is_cut { format!("{figure} that counts") } else { figure.to_owned() };
            format!("no {figure} is published for {year}, so that there is no mean of {}", case.outcome.years)
        }
        None if !case.rests_on_gdp() => no_whole(case).1,
        None => case.unknown().map(|reason| reason.to_string()).unwrap_or_default(),
    }
}

/// The share of each year in per cent, its least and its most; nothing if one is missing.
fn shares(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<Vec<[Decimal; 3]>>> {
    let of_year = |year| match spent.rows.iter().find(|row| row.year == year) {
        Some(row) => share(case, spent.measure, row),
        None => Ok(None),
    };
    let shares = case.outcome.years.years().map(of_year).collect::<Result<Vec<_>>>()?;
    Ok(shares.into_iter().collect())
}

fn share(case: &Case<'_>, measure: Measure, row: &Observation) -> Result<Option<[Decimal; 3]>> {
    let figure = row.between()?;
    if measure == Measure::Published && !case.takes_shares() {
        return Ok(None);
    }
    if measure == Measure::Published {
        let [low, high] = figure.ends()?;
        return Ok(Some([figure.value, low, high]));
    }
    let Some(gdp) = case.whole_alone(row.year) else { return Ok(None) };
    let (percent, Interval { low, high }) = figure.percent_of(gdp)?;
    let Some((low, high)) = low.zip(high) else { return Ok(None) };
    Ok(Some([percent.round(PLACES)?, low.round(PLACES)?, high.round(PLACES)?]))
}
