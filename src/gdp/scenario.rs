//! Scenarios and bases to paths of GDP.

use std::collections::BTreeMap;

use crate::book::{Basis, Book, Cap, Kind, Measure, Observation, Scenario};
use crate::error::Result;
use crate::quantity::{Country, Currency, Date, Year};

use super::{Path, Value, choose};

/// The names of the bases: `latest`, `budgeted`, then `publisher:NAME` in the book's order.
#[must_use]
pub fn basis_names(book: &Book) -> Vec<String> {
    let publishers = book.publishers.iter().map(|name| Basis::Publisher(name.clone()));
    [Basis::Latest, Basis::Budgeted].into_iter().chain(publishers).map(|basis| basis.to_string()).collect()
}

/// The scenarios that are shown where none is asked for: `latest`, then those of the book in order.
#[must_use]
pub fn scenario_names(book: &Book) -> Vec<String> {
    std::iter::once(Basis::Latest.to_string())
        .chain(book.scenarios.iter().map(|scenario| scenario.id.clone()))
        .collect()
}

/// Resolves scenarios of a book as it was known on a day.
#[derive(Debug, Clone, Copy)]
pub struct Resolver<'b> {
    /// The book.
    pub book: &'b Book,
    /// Observations of a later vintage are not seen.
    pub as_of: Date,
}

/// What takes part in a path, and in which order publishers are preferred.
struct Selection<'b> {
    basis: Basis,
    caps: Vec<Cap>,
    publishers: &'b [String],
}

impl<'b> Resolver<'b> {
    /// The path of a country's GDP under a scenario or basis; without a year where nothing is published or the name is unknown.
    ///
    /// # Errors
    /// Two observations between which the rule cannot choose.
    pub fn path(&self, scenario: &str, country: Country) -> Result<Path> {
        let mut values = BTreeMap::new();
        if let Some((selection, currency)) = self.selection(scenario, country).zip(self.book.currency(country)) {
            for (year, candidates) in self.candidates(country, currency, &selection) {
                let chosen = choose(candidates, selection.publishers)?;
                values.extend(chosen.map(|observation| (year, Value::observed(observation, currency))));
            }
        }
        Ok(Path { scenario: scenario.to_owned(), country, values })
    }

    /// Follows a scenario down to its basis; every cap on the way holds, the nearest order of publishers counts.
    fn selection(&self, name: &str, country: Country) -> Option<Selection<'b>> {
        let mut publishers = None;
        let mut caps = vec![Cap::AsOf(self.as_of)];
        let mut name = name;
        // A checked book has no circle, so this ends.
        while let Some(scenario) = self.scenario(name) {
            if scenario.country.is_some_and(|own| own != country) {
                return None;
            }
            caps.extend(scenario.cap);
            publishers = publishers.or(scenario.publishers.as_deref());
            name = &scenario.base.id;
        }
        let publishers = publishers.unwrap_or(&self.book.publishers);
        Some(Selection { basis: name.parse().ok()?, caps, publishers })
    }

    fn scenario(&self, name: &str) -> Option<&'b Scenario> {
        self.book.scenarios.iter().find(|scenario| scenario.id == name)
    }

    /// The observations that take part, by year.
    fn candidates(
        &self,
        country: Country,
        currency: Currency,
        selection: &Selection<'_>,
    ) -> BTreeMap<Year, Vec<&'b Observation>> {
        let mut years: BTreeMap<Year, Vec<&Observation>> = BTreeMap::new();
        let gdp = self.book.observations.iter().filter(|row| row.measure == Measure::Gdp && row.country == country);
        for row in gdp.filter(|row| row.currency() == Some(currency) && selection.takes(row)) {
            years.entry(row.year).or_default().push(row);
        }
        years
    }
}

impl Selection<'_> {
    fn takes(&self, row: &Observation) -> bool {
        let by_basis = match &self.basis {
            Basis::Latest => true,
            Basis::Budgeted => row.kind == Kind::Forecast && row.vintage.is_before(row.year),
            Basis::Publisher(name) => row.publisher == *name,
        };
        by_basis
            && self.caps.iter().all(|cap| match cap {
                Cap::AsOf(day) => row.vintage.last_day() <= day.last_day(),
                Cap::Vintage(day) => row.vintage.last_day() == day.last_day(),
            })
    }
}
