//! The countries that a scenario file may be about.

use crate::book::Book;
use crate::error::{self, Error, Kind, Noun, Result};
use crate::quantity::{Country, Currency};

/// The countries that a scenario file may be about: others have no pledges, so that a slip would go unnoticed.
///
/// ```
/// use pledgebook::book::Book;
/// use pledgebook::gdp::feed::{Countries, Feed};
///
/// let book = Book::embedded()?;
/// let file = b"scenario,year,gdp_eur_million,country\nmine,2026,43000,LVV\n".to_vec();
/// let error = Feed::read("mine.csv", file, Countries::of(&book)).unwrap_err();
/// assert!(error.to_string().contains("there is no country `LVV` in the book"));
/// # Ok::<(), pledgebook::Errors>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Countries<'b> {
    /// The country of lines that name none.
    pub default: Country,
    /// Those of the book, each with the currency of its GDP.
    pub known: &'b [(Country, Currency)],
}

impl<'b> Countries<'b> {
    /// Those of a book; lines that name none are about its default country.
    #[must_use]
    pub fn of(book: &'b Book) -> Self {
        Self { default: book.country, known: &book.countries }
    }

    /// Whether these letters are one of them.
    pub(crate) fn has(self, code: &[u8]) -> bool {
        let mut all = self.known.iter().map(|(country, _)| country).chain([&self.default]);
        all.any(|country| country.code().as_bytes() == code)
    }

    /// The country that a cell names.
    ///
    /// # Errors
    /// It is no code of a country, or of none of these.
    pub(super) fn parse(self, cell: &str) -> Result<Country> {
        let country: Country = cell.parse()?;
        if self.has(cell.as_bytes()) {
            return Ok(country);
        }
        let kind = Kind::UnknownReference { what: Noun::Country, id: cell.to_owned() };
        let nearest = error::suggest(cell, self.known.iter().map(|(country, _)| country.code()));
        Err(Error::new(kind).help("look for a slip, or leave its lines out").maybe_help(nearest))
    }
}
