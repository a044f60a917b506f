//! Which other published figure would settle an undecided verdict.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::book::{self, Observation};
use crate::error::Result;
use crate::gdp::choose;
use crate::pledge::Base;

use super::case::Case;
use super::judge::Judge;
use super::whole::Whole;
use super::words::{published, share};
use super::{Extent, Measure, Measured, Spent, Verdict};

impl<'b> Judge<'b> {
    /// What another observation of the year would make of a figure that is undecided for its own precision or that of GDP:
    /// `on NATO's 43 025 m (± 26) it would be missed`.
    ///
    /// Of the firmest kind the finest, of GDP first, then of spending; one that leaves it open settles nothing, nor does one that its
    /// publisher has replaced.
    pub(super) fn settled(&self, case: &Case<'b>, spent: &Spent<'b>) -> Result<Option<String>> {
        if case.is_cumulative() || case.is_mean() || case.reference.is_some() || spent.extent != Extent::Whole {
            return Ok(None);
        }
        // a GDP that somebody brings is not to be replaced
        let takes_gdp = spent.measure == Measure::Money && !case.is_on_assumed_gdp();
        let gdp = if takes_gdp { self.gdp(case) } else { Vec::new() };
        for row in gdp {
            let other = Case { whole: Some(Whole::of_gdp(row.between()?, Base::Gdp)), ..case.clone() };
            if let Some(verdict) = certain(&other, spent)? {
                return Ok(Some(format!(
                    "on {}'s {} it would be {verdict}",
                    row.publisher,
                    published(&row.between()?)?
                )));
            }
        }
        for other in self.others(case, spent)? {
            if let Some(verdict) = certain(case, &other)? {
                return Ok(Some(format!("with {}'s {} it would be {verdict}", other.publisher(), figure(&other)?)));
            }
        }
        Ok(None)
    }

    /// GDP of the year that was known by then, if the pledge rests on it.
    fn gdp(&self, case: &Case<'b>) -> Vec<&'b Observation> {
        let year = case.outcome.years.first();
        let known = self.book.figures_in(case.commitment.country, book::Measure::Gdp, None, year);
        let known = in_currency(case, known).filter(|row| case.is_of_gdp() && row.vintage.is_known_on(self.as_of));
        let mut publishers: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
        known.for_each(|row| publishers.entry(&row.publisher).or_default().push(row));
        // a publisher that says two things at once settles nothing
        finest(publishers.into_values().filter_map(|rows| choose(rows, &[]).ok().flatten()))
    }

    /// What else is published under the definition, as far as it counts: first by the measure of the figure itself.
    fn others(&self, case: &Case<'b>, spent: &Spent<'b>) -> Result<Vec<Spent<'b>>> {
        let (year, country) = (case.outcome.years.first(), case.commitment.country);
        let figures = self.counted().figures(country, &case.definition.id, year, case.pledged.currency)?;
        let is_other = |row: &&Observation| spent.rows.iter().all(|own| own.origin != row.origin);
        let others = || figures.iter().map(|figure| figure.row).filter(is_other);
        let shares = finest(others().filter(|row| row.currency().is_none() && !case.takes_amounts_alone()));
        let shares = shares.into_iter().map(Spent::of_share);
        let amounts = finest(in_currency(case, others())).into_iter().map(Spent::of_amount);
        Ok(match spent.measure {
            Measure::Published => shares.chain(amounts).collect(),
            Measure::Money => amounts.chain(shares).collect(),
        })
    }
}

/// The amounts in the currency of the pledge.
fn in_currency<'b>(
    case: &Case<'_>,
    rows: impl Iterator<Item = &'b Observation>,
) -> impl Iterator<Item = &'b Observation> {
    let currency = case.pledged.currency;
    rows.filter(move |row| row.currency() == Some(currency))
}

/// The firmest kind first, then the finest, the latest, and by value.
fn finest<'b>(rows: impl Iterator<Item = &'b Observation>) -> Vec<&'b Observation> {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_key(|row| (row.kind, row.precision, Reverse(row.vintage.to_day()), row.value));
    rows
}

/// `1 577 m`, or `3.67%` of a share.
fn figure(spent: &Spent<'_>) -> Result<String> {
    Ok(match spent.between()? {
        Some(amount) => published(&amount)?,
        None => share(spent),
    })
}

/// The verdict, if it is decided.
fn certain(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<Verdict>> {
    let Some((figure, ends)) = Measured::new(case, spent)?.figure else { return Ok(None) };
    let verdict = case.judge(&figure, &ends)?;
    Ok((verdict != Verdict::Undecided).then_some(verdict))
}
