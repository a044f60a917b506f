//! Dates as published: a day, a month or a year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};

use crate::error::{Error, Kind, Result};

use super::Year;

/// A date to the day, the month or the year; it prints as it was written.
///
/// A month counts as its last day and a year as 31 December, so dates order by the day on which they are over.
/// ```
/// # use pledgebook::quantity::Date;
/// let (month, day): (Date, Date) = ("2025-06".parse()?, "2025-06-30".parse()?);
/// assert_eq!(month.last_day(), day.last_day());
/// assert_eq!(month.to_string(), "2025-06");
/// # Ok::<(), pledgebook::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    last_day: NaiveDate,
    precision: Precision,
}

/// To which unit a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precision {
    Day,
    Month,
    Year,
}

impl Date {
    /// The first date that the program knows: the year 1900.
    pub const FIRST: Self = Self {
        last_day: match NaiveDate::from_ymd_opt(1900, 12, 31) {
            Some(day) => day,
            None => NaiveDate::MIN,
        },
        precision: Precision::Year,
    };

    /// The day on which the date is over.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.last_day
    }

    /// The same date as a full day: its last.
    #[must_use]
    pub fn to_day(self) -> Self {
        Self { precision: Precision::Day, ..self }
    }

    /// Whether it names a year alone.
    #[must_use]
    pub fn is_year(self) -> bool {
        self.precision == Precision::Year
    }

    /// The year in which it lies.
    #[must_use]
    pub fn year(self) -> Year {
        Year::try_from(self.last_day.year()).unwrap_or(Year::LAST)
    }

    /// The month, from 1; nothing where only a year is known.
    #[must_use]
    pub fn month(self) -> Option<u32> {
        match self.precision {
            Precision::Day | Precision::Month => Some(self.last_day.month()),
            Precision::Year => None,
        }
    }

    /// The day of the month; nothing where no day is known.
    #[must_use]
    pub fn day(self) -> Option<u32> {
        match self.precision {
            Precision::Day => Some(self.last_day.day()),
            Precision::Month | Precision::Year => None,
        }
    }

    /// Which day of its year it is, counted from 0, and how many days that year has.
    ///
    /// ```
    /// # use pledgebook::quantity::Date;
    /// assert_eq!("2024-12-31".parse::<Date>()?.day_of_year(), (365, 366));
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    #[must_use]
    pub fn day_of_year(self) -> (u32, u32) {
        (self.last_day.ordinal0(), if self.last_day.leap_year() { 366 } else { 365 })
    }

    /// Whether what bears this date was known on a day: the date is over by then.
    ///
    /// ```
    /// # use pledgebook::quantity::Date;
    /// let month: Date = "2025-06".parse()?;
    /// assert!(month.is_known_on("2025-06-30".parse()?) && !month.is_known_on("2025-06-29".parse()?));
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    #[must_use]
    pub fn is_known_on(self, day: Self) -> bool {
        self.last_day <= day.last_day
    }

    /// Whether this year is over on that day: from its 31 December on.
    #[must_use]
    pub fn closes(self, year: Year) -> bool {
        self.year() > year || self.year() == year && (self.last_day.month(), self.last_day.day()) == (12, 31)
    }

    /// Whether it is over before this year begins.
    #[must_use]
    pub fn is_before(self, year: Year) -> bool {
        self.year() < year
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        parse(text).ok_or_else(|| {
            if let Some(error) = beyond(text) {
                return error;
            }
            let kind = Kind::NotADate { text: text.to_owned() };
            Error::new(kind).help("write year, month and day, as `2025-11-20`").maybe_help(last_of_month(text))
        })
    }
}

fn parse(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year: i32 = number(parts.next()?, 4)?.parse().ok()?;
    let year = Year::try_from(year).ok()?.number().into();
    let (month, day) = (parts.next(), parts.next());
    let precision = match (month, day) {
        (None, _) => Precision::Year,
        (Some(_), None) => Precision::Month,
        (Some(_), Some(_)) => Precision::Day,
    };
    let month: u32 = month.map_or(Some("12"), |month| number(month, 2))?.parse().ok()?;
    let last_day = match day {
        Some(day) => NaiveDate::from_ymd_opt(year, month, number(day, 2)?.parse().ok()?)?,
        None => NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()?,
    };
    parts.next().is_none().then_some(Date { last_day, precision })
}

/// That a date is none for its year alone, which the program does not know.
fn beyond(text: &str) -> Option<Error> {
    let (year, rest) = text.split_at_checked(4)?;
    number(year, 4)?;
    let error = year.parse::<Year>().err()?;
    // a leap year has every day
    parse(&format!("2000{rest}")).map(|_| error)
}

fn number(text: &str, length: usize) -> Option<&str> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}

/// What to write for a day that its month does not have.
fn last_of_month(text: &str) -> Option<String> {
    let month = parse(text.get(..7)?)?;
    let day: u32 = number(text.get(8..)?, 2)?.parse().ok()?;
    let last = month.last_day.day();
    (day > last).then(|| format!("that month has {last} days: the last is `{}`", month.last_day))
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.last_day.year(), self.last_day.month());
        match self.precision {
            Precision::Day => self.last_day.fmt(f),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Year => write!(f, "{year:04}"),
        }
    }
}
