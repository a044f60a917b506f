//! The fast path through a block: lines without quotes whose cells are what their columns hold.

use crate::error::Result;
use crate::gdp::feed::COUNT;

use super::block_split::trimmed;
use super::header::{Cells, Header, is_text, name};
use super::number_parser::{parse_gdp, parse_year};
use super::scenario_reader::{Fed, ScenarioReader, Work};
use super::separators::Separators;

/// Reads a block and gives the number of its lines; nothing as soon as one of them is for the slow path.
///
/// # Errors
/// A figure that cannot be kept exactly.
pub(super) fn read<W: Work>(
    text: &[u8],
    header: &Header<'_>,
    reader: &mut ScenarioReader<'_, W>,
) -> Result<Option<usize>> {
    if !is_text(text) {
        return Ok(None);
    }
    let (mut lines, mut start, mut scenario): (usize, usize, &[u8]) = (0, 0, &[]);
    let (mut cells, mut count): ([&[u8]; COUNT], usize) = ([&[]; COUNT], 0);
    let mut gdp_end = 0;
    for (end, byte) in Separators::of(text) {
        let Some(cell) = cells.get_mut(count) else { return Ok(None) };
        *cell = &text[start..end];
        if count == header.gdp_at() {
            gdp_end = end;
        }
        (start, count) = (end + 1, count + 1);
        if byte == b',' {
            continue;
        }
        gdp_end -= usize::from(count == header.gdp_at() + 1 && cell.ends_with(b"\r"));
        *cell = trimmed(cell);
        let is_blank = count == 1 && cell.is_empty();
        let named = header.named(&cells, count);
        (lines, count) = (lines + 1, 0);
        if is_blank {
            continue;
        }
        let Some(cells) = named else { return Ok(None) };
        let Some((country, fed)) = parse(&cells, &text[..gdp_end], header) else { return Ok(None) };
        if !reader.marks_scenarios {
            reader.line_again(country, fed)?;
            continue;
        }
        if cells.scenario != scenario {
            let Some(Ok(name)) = name(cells.scenario).map(std::str::from_utf8) else { return Ok(None) };
            reader.enter(name)?;
            scenario = cells.scenario;
        }
        if scenario.is_empty() || !reader.line(country, fed)? {
            return Ok(None);
        }
    }
    reader.end()?;
    Ok(Some(lines))
}

/// What a line says; `before` ends with its GDP.
#[inline]
fn parse<'t>(cells: &Cells<'t>, before: &[u8], header: &Header<'_>) -> Option<([u8; 3], Fed<'t>)> {
    let code = |cell: &[u8]| <[u8; 3]>::try_from(cell).ok().filter(|code| code.iter().all(u8::is_ascii_uppercase));
    let country = cells.country.map_or(Some(header.code), code)?;
    let gdp = parse_gdp(before, cells.gdp.len())?;
    Some((country, Fed { year: parse_year(cells.year)?, stated: cells.gdp, gdp }))
}
