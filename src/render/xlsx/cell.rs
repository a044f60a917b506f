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

/// How cells look.
pub(super) struct Looks {
    pub(super) heading: Format,
    date: Format,
    /// Numbers with so many decimals.
    numbers: Vec<Format>,
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
    if printed.len() > LETTERS && printed.encode_utf16().count() > LETTERS {
        let kind = Kind::TooLongCell { column: column.name.to_owned(), limit: LETTERS };
        return Err(Error::new(kind).help("write it with `--format csv`, or shorten the text in the book"));
    }
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
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    let decimals = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    // zeros at the end count: whole numbers beyond 2^53 do not end in them
    let is_kept = digits.trim_start_matches('0').len() <= DIGITS && decimals <= DIGITS;
    Some(Typed::Number(printed.parse().ok().filter(|_| is_kept)?, decimals))
}

/// A whole day, which a month or a year is not. Spreadsheets count days from different ones before March 1900, where some know of a
/// 29 February.
pub(super) fn day(date: Date) -> Option<ExcelDateTime> {
    let (year, month) = (date.year().number(), u8::try_from(date.month()?).ok()?);
    let day = u8::try_from(date.day()?).ok().filter(|_| (year, month) >= (1900, 3))?;
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Writes a cell.
pub(super) fn write(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, column): (RowNum, ColNum),
    typed: Typed<'_>,
) -> std::result::Result<(), RenderError> {
    match typed {
        Typed::Empty => {}
        Typed::Number(value, decimals) => {
            sheet.write_number_with_format(row, column, value, &looks.numbers[decimals])?;
        }
        Typed::Date(day) => {
            sheet.write_datetime_with_format(row, column, &day, &looks.date)?;
        }
        Typed::Text(text) => write_text(sheet, (row, column), &text, None)?,
    }
    Ok(())
}

/// Writes text, which is never a formula. What looks like runs of letters with a format each would be taken for them: it is written as
/// two, in which the crate does not escape what looks like an escape.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    text: &str,
    look: Option<&Format>,
) -> std::result::Result<(), XlsxError> {
    let plain = Format::new();
    match look {
        _ if text.starts_with("<r>") && text.ends_with("</r>") => {
            let (start, rest) = text.split_at(1);
            let rest = rest.replace("_x", "_x005F_x");
            let runs = [(&plain, start), (&plain, &rest)];
            sheet.write_rich_string_with_format(row, column, &runs, look.unwrap_or(&plain))?
        }
        Some(look) => sheet.write_string_with_format(row, column, text, look)?,
        None => sheet.write_string(row, column, text)?,
    };
    Ok(())
}
