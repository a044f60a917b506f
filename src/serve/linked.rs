//! Where the figures of a table lead: to the derivation of each.

use crate::table::{Column, Content, Table, columns};

use super::visit::Visit;

/// The address of the derivation of a figure; nothing where none leads there.
pub(super) fn derived(visit: &Visit<'_>, table: &Table, row: usize, column: &Column) -> Option<String> {
    if column.content != Content::Figure {
        return None;
    }
    let cell = |column: &Column| table.rows.get(row)?.get(table.column(column).ok()?)?.printed(2).ok().flatten();
    let commitment = cell(&columns::COMMITMENT)?;
    let year = cell(&columns::YEAR).filter(|year| year.len() == 4);
    let said = [
        ("id", Some(commitment)),
        ("year", year),
        ("country", cell(&columns::COUNTRY)),
        ("scenario", cell(&columns::SCENARIO)),
        ("definition", cell(&columns::DEFINITION)),
        ("basis", cell(&columns::BASIS)),
    ];
    let said: Vec<(&str, &str)> = said.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?))).collect();
    Some(visit.leading_to("/explain", &said))
}
