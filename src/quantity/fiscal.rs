//! Years that do not begin in January.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind, Result};

use super::Year;

/// The first day of a country's fiscal year, by month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FiscalYear {
    month: u8,
    day: u8,
}

impl FiscalYear {
    /// The last first day of a fiscal year that has half of its months in the calendar year in which it begins.
    const MIDDLE: Self = Self { month: 7, day: 1 };

    /// Whether it is the calendar year.
    #[must_use]
    pub fn is_calendar(self) -> bool {
        self == Self { month: 1, day: 1 }
    }

    /// The calendar year that holds most months of the fiscal year that begins in `first`; of two with six each the first.
    ///
    /// ```
    /// # use pledgebook::quantity::{FiscalYear, Year};
    /// let (april, october): (FiscalYear, FiscalYear) = ("04-01".parse()?, "10-01".parse()?);
    /// let first: Year = "2027".parse()?;
    /// assert_eq!(april.calendar(first)?.number(), 2027);
    /// assert_eq!(october.calendar(first)?.number(), 2028);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// It is the year after the last that the program knows.
    pub fn calendar(self, first: Year) -> Result<Year> {
        if self <= Self::MIDDLE {
            return Ok(first);
        }
        first.next().ok_or_else(|| {
            let kind = Kind::YearOutOfRange { text: (first.number() + 1).to_string() };
            Error::new(kind).help("write an earlier year")
        })
    }

    /// Reads `2027/28`: its calendar year, and how many years before that it begins.
    ///
    /// # Errors
    /// Another text, or nobody says when a fiscal year begins.
    pub(super) fn read(text: &str, fiscal: Option<Self>) -> Result<(Year, u16)> {
        let not_a_year = |help: String| Err(Error::new(Kind::NotAYear { text: text.to_owned() }).help(help));
        let Some((first, next)) =
            text.split_once('/').and_then(|(first, next)| Some((first.parse::<Year>().ok()?, next)))
        else {
            return not_a_year("write a year and the two digits of the next, as `2027/28`".to_owned());
        };
        let after = |years: u16| format!("{:02}", (first.number() + years) % 100);
        if next != after(1) {
            let whole = format!("{first}/{}", after(1));
            let last = (1..10).find(|years| after(years + 1) == next);
            return not_a_year(match last {
                Some(years) => {
                    let last = first.number() + years;
                    format!("write `{whole}` for one fiscal year, or `{whole}-{last}/{next}` for all of these")
                }
                None => format!("write a year and the two digits of the next: `{whole}`"),
            });
        }
        let Some(fiscal) = fiscal else {
            let (key, record) = ("fiscal_year".to_owned(), "the file of the country".to_owned());
            let help =
                "add its first day above the commitments, as `fiscal_year = \"04-01\"`, or write the calendar year";
            return Err(Error::new(Kind::MissingKey { key, record }).help(help));
        };
        let calendar = fiscal.calendar(first)?;
        Ok((calendar, calendar.number() - first.number()))
    }
}

impl FromStr for FiscalYear {
    type Err = Error;

    /// Reads `04-01`: month and day.
    fn from_str(text: &str) -> Result<Self> {
        let two =
            |part: &str| part.parse().ok().filter(|_| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()));
        let parts = text.split_once('-').and_then(|(month, day)| Some((two(month)?, two(day)?)));
        // no year begins in the last days of February
        parts.filter(|(month, day)| (1..=12).contains(month) && (1..=28).contains(day)).map_or_else(
            || {
                let kind = Kind::NotADate { text: text.to_owned() };
                Err(Error::new(kind).help("write the month and the day on which it begins, as `04-01`"))
            },
            |(month, day)| Ok(Self { month, day }),
        )
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}
