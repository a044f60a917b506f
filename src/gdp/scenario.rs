//! Scenarios and bases to paths of GDP.

use std::collections::BTreeMap;

use crate::book::{Basis, Book, Cap, Kind, Measure, Observation};
use crate::error::Result;
use crate::quantity::{Country, Date, Year};

use super::{Path, Value, chain, choose};

/// The names of the bases: `latest`, `budgeted`, then `publisher:NAME` in the book's order, those it does not list last.
#[must_use]
pub fn basis_names(book: &Book) -> Vec<String> {
    let mut names = vec![Basis::Latest.to_string(), Basis::Budgeted.to_string()];
    let of_gdp = book.observations.iter().filter(|row| row.measure == Measure::Gdp).map(|row| &row.publisher);
    for name in book.publishers.iter().chain(of_gdp).map(|name| Basis::Publisher(name.clone()).to_string()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
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
    pub(super) book: &'b Book,
    pub(super) as_of: Date,
    horizon: Year,
}

/// Which observations take part in a path, and in which order publishers are preferred.
#[derive(Debug, Clone)]
pub(super) struct Limits<'b> {
    pub(super) caps: Vec<Cap>,
    pub(super) publishers: Option<&'b [String]>,
}

impl<'b> Resolver<'b> {
    /// Observations of a later vintage than `as_of` are not seen; growth without an end runs to the latest year of the book.
    #[must_use]
    pub fn new(book: &'b Book, as_of: Date) -> Self {
        Self { book, as_of, horizon: book.latest_year() }
    }

    /// The same, with growth without an end running to this year.
    #[must_use]
    pub fn to(self, horizon: Year) -> Self {
        Self { horizon, ..self }
    }

    /// The path of a country's GDP under a scenario or basis; without a year where nothing is published or the name is unknown.
    ///
    /// # Errors
    /// Two observations between which the rule cannot choose, or a chained value that cannot be kept exactly.
    pub fn path(&self, scenario: &str, country: Country) -> Result<Path> {
        let limits = Limits { caps: vec![Cap::AsOf(self.as_of)], publishers: None };
        Ok(Path { scenario: scenario.to_owned(), country, values: self.values(scenario, country, limits)? })
    }

    /// Follows a scenario down to its basis; every cap on the way holds, the nearest order of publishers counts.
    fn values(&self, name: &str, country: Country, mut limits: Limits<'b>) -> Result<BTreeMap<Year, Value>> {
        let Some(scenario) = self.book.scenarios.iter().find(|scenario| scenario.id == name) else {
            return name.parse().map_or(Ok(BTreeMap::new()), |basis| self.published(&basis, country, &limits));
        };
        if scenario.country.is_some_and(|own| own != country) {
            return Ok(BTreeMap::new());
        }
        limits.caps.extend(scenario.cap);
        limits.publishers = limits.publishers.or(scenario.publishers.as_deref());
        // A checked book has no circle, so this ends.
        let mut values = self.values(&scenario.base.id, country, limits)?;
        chain::apply(scenario, &mut values, self.horizon)?;
        Ok(values)
    }

    /// What is published, of each year the observation that the rule chooses.
    fn published(&self, basis: &Basis, country: Country, limits: &Limits<'_>) -> Result<BTreeMap<Year, Value>> {
        let Some(currency) = self.book.currency(country) else { return Ok(BTreeMap::new()) };
        let mut years: BTreeMap<Year, Vec<&Observation>> = BTreeMap::new();
        let gdp = self.book.observations.iter().filter(|row| row.measure == Measure::Gdp && row.country == country);
        for row in gdp.filter(|row| row.currency() == Some(currency) && takes(basis, row) && limits.take(row)) {
            years.entry(row.year).or_default().push(row);
        }
        let publishers = limits.publishers.unwrap_or(&self.book.publishers);
        let chosen = |(year, rows)| Ok(choose(rows, publishers)?.map(|row| (year, Value::observed(row, currency))));
        years.into_iter().filter_map(|year| chosen(year).transpose()).collect()
    }
}

/// Whether an observation of GDP takes part in a basis.
pub(super) fn takes(basis: &Basis, row: &Observation) -> bool {
    match basis {
        Basis::Latest => true,
        Basis::Budgeted => row.kind == Kind::Forecast && row.vintage.is_before(row.year),
        Basis::Publisher(name) => row.publisher == *name,
    }
}

impl Limits<'_> {
    fn take(&self, row: &Observation) -> bool {
        self.caps.iter().all(|cap| cap.takes(row))
    }
}
