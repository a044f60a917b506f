//! The figures that differ, as a table.

use crate::book::{Observation, Unit};
use crate::error::Result;
use crate::quantity::{Decimal, round};
use crate::table::{Cell, Column, Table, Value, columns};

use super::super::Query;
use super::super::once::Once;
use super::changed::{Change, Changed};

const COLUMNS: &[Column] = &[
    columns::CHANGE,
    columns::COUNTRY,
    columns::MEASURE.key(),
    columns::DEFINITION.unwrapped(),
    columns::YEAR,
    columns::OLD,
    columns::NEW,
    columns::MOVED_BY,
    columns::UNIT,
    columns::PUBLISHER,
    columns::VINTAGE,
];

/// The places at which figures are shown, unless two that differ would look the same.
fn places(unit: Unit) -> u32 {
    match unit {
        Unit::Percent => 2,
        Unit::Million(_) | Unit::Index | Unit::Rate { .. } => 6,
    }
}

/// The figures that differ, each with its kind.
pub(super) fn table(query: &Query<'_>, changed: &[Changed<'_>]) -> Result<Table> {
    let mut sources = Once::default();
    sources.extend(changed.iter().filter_map(|one| Some(one.now?.source.as_str())));
    let rows = changed.iter().filter_map(|one| Some(row(one, one.row()?))).collect();
    let mut table = query.table("figures", COLUMNS, rows, sources.names());
    table.notes.extend(counted(changed));
    Ok(table)
}

fn row(changed: &Changed<'_>, any: &Observation) -> Vec<Cell> {
    let figure = |value: Decimal| match any.unit {
        _ if !changed.is_seen(places(any.unit)) => Value::Stated(value.to_string()),
        Unit::Percent => Value::Quotient(value.into(), places(any.unit)),
        Unit::Million(_) | Unit::Index | Unit::Rate { .. } => Value::Plain(value),
    };
    let stated =
        |row: Option<&Observation>| row.map_or(Cell::UNKNOWN, |row| Cell::from(figure(row.value)).of_kind(row.kind));
    vec![
        Cell::name(changed.change.word()),
        any.country.into(),
        Cell::name(any.measure.word()),
        Cell::name(any.definition.clone().unwrap_or_default()),
        any.year.into(),
        stated(changed.then),
        stated(changed.now),
        Cell::maybe(changed.moved.map(figure)),
        Cell::name(any.unit.to_string()),
        Cell::text(&*any.publisher),
        any.vintage.into(),
    ]
}

impl Changed<'_> {
    /// Whether it is to be seen at so many places that a figure moved, if it did.
    fn is_seen(&self, places: u32) -> bool {
        let shown = |row: &Observation| round(row.value, places).ok();
        self.moved.is_none_or(|moved| moved.is_zero()) || self.then.map(shown) != self.now.map(shown)
    }
}

/// How many figures there are of each sort: `figures: 1 revised, 12 new`.
fn counted(changed: &[Changed<'_>]) -> Option<String> {
    let count = |change: &Change| changed.iter().filter(|one| one.change == *change).count();
    let counts = Change::ALL.iter().map(|change| (count(change), change)).filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, change)| format!("{count} {change}")).collect();
    (!counts.is_empty()).then(|| format!("figures: {}", counts.join(", ")))
}
