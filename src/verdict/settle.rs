//! Which other published figure would settle an undecided verdict.

use std::cmp::Reverse;

use crate::book::{self, Observation};
use crate::error::Result;
use crate::pledge::Base;

use super::case::Case;
use super::judge::Judge;
use super::whole::Whole;
use super::words::published;
use super::{Between, Extent, Measure, Measured, Spent, Verdict};

impl<'b> Judge<'b> {
    /// What another observation of the year would make of a figure that is undecided for its own precision or that of GDP:
    /// `on NATO's 43 025 m (± 26) it would be met-rounded`.
    ///
    /// Of the firmest kind the finest, of GDP first, then of spending; one that leaves it open settles nothing.
    pub(super) fn settled(&self, case: &Case<'b>, spent: &Spent<'b>) -> Result<Option<String>> {
        if case.is_cumulative() || case.is_mean() || case.reference.is_some() || spent.extent != Extent::Whole {
            return Ok(None);
        }
        let gdp = if spent.measure == Measure::Money { self.gdp(case) } else { Vec::new() };
        for row in gdp {
            let other = Case { whole: Some(Whole::of_gdp(Between::of(row)?, Base::Gdp)), ..case.clone() };
            if let Some(verdict) = certain(&other, spent)? {
                return Ok(Some(format!(
                    "on {}'s {} it would be {verdict}",
                    row.publisher,
                    published(&Between::of(row)?)?
                )));
            }
        }
        for row in self.amounts(case).into_iter().filter(|row| !spent.rows.iter().any(|own| own.origin == row.origin)) {
            let (amount, precision) = (row.money(), row.precision);
            let (measure, beside, extent) = (Measure::Money, None, Extent::Whole);
            let other = Spent { measure, amount, precision, rows: vec![row], beside, extent };
            if let Some(verdict) = certain(case, &other)? {
                let figure = published(&Between::of(row)?)?;
                return Ok(Some(format!("with {}'s {figure} it would be {verdict}", row.publisher)));
            }
        }
        Ok(None)
    }

    /// GDP of the year that was known by then, if the pledge rests on it.
    fn gdp(&self, case: &Case<'b>) -> Vec<&'b Observation> {
        let year = case.outcome.years.first();
        let known = self.book.figures_in(case.commitment.country, book::Measure::Gdp, None, year);
        finest(case, known.filter(|row| case.is_of_gdp() && row.vintage.is_known_on(self.as_of)))
    }

    /// What else is published under the definition, as far as it counts.
    fn amounts(&self, case: &Case<'b>) -> Vec<&'b Observation> {
        let year = case.outcome.years.first();
        finest(case, self.counted().rows(case.commitment.country, &case.definition.id, year).into_iter())
    }
}

/// The amounts in the currency of the pledge, the firmest kind first, then the finest, the latest, and by value.
fn finest<'b>(case: &Case<'_>, rows: impl Iterator<Item = &'b Observation>) -> Vec<&'b Observation> {
    let mut rows: Vec<_> = rows.filter(|row| row.currency() == Some(case.pledged.currency)).collect();
    rows.sort_by_key(|row| (row.kind, row.precision, Reverse(row.vintage.to_day()), row.value));
    rows
}

/// The verdict, if it is decided.
fn certain(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<Verdict>> {
    let Some((figure, ends)) = Measured::new(case, spent)?.figure else { return Ok(None) };
    let verdict = case.judge(&figure, &ends)?;
    Ok((verdict != Verdict::Undecided).then_some(verdict))
}
