//! The figures that differ, as a table.

use crate::book::Observation;
use crate::error::Result;
use crate::table::{Cell, Column, Table, Value, columns};

use super::super::Query;
use super::super::once::Once;
use super::{Change, Changed};

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

/// The places of a share, unless two that differ would look the same.
const PLACES: u32 = 2;

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
    let figure = |value: Decimal| match (any.unit, changed.is_told_apart()) {
        (_, false) => Value::Stated(value.to_string()),
        (Unit::Percent, true) => Value::Quotient(value.into(), PLACES),
        (Unit::Million(_) | Unit::Index | Unit::Rate { .. }, true) => Value::Plain(value),
    };
    let stated = |row: Option<&Observation>| {
        row.map_or(Cell::UNKNOWN, |row| Cell::from(figure(row.value)).of_kind(row.kind))
    };
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
    /// Whether a figure that moved is seen to have moved at the places that are shown.
    fn is_told_apart(&self) -> bool {
        self.points().is_none_or(|moved| moved.is_zero() || moved.round_dp(PLACES) > Decimal::ZERO)
    }
}

/// How many figures there are of each sort: `figures: 1 revised, 12 new`.
fn counted(changed: &[Changed<'_>]) -> Option<String> {
    let count = |change: &Change| changed.iter().filter(|one| one.change == *change).count();
    let counts = Change::ALL.iter().map(|change| (count(change), change)).filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, change)| format!("{count} {change}")).collect();
    (!counts.is_empty()).then(|| format!("figures: {}", counts.join(", ")))
}
