//! The countries that a scenario file may be about.

use crate::book::Book;
use crate::error::{self, Error, Kind, Noun, Result};
use crate::gdp::ScaleGuard;
use crate::quantity::{Country, Currency, Money, Year};

/// The countries that a scenario file may be about: others have no pledges, so that a slip would go unnoticed.
///
/// ```
/// use pledgebook::book::Book;
/// use pledgebook::gdp::feed::{Countries, Feed};
///
/// let book = Book::embedded()?;
/// let file = b"scenario,year,gdp_million,country\nmine,2026,43000,LVV\n".to_vec();
/// let error = Feed::read("mine.csv", file, Countries::of(&book, &[])).unwrap_err();
/// assert!(error.to_string().contains("there is no country `LVV` in the book"));
/// # Ok::<(), pledgebook::Errors>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Countries<'b> {
    /// The country of lines that name none; without it each line has to name its own.
    pub default: Option<Country>,
    /// Those of the book, each with the currency of its GDP.
    pub known: &'b [(Country, Currency)],
    /// What tells GDP that is out of scale; where a country has none, any is taken.
    pub guards: &'b [ScaleGuard],
}

impl<'b> Countries<'b> {
    /// Those of a book, with their guards; lines that name none are about its default country.
    #[must_use]
    pub fn of(book: &'b Book, guards: &'b [ScaleGuard]) -> Self {
        Self { default: Some(book.country), known: &book.countries, guards }
    }

    /// The currency of GDP of the country with these letters, if it is one of them.
    pub(crate) fn currency(self, code: &[u8]) -> Option<Currency> {
        self.known.iter().find(|(country, _)| country.code().as_bytes() == code).map(|(_, currency)| *currency)
    }

    /// The guard of the country with these letters, if it has one.
    pub(crate) fn guard(self, code: &[u8]) -> Option<&'b ScaleGuard> {
        self.guards.iter().find(|guard| guard.country.code().as_bytes() == code)
    }

    /// That GDP of a country is in scale.
    ///
    /// # Errors
    /// It is not.
    pub(super) fn check_scale(self, country: Country, year: Year, gdp: Money) -> Result<()> {
        self.guard(country.code().as_bytes()).map_or(Ok(()), |guard| guard.check(year, gdp))
    }

    /// The currency of GDP of a country that has to be one of them.
    ///
    /// # Errors
    /// It is not.
    pub(super) fn check(self, country: Country) -> Result<Currency> {
        self.currency(country.code().as_bytes()).ok_or_else(|| {
            let kind = Kind::UnknownReference { what: Noun::Country, id: country.to_string() };
            let nearest = error::suggest(country.code(), self.known.iter().map(|(country, _)| country.code()));
            Error::new(kind).help("look for a slip, or leave its lines out").maybe_help(nearest)
        })
    }
}
