//! For which years a pledge was made.

use std::fmt;

use crate::error::{Error, Kind, Result};
use crate::quantity::{FiscalYear, Year, YearRange};

/// The years of a pledge, and how they bind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Each of these years by itself.
    Each(YearRange),
    /// Each year from this one on.
    From(Year),
    /// The sum over these years together, never split.
    Sum(YearRange),
    /// The mean of the shares of these years.
    Mean(YearRange),
    /// Binding in this year.
    By(Year),
}

impl When {
    /// Reads what stands behind `in`: `2025`, `2026-2030` or `2027-`, and `2027/28` where a fiscal year begins on another day.
    ///
    /// # Errors
    /// Another text, or years that run backwards.
    pub fn parse_in(text: &str, fiscal: Option<FiscalYear>) -> Result<Self> {
        match text.strip_suffix('-') {
            Some(first) => first.parse().map(Self::From),
            None => YearRange::parse(text, fiscal).map(Self::Each).map_err(|error: Error| {
                let has_words = text.contains(|c: char| !matches!(c, '0'..='9' | '-' | '/'));
                if has_words && matches!(error.kind(), Kind::NotAYear { .. }) {
                    error.help("write `2026`, `2026-2030` or `2027-`")
                } else {
                    error
                }
            }),
        }
    }

    /// What to write in a book beside the pledge.
    pub(super) fn keys(self) -> String {
        match self {
            Self::Each(years) if years.first() == years.last() && !years.is_fiscal() => format!("`in = {years}`"),
            Self::Each(_) | Self::From(_) => format!("`in = \"{self}\"`"),
            Self::Sum(years) => format!("`since = {}` with `until = {}`", years.first(), years.last()),
            Self::Mean(years) => {
                format!("`since = {}` with `until = {}` and `mean = true`", years.first(), years.last())
            }
            Self::By(year) => format!("`by = {year}`"),
        }
    }

    /// The first year it names.
    #[must_use]
    pub fn first(self) -> Year {
        match self {
            Self::Each(years) | Self::Sum(years) | Self::Mean(years) => years.first(),
            Self::From(year) | Self::By(year) => year,
        }
    }

    /// The last year it names, if it is not open-ended.
    #[must_use]
    pub fn last(self) -> Option<Year> {
        match self {
            Self::Each(years) | Self::Sum(years) | Self::Mean(years) => Some(years.last()),
            Self::From(_) => None,
            Self::By(year) => Some(year),
        }
    }

    /// The year by which it is to be reached, of one that binds in no other.
    #[must_use]
    pub fn by(self) -> Option<Year> {
        match self {
            Self::By(year) => Some(year),
            Self::Each(_) | Self::From(_) | Self::Sum(_) | Self::Mean(_) => None,
        }
    }

    /// What is left of it for somebody who is bound from this year on; nothing where all its years are before.
    #[must_use]
    pub fn from_year(self, year: Year) -> Option<Self> {
        match self {
            Self::Each(years) => years.from_year(year).map(Self::Each),
            Self::From(first) => Some(Self::From(first.max(year))),
            Self::Sum(years) => years.from_year(year).map(Self::Sum),
            Self::Mean(years) => years.from_year(year).map(Self::Mean),
            Self::By(last) => Some(self).filter(|_| year <= last),
        }
    }

    /// The years that are counted together, of a sum or a mean.
    #[must_use]
    pub fn together(self) -> Option<YearRange> {
        match self {
            Self::Sum(years) | Self::Mean(years) => Some(years),
            Self::Each(_) | Self::From(_) | Self::By(_) => None,
        }
    }

    /// Whether the pledge binds in this year by itself.
    #[must_use]
    pub fn names(self, year: Year) -> bool {
        match self {
            Self::Each(years) => years.contains(year),
            Self::From(first) => first <= year,
            Self::Sum(_) | Self::Mean(_) => false,
            Self::By(last) => last == year,
        }
    }

    /// A year as it was stated, fiscal years as such.
    #[must_use]
    pub fn stated(self, year: Year) -> YearRange {
        match self {
            Self::Each(years) | Self::Sum(years) | Self::Mean(years) => years.only(year),
            Self::From(_) | Self::By(_) => year.into(),
        }
    }

    /// The years that this one is counted with: of a sum or a mean all of them, else it alone; nothing where it is none of those named.
    #[must_use]
    pub fn counted_with(self, year: Year) -> Option<YearRange> {
        match self {
            Self::Sum(years) | Self::Mean(years) => years.contains(year).then_some(years),
            Self::Each(years) => self.names(year).then(|| years.only(year)),
            Self::From(_) | Self::By(_) => self.names(year).then(|| year.into()),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Each(years) => years.fmt(f),
            Self::From(first) => write!(f, "{first}-"),
            Self::Sum(years) => write!(f, "sum {years}"),
            Self::Mean(years) => write!(f, "mean {years}"),
            Self::By(year) => write!(f, "by {year}"),
        }
    }
}
