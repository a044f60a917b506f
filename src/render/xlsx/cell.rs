//! What a cell is in a sheet: a number with its decimals, a date, or text.

use std::borrow::Cow;

use rust_xlsxwriter::{ColNum, ExcelDateTime, Format, FormatAlign, RowNum, Worksheet, XlsxError};

use crate::error::{Error, Kind, Result};
use crate::quantity::Date;
use crate::table::{Cell, Column, Content};

use super::super::RenderError;

/// How many digits a double, which every number of a workbook is, keeps of any decimal.
const DIGITS: usize = 15;
/// How many letters a cell holds, as UTF-16 counts them.
const LETTERS: usize = 32_767;

/// What a cell holds.
pub(super) enum Typed<'c> {
    Empty,
    /// A decimal with its digits behind the point.
    Number(f64, usize),
    Date(ExcelDateTime),
    Text(Cow<'c, str>),
}

impl Typed<'_> {
    /// How it looks, if not as text does.
    pub(super) fn look(&self) -> Option<Look> {
        match self {
            Self::Number(_, decimals) => Some(Look::Number(*decimals)),
            Self::Date(_) => Some(Look::Date),
            Self::Empty | Self::Text(_) => None,
        }
    }
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Heading,
    Date,
    /// A number with so many decimals.
    Number(usize),
}

/// The formats of all looks.
pub(super) struct Looks {
    heading: Format,
    date: Format,
    /// Numbers with so many decimals.
    numbers: Vec<Format>,
}

impl Looks {
    pub(super) fn of(&self, look: Look) -> &Format {
        match look {
            Look::Heading => &self.heading,
            Look::Date => &self.date,
            Look::Number(decimals) => &self.numbers[decimals],
        }
    }
}

impl Default for Looks {
    fn default() -> Self {
        let number = |decimals| if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) };
        Self {
            heading: Format::new().set_bold(),
            date: Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            numbers: (0..=DIGITS).map(|decimals| Format::new().set_num_format(number(decimals))).collect(),
        }
    }
}

/// What a cell of a column holds, and how many letters it shows.
pub(super) fn typed<'c>(column: &Column, cell: &'c Cell, decimals: u32) -> Result<(Typed<'c>, usize)> {
    let Some(printed) = cell.printed(decimals)? else { return Ok((Typed::Empty, 0)) };
    let letters = printed.chars().count();
    let is_year = printed.len() == 4 && printed.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = column.content == Content::Figure || cell.years().is_some() && is_year;
    let typed = match cell.date() {
        Some(date) => day(date).map(Typed::Date),
        None if is_number => number(&printed),
        None => None,
    };
    Ok((typed.unwrap_or(Typed::Text(printed)), letters))
}

/// A decimal as a number, unless digits would be lost.
fn number(printed: &str) -> Option<Typed<'static>> {
    let digits = printed.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    let decimals = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    // zeros at the end count: whole numbers beyond 2^53 do not end in them
    let is_kept = digits <= DIGITS && decimals <= DIGITS;
    Some(Typed::Number(printed.parse().ok().filter(|_| is_kept)?, decimals))
}

/// A whole day, which a month or a year is not. Spreadsheets count days from different ones before March 1900, where some know of a
/// 29 February.
pub(super) fn day(date: Date) -> Option<ExcelDateTime> {
    let (year, month) = (date.year().number(), u8::try_from(date.month()?).ok()?);
    let day = u8::try_from(date.day()?).ok().filter(|_| (year, month) >= (1900, 3))?;
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Writes a cell with a look of its own; without one it looks as its column does.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    typed: Typed<'_>,
    look: Option<&Format>,
) -> std::result::Result<(), XlsxError> {
    match (typed, look) {
        (Typed::Empty, _) => return Ok(()),
        (Typed::Number(value, _), None) => sheet.write_number(row, column, value)?,
        (Typed::Number(value, _), Some(look)) => sheet.write_number_with_format(row, column, value, look)?,
        (Typed::Date(day), None) => sheet.write_datetime(row, column, &day)?,
        (Typed::Date(day), Some(look)) => sheet.write_datetime_with_format(row, column, &day, look)?,
        (Typed::Text(text), look) if text.starts_with("<r>") && text.ends_with("</r>") => {
            let plain = Format::new();
            let (start, rest) = text.split_at(1);
            let rest = rest.replace("_x", "_x005F_x");
            let runs = [(&plain, start), (&plain, &rest)];
            sheet.write_rich_string_with_format(row, column, &runs, look.unwrap_or(&plain))?
        }
        (Typed::Text(text), None) => sheet.write_string(row, column, text)?,
        (Typed::Text(text), Some(look)) => sheet.write_string_with_format(row, column, text, look)?,
    };
    Ok(())
}

/// Why a cell of a column, in this row of a sheet, was not written.
pub(super) fn unwritten(error: XlsxError, sheet: &Worksheet, row: RowNum, column: &str) -> RenderError {
    if !matches!(error, XlsxError::MaxStringLengthExceeded) {
        return error.into();
    }
    let (column, sheet) = (column.to_owned(), sheet.name());
    let kind = Kind::TooLongCell { column, row: u64::from(row) + 1, sheet, limit: LETTERS };
    Error::new(kind).help("write it with `--format csv`, or shorten the text in the book").into()
}
