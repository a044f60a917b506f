//! The mean of the shares of years together.

use crate::error::Result;
use crate::quantity::{Decimal, Interval, Ratio, add};

use super::case::Case;
use super::spent::Spent;
use super::{Between, Measure};

/// To so many digits after the point the share of a year is taken: the product of the GDP of many years would need more than are kept.
const PLACES: u32 = 20;

/// The mean of the years' shares in per cent, and its ends; nothing if one is missing.
pub(super) fn mean(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<(Ratio, Interval<Ratio>)>> {
    let Some(shares) = shares(case, spent)? else { return Ok(None) };
    let over = |sum: Decimal| Ratio::new(sum, Decimal::from(shares.len()));
    let sum = |at: usize| over(shares.iter().try_fold(Decimal::ZERO, |sum, share| add(sum, share[at]))?);
    Ok(Some((sum(0)?, Interval { low: Some(sum(1)?), high: Some(sum(2)?) })))
}

/// The share of each year in per cent, its least and its most.
pub(super) fn shares(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<Vec<[Decimal; 3]>>> {
    let mut shares = Vec::new();
    for year in case.outcome.years.years() {
        let row = spent.rows.iter().find(|row| row.year == year);
        let share = match (row, spent.measure) {
            (None, _) => None,
            (Some(row), Measure::Published) => {
                let [low, high] = Between::of(row)?.ends()?;
                Some([row.value, low, high])
            }
            (Some(row), Measure::Money) => match case.gdp_of.get(&year) {
                Some(gdp) => {
                    let (percent, Interval { low, high }) = Between::of(row)?.percent_of(gdp)?;
                    let fixed = |ratio: Ratio| ratio.round(PLACES);
                    match low.zip(high) {
                        Some((low, high)) => Some([fixed(percent)?, fixed(low)?, fixed(high)?]),
                        None => None,
                    }
                }
                None => None,
            },
        };
        let Some(share) = share else { return Ok(None) };
        shares.push(share);
    }
    Ok(Some(shares))
}
