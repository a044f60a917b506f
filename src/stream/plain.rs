//! The fast way through a block: lines without quotes whose cells are what their columns hold.

use memchr::memchr_iter;

use crate::error::Result;

use super::cut::trimmed;
use super::header::{Cells, Header, is_text, name};
use super::scaled::parse_gdp;
use super::walk::{Fed, Walk, Work, index_of};
use crate::quantity::Year;

/// Reads a block and gives the number of its lines; nothing as soon as one of them needs a careful look.
///
/// # Errors
/// A figure that cannot be kept exactly.
pub(super) fn read<W: Work>(text: &[u8], header: &Header, walk: &mut Walk<'_, W>) -> Result<Option<usize>> {
    if !is_text(text) {
        return Ok(None);
    }
    let (mut lines, mut start, mut scenario): (usize, usize, &[u8]) = (0, 0, &[]);
    for end in memchr_iter(b'\n', text).chain((!text.ends_with(b"\n")).then_some(text.len())) {
        let line = trimmed(&text[start..end]);
        (lines, start) = (lines + 1, end + 1);
        if line.is_empty() {
            continue;
        }
        let Some(cells) = header.cells(line) else { return Ok(None) };
        if cells.scenario != scenario {
            let Some(Ok(name)) = name(cells.scenario).map(std::str::from_utf8) else { return Ok(None) };
            walk.enter(name)?;
            scenario = cells.scenario;
        }
        let Some((country, fed)) = parse(&cells, header) else { return Ok(None) };
        if scenario.is_empty() || !walk.line(country, fed)? {
            return Ok(None);
        }
    }
    walk.end()?;
    Ok(Some(lines))
}

fn parse<'t>(cells: &Cells<'t>, header: &Header) -> Option<([u8; 3], Fed<'t>)> {
    let country = cells.country.unwrap_or(header.country.code().as_bytes());
    let country = <[u8; 3]>::try_from(country).ok().filter(|code| code.iter().all(u8::is_ascii_uppercase))?;
    Some((country, Fed { year: parse_year(cells.year)?, stated: cells.gdp, gdp: parse_gdp(cells.gdp)? }))
}

/// A year, counted from the first one.
fn parse_year(text: &[u8]) -> Option<usize> {
    let digits = <[u8; 4]>::try_from(text).ok()?;
    let year = digits.iter().try_fold(0, |number, byte| {
        let digit = usize::from(byte.wrapping_sub(b'0'));
        (digit < 10).then_some(number * 10 + digit)
    })?;
    year.checked_sub(usize::from(Year::FIRST.number())).filter(|index| *index <= index_of(Year::LAST))
}
