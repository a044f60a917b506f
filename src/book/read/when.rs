//! For which years a commitment was made.

use crate::error::{Error, Kind, Result};
use crate::pledge::{Pledge, When};
use crate::quantity::{FiscalYear, Year, YearRange};

use super::field::Field;
use super::record::Record;

/// The keys that say when, in the order in which they are looked for.
const TIMES: [&str; 3] = ["in", "since", "by"];

/// Those of them that a record has.
pub(super) fn times(record: &Record<'_>) -> impl Iterator<Item = &'static str> + use<> {
    TIMES.map(|key| record.has(key).then_some(key)).into_iter().flatten()
}

/// Exactly one of `in`, `since` with `until`, and `by`; a commitment without a figure may have none, and one that is set against a year
/// has others than that.
pub(super) fn when(record: &mut Record<'_>, pledge: Option<Pledge>, fiscal: Option<FiscalYear>) -> Option<When> {
    let given: Vec<&'static str> = times(record).collect();
    if let [first, second, ..] = given[..] {
        let kind = Kind::TwoTimes { first: first.to_owned(), second: second.to_owned() };
        let place = record.key_origin(second).place();
        record.error(Error::new(kind).help("keep one of `in`, `since` with `until`, and `by`").at(place));
    }
    let each = record.optional("in", |field| field.years(|text| When::parse_in(text, fiscal)));
    let by = record.optional("by", Field::year).map(When::By);
    if given.is_empty() && pledge.is_some() {
        let kind = Kind::MissingKey { key: "in".to_owned(), record: "the pledge".to_owned() };
        record
            .error(Error::new(kind).help("say when: `in = 2026`, `since = 2022` with `until = 2025`, or `by = 2035`"));
    }
    let together = together(record);
    let is_mean = record.optional("mean", |field| mean(field, pledge, together)).unwrap_or_default();
    let when = each.or(together.map(if is_mean { When::Mean } else { When::Sum })).or(by);
    let years = pledge.zip(when).map_or(Ok(()), |(pledge, when)| pledge.check_years(when));
    if let (Err(error), Some(key)) = (years, given.first()) {
        record.error(error.at(record.key_origin(key).place()));
    }
    when
}

/// The years from `since` until `until`, which are taken together.
fn together(record: &mut Record<'_>) -> Option<YearRange> {
    record.pair("since", "until");
    let since = record.optional("since", Field::year);
    let years = record.optional("until", |field| {
        let until = field.year()?;
        since.map(|since| years(field, since, until)).transpose()
    });
    years.flatten()
}

/// The years up to the one of this field.
fn years(field: &Field<'_>, since: Year, until: Year) -> Result<YearRange> {
    YearRange::new(since, until)
        .map_err(|error| error.help("write the earlier year in `since`").at(field.origin().place()))
}

/// Whether the mean of the years is meant and not their sum: of shares, and of years that are taken together.
fn mean(field: &Field<'_>, pledge: Option<Pledge>, together: Option<YearRange>) -> Result<bool> {
    let is_mean = field.flag()?;
    let at = |error: Error| Err(error.at(field.origin().place()));
    let Some(pledge) = pledge.filter(|_| is_mean) else { return Ok(false) };
    if together.is_none() {
        let reason = "a mean is taken from `since` until `until`".to_owned();
        let kind = Kind::NeedlessKey { key: "mean".to_owned(), reason };
        return at(Error::new(kind).help("say the years with `since` and `until`, or leave it out"));
    }
    if pledge.base().is_none() {
        let kind = Kind::MeanOfNoShare { pledge: pledge.to_string() };
        return at(Error::new(kind).help("leave `mean` out, and state what all years come to together"));
    }
    Ok(true)
}
