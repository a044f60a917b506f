//! The growth a year that leads from the money of the start to that of the goal.

use crate::analysis::required_growth;
use crate::error::Result;
use crate::quantity::Ratio;

use super::plan::Plan;
use super::prices::Prices;

/// Growth from one amount to another.
pub(super) struct Growth {
    pub(super) first: Ratio,
    pub(super) last: Ratio,
    pub(super) years: u32,
    /// By how many per cent a year.
    pub(super) percent: Ratio,
}

/// The growth that a plan needs.
pub(super) struct Required {
    pub(super) nominal: Growth,
    /// With the money of the goal in prices of the start; nothing where no edition of the deflator has both years.
    pub(super) real: Option<Growth>,
}

impl Required {
    /// Nothing where an end is not known, where the first is nothing, or of years together.
    ///
    /// # Errors
    /// A factor needs more than 28 digits.
    pub(super) fn of(plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Option<Self>> {
        let Some((first, last)) = plan.ends() else { return Ok(None) };
        let (start, goal) = (plan.start.year, plan.goal.year);
        let years = start.until(goal);
        let growth = |last| {
            let percent = required_growth(first, last, years)?.into();
            Ok::<_, crate::Error>(Growth { first, last, years, percent })
        };
        let deflated = prices.of_growth.as_ref().map_or(Ok(None), |deflator| deflator.between(goal, start))?;
        let real = deflated.map(|prices| growth(last.times(prices)?)).transpose()?;
        Ok(Some(Self { nominal: growth(last)?, real }))
    }
}
