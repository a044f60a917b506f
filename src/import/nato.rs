//! NATO's workbook of defence expenditure, in the layouts of its editions: a table on each sheet, often of two blocks.
//!
//! Titles, units and price bases are found by their words, years and labels by what they are. NATO's year is the fiscal year that
//! holds most of its months, its shares are of GDP at constant prices, and both are said in the note of a row.

mod label;
mod marks;
mod meaning;
mod table;

use crate::book::{Kind, Measure, Observation, Source, Unit};
use crate::error::{self, Error, Errors, Result};
use crate::quantity::{Country, Currency, Date, Year};

use super::workbook::{Content, Sheet, Stated, Workbook, is_workbook, unreadable};
use super::{Edition, Format, LeftOut, Official, Wanted, allies};
use label::Label;
use meaning::{Meaning, Words};
use table::{Figure, Line, Table};

pub(super) const FORMAT: Format = Format {
    name: NAME,
    about: "defence expenditure of NATO countries, the workbook of each edition",
    recognises,
    read,
};

const NAME: &str = "nato";
const PUBLISHER: &str = "NATO";

/// Whether the sheets are called `Table 1`, `TABLE2` and so on.
fn recognises(official: &Official<'_>) -> bool {
    let is_table = |name: &String| name.to_lowercase().strip_prefix("table").is_some_and(|rest| rest.trim().starts_with(|c: char| c.is_ascii_digit()));
    is_workbook(official) && Workbook::open(official).is_ok_and(|workbook| workbook.sheets().iter().any(is_table))
}

fn read(official: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let mut workbook = Workbook::open(official)?;
    let mut reading = Reading::new(wanted.vintage(official, None)?);
    for name in workbook.sheets() {
        let sheet = workbook.sheet(&name)?;
        reading.table(&sheet);
    }
    reading.edition(official)
}

/// What has been read so far.
struct Reading {
    vintage: Date,
    source: String,
    title: Option<String>,
    years: Option<(Year, Year)>,
    rows: Vec<Observation>,
    left_out: Vec<LeftOut>,
    errors: Errors,
}
