//! (17) The front door: a book that answers, as of a day, about countries and years.
//!
//! A [`Session`] owns what it answers from and borrows from nobody, so that it can be kept, cloned and sent to another thread.
//! Whatever narrows it gives a new one, which shares the book, and no answer holds on to it. It knows no rule of its own: each
//! answer is that of [`question`](crate::question), of [`evaluate`](crate::evaluate) or of [`verdict`](crate::verdict).

mod amount;
#[cfg(feature = "chart")]
mod answer;
#[cfg(feature = "chart")]
mod pictures;
mod questions;
mod verdict;

use std::path::Path;
use std::sync::Arc;

pub use amount::AmountOf;
#[cfg(feature = "chart")]
pub use answer::Answer;
pub use verdict::VerdictOn;

use crate::book::{Book, Commitment, Files, Reading};
use crate::error::Errors;
use crate::gdp::{Ground, WhatIf, check_scenario, one_country};
use crate::quantity::{Country, Currency, Date, YearRange};
use crate::question::{Judging, Query};

/// A book, the day whose knowledge is shown, and what it is asked about.
///
/// ```
/// use pledgebook::Session;
/// use pledgebook::verdict::Verdict;
///
/// let book = Session::embedded()?;
///
/// // about 5% of the EUR 43 953 million that the budget was built on
/// let outcome = book.amount("lva-defence-2026")?.under("budget-2026")?.in_year(2026)?;
/// assert_eq!(outcome.money(), Some("2197.65 million EUR".parse()?));
///
/// // 4% of the EUR 42 388 million that were expected then: 1 559 million are 3.68%
/// let day = "2025-11-30".parse()?;
/// let rulings = book.at(day).judge("lva-defence-2025")?.in_year(2025)?;
/// assert_eq!((rulings[0].verdict, rulings[0].spent), (Verdict::Missed, Some("1559 million EUR".parse()?)));
/// # Ok::<(), pledgebook::Errors>(())
/// ```
#[derive(Debug, Clone)]
pub struct Session {
    book: Arc<Book>,
    as_of: Date,
    /// The countries that were asked for; nothing is the book's own.
    countries: Option<Vec<Country>>,
    years: Option<YearRange>,
    /// The scenarios that were asked for; none is all that are shown by default.
    scenarios: Vec<String>,
    /// The currency that money of tables is wanted in; nothing is its own.
    currency: Option<Currency>,
}

impl Session {
    /// A book about its own country and all years, as of the latest date in it.
    pub fn new(book: impl Into<Arc<Book>>) -> Self {
        let book = book.into();
        Self { as_of: book.today(), book, countries: None, years: None, scenarios: Vec::new(), currency: None }
    }

    /// The book that is compiled in.
    ///
    /// # Errors
    /// None, unless the program was built from an unsound book.
    pub fn embedded() -> Result<Self, Errors> {
        Book::embedded().map(Self::new)
    }

    /// The book in a folder.
    ///
    /// # Errors
    /// Everything that is wrong with its files, all at once.
    pub fn read(folder: impl AsRef<Path>) -> Result<Self, Errors> {
        Book::read(folder.as_ref()).map(Self::new)
    }

    /// A book from the names that its files have below its folder, and their contents.
    ///
    /// # Errors
    /// Everything that is wrong with its files, all at once.
    pub fn from_memory<N: Into<String>, B: Into<Vec<u8>>>(
        files: impl IntoIterator<Item = (N, B)>,
    ) -> Result<Self, Errors> {
        Reading::new(&Files::from_memory("", files)?).into_book().map(Self::new)
    }

    /// The same, as it was known on a day.
    #[must_use]
    pub fn at(&self, day: Date) -> Self {
        Self { as_of: day, ..self.clone() }
    }

    /// The same about one country, by its code.
    ///
    /// # Errors
    /// The book has no commitments of such a country; the way out names the nearest.
    pub fn of(&self, country: &str) -> Result<Self, Errors> {
        let country = self.book.named_country(country)?;
        Ok(Self { countries: Some(vec![country]), ..self.clone() })
    }

    /// The same about every country that has commitments in the book.
    #[must_use]
    pub fn of_every_country(&self) -> Self {
        let countries = self.book.every_country().collect();
        Self { countries: Some(countries), ..self.clone() }
    }

    /// The same about some years alone: `2026`, `2026..=2028`, or a [`YearRange`].
    ///
    /// # Errors
    /// They are no years that the program knows, or run backwards.
    pub fn over(&self, years: impl TryInto<YearRange, Error: Into<Errors>>) -> Result<Self, Errors> {
        let years = years.try_into().map_err(Into::into)?;
        Ok(Self { years: Some(years), ..self.clone() })
    }

    /// The same under one scenario or basis alone.
    ///
    /// # Errors
    /// No country that is asked about has it; the way out names those that there are.
    pub fn under(&self, scenario: &str) -> Result<Self, Errors> {
        check_scenario(&self.book, scenario, &self.query().countries())?;
        Ok(Self { scenarios: vec![scenario.to_owned()], ..self.clone() })
    }

    /// The same with all money of its tables in one currency, by its code: at the rate of each year that the book has, else unknown.
    ///
    /// # Errors
    /// There is no such currency.
    pub fn in_currency(&self, currency: &str) -> Result<Self, Errors> {
        Ok(Self { currency: Some(currency.parse()?), ..self.clone() })
    }

    /// The same with one more scenario, for the one country that is asked about; this copies the book.
    ///
    /// # Errors
    /// Several countries are asked about, the book has a scenario of that id, what the scenario says is no list of years with their
    /// values, or GDP comes out ten times off what is known, unless the what-if is one of any scale.
    pub fn what_if(&self, what_if: WhatIf<'_>) -> Result<Self, Errors> {
        let country = one_country(&self.query().countries(), "what_if", |one| format!("`of(\"{one}\")`"))?;
        let mut book = Book::clone(&self.book);
        what_if.add_to(&mut book, country, self.as_of)?;
        Ok(Self { book: Arc::new(book), ..self.clone() })
    }

    /// The book.
    #[must_use]
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// What is asked, as [`question`](crate::question) takes it: the inner form, which borrows the book and knows more options.
    ///
    /// ```
    /// use pledgebook::question::{Query, ask};
    ///
    /// let book = pledgebook::Session::embedded()?;
    /// let superseded_too = ask("verdicts", &Query { all: true, ..book.query() })?;
    /// assert!(superseded_too.rows.len() > book.verdicts()?.rows.len());
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    #[must_use]
    pub fn query(&self) -> Query<'_> {
        Query {
            countries: self.countries.clone(),
            years: self.years,
            scenarios: self.scenarios.clone(),
            currency: self.currency,
            judging: self.judging(),
            ..Query::new(&self.book, self.as_of)
        }
    }

    /// How commitments are judged: on the GDP that was asked for, else on their own.
    fn judging(&self) -> Judging {
        Judging { on: self.scenarios.iter().map(|name| Ground::named(name)).collect(), ..Judging::default() }
    }

    /// A commitment that had been announced by then, of the country that was asked about if any was; and the session about its
    /// country alone.
    fn commitment(&self, id: &str) -> Result<(Self, Commitment), Errors> {
        let commitment = self.book.named_commitment(id, self.countries.as_deref())?;
        commitment.check_announced(self.as_of)?;
        Ok((Self { countries: Some(vec![commitment.country]), ..self.clone() }, commitment.clone()))
    }
}
