//! The mean of the years' shares: the division of each year, and the mean of them.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio};
use crate::table::Step;
use crate::verdict::{Between, Case, Measure, Spent, beside};

use super::figures::{all_digits, comes_to, unrounded};

/// The share of each year, and their mean; of shares that are published that alone.
pub(super) fn steps(case: &Case<'_>, spent: &Spent<'_>, mean: Option<&Ratio>) -> Result<Vec<Step>> {
    let Some(mean) = mean.filter(|_| case.is_mean()) else { return Ok(Vec::new()) };
    let mut steps = Vec::new();
    for row in &spent.rows {
        let gdp = case.gdp_alone(row.year).filter(|_| spent.measure == Measure::Money);
        if let Some(gdp) = gdp {
            let (share, _) = Between::of(row)?.percent_of(gdp)?;
            let (above, below) = (all_digits(row.value), all_digits(gdp.value));
            let words = format!("{above} ÷ {below} {}%", comes_to::<Decimal>(&share, &[])?);
            steps.push(Step::new(format!("share of {}", row.year), words));
        }
    }
    let marks = [case.scale.value, case.scale.limit()?];
    let words = format!("{}% → {}", unrounded(mean, &marks)?, beside(mean, &marks, 2)?);
    steps.push(Step::new(format!("mean of {}", case.outcome.years), words));
    Ok(steps)
}
