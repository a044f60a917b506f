//! A table as a sheet: the names of its columns stay in sight above the rows, which can be filtered.

use rust_xlsxwriter::{ColNum, RowNum, Worksheet};

use crate::table::{Column, Table};

use super::super::RenderError;
use super::cell::{self, Look, Looks, Typed};

/// How many letters wide a column is at least and at most.
const WIDTHS: (usize, usize) = (6, 60);
/// How many of them a page on its side takes at half their size, which can just be read.
const LEGIBLE: u32 = 260;
/// The number by which spreadsheets know paper of A4.
const A4: u8 = 9;
/// How many of them the button of a filter takes, beside the heading.
const BUTTON: usize = 4;

/// Writes a table to an empty sheet, amounts with so many decimals. A column looks as its first figure or day does, which takes less time
/// and room than to say it of each cell; a cell that looks otherwise says so.
pub(super) fn write(sheet: &mut Worksheet, looks: &Looks, table: &Table, decimals: u32) -> Result<(), RenderError> {
    let mut columns: Vec<Shown> = table.columns.iter().map(Shown::new).collect();
    for (at, column) in (0..).zip(table.columns) {
        cell::write(sheet, (0, at), Typed::Text(column.name.into()), Some(looks.of(Look::Heading)))?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (((at, column), cell), shown) in (0..).zip(table.columns).zip(cells).zip(&mut columns) {
            let (typed, letters) = cell::typed(column, cell, decimals)?;
            let look = typed.look().filter(|look| *shown.look.get_or_insert(*look) != *look);
            let written = cell::write(sheet, (row, at), typed, look.map(|look| looks.of(look)));
            written.map_err(|error| cell::unwritten(error, sheet, row, column.name))?;
            shown.letters = letters.max(shown.letters);
        }
    }
    let mut total = 0;
    for (at, Shown { letters, look }) in (0..).zip(columns) {
        let width = u32::try_from(letters.clamp(WIDTHS.0, WIDTHS.1) + 1).unwrap_or_default();
        total += width;
        sheet.set_column_width(at, width)?;
        if let Some(look) = look {
            sheet.set_column_format(at, looks.of(look))?;
        }
    }
    let last_row = RowNum::try_from(table.rows.len()).unwrap_or(RowNum::MAX);
    let last_column = ColNum::try_from(table.columns.len().saturating_sub(1)).unwrap_or(ColNum::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    // on paper: A4 on its side, the names of the columns on every page, and all columns on one where they can be read there
    sheet.set_landscape().set_paper_size(A4).set_repeat_rows(0, 0)?;
    if total <= LEGIBLE {
        sheet.set_print_fit_to_pages(1, 0);
    }
    Ok(())
}

/// What is shown in a column.
struct Shown {
    /// How many letters its widest cell has.
    letters: usize,
    /// How it looks, if it has a figure or a day.
    look: Option<Look>,
}

impl Shown {
    fn new(column: &Column) -> Self {
        Self { letters: column.name.len() + BUTTON, look: None }
    }
}
