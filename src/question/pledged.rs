//! Pledges with all that they are set against: what was spent in a year, GDP of a year that a scenario file does not say.

use crate::book::{Basis, Commitment};
use crate::error::Result;
use crate::evaluate::{Gdp, NamedGdp, Pledged, Reference, named_year};
use crate::gdp::Rates;
use crate::quantity::Year;
use crate::verdict::Spending;

use super::Query;

impl Query<'_> {
    /// The pledge of a commitment, if it states a figure.
    ///
    /// # Errors
    /// A bound cannot be kept exactly, or nothing chooses between two figures of the year that it is set against.
    pub fn pledged(&self, commitment: &Commitment) -> Result<Option<Pledged>> {
        commitment.pledge.map(|_| self.stated(commitment)).transpose()
    }

    /// The pledge of a commitment that has to state a figure.
    ///
    /// # Errors
    /// It states none, or as [`Query::pledged`].
    pub fn stated(&self, commitment: &Commitment) -> Result<Pledged> {
        let definition = commitment.definition.as_ref().map(|own| own.id.as_str());
        self.set(Pledged::stated(commitment)?, definition)
    }

    /// A pledge under a definition with what it is set against, and the rates of its currency.
    ///
    /// # Errors
    /// Nothing chooses between two figures of that year, or two rates.
    pub(super) fn set(&self, pledged: Pledged, definition: Option<&str>) -> Result<Pledged> {
        let reference = definition.zip(pledged.pledge.relative_to());
        let reference = reference.map(|(definition, year)| self.reference(&pledged, definition, year)).transpose()?;
        let named_gdp = match named_year(&pledged.pledge).filter(|_| self.feed.is_some()) {
            Some(year) => NamedGdp::Latest(self.latest_gdp(&pledged, year)?),
            None => NamedGdp::OnPath,
        };
        let pledged = Pledged { reference: reference.flatten(), named_gdp, ..pledged };
        match self.book.currency(pledged.country).filter(|own| *own != pledged.currency) {
            Some(own) => pledged.at_rates(&Rates::known(self.book, self.as_of), own),
            None => Ok(pledged),
        }
    }

    /// The first amount, in the order in which figures are judged, that was spent in a year under a definition.
    fn reference(&self, pledged: &Pledged, definition: &str, year: Year) -> Result<Option<Reference>> {
        let (spending, currency) = (Spending::known(self.book, self.as_of), pledged.currency);
        let first = spending.amount(pledged.country, definition, year, currency)?;
        Ok(first.and_then(|row| {
            let (kind, vintage, source) = (row.kind, row.vintage, row.source.clone());
            Some(Reference { year, spent: row.money()?, kind, publisher: row.publisher.clone(), vintage, source })
        }))
    }

    /// What the book has as GDP of a year, which is an assumption beside the lines of a scenario file.
    fn latest_gdp(&self, pledged: &Pledged, year: Year) -> Result<Option<Gdp>> {
        let latest = self.resolver().path(&Basis::Latest.to_string(), pledged.country)?;
        Ok(latest.value(year).map(|value| value.gdp.into()))
    }
}
