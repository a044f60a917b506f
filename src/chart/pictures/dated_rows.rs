//! What charts with days on their horizontal axis read from a table.

use crate::quantity::Date;
use crate::table::{Cell, Table, Value};

use super::table_rows::{place, words, year};

/// A row of a table: what was said or published on a day about a year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dated<'a> {
    pub(crate) role: &'a str,
    pub(crate) label: &'a str,
    /// The day as it is known.
    pub(crate) date: Date,
    /// Its place on the axis.
    pub(crate) at: f64,
    /// The year that it is about.
    pub(crate) year: i32,
    pub(crate) figure: &'a Cell,
    pub(crate) value: f64,
    pub(crate) cells: &'a [Cell],
}

/// The rows that have a day, a year and a figure, by day.
pub(crate) fn dated<'a>(table: &'a Table, column: &str) -> Vec<Dated<'a>> {
    let row = |cells: &'a Vec<Cell>| {
        let figure = table.cell(cells, column);
        let date = date(table.cell(cells, "date"))?;
        Some(Dated {
            role: words(table.cell(cells, "role")),
            label: words(table.cell(cells, "label")),
            date,
            at: day(date),
            year: year(table.cell(cells, "year"))?,
            figure,
            value: place(figure.number()?),
            cells,
        })
    };
    let mut rows: Vec<Dated> = table.rows.iter().filter_map(row).collect();
    rows.sort_by_key(|row| row.date.last_day());
    rows
}

fn date(cell: &Cell) -> Option<Date> {
    match &cell.value {
        Value::Date(date) => Some(*date),
        Value::Unknown
        | Value::Text(_)
        | Value::Years(_)
        | Value::Money(_)
        | Value::Plain(_)
        | Value::Stated(_)
        | Value::Quotient(..)
        | Value::MoneyQuotient(_) => None,
    }
}

/// Where a day stands: its year and the part of it that has passed.
pub(crate) fn day(date: Date) -> f64 {
    let (passed, days) = date.day_of_year();
    f64::from(date.year().number()) + f64::from(passed) / f64::from(days)
}
