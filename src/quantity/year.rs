//! Calendar years and runs of them.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::error::{Error, Kind, Result};

/// A calendar year from 1900 to 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year(u16);

impl Year {
    /// The first year that the program knows.
    pub const FIRST: Self = Self(1900);
    /// The last year that the program knows.
    pub const LAST: Self = Self(2200);

    /// The year as a number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// This year and those after it, up to another one.
    pub fn to(self, last: Self) -> impl Iterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }

    /// The year after, if the program knows it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        (self < Self::LAST).then_some(Self(self.0 + 1))
    }
}

impl FromStr for Year {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !plain {
            let bare = text.trim();
            let blanks =
                (bare != text && bare.parse::<Self>().is_ok()).then(|| format!("write no blanks around it: `{bare}`"));
            let kind = Kind::NotAYear { text: text.to_owned() };
            return Err(Error::new(kind).help("write four digits, as `2026`").maybe_help(blanks));
        }
        let known = text.parse().ok().filter(|year| text.len() == 4 && (Self::FIRST.0..=Self::LAST.0).contains(year));
        known.map(Self).ok_or_else(|| {
            Error::new(Kind::YearOutOfRange { text: text.to_owned() }).help("write four digits, as `2026`")
        })
    }
}

impl TryFrom<i32> for Year {
    type Error = Error;

    fn try_from(year: i32) -> Result<Self> {
        year.to_string().parse()
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The years from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearRange {
    first: Year,
    last: Year,
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
        Ok(Self { first, last })
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
        Self { first: year, last: year }
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
        if self.first == self.last {
            return self.first.fmt(f);
        }
        write!(f, "{}-{}", self.first, self.last)
    }
}
