//! Workbooks (.xlsx) of publishers: opened through limits, streamed cell by cell, never asked for a range.

mod limits;
mod sheet;
mod stated;

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx};

use crate::error::{Error, Result};

use super::Official;
use limits::{CELLS, COLUMNS, ROWS, check};
pub(super) use limits::{check_if_one, is_workbook, unreadable};
pub(super) use sheet::{Cell, Colour, Content, Row, Sheet};
pub(super) use stated::Stated;

/// An open workbook.
pub(super) struct Workbook<'f> {
    name: &'f str,
    xlsx: Xlsx<Cursor<&'f [u8]>>,
    /// How many more cells may be read.
    cells: usize,
}

impl<'f> Workbook<'f> {
    /// Opens a workbook that holds no more than a publisher's does.
    ///
    /// # Errors
    /// The file is no such workbook, is damaged or locked, or holds more.
    pub(super) fn open(official: &Official<'f>) -> Result<Self> {
        check(official)?;
        let xlsx = Xlsx::new(Cursor::new(official.bytes)).map_err(|error| damaged(official.name, &error))?;
        Ok(Self { name: official.name, xlsx, cells: CELLS })
    }

    /// The names of the sheets of cells that it shows, in their order.
    pub(super) fn sheets(&self) -> Vec<String> {
        let shows =
            |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
        self.xlsx.sheets_metadata().iter().filter(shows).map(|sheet| sheet.name.clone()).collect()
    }

    /// The filled cells of a sheet.
    ///
    /// # Errors
    /// The sheet is damaged, holds too many cells, or one that lies far off.
    pub(super) fn sheet(&mut self, name: &str) -> Result<Sheet> {
        let mut sheet = Sheet::new(self.name, name);
        let whole = |error| damaged(&format!("{}, sheet `{name}`", self.name), &error);
        let mut reader = self.xlsx.worksheet_cells_reader(name).map_err(whole)?;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(whole)? {
            self.cells = self.cells.checked_sub(1).ok_or_else(|| too_many_cells(self.name))?;
            let (row, column) = cell.get_position();
            let Some(content) = content(cell.get_value()) else { continue };
            if row >= ROWS || column >= COLUMNS {
                return Err(far(&sheet, row, column));
            }
            let style = reader.styles().get(style);
            let (colour, decimals) = (style.and_then(colour), style.and_then(decimals));
            sheet.insert(row, column, Cell { content, colour, decimals });
        }
        Ok(sheet)
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
        DataRef::DateTime(date) => text(&date.to_string()),
        DataRef::DateTimeIso(iso) | DataRef::DurationIso(iso) => text(iso),
        DataRef::Error(_) => Some(Content::Error),
        DataRef::Empty => None,
    }
}

/// The colour of the letters, where the cell sets one.
fn colour(style: &Style) -> Option<Colour> {
    let colour = style.font.as_ref()?.color?;
    Some(Colour { red: colour.red, green: colour.green, blue: colour.blue })
}

/// How many decimals the format shows: two of `#,##0.00;-#,##0.00`, none of `0`, whatever there are of a format without digits.
fn decimals(style: &Style) -> Option<u32> {
    let format = style.number_format.as_ref()?.format_code.split(';').next()?;
    let (whole, decimals) = format.split_once('.').unwrap_or((format, ""));
    let shown = decimals.chars().take_while(|c| "0#?".contains(*c)).count();
    whole.contains(['0', '#']).then(|| u32::try_from(shown).ok())?
}

fn damaged(place: &str, error: &calamine::XlsxError) -> Error {
    unreadable(place, &format!("it is damaged ({error})"), "take the file again from its publisher")
}

fn too_many_cells(name: &str) -> Error {
    unreadable(name, &format!("it has more than {CELLS} cells"), limits::SMALLER)
}

fn far(sheet: &Sheet, row: u32, column: u32) -> Error {
    let reason = format!("a cell lies beyond row {ROWS} or column {COLUMNS}");
    unreadable(&sheet.spot(row, column), &reason, "delete what stands there, or take the file again from its publisher")
}
