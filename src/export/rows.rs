//! Rows as far as they are known before anybody states GDP.

use crate::error::{Error, Kind, Result};
use crate::quantity::Ratio;
use crate::table::Column;

use super::bands::Band;
use super::figure::{Figure, Point};
use super::trial::{Millionths, Seen, Span};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Form {
    /// It is empty.
    Nothing,
    /// Words, in which the name of the scenario and the year of its line are marked.
    Words(String),
    /// A figure.
    Figure(Figure),
}

/// A row of each year from one to another, on GDP between two ends if it is not on any.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) span: Span,
    pub(super) between: Option<[Millionths; 2]>,
    pub(super) forms: Vec<Form>,
}

/// The rows, neighbouring years in one where all but the year is the same.
///
/// # Errors
/// A figure is nothing that a statement could say.
pub(super) fn rows(columns: &[Column], bands: &[Band]) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    for band in bands {
        let row = row(columns, band)?;
        let goes_on = |before: &&mut Row| before.span.last.next() == Some(row.span.first) && before.says(&row);
        match rows.iter_mut().find(goes_on) {
            Some(before) => before.span.last = row.span.last,
            None => rows.push(row),
        }
    }
    Ok(rows)
}

impl Row {
    /// Whether another row of one year says the same of its own.
    fn says(&self, other: &Self) -> bool {
        !self.span.together && !other.span.together && self.between == other.between && self.forms == other.forms
    }
}

fn row(columns: &[Column], band: &Band) -> Result<Row> {
    let form = |(at, column)| form(column, &band.shown.iter().map(|(gdp, row)| (gdp, &row[at])).collect::<Vec<_>>());
    let forms = columns.iter().enumerate().map(form).collect::<Result<_>>()?;
    Ok(Row { span: band.span, between: band.between, forms })
}

/// What a cell holds that shows this on some GDP.
fn form(column: &Column, shown: &[(&Ratio, &Seen)]) -> Result<Form> {
    let Some((_, first)) = shown.first() else { return Ok(Form::Nothing) };
    Ok(match first {
        Seen::Nothing => Form::Nothing,
        // a reason that names figures of GDP is left to the program
        Seen::Words(_) if shown.iter().any(|(_, other)| other != first) => Form::Nothing,
        Seen::Words(words) => Form::Words(words.clone()),
        Seen::Figure(..) => {
            let points: Vec<Point<'_>> = shown.iter().filter_map(|(gdp, seen)| point(**gdp, seen)).collect();
            let what = || format!("`{}` as a function of GDP", column.name);
            Form::Figure(Figure::through(&points)?.ok_or_else(|| Error::new(Kind::TooLarge { what: what() }))?)
        }
    })
}

/// The figure that is seen on a GDP.
fn point(gdp: Ratio, seen: &Seen) -> Option<Point<'_>> {
    match seen {
        Seen::Figure(value, places, digits) => Some((gdp, value, *places, digits)),
        Seen::Nothing | Seen::Words(_) => None,
    }
}
