//! What a book says as a whole: until when it reaches, and who publishes in it.

use std::collections::BTreeSet;

use crate::quantity::{Date, Year};

use super::Book;
use super::editions::Edition;

impl Book {
    /// The day as of which a book is asked where nobody names one: the latest date in it, of a book without commitments and
    /// figures that of its latest document.
    #[must_use]
    pub fn today(&self) -> Date {
        let published = || self.sources.iter().map(|source| source.published.to_day()).max();
        self.latest_date().or_else(published).unwrap_or(Date::FIRST)
    }

    /// The latest vintage or announcement in the book.
    #[must_use]
    pub fn latest_date(&self) -> Option<Date> {
        let announced = self.commitments.iter().map(|commitment| commitment.announced);
        self.editions().map(|edition| edition.vintage).chain(announced).max().map(Date::to_day)
    }

    /// The latest year that a commitment or an observation names.
    #[must_use]
    pub fn latest_year(&self) -> Year {
        let years =
            [self.elsewhere.latest_year, self.observations.editions().latest_year, self.commitments.latest_year()];
        years.into_iter().flatten().max().unwrap_or(Year::FIRST)
    }

    /// Who has published GDP of any country, each once, in the order of the rows.
    pub(crate) fn publishers_of_gdp(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let of_gdp = self.editions().filter(|edition| edition.of_gdp).map(|edition| edition.publisher.as_str());
        of_gdp.filter(|name| seen.insert(*name)).collect()
    }

    /// Which publisher the figures of which document name.
    pub(crate) fn cited(&self) -> impl Iterator<Item = (&str, &str)> {
        self.editions().map(|edition| (edition.source.as_str(), edition.publisher.as_str()))
    }

    /// Who published figures in which document, those that were not read first.
    fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.elsewhere.all.iter().chain(&self.observations.editions().all)
    }
}
