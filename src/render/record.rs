//! Rows one below the other, for a terminal too narrow for columns; and words wrapped at a width.

use comfy_table::{ColumnConstraint, Table, Width};

use super::sheet::Sheet;
use super::widths;

/// What all lines of a long value but the first are set in by.
const INDENT: &str = "  ";

/// One block of lines per row, what is unknown left out.
pub(super) fn blocks(sheet: &Sheet, width: Option<usize>) -> Vec<Vec<String>> {
    let block = |row: &Vec<String>| {
        let cells = sheet.columns.iter().zip(row).filter(|(_, cell)| !cell.trim().is_empty());
        cells.flat_map(|(column, cell)| hanging(&format!("{}: {}", column.heading, cell.trim()), width)).collect()
    };
    sheet.rows.iter().map(block).collect()
}

/// The text in lines of at most this width, broken at blanks where there are some, all but the first set in.
pub(super) fn hanging(text: &str, width: Option<usize>) -> Vec<String> {
    let Some(width) = width.filter(|width| widths::width(text) > *width) else {
        return vec![text.to_owned()];
    };
    let first = wrapped(text, width).into_iter().next().unwrap_or_default();
    let rest = text.get(first.len()..).unwrap_or_default().trim_start();
    let rest = wrapped(rest, width.saturating_sub(INDENT.len()));
    std::iter::once(first).chain(rest.into_iter().map(|line| format!("{INDENT}{line}"))).collect()
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.add_row([text]);
    for column in table.column_iter_mut() {
        column.set_padding((0, 0));
        column
            .set_constraint(ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width.max(1)).unwrap_or(u16::MAX))));
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect()
}
