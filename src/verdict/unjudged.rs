//! What is published and yet not judged: parts of a whole, other definitions, and what does not count or cannot be added up.

use crate::book::{Observation, Records};
use crate::error::Result;
use crate::quantity::text::listed;

use super::case::Case;
use super::judge::Judge;
use super::kept::Kept;
use super::words;
use super::{Extent, Spent, Verdict};

impl<'b> Judge<'b> {
    /// Parts that are published beside their whole: listed, not added.
    pub(super) fn parts_inside(&self, case: &Case<'b>, spent: &Spent<'b>) -> Result<Option<String>> {
        let years = case.outcome.years.years().filter(|_| spent.extent == Extent::Whole);
        let sought = self.sought(case);
        let parts = years.map(|year| sought.parts(self.counted(), &case.definition.id, year));
        let parts = parts.collect::<Result<Vec<_>>>()?;
        let rows = parts.iter().flat_map(|parts| &parts.rows);
        let words: Vec<String> = rows.map(|row| words::under(case, row)).collect::<Result<_>>()?;
        Ok((!words.is_empty()).then(|| format!("; of it {}", listed(&words, "and"))))
    }

    /// Nothing is published under the definition: what is, under others of its family, is listed and never put in its place.
    pub(super) fn beside(&self, case: &Case<'b>) -> Result<(Verdict, String)> {
        let words = |row: &&Observation| {
            let definition = row.definition.as_deref().unwrap_or_default();
            Ok(format!("`{definition}` {}", words::row(case, row)?))
        };
        let words: Vec<String> = self.of_family(case)?.iter().map(words).collect::<Result<_>>()?;
        let lead = format!("nothing is published under `{}` for {}", case.definition.id, case.outcome.years);
        if words.is_empty() {
            return Ok((Verdict::Open, format!("{lead}, nor under another definition of its family")));
        }
        Ok((Verdict::Incomparable, format!("{lead}; under others of its family: {}", words.join("; "))))
    }

    /// What is published for the years of a case under other definitions of its family: of each the first figure by rank.
    ///
    /// # Errors
    /// Two figures of one publisher between which nothing chooses.
    pub fn of_family(&self, case: &Case<'b>) -> Result<Vec<&'b Observation>> {
        let (own, years) = (case.definition, case.outcome.years);
        let (country, currency) = (case.commitment.country, case.pledged.currency);
        let others = self.book.family_with_figures(&own.family, country, years);
        let mut rows = Vec::new();
        for other in others.into_iter().filter(|other| other.id != own.id) {
            for year in years.years() {
                rows.extend(self.known.figures(country, &other.id, year, currency)?.first().map(|figure| figure.row));
            }
        }
        Ok(rows)
    }

    /// Everything that was published for the years of a case under its definition.
    #[must_use]
    pub fn published(&self, case: &Case<'b>) -> Vec<&'b Observation> {
        let rows = |year| self.known.rows(case.commitment.country, &case.definition.id, year);
        case.outcome.years.years().flat_map(rows).collect()
    }

    /// What would count beside `rows`, were it not for the strict sense, and why it does not.
    pub(super) fn left_out(&self, case: &Case<'b>, rows: &[&Observation]) -> Result<Option<String>> {
        let counts = |row: &Observation| rows.iter().any(|own| own.origin == row.origin);
        let mut seen = if self.strict.is_some() { self.found(case, &self.known)? } else { Vec::new() };
        seen.retain(|spent| {
            !case.is_mean() || rows.first().is_none_or(|own| spent.rows.iter().all(|row| row.measure == own.measure))
        });
        let words: Vec<String> = seen
            .iter()
            .flat_map(|spent| &spent.rows)
            .filter(|row| !counts(row))
            .map(|row| {
                let over = if self.as_of.closes(row.year) { "" } else { ", of a year that is not over" };
                Ok(format!("{}{over}", words::row(case, row)?))
            })
            .collect::<Result<_>>()?;
        let none = if words.is_empty() && self.strict.is_some() { self.not_added(case, &self.known)? } else { None };
        Ok(if words.is_empty() { none.filter(|_| rows.is_empty()) } else { Some(words.join("; ")) })
    }

    /// What is published under the definition, for years together, or under a part of it, yet not as an amount in the currency
    /// of the pledge.
    pub(super) fn not_added(&self, case: &Case<'b>, spending: &Kept<'b>) -> Result<Option<String>> {
        let (own, country, currency) = (&case.definition.id, case.commitment.country, case.pledged.currency);
        let parts = Records::in_order(self.book.all_parts(own)).into_iter().map(|part| part.id.as_str());
        let lists_own = case.takes_amounts_alone() || case.is_mean();
        let definitions: Vec<&str> = std::iter::once(own.as_str()).filter(|_| lists_own).chain(parts).collect();
        let mut words = Vec::new();
        for year in case.outcome.years.years() {
            for definition in &definitions {
                let figures = spending.figures(country, definition, year, currency)?;
                if !case.is_mean() && figures.iter().any(|figure| figure.amount_in(currency).is_some()) {
                    continue;
                }
                let of = if definition == own { String::new() } else { format!("`{definition}` ") };
                for figure in figures.iter() {
                    words.push(format!("{of}{}", words::row(case, figure.row)?));
                }
            }
        }
        Ok((!words.is_empty()).then(|| words.join("; ")))
    }
}
