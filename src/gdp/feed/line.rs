//! A line of a scenario file, and how lines may not follow one another.

use crate::book::Kind;
use crate::error::{self, Error};
use crate::gdp::Value;
use crate::quantity::{Country, Money, Year};

/// A line of the file.
pub(crate) struct Line {
    pub(crate) scenario: String,
    pub(crate) country: Country,
    pub(crate) year: Year,
    pub(crate) value: Value,
}

/// The error of a scenario that comes back after another one.
pub(crate) fn comes_back(scenario: &str) -> Error {
    let kind = error::Kind::ScenarioComesBack { scenario: scenario.to_owned() };
    Error::new(kind).help("put all lines of a scenario together, for instance by sorting the file")
}

/// The error of a scenario under the name of one whose rows stand above those of the file.
pub(crate) fn taken(scenario: &str) -> Error {
    let first = "a scenario of the book of that name is asked for beside the file".to_owned();
    Error::new(error::Kind::DuplicateId { id: scenario.to_owned(), first })
        .help("give the one in the file another name, or leave `--scenario` out")
}

/// The error of a year that a scenario gives twice.
pub(crate) fn year_twice(scenario: &str, year: Year) -> Error {
    let kind = error::Kind::YearTwice { scenario: scenario.to_owned(), year: year.number() };
    Error::new(kind).help("keep one of the two lines")
}

/// GDP that a scenario file states with these digits.
pub(crate) fn value(scenario: &str, gdp: Money, stated: String) -> Value {
    Value {
        gdp,
        stated: Some(stated),
        precision: None,
        kind: Kind::Assumption,
        publisher: scenario.to_owned(),
        vintage: None,
        source: None,
        note: None,
        chained: false,
    }
}
