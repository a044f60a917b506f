//! Workbooks (.xlsx) of publishers: opened through limits, streamed cell by cell, never asked for a range.

mod limits;
mod sheet;
mod stated;

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx};

use crate::error::{Error, Result};

use super::Official;
use limits::{CELLS, COLUMNS, LETTERS, ROWS, SHEETS, check};
pub(super) use limits::{check_if_one, is_workbook, unreadable};
pub(super) use sheet::{Cell, Colour, Content, Row, Sheet};
pub(super) use stated::Stated;

/// An open workbook.
pub(super) struct Workbook<'f> {
    name: &'f str,
    xlsx: Xlsx<Cursor<&'f [u8]>>,
    /// How many more cells may be read.
    cells: usize,
    /// How many more bytes of text they may hold, a text that cells share counted in each of them.
    letters: usize,
}

impl<'f> Workbook<'f> {
    /// Opens a workbook that holds no more than a publisher's does.
    ///
    /// # Errors
    /// The file is no such workbook, is damaged or locked, or holds more.
    pub(super) fn open(official: &Official<'f>) -> Result<Self> {
        check(official)?;
        let xlsx = Xlsx::new(Cursor::new(official.bytes)).map_err(|error| damaged(official.name, &error))?;
        if xlsx.sheets_metadata().len() > SHEETS {
            return Err(too_many(official.name, SHEETS, "sheets"));
        }
        Ok(Self { name: official.name, xlsx, cells: CELLS, letters: LETTERS })
    }

    /// The names of the sheets of cells that it shows, in their order.
    pub(super) fn sheets(&self) -> Vec<String> {
        self.of_cells().filter(is_shown).map(|sheet| sheet.name.clone()).collect()
    }

    /// How many sheets of cells it does not show.
    pub(super) fn hidden(&self) -> usize {
        self.of_cells().filter(|sheet| !is_shown(sheet)).count()
    }

    fn of_cells(&self) -> impl Iterator<Item = &calamine::Sheet> {
        self.xlsx.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet)
    }

    /// The filled cells of a sheet.
    ///
    /// # Errors
    /// The sheet is damaged, holds too many cells or too much text, or a cell that lies far off.
    pub(super) fn sheet(&mut self, name: &str) -> Result<Sheet> {
        let mut sheet = Sheet::new(self.name, name);
        let whole = |error| damaged(&format!("{}, sheet `{name}`", self.name), &error);
        let mut reader = self.xlsx.worksheet_cells_reader(name).map_err(whole)?;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(whole)? {
            self.cells = self.cells.checked_sub(1).ok_or_else(|| too_many(self.name, CELLS, "cells"))?;
            let left = self.letters.checked_sub(length(cell.get_value()));
            self.letters = left.ok_or_else(|| too_many(self.name, LETTERS, "letters in its cells"))?;
            let (row, column) = cell.get_position();
            let Some(content) = content(cell.get_value()) else { continue };
            if row >= ROWS || column >= COLUMNS {
                return Err(far(&sheet, row, column));
            }
            let style = reader.styles().get(style);
            let (colour, decimals) = (style.and_then(colour), style.and_then(decimals));
            let is_percent = matches!(content, Content::Number(_)) && style.is_some_and(is_percent);
            sheet.insert(row, column, Cell { content, colour, decimals, is_percent });
        }
        Ok(sheet)
    }
}

fn is_shown(sheet: &&calamine::Sheet) -> bool {
    sheet.visible == SheetVisible::Visible
}

/// How many bytes of text a cell holds.
fn length(value: &DataRef<'_>) -> usize {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
        DataRef::SharedString(text) => text.len(),
        DataRef::Int(_)
        | DataRef::Float(_)
        | DataRef::Bool(_)
        | DataRef::DateTime(_)
        | DataRef::Error(_)
        | DataRef::Empty => 0,
    }
}

/// What a cell holds; of a number its shortest text, of a formula what was worked out last.
fn content(value: &DataRef<'_>) -> Option<Content> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Content::Text(text.to_owned()));
    match value {
        DataRef::Int(number) => Some(Content::Number(number.to_string())),
        DataRef::Float(number) => Some(Content::Number(number.to_string())),
        DataRef::String(own) => text(own),
        DataRef::SharedString(shared) => text(shared),
        DataRef::Bool(truth) => text(if *truth { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(date) => text(&day(date)),
        DataRef::DateTimeIso(iso) | DataRef::DurationIso(iso) => text(iso),
        DataRef::Error(_) => Some(Content::Error),
        DataRef::Empty => None,
    }
}

/// A date as `2026-01-31`, so that nobody takes it for a number; a length of time in days.
fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    if date.is_datetime() { format!("{year}-{month:02}-{day:02}") } else { format!("{date} days") }
}

/// The colour of the letters, where the cell sets one.
fn colour(style: &Style) -> Option<Colour> {
    let colour = style.font.as_ref()?.color?;
    Some(Colour { red: colour.red, green: colour.green, blue: colour.blue })
}

/// The format of a number above zero.
fn format(style: &Style) -> Option<&str> {
    style.number_format.as_ref()?.format_code.split(';').next()
}

/// Whether the format shows a number as per cent, a hundred times as much: in quotes or behind `\` the sign is a mere sign.
fn is_percent(style: &Style) -> bool {
    let shows = |unquoted: &str| unquoted.replace(r"\%", "").contains('%');
    format(style).is_some_and(|format| format.split('"').step_by(2).any(shows))
}

/// How many decimals the format shows: two of `#,##0.00;-#,##0.00`, none of `0`, whatever there are of a format without digits.
fn decimals(style: &Style) -> Option<u32> {
    let format = format(style)?;
    let (whole, decimals) = format.split_once('.').unwrap_or((format, ""));
    let shown = decimals.chars().take_while(|c| "0#?".contains(*c)).count();
    whole.contains(['0', '#']).then(|| u32::try_from(shown).ok())?
}

fn damaged(place: &str, error: &calamine::XlsxError) -> Error {
    unreadable(place, &format!("it is damaged ({error})"), "take the file again from its publisher")
}

fn too_many(name: &str, most: usize, what: &str) -> Error {
    unreadable(name, &format!("it has more than {most} {what}"), limits::SMALLER)
}

fn far(sheet: &Sheet, row: u32, column: u32) -> Error {
    let reason = format!("a cell lies beyond row {ROWS} or column {COLUMNS}");
    unreadable(&sheet.spot(row, column), &reason, "delete what stands there, or take the file again from its publisher")
}
