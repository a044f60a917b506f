//! What is gathered from a file, figure by figure, until it is an edition.

use crate::book::{Observation, Source, Unit};
use crate::error::{Errors, Result};
use crate::quantity::{Country, Year};

use super::{Edition, Wanted, currencies};

/// The figures of a file that are kept, what is left out, and what is wrong.
#[derive(Debug)]
pub(super) struct Gathered<'w> {
    wanted: &'w Wanted,
    edition: Edition,
    errors: Errors,
}

impl<'w> Gathered<'w> {
    pub(super) fn new(wanted: &'w Wanted, document: Source) -> Self {
        Self { wanted, edition: Edition::of(document), errors: Errors::default() }
    }

    /// Whether figures of this country and year are wanted; those that are not are counted, and nothing else is asked of them.
    pub(super) fn wants(&mut self, country: Country, year: Year) -> bool {
        let unwanted = self.wanted.unwanted(country, year);
        unwanted.into_iter().for_each(|what| self.leave_out(what));
        unwanted.is_none()
    }

    /// The unit of figures in the currency of a country that the file does not name, with a note that says so; without a currency
    /// that the caller knows, or with one that the country did not pay in when the file was published, they are left out.
    pub(super) fn national_currency(&mut self, country: Country) -> Option<(Unit, Option<String>)> {
        let published = self.edition.document.published;
        let is_meant =
            |(own, money): &&(Country, _)| *own == country && currencies::is_of_its_day(*money, country, published);
        let known = self.wanted.currencies.iter().find(is_meant);
        let Some((_, currency)) = known else {
            self.leave_out("figures in a national currency that neither the file nor the book names");
            return None;
        };
        let note = format!("in national currency, taken as {currency}: the file does not name it");
        Some((Unit::Million(*currency), Some(note)))
    }

    pub(super) fn keep(&mut self, row: Observation) {
        self.edition.rows.push(row);
    }

    /// The value, or nothing after its error has been added.
    pub(super) fn sound<T>(&mut self, result: Result<T>) -> Option<T> {
        self.errors.keep(result)
    }

    /// Counts one that is no figure of a book, in words in the plural.
    pub(super) fn leave_out(&mut self, what: &str) {
        self.leave_out_all(what, 1);
    }

    /// Counts several of them.
    pub(super) fn leave_out_all(&mut self, what: &str, count: usize) {
        self.edition.leave_out(what, count);
    }

    /// The edition.
    ///
    /// # Errors
    /// All that was wrong.
    pub(super) fn finish(self) -> Result<Edition, Errors> {
        if self.errors.has_errors() { Err(self.errors) } else { Ok(self.edition) }
    }
}
