//! The fast path through a block: lines without quotes whose cells are what their columns hold, read from left to right.

use memchr::memchr2;

use crate::error::Result;

use super::header::{Cell, Header, name};
use super::number_parser::{leading_gdp, leading_year, parse_gdp};
use super::scenario_reader::{Fed, ScenarioReader, Work};

/// How most files are laid out; a constant, so that the compiler takes the way through a line apart.
const USUAL: [Cell; 3] = [Cell::Scenario, Cell::Year, Cell::Gdp];

/// The cell of the scenario in the line before, which the next line most often starts with as well.
struct Before<'t> {
    cell: &'t [u8],
    /// Its first 16 bytes with the one behind it, and the bits of them that count: none where the text is over sooner.
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
    if header.order == USUAL {
        read_lines(text, (&USUAL, header.code), reader)
    } else {
        read_lines(text, (&header.order, header.code), reader)
    }
}

/// Reads lines of such cells, about this country if they name none.
#[inline(always)]
fn read_lines<W: Work>(
    text: &[u8],
    (order, code): (&[Cell], [u8; 3]),
    reader: &mut ScenarioReader<'_, W>,
) -> Result<Option<usize>> {
    let (mut rest, mut lines, mut before) = (text, 0, Before::none());
    while !rest.is_empty() {
        lines += 1;
        rest = match behind_line_end(rest) {
            Some(below) => below,
            None => match read_line(rest, (order, code), reader, &mut before)? {
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
    (order, code): (&[Cell], [u8; 3]),
    reader: &mut ScenarioReader<'_, W>,
    before: &mut Before<'t>,
) -> Result<Option<&'t [u8]>> {
    let (mut rest, mut left) = (line, order.len());
    let (mut country, mut fed) = (code, Fed { year: 0, stated: &[], gdp: 0 });
    for cell in order {
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
        let unused = 16usize.saturating_sub(cell.len() + 1);
        match text.first_chunk() {
            Some(chunk) => Self { cell, word: u128::from_le_bytes(*chunk), mask: u128::MAX >> (8 * unused) },
            None => Self { cell, ..Self::none() },
        }
    }

    /// Whether a text starts with the same cell.
    #[inline(always)]
    fn starts(&self, text: &[u8]) -> bool {
        let is_equal = |chunk: &[u8; 16]| (u128::from_le_bytes(*chunk) ^ self.word) & self.mask == 0;
        self.mask != 0
            && text.first_chunk().is_some_and(is_equal)
            && (self.cell.len() < 16 || first_cell(text) == self.cell)
    }
}
