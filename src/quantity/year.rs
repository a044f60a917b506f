//! Calendar years.

use std::fmt;
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

    /// The year before, if the program knows it.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        (self > Self::FIRST).then_some(Self(self.0 - 1))
    }

    /// How many years later another one is; none where it is not later.
    #[must_use]
    pub fn until(self, later: Self) -> u32 {
        later.0.saturating_sub(self.0).into()
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
        if text.len() > 4 && text.starts_with('0') {
            let kind = Kind::NotAYear { text: text.to_owned() };
            let bare = text.trim_start_matches('0');
            let help = bare.parse::<Self>().map(|year| format!("write no zero before it: `{year}`")).ok();
            return Err(Error::new(kind).help("write four digits, as `2026`").maybe_help(help));
        }
        let has_four = text.len() == 4;
        let known = text.parse().ok().filter(|year| has_four && (Self::FIRST.0..=Self::LAST.0).contains(year));
        known.map(Self).ok_or_else(|| {
            let taken = || format!("years from {} to {} are taken", Self::FIRST, Self::LAST);
            let kind = Kind::YearOutOfRange { text: text.to_owned() };
            Error::new(kind).help("write four digits, as `2026`").maybe_help(has_four.then(taken))
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
