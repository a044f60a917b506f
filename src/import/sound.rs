//! That what was read are figures of a book, each of them once.

use crate::book::{self, Measure, Observation};
use crate::error::{Error, Errors, Kind, Place};
use crate::quantity::{Country, Date, Year};

/// What makes a figure one of its own, in the order of the rows.
pub(super) type Key = (Country, Measure, Option<String>, String, Year, Date, String, book::Kind);

/// The key of a figure: whose, of what, in which unit and year, when it was published, by whom, and of what kind.
pub(super) fn key(row: &Observation) -> Key {
    let Observation { country, measure, year, vintage, kind, .. } = *row;
    (country, measure, row.definition.clone(), row.unit.to_string(), year, vintage, row.publisher.clone(), kind)
}

/// What a book would refuse of rows that are sorted by their keys.
pub(super) fn faults(rows: &[Observation]) -> Errors {
    let mut errors = Errors::default();
    for row in rows {
        errors.keep(row.check().map_err(|error| error.at(place(row))));
    }
    errors.extend(before_its_outturns(rows));
    for pair in rows.windows(2).filter(|pair| key(&pair[0]) == key(&pair[1])) {
        let error = Error::new(Kind::FigureTwice { figure: pair[1].in_words(), first: place(&pair[0]).to_string() });
        errors.push(error.help("see which of the two is meant").at(place(&pair[1])));
    }
    errors
}

/// The first outturn of a year that had not begun when it was published, as one error: the day is the same for all.
fn before_its_outturns(rows: &[Observation]) -> Errors {
    let early = |row: &&Observation| row.kind == book::Kind::Outturn && row.year > row.vintage.year();
    let error = |row: &Observation| {
        let reason = format!("it has an outturn of {}, and is of {}", row.year, row.vintage);
        let kind = Kind::UnreadableFile { path: row.origin.text().name().to_string(), reason };
        let help = "see which day `--vintage` has to give, and what is taken as an outturn";
        Errors::from(Error::new(kind).help(help).at(place(row)))
    };
    rows.iter().find(early).map(error).unwrap_or_default()
}

/// Where a row was read; a cell of a workbook has no line.
fn place(row: &Observation) -> Place {
    if row.origin.text().content().is_empty() { Place::file(row.origin.text().name()) } else { row.origin.place() }
}
