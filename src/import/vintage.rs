//! When a file was published, as publishers write it and as a person completes it.

use crate::error::{Error, Kind, Result};
use crate::quantity::Date;

use super::{Official, Wanted};

/// The months as publishers write them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day of publication: what the file says, or the day within it that is wanted; where the file says nothing, what is wanted.
///
/// # Errors
/// Neither says it, or the two differ.
pub(super) fn vintage(file: &Official<'_>, said: Option<Date>, wanted: &Wanted) -> Result<Date> {
    match (said, wanted.vintage) {
        (Some(said), None) => Ok(said),
        (None, Some(given)) => Ok(given),
        (Some(said), Some(given)) if given.to_string().starts_with(&said.to_string()) => Ok(given),
        (Some(said), Some(given)) => {
            let option = format!("--vintage {given}");
            let kind = Kind::NeedlessOption { option, reason: format!("`{}` says that it is of {said}", file.name) };
            Err(Error::new(kind).help("leave it out, or take the file of that day"))
        }
        (None, None) => {
            let kind = Kind::MissingOption { what: file.name.to_owned(), option: "--vintage".to_owned() };
            Err(Error::new(kind).help(
                "the file does not say when it was published: give the day or the month, as `--vintage 2025-10-14`",
            ))
        }
    }
}

/// `April 2021` as a month.
pub(super) fn month_and_year(text: &str) -> Option<Date> {
    let (month, year) = text.trim().split_once(' ')?;
    let number = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))? + 1;
    format!("{}-{number:02}", year.trim()).parse().ok()
}

/// A date as `April 2021`.
pub(super) fn in_words(date: Date) -> String {
    let month = date.month().and_then(|month| MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?));
    month.map_or_else(|| date.year().to_string(), |month| format!("{month} {}", date.year()))
}

/// The day of a stamp, as `2026-04-14T13:00:00Z` or, in European order, `27/04/26 23:00:00`.
pub(super) fn day_of_stamp(text: &str) -> Option<Date> {
    let day = text.trim().split(['T', ' ']).next()?;
    let mut parts = day.splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(day), Some(month), Some(year)) => {
            let century = if year.len() == 2 { "20" } else { "" };
            format!("{century}{year}-{month}-{day}").parse().ok()
        }
        (_, _, _) => day.parse().ok().filter(|date: &Date| date.day().is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(said: Option<&str>, given: Option<&str>) -> Result<String> {
        let date = |text: Option<&str>| text.map(|text| text.parse().unwrap());
        let wanted = Wanted { vintage: date(given), ..Wanted::default() };
        vintage(&Official { name: "weo.xls", bytes: b"" }, date(said), &wanted).map(|date| date.to_string())
    }

    #[test]
    fn a_day_within_the_month_of_the_file_is_taken_and_another_is_not() {
        assert_eq!(of(Some("2021-04"), Some("2021-04-06")).unwrap(), "2021-04-06");
        assert_eq!(of(Some("2021-04"), None).unwrap(), "2021-04");
        assert_eq!(of(None, Some("2021-04")).unwrap(), "2021-04");
        let other = of(Some("2021-04"), Some("2021-05-06")).unwrap_err().to_string();
        assert!(other.contains("`weo.xls` says that it is of 2021-04"), "{other}");
        assert!(of(None, None).unwrap_err().to_string().contains("`weo.xls` needs `--vintage`"));
    }

    #[test]
    fn dates_are_read_as_publishers_write_them() {
        let text = |date: Option<Date>| date.map(|date| date.to_string());
        assert_eq!(text(month_and_year(" April 2021 ")), Some("2021-04".into()));
        assert_eq!(in_words("2021-04-06".parse().unwrap()), "April 2021");
        for stamp in ["2026-04-27T23:00:00+0200", "27/04/26 23:00:00", "27/04/2026", "2026-04-27"] {
            assert_eq!(text(day_of_stamp(stamp)), Some("2026-04-27".into()), "{stamp}");
        }
        assert!(["", "2026", "2026-04", "32/04/26", "a/b/c"].iter().all(|wrong| day_of_stamp(wrong).is_none()));
    }
}
