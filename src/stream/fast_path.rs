//! The fast path through a block: lines without quotes whose cells are what their columns hold, read from left to right.

use memchr::memchr2;

use crate::error::Result;

use super::header::{Cell, Header, name};
use super::number_parser::{leading_gdp, leading_year, parse_gdp};
use super::scenario_reader::{Fed, ScenarioReader, Work};

/// The cell of the scenario in the line before, and the byte behind it, which the next line most often starts with as well.
struct Before<'t> {
    cell: &'t [u8],
    /// The first 16 bytes of both, and a bit for each that counts.
    word: u128,
    mask: u128,
}

/// Reads a block and gives the number of its lines; nothing as soon as one of them is for the slow path.
///
/// # Errors
/// A figure that cannot be kept exactly.
pub(super) fn read<W: Work>(
    text: &[u8],
    header: &Header<'_>,
    reader: &mut ScenarioReader<'_, W>,
) -> Result<Option<usize>> {
    let (mut rest, mut lines, mut before) = (text, 0, Before::none());
    while !rest.is_empty() {
        lines += 1;
        rest = match behind_line_end(rest) {
            Some(below) => below,
            None => match read_line(rest, header, reader, &mut before)? {
                Some(below) => below,
                None => return Ok(None),
            },
        };
    }
    reader.end()?;
    Ok(Some(lines))
}

/// Reads a line and gives the text below it.
#[inline(always)]
fn read_line<'t, W: Work>(
    line: &'t [u8],
    header: &Header<'_>,
    reader: &mut ScenarioReader<'_, W>,
    before: &mut Before<'t>,
) -> Result<Option<&'t [u8]>> {
    let (mut rest, mut left) = (line, header.order.len());
    let (mut country, mut fed) = (header.code, Fed { year: 0, stated: &[], gdp: 0 });
    for cell in &header.order {
        let length = match cell {
            Cell::Scenario if before.starts(rest) => before.cell.len(),
            Cell::Scenario => {
                *before = Before::new(rest);
                let Some(name) = name(before.cell) else { return Ok(None) };
                reader.enter(name)?;
                before.cell.len()
            }
            Cell::Year => {
                let Some(year) = leading_year(rest) else { return Ok(None) };
                fed.year = year;
                4
            }
            Cell::Gdp => {
                let Some((gdp, length)) = gdp(rest, left == 1) else { return Ok(None) };
                (fed.stated, fed.gdp) = (&rest[..length], gdp);
                length
            }
            Cell::Country => {
                let code = rest.first_chunk().filter(|code| code.iter().all(u8::is_ascii_uppercase));
                let Some(code) = code else { return Ok(None) };
                country = *code;
                3
            }
        };
        left -= 1;
        rest = match &rest[length..] {
            [b',', behind @ ..] if left > 0 => behind,
            behind if left == 0 => match behind_line_end(behind) {
                Some(below) => below,
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
    }
    Ok(reader.line(country, fed)?.then_some(rest))
}

/// GDP at the start of a text, and how many bytes state it.
#[inline(always)]
fn gdp(text: &[u8], is_last: bool) -> Option<(u128, usize)> {
    if let Some((gdp, length)) = leading_gdp(text)
        && matches!((text.get(length), is_last), (Some(b','), false) | (Some(b'\n' | b'\r') | None, true))
    {
        return Some((gdp.into(), length));
    }
    let cell = first_cell(text);
    Some((parse_gdp(cell)?, cell.len()))
}

/// What stands behind a line end, if the text starts with one or is over.
#[inline(always)]
fn behind_line_end(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'\n', below @ ..] | [b'\r', b'\n', below @ ..] => Some(below),
        [] | [b'\r'] => Some(&[]),
        _ => None,
    }
}

/// The bytes before the next comma or line end.
fn first_cell(text: &[u8]) -> &[u8] {
    let cell = memchr2(b',', b'\n', text).map_or(text, |end| &text[..end]);
    cell.strip_suffix(b"\r").unwrap_or(cell)
}

impl<'t> Before<'t> {
    /// No line was before.
    fn none() -> Self {
        Self { cell: &[], word: 0, mask: 0 }
    }

    /// The cell at the start of a text.
    fn new(text: &'t [u8]) -> Self {
        let cell = first_cell(text);
        let bytes = &text[..text.len().min(cell.len() + 1).min(16)];
        let widened = |bytes: &[u8]| bytes.iter().rev().fold(0, |word: u128, byte| word << 8 | u128::from(*byte));
        Self { cell, word: widened(bytes), mask: widened(&[0xFF; 16][..bytes.len()]) }
    }

    /// Whether a text starts with the same cell.
    #[inline(always)]
    fn starts(&self, text: &[u8]) -> bool {
        let is_short = self.cell.len() < 16;
        match text.first_chunk().filter(|_| is_short) {
            Some(chunk) => self.mask != 0 && (u128::from_le_bytes(*chunk) ^ self.word) & self.mask == 0,
            None => !self.cell.is_empty() && first_cell(text) == self.cell,
        }
    }
}
