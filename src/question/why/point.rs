//! What an end of a change is of, in a word: a day, a year, a publisher or a definition.

use crate::book::{Book, Observation};
use crate::error::{self, Noun, Result};
use crate::quantity::{Country, Date, Year};

/// What one end of a change is of, where that differs from what is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// What was known on a day.
    Day(Date),
    /// The figures of a year.
    Year(Year),
    /// Those of one publisher.
    Publisher(String),
    /// Those under one definition, by its id.
    Definition(String),
}

impl Point {
    /// The point that a word means: a year, a day, or one of those who publish spending of these countries, or a
    /// definition.
    ///
    /// ```
    /// use pledgebook::{book::Book, question::Point};
    /// let book = Book::embedded()?;
    /// assert_eq!(Point::named(&book, &[book.country], "2025-11")?, Point::Day("2025-11".parse()?));
    /// assert_eq!(Point::named(&book, &[book.country], "MoD")?, Point::Publisher("MoD".to_owned()));
    /// assert_eq!(Point::named(&book, &[book.country], "nato")?, Point::Definition("nato".to_owned()));
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// It is none of them; the way out names the nearest.
    pub fn named(book: &Book, countries: &[Country], word: &str) -> Result<Self> {
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            let year = (word.len() == 4).then(|| word.parse().map(Self::Year));
            let fiscal = || word.contains('/').then(|| book.year_said(countries, word).map(Self::Year));
            return year.or_else(fiscal).unwrap_or_else(|| word.parse().map(Self::Day));
        }
        if book.definition(word).is_some() {
            return Ok(Self::Definition(word.to_owned()));
        }
        let is_of_it = |row: &&Observation| countries.contains(&row.country) && row.measure.has_definition();
        let publishers = || book.observations.iter().filter(is_of_it).map(|row| row.publisher.as_str());
        if publishers().any(|publisher| publisher == word) {
            return Ok(Self::Publisher(word.to_owned()));
        }
        let known = publishers().chain(book.definitions.iter().map(|definition| definition.id.as_str()));
        Err(error::unknown_name(Noun::Point, word, known, "write a year, a day, a publisher or a definition"))
    }

    /// Several of the sort.
    pub(super) fn sort(&self) -> &'static str {
        match self {
            Self::Day(_) => "days",
            Self::Year(_) => "years",
            Self::Publisher(_) => "publishers",
            Self::Definition(_) => "definitions",
        }
    }
}
