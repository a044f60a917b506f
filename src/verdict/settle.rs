//! Which other published figure would settle an undecided verdict.

use std::cmp::Reverse;

use crate::book::{Measure, Observation};
use crate::error::Result;
use crate::quantity::Money;

use super::case::{Case, Whole};
use super::judge::Judge;
use super::words::published;
use super::{Between, Extent, Measured, Spent, Verdict};

impl<'b> Judge<'b> {
    /// What another observation of the year would make of a figure that is undecided for its own precision or that of GDP:
    /// `on NATO's 43 025 m (± 26) it would be met-rounded`.
    ///
    /// Of the firmest kind the finest, of GDP first, then of spending; one that leaves it open settles nothing.
    pub(super) fn settled(&self, case: &Case<'b>, spent: &Spent<'b>) -> Result<Option<String>> {
        if case.is_cumulative() || spent.extent == Extent::Bound || !case.rests_on_gdp() {
            return Ok(None);
        }
        for row in self.others(case, |row| row.measure == Measure::Gdp) {
            let whole = Whole { millions: between(row)?, name: "GDP".to_owned() };
            let other = Case { whole: Some(whole), ..case.clone() };
            if let Some(verdict) = certain(&other, spent)? {
                return Ok(Some(format!(
                    "on {}'s {} it would be {verdict}",
                    row.publisher,
                    published(&between(row)?)?
                )));
            }
        }
        let spending = |row: &Observation| {
            row.measure == Measure::Spending && row.definition.as_deref() == Some(case.definition.id.as_str())
        };
        for row in
            self.others(case, spending).into_iter().filter(|row| !spent.rows.iter().any(|own| own.origin == row.origin))
        {
            let amount = Some(Money::from_millions(row.value, case.pledged.currency));
            let other = Spent { amount, precision: row.precision, share: None, rows: vec![row], extent: Extent::Whole };
            if let Some(verdict) = certain(case, &other)? {
                let figure = published(&between(row)?)?;
                return Ok(Some(format!("with {}'s {figure} it would be {verdict}", row.publisher)));
            }
        }
        Ok(None)
    }

    /// The amounts of the year in the currency of the pledge that were known by then, the firmest kind first, then the finest.
    fn others(&self, case: &Case<'b>, takes: impl Fn(&Observation) -> bool) -> Vec<&'b Observation> {
        let year = case.outcome.years.first();
        let seen = |row: &&Observation| {
            row.country == case.commitment.country
                && row.year == year
                && row.currency() == Some(case.pledged.currency)
                && row.vintage.last_day() <= self.as_of.last_day()
        };
        let mut rows: Vec<_> = self.book.observations.iter().filter(seen).filter(|row| takes(row)).collect();
        rows.sort_by_key(|row| (row.kind, row.precision, Reverse(row.vintage.to_day())));
        rows
    }
}

fn between(row: &Observation) -> Result<Between> {
    Between::new(row.value, row.precision)
}

/// The verdict, if it is decided.
fn certain(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<Verdict>> {
    let Some((figure, ends)) = Measured::new(case, spent)?.figure else { return Ok(None) };
    let verdict = case.scale.judge(&figure, &ends)?;
    Ok((verdict != Verdict::Undecided).then_some(verdict))
}
