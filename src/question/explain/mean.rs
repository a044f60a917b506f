//! The mean of the years' shares: the division of each year, and the mean of them.

use crate::error::Result;
use crate::quantity::Ratio;
use crate::table::Step;
use crate::verdict::{Case, Measure, Measured, Spent, beside};

use super::super::figures::{digits, division, sign_and_unrounded};

/// The share of each year in money, and what they are on average, with both ends.
pub(super) fn steps(case: &Case<'_>, spent: &Spent<'_>, measured: &Measured) -> Result<Vec<Step>> {
    let (Some((mean, ends)), true) = (&measured.figure, case.is_mean()) else { return Ok(Vec::new()) };
    let (mut steps, mut terms) = (Vec::new(), [const { Vec::<Ratio>::new() }; 3]);
    for row in &spent.rows {
        let figure = row.between()?;
        let of_year = match case.alone(row.year).filter(|_| spent.measure == Measure::Money) {
            Some(whole) => {
                let (percent, ends) = figure.percent_of(whole)?;
                steps.push(division(format!("share {}", row.year), (figure, "", *whole), (&percent, ends), &[])?);
                [Some(percent), ends.low, ends.high]
            }
            None => {
                let [low, high] = figure.ends()?;
                [figure.value, low, high].map(|share| Some(share.into()))
            }
        };
        for (terms, share) in terms.iter_mut().zip(of_year) {
            terms.extend(share);
        }
    }
    let marks = [case.scale.value, case.scale.limit()?];
    let average = |terms: &[Ratio], share: &Ratio, places: u32| {
        let words: Vec<String> = terms.iter().map(digits).collect::<Result<_>>()?;
        let (unrounded, printed) = (sign_and_unrounded(terms, share, &marks)?, beside(share, &marks, places)?);
        Ok::<_, crate::Error>(format!("({}) ÷ {} {unrounded}% → {printed}", words.join(" + "), terms.len()))
    };
    let [value, least, most] = &terms;
    let mut step = Step::new("mean", average(value, mean, 2)?);
    if let (Some(low), Some(high)) = (&ends.low, &ends.high) {
        let (low, high) = (average(least, low, 3)?, average(most, high, 3)?);
        step = step.on([Step::new("least", low), Step::new("most", high)]);
    }
    steps.push(step);
    Ok(steps)
}
