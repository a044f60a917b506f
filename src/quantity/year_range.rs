//! Runs of years, of the calendar or fiscal ones.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::error::{Error, Kind, Result};

use super::{FiscalYear, Year};

/// The years from one to another, both included; fiscal years count as calendar years, and are written as they were stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearRange {
    first: Year,
    last: Year,
    /// How many years before each of them its fiscal year begins, if it is one.
    fiscal: Option<u16>,
}

impl YearRange {
    /// The years from `first` to `last`.
    ///
    /// # Errors
    /// `first` is after `last`.
    pub fn new(first: Year, last: Year) -> Result<Self> {
        if first > last {
            let kind = Kind::YearsOutOfOrder { first: first.number(), last: last.number() };
            return Err(Error::new(kind).help(format!("write `{last}-{first}`, or mend a year")));
        }
        Ok(Self { first, last, fiscal: None })
    }

    /// Reads years as `2026`, `2026-2030`, and those of a country whose year begins on another day as `2027/28` too.
    ///
    /// A fiscal year is the calendar year that holds most of its months:
    /// ```
    /// # use pledgebook::quantity::YearRange;
    /// let years = YearRange::parse("2027/28-2029/30", Some("04-01".parse()?))?;
    /// assert_eq!((years.first().number(), years.last().number()), (2027, 2029));
    /// assert_eq!(years.to_string(), "2027/28-2029/30");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// Another text, years that run backwards, or fiscal years without the day on which they begin.
    pub fn parse(text: &str, fiscal: Option<FiscalYear>) -> Result<Self> {
        match text.split_once('-') {
            Some((first, last)) => Self::between(first, last, fiscal),
            None if text.contains('/') => Self::fiscal_year(text, fiscal),
            None => text.parse().map_err(|error| in_range(error, text, 0..text.len())),
        }
    }

    /// Reads the years from one to another, each as [`YearRange::parse`] does.
    ///
    /// # Errors
    /// As [`YearRange::parse`].
    pub(crate) fn between(first: &str, last: &str, fiscal: Option<FiscalYear>) -> Result<Self> {
        if let Some(error) = shortened(first, last) {
            return Err(error);
        }
        match [first, last].map(|year| year.contains('/')) {
            [false, false] => match (first.parse(), last.parse()) {
                (Ok(first), Ok(last)) => Self::new(first, last),
                (Ok(_) | Err(_), _) => format!("{first}-{last}").parse(),
            },
            [true, true] => {
                let (first, last) = (Self::fiscal_year(first, fiscal)?, Self::fiscal_year(last, fiscal)?);
                Ok(Self { fiscal: first.fiscal, ..Self::new(first.first, last.last)? })
            }
            [true, false] | [false, true] => {
                let kind = Kind::NotAYear { text: format!("{first}-{last}") };
                Err(Error::new(kind).help("write two fiscal years, as `2027/28-2029/30`, or two calendar years"))
            }
        }
    }

    fn fiscal_year(text: &str, fiscal: Option<FiscalYear>) -> Result<Self> {
        let (year, before) = FiscalYear::read(text, fiscal)?;
        Ok(Self { fiscal: Some(before), ..Self::from(year) })
    }

    /// This year of these, written as they are.
    #[must_use]
    pub fn only(self, year: Year) -> Self {
        Self { first: year, last: year, ..self }
    }

    /// These years and on to the end of later ones, written as these are.
    #[must_use]
    pub fn until(self, later: Self) -> Self {
        Self { last: self.last.max(later.last), ..self }
    }

    /// Those of them that are not before this year, written as they are.
    #[must_use]
    pub fn from_year(self, year: Year) -> Option<Self> {
        (year <= self.last).then(|| Self { first: self.first.max(year), ..self })
    }

    /// These years as both state them, or as calendar years where they do not state them alike.
    #[must_use]
    pub(crate) fn as_stated_by_both(self, other: Self) -> Self {
        if self.fiscal == other.fiscal { self } else { Self { fiscal: None, ..self } }
    }

    /// Whether they were stated as fiscal years.
    #[must_use]
    pub fn is_fiscal(self) -> bool {
        self.fiscal.is_some()
    }

    /// The first year.
    #[must_use]
    pub fn first(self) -> Year {
        self.first
    }

    /// The last year.
    #[must_use]
    pub fn last(self) -> Year {
        self.last
    }

    /// Whether the year is one of these.
    #[must_use]
    pub fn contains(self, year: Year) -> bool {
        (self.first..=self.last).contains(&year)
    }

    /// Whether the two have a year in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The years one by one.
    pub fn years(self) -> impl Iterator<Item = Year> {
        self.first.to(self.last)
    }
}

impl From<Year> for YearRange {
    fn from(year: Year) -> Self {
        Self { first: year, last: year, fiscal: None }
    }
}

/// The one year.
impl TryFrom<i32> for YearRange {
    type Error = Error;

    fn try_from(year: i32) -> Result<Self> {
        Year::try_from(year).map(Self::from)
    }
}

impl TryFrom<RangeInclusive<i32>> for YearRange {
    type Error = Error;

    fn try_from(years: RangeInclusive<i32>) -> Result<Self> {
        Self::new(Year::try_from(*years.start())?, Year::try_from(*years.end())?)
    }
}

impl FromStr for YearRange {
    type Err = Error;

    /// Reads `2026` or `2026-2030`.
    fn from_str(text: &str) -> Result<Self> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let behind = text.len() - last.len();
        let first = first.parse().map_err(|error: Error| in_range(error, text, 0..first.len()))?;
        let last = last.parse().map_err(|error: Error| in_range(error, text, behind..text.len()))?;
        Self::new(first, last)
    }
}

/// The error of a last year of two digits: a fiscal year is written otherwise, and so are the years up to it.
fn shortened(first: &str, last: &str) -> Option<Error> {
    let year = first.parse::<Year>().ok()?.number();
    let short = last.parse::<u16>().ok().filter(|_| last.len() == 2)?;
    let mut full = year - year % 100 + short;
    full += if full < year { 100 } else { 0 };
    let range = format!("`{first}-{full}`");
    let help = match full == year + 1 {
        true => format!("write `{first}/{last}` for the fiscal year, or {range} for both years"),
        false => format!("write all digits: {range}"),
    };
    Some(Error::new(Kind::NotAYear { text: format!("{first}-{last}") }).help(help))
}

/// The error of one end: of the whole text where that end is no year at all.
fn in_range(error: Error, text: &str, end: std::ops::Range<usize>) -> Error {
    if matches!(error.kind(), Kind::NotAYear { .. }) {
        let kind = Kind::NotAYear { text: text.to_owned() };
        return Error::new(kind).help("write `2026` or `2025-2030`");
    }
    error.on(end)
}

impl fmt::Display for YearRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write = |f: &mut fmt::Formatter<'_>, year: Year| match self.fiscal {
            None => year.fmt(f),
            Some(before) => write!(f, "{}/{:02}", year.number() - before, (year.number() - before + 1) % 100),
        };
        write(f, self.first)?;
        if self.first == self.last {
            return Ok(());
        }
        f.write_str("-")?;
        write(f, self.last)
    }
}
