//! The share of GDP that a country spends in a year: as it is published, else its money over GDP.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::book::{Basis, Book, Definition, Kind, Measure, Observation};
use crate::error::Result;
use crate::gdp::{Path, Paths, choose};
use crate::quantity::{Country, Date, Ratio, Year};
use crate::verdict::Spending;

use super::Query;

/// The shares of countries under one definition, as they were known on a day.
pub(super) struct Shares<'b> {
    book: &'b Book,
    as_of: Date,
    pub(super) definition: &'b Definition,
    paths: Paths<'b>,
}

/// The share of a country in a year.
#[derive(Debug, Clone)]
pub(super) struct Share<'b> {
    /// The published row: the share itself, or the money.
    pub(super) row: &'b Observation,
    /// In per cent of GDP.
    pub(super) percent: Ratio,
    /// The document of the GDP that money was divided by; none of a published share.
    gdp: Option<String>,
}

impl Share<'_> {
    /// Whether it is money over GDP, which nobody stated.
    pub(super) fn is_computed(&self) -> bool {
        self.row.measure == Measure::Spending
    }

    /// The documents that it comes from.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.row.source.as_str()).chain(self.gdp.as_deref())
    }
}

impl<'b> Shares<'b> {
    pub(super) fn new(query: &Query<'b>, definition: &'b Definition) -> Self {
        Self { book: query.book, as_of: query.as_of, definition, paths: Paths::new(query.resolver()) }
    }

    /// What is published of a country, in the book's order.
    pub(super) fn published(&self, country: Country) -> Vec<&'b Observation> {
        Spending::known(self.book, self.as_of).under(country, &self.definition.id)
    }

    /// The years of which a country has a figure of one of these kinds.
    pub(super) fn years(&self, country: Country, counts: impl Fn(Kind) -> bool) -> BTreeSet<Year> {
        self.published(country).into_iter().filter(|row| counts(row.kind)).map(|row| row.year).collect()
    }

    /// GDP of a country on the latest figures.
    pub(super) fn path(&mut self, country: Country) -> Result<Rc<Path>> {
        self.paths.of(&Basis::Latest.to_string(), country)
    }

    /// The firmest published share of a country in a year, else its firmest amount over GDP on the latest figures; nothing where
    /// there is neither.
    ///
    /// # Errors
    /// Two figures between which nothing chooses, or a quotient of more than 28 digits.
    pub(super) fn of(&mut self, country: Country, year: Year) -> Result<Option<Share<'b>>> {
        let (book, as_of) = (self.book, self.as_of);
        let rows = book.figures_in(country, Measure::SpendingShare, Some(&self.definition.id), year);
        let known = rows.filter(|row| row.vintage.is_known_on(as_of));
        if let Some(row) = choose(known, &book.publishers)? {
            return Ok(Some(Share { row, percent: row.value.into(), gdp: None }));
        }
        self.over_gdp(country, year)
    }

    /// Money over GDP; nothing of a definition whose shares are of something else.
    fn over_gdp(&mut self, country: Country, year: Year) -> Result<Option<Share<'b>>> {
        let Some(currency) = self.book.currency(country).filter(|_| self.definition.of.is_none()) else {
            return Ok(None);
        };
        let known = Spending::known(self.book, self.as_of);
        let Some(row) = known.amount(country, &self.definition.id, year, currency)? else { return Ok(None) };
        let path = self.path(country)?;
        let Some(value) = path.value(year) else { return Ok(None) };
        let percent = Ratio::percent(row.value, value.gdp.millions())?;
        Ok(Some(Share { row, percent, gdp: value.source.clone() }))
    }
}

/// How many of several countries have each year.
pub(super) fn counted(years: impl IntoIterator<Item = BTreeSet<Year>>) -> BTreeMap<Year, usize> {
    let mut counted = BTreeMap::new();
    for year in years.into_iter().flatten() {
        *counted.entry(year).or_default() += 1;
    }
    counted
}
