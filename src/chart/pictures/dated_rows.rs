//! What charts with days on their horizontal axis read from a table.

use crate::error::Result;
use crate::quantity::Date;
use crate::table::{Cell, Column, Role, Strength, Table, columns};

use super::table_rows::{place, year};

/// A row of a table: what was said or published on a day about a year, with its cells in other columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dated<'a, const N: usize> {
    pub(crate) role: Role,
    pub(crate) label: &'a Cell,
    /// The day as it is known.
    pub(crate) date: Date,
    /// Its place on the axis.
    pub(crate) at: f64,
    /// The year that it is about.
    pub(crate) year: i32,
    pub(crate) figure: &'a Cell,
    pub(crate) value: f64,
    pub(crate) others: [&'a Cell; N],
}

/// The rows that have a day, a year and a figure in this column, by day.
pub(crate) fn dated<'a, const N: usize>(
    table: &'a Table,
    figure: &Column,
    others: [&Column; N],
) -> Result<Vec<Dated<'a, N>>> {
    let cells = table.select([&columns::ROLE, &columns::LABEL, &columns::DATE, &columns::YEAR, figure])?;
    let row = |([role, label, date, about, figure], others): ([&'a Cell; 5], [&'a Cell; N])| {
        let date = date.date()?;
        Some(Dated {
            role: role.role()?,
            label,
            date,
            at: day(date),
            year: year(about)?,
            figure,
            value: place(figure.number()?),
            others,
        })
    };
    let mut rows: Vec<_> = cells.into_iter().zip(table.select(others)?).filter_map(row).collect();
    rows.sort_by_key(|row| row.date.last_day());
    Ok(rows)
}

/// Where a day stands: its year and the part of it that has passed.
pub(crate) fn day(date: Date) -> f64 {
    let (passed, days) = date.day_of_year();
    f64::from(date.year().number()) + f64::from(passed) / f64::from(days)
}

/// How heavy the line of a pledge is: the firmer, the heavier.
pub(crate) fn weight(strength: Strength) -> f64 {
    match strength {
        Strength::Goal => 0.6,
        Strength::Statement => 0.9,
        Strength::Bill => 1.2,
        Strength::Declaration => 1.5,
        Strength::Decision => 1.9,
        Strength::Budget => 2.3,
        Strength::Law => 2.8,
    }
}
