//! A table as a sheet: the names of its columns stay in sight above the rows, which can be filtered.

use rust_xlsxwriter::{ColNum, RowNum, Worksheet};

use crate::table::Table;

use super::super::RenderError;
use super::cell::{self, Looks};

/// How many letters wide a column is at least and at most.
const WIDTHS: (usize, usize) = (6, 60);
/// How many of them the button of a filter takes, beside the heading.
const BUTTON: usize = 4;

/// Writes a table to an empty sheet, amounts with so many decimals.
pub(super) fn write(sheet: &mut Worksheet, looks: &Looks, table: &Table, decimals: u32) -> Result<(), RenderError> {
    let mut widths: Vec<usize> = table.columns.iter().map(|column| column.name.len() + BUTTON).collect();
    for (at, column) in (0..).zip(table.columns) {
        cell::write_text(sheet, (0, at), column.name, Some(&looks.heading))?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (((at, column), cell), width) in (0..).zip(table.columns).zip(cells).zip(&mut widths) {
            let (typed, letters) = cell::typed(column, cell, decimals)?;
            cell::write(sheet, looks, (row, at), typed)?;
            *width = letters.max(*width);
        }
    }
    for (at, letters) in (0..).zip(widths) {
        sheet.set_column_width(at, u32::try_from(letters.clamp(WIDTHS.0, WIDTHS.1) + 1).unwrap_or_default())?;
    }
    let last_row = RowNum::try_from(table.rows.len()).unwrap_or(RowNum::MAX);
    let last_column = ColNum::try_from(table.columns.len().saturating_sub(1)).unwrap_or(ColNum::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}
