//! What prices of one year are in those of another, by the deflator of GDP of one edition.

use std::collections::BTreeMap;
use std::fmt;

use crate::book::{Book, Measure, Observation};
use crate::error::Result;
use crate::quantity::text::listed;
use crate::quantity::{Country, Date, Ratio, Year};

use super::choose;

/// The price index of a country's GDP as one publisher has it in one vintage: indexes of several may be of different base years, so
/// that no two of them are ever divided.
#[derive(Debug, Clone)]
pub struct Deflator<'b> {
    rows: BTreeMap<Year, &'b Observation>,
    /// The weakest of those that it was chosen for.
    row: &'b Observation,
}

/// Why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDeflator {
    /// Nothing is published of the country.
    Nothing(Country),
    /// No edition has every year that is needed: of the one that has the most, who published it, when, and which years it lacks.
    Lacks(String, Date, Vec<Year>),
}

impl<'b> Deflator<'b> {
    /// The edition, of those known on a day, that has every year that is needed: of several the one with the most of those that are
    /// wanted besides, then the one that comes first in the order of GDP: by the weakest kind among the years needed, then the later
    /// vintage, then the order of publishers.
    ///
    /// Prices of 2024 are 2.6% above those of 2023 in the edition of October 2025:
    /// ```
    /// use pledgebook::book::Book;
    /// use pledgebook::gdp::Deflator;
    /// use pledgebook::quantity::Year;
    ///
    /// let book = Book::embedded()?;
    /// let [then, now]: [Year; 2] = ["2023".parse()?, "2024".parse()?];
    /// let deflator = Deflator::of(&book, book.today(), book.country, &[then, now], &[])?.unwrap();
    /// assert_eq!(deflator.between(then, now)?.unwrap().round(3)?.to_string(), "1.026");
    ///
    /// let later = "2199".parse()?;
    /// let none = Deflator::of(&book, book.today(), book.country, &[now, later], &[])?.unwrap_err();
    /// assert_eq!(none.to_string(), "no edition of a GDP deflator has every year: IMF of 2025-10-14 lacks 2199");
    /// # Ok::<(), pledgebook::Errors>(())
    /// ```
    /// # Errors
    /// Two figures between which nothing chooses.
    pub fn of(
        book: &'b Book,
        as_of: Date,
        country: Country,
        needed: &[Year],
        wanted: &[Year],
    ) -> Result<Result<Self, NoDeflator>> {
        let mut found = Self::editions(book, as_of, country, needed)?;
        let fewest = |years: &[Year], of: &mut Vec<Self>| {
            let least = of.iter().map(|own| own.lacking(years).len()).min().unwrap_or_default();
            of.retain(|own| own.lacking(years).len() == least);
        };
        fewest(needed, &mut found);
        fewest(wanted, &mut found);
        let first = choose(found.iter().map(|own| own.row), &book.publishers)?;
        let Some(first) = found.into_iter().find(|own| first.is_some_and(|row| row.origin == own.row.origin)) else {
            return Ok(Err(NoDeflator::Nothing(country)));
        };
        let lacking = first.lacking(needed);
        let edition = || (first.publisher().to_owned(), first.vintage());
        Ok(if lacking.is_empty() { Ok(first) } else { Err(NoDeflator::Lacks(edition().0, edition().1, lacking)) })
    }

    /// Every edition that is known on a day, each with the weakest figure among years that are needed.
    fn editions(book: &'b Book, as_of: Date, country: Country, needed: &[Year]) -> Result<Vec<Self>> {
        let mut editions: BTreeMap<(&str, Date), BTreeMap<Year, Vec<&Observation>>> = BTreeMap::new();
        let known = book.figures(country, Measure::GdpDeflator, None).filter(|row| row.vintage.is_known_on(as_of));
        for row in known {
            let edition = editions.entry((&row.publisher, row.vintage)).or_default();
            edition.entry(row.year).or_default().push(row);
        }
        let mut found = Vec::new();
        for years in editions.into_values() {
            let rows = years.into_iter().map(|(year, rows)| Ok(choose(rows, &book.publishers)?.map(|row| (year, row))));
            let rows: BTreeMap<Year, &Observation> = rows.filter_map(Result::transpose).collect::<Result<_>>()?;
            let weakest = needed.iter().filter_map(|year| rows.get(year)).max_by_key(|row| row.kind);
            found.extend(weakest.or(rows.values().next()).copied().map(|row| Self { rows, row }));
        }
        Ok(found)
    }

    /// Which of some years it does not have.
    #[must_use]
    pub fn lacking(&self, years: &[Year]) -> Vec<Year> {
        years.iter().copied().filter(|year| !self.rows.contains_key(year)).collect()
    }

    /// What prices of a year are in those of another one: index ÷ index; nothing where it lacks one of them.
    ///
    /// # Errors
    /// None: an index is above zero.
    pub fn between(&self, from: Year, to: Year) -> Result<Option<Ratio>> {
        let pair = self.row(from).zip(self.row(to));
        pair.map(|(from, to)| Ratio::new(to.value, from.value)).transpose()
    }

    /// The index of a year.
    #[must_use]
    pub fn row(&self, year: Year) -> Option<&'b Observation> {
        self.rows.get(&year).copied()
    }

    /// Whose it is, in words: `the GDP deflator of IMF of 2025-10-14`.
    #[must_use]
    pub fn named(&self) -> String {
        format!("the GDP deflator of {} of {}", self.publisher(), self.vintage())
    }

    /// Who published it.
    #[must_use]
    pub fn publisher(&self) -> &'b str {
        &self.row.publisher
    }

    /// When.
    #[must_use]
    pub fn vintage(&self) -> Date {
        self.row.vintage
    }

    /// The id of the document.
    #[must_use]
    pub fn source(&self) -> &'b str {
        &self.row.source
    }
}

impl fmt::Display for NoDeflator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing(country) => write!(f, "the book has no GDP deflator of {}", country.named()),
            Self::Lacks(publisher, vintage, years) => {
                let years: Vec<String> = years.iter().map(Year::to_string).collect();
                let years = listed(&years, "and");
                write!(f, "no edition of a GDP deflator has every year: {publisher} of {vintage} lacks {years}")
            }
        }
    }
}
