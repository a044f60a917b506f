//! What a workbook says of itself: the command, the day, the book, what belongs below its tables, and the documents.

use std::collections::BTreeSet;

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{RowNum, Worksheet};

use crate::table::{Cell, Citation, Table, columns};

use super::super::RenderError;
use super::cell::{self, Look, Looks};

/// How many letters wide the columns are.
const WIDTHS: [u32; 5] = [28, 70, 14, 50, 50];

/// Writes what is to be known of tables, which a command gives that may be known, to an empty sheet.
pub(super) fn write(sheet: &mut Worksheet, looks: &Looks, tables: &[Table], command: &str) -> Result<(), RenderError> {
    for (at, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(at, width)?;
    }
    let blocks = [facts(tables, command), notes(tables), documents(tables)];
    let mut row: RowNum = 0;
    for block in blocks.iter().filter(|block| !block.is_empty()) {
        for line in block {
            write_line(sheet, looks, row, line)?;
            row += 1;
        }
        row += 1;
    }
    Ok(())
}

/// What is empty is not known of any.
fn facts(tables: &[Table], command: &str) -> Vec<Vec<Cell>> {
    let Some(context) = tables.first().map(|table| &table.context) else { return Vec::new() };
    let day = context.fingerprint.as_ref().map(|_| context.as_of);
    let fingerprint = context.fingerprint.as_ref().map(ToString::to_string);
    let facts = [
        ("command", Cell::name(command)),
        ("as of", Cell::maybe(day)),
        ("book", Cell::text(&*context.book)),
        ("fingerprint", Cell::name(fingerprint.unwrap_or_default())),
    ];
    facts
        .into_iter()
        .filter(|(_, cell)| *cell != Cell::UNKNOWN)
        .map(|(name, cell)| vec![Cell::name(name), cell])
        .collect()
}

fn notes(tables: &[Table]) -> Vec<Vec<Cell>> {
    let notes = tables.iter().flat_map(|table| table.notes.iter().map(move |note| (table.name, note)));
    notes.filter(|(_, note)| !note.is_empty()).map(|(name, note)| vec![Cell::name(name), Cell::text(note)]).collect()
}

/// The documents of all tables, each once.
fn documents(tables: &[Table]) -> Vec<Vec<Cell>> {
    let mut seen = BTreeSet::new();
    let once = tables.iter().flat_map(|table| &table.sources).filter(|source| seen.insert(&source.id));
    let lines: Vec<Vec<Cell>> = once.map(document).collect();
    let head = ["publisher", "title", "published", "url", "note"].map(Cell::name).to_vec();
    if lines.is_empty() { lines } else { [vec![head], lines].concat() }
}

fn document(source: &Citation) -> Vec<Cell> {
    let maybe = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
    let (publisher, title) = (Cell::text(&*source.publisher), Cell::text(&*source.title));
    vec![publisher, title, source.published.into(), maybe(&source.url), maybe(&source.note)]
}

/// What stands first says what the line is.
fn write_line(sheet: &mut Worksheet, looks: &Looks, row: RowNum, line: &[Cell]) -> Result<(), RenderError> {
    for (at, cell) in (0..).zip(line) {
        let (typed, _) = cell::typed(&columns::NOTE, cell, 0)?;
        let look = if at == 0 { Some(Look::Heading) } else { typed.look() };
        let written = cell::write(sheet, (row, at), typed, look.map(|look| looks.of(look)));
        written.map_err(|error| cell::unwritten(error, sheet, row, &column_number_to_name(at)))?;
    }
    Ok(())
}
