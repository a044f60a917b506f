//! The header of a scenario file, and what it says about the lines below.

use std::collections::BTreeMap;
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use crate::book::decode;
use crate::error::Result;
use crate::gdp::feed::{Columns, Countries, GDP, sheet};
use crate::quantity::Country;
use crate::quantity::text::unguard;

/// Where the columns of a scenario file stand.
pub(super) struct Header<'b> {
    /// What messages call the file.
    pub(super) name: String,
    /// What it says about the lines below.
    pub(super) columns: Columns<'b>,
    /// The three letters of the country of lines that name none; of none where each line names its own.
    pub(super) code: [u8; 3],
    /// The header in one line, to stand above any part of the file.
    pub(super) line: String,
    /// What the cells of a line hold.
    pub(super) order: Vec<Cell>,
    scenario_at: usize,
}

/// What a cell of a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    Scenario,
    Year,
    Gdp,
    Country,
}

impl<'b> Header<'b> {
    /// Reads a header, with the blank lines before it.
    ///
    /// # Errors
    /// It is no UTF-8, or has other columns than a scenario file about these countries: the first thing that is wrong.
    pub(super) fn read(name: &str, bytes: &[u8], countries: Countries<'b>) -> Result<Self> {
        let text = Arc::new(decode(name, bytes.to_vec())?);
        let sheet = sheet(&text)?;
        let names: Vec<&str> = sheet.header().iter().collect();
        let known = [("scenario", Cell::Scenario), ("year", Cell::Year), (GDP, Cell::Gdp), ("country", Cell::Country)];
        let placed = known.into_iter().filter_map(|(name, cell)| Some((sheet.position(name)?, cell)));
        let order = placed.collect::<BTreeMap<_, _>>().into_values().collect::<Vec<_>>();
        Ok(Self {
            name: name.to_owned(),
            columns: Columns::of(&sheet, countries)?,
            code: countries.default.map_or(*b"???", code),
            line: names.join(",") + "\n",
            scenario_at: order.iter().position(|cell| *cell == Cell::Scenario).unwrap_or_default(),
            order,
        })
    }

    /// The scenario of a line without quotes, as [`Header::scenario`] gives it.
    pub(super) fn scenario_of_line<'t>(&self, line: &'t [u8]) -> Option<&'t str> {
        let sound = memchr::memchr_iter(b',', line).count() + 1 == self.order.len() && is_text(line);
        line.split(|byte| *byte == b',').nth(self.scenario_at).filter(|_| sound).and_then(name)
    }

    /// The scenario of a record, if it has as many cells as the header and the name is not blank.
    pub(super) fn scenario<'r>(&self, record: &'r ByteRecord) -> Option<&'r str> {
        let sound = record.len() == self.order.len() && is_text(record.as_slice());
        record.get(self.scenario_at).filter(|_| sound).and_then(name)
    }
}

/// The three letters of a country.
pub(super) fn code(country: Country) -> [u8; 3] {
    let mut code = [b'?'; 3];
    code.iter_mut().zip(country.code().bytes()).for_each(|(to, letter)| *to = letter);
    code
}

/// The name in a cell of a scenario, if it is text and not blank.
pub(super) fn name(cell: &[u8]) -> Option<&str> {
    let name = std::str::from_utf8(cell).ok().filter(|name| name.bytes().all(|byte| byte != 0))?;
    if name.starts_with(|first: char| first.is_ascii_alphanumeric()) {
        return Some(name);
    }
    Some(unguard(name)).filter(|name| !name.trim_start().is_empty())
}

/// Whether bytes are UTF-8 without a NUL: a line that is not has no scenario.
fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok() && memchr::memchr(0, bytes).is_none()
}

/// Lets `visit` see each record of a text that starts with one: its bytes, line ends before and behind it included, and its cells.
///
/// It goes on as long as `visit` says so.
pub(super) fn records(text: &[u8], mut visit: impl FnMut(std::ops::Range<usize>, &ByteRecord) -> bool) {
    // a line end that counts for nothing keeps the reader from taking off a byte order mark inside the file
    let text_below = b"\n".iter().chain(text).copied().collect::<Vec<u8>>();
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text_below.as_slice());
    let mut record = ByteRecord::new();
    let mut start = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).saturating_sub(1).min(text.len());
        if !visit(start..end, &record) {
            return;
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_and_a_record_name_the_same_scenario_or_none() {
        let countries = Countries { default: Some("AAA".parse().unwrap()), known: &[], guards: &[] };
        for (columns, at) in [("scenario,year,gdp_million", 0), ("year,gdp_million,scenario", 2)] {
            let header = Header::read("f.csv", columns.as_bytes(), countries).unwrap();
            for (cells, expected) in [
                (&["a", "2026", "5"][..], Some("a")),
                (&["0 b", "", ""], Some("0 b")),
                (&["ā", "2026", "5"], Some("ā")),
                (&["'=a", "2026", "5"], Some("=a")),
                (&["", "2026", "5"], None),
                (&[" ", "2026", "5"], None),
                (&["'", "2026", "5"], Some("'")),
                (&["a\0", "2026", "5"], None),
                (&["a", "20\x0026", "5"], None),
                (&["a", "2026"], None),
                (&["a"], None),
                (&["a", "2026", "5", "6"], None),
            ] {
                let mut cells = cells.to_vec();
                if at == 2 && cells.len() == 3 {
                    cells.rotate_left(1);
                }
                let record = ByteRecord::from(cells.clone());
                assert_eq!(header.scenario_of_line(cells.join(",").as_bytes()), expected, "{cells:?}");
                assert_eq!(header.scenario(&record), expected, "{cells:?}");
            }
            let line = b"a,\xff,5".as_slice();
            assert_eq!(header.scenario_of_line(line), None);
            assert_eq!(header.scenario(&ByteRecord::from(line.split(|byte| *byte == b',').collect::<Vec<_>>())), None);
        }
    }

    #[test]
    fn records_with_the_line_ends_around_them_are_the_text() {
        for text in ["", "\n", "a,b\nc,d\n", "\n\na\r\n\r\n\"b\n\"\"c\"\n\nd", "\u{feff}a\n\u{feff}b"] {
            let mut spans = Vec::new();
            records(text.as_bytes(), |span, record| {
                spans.push((span, String::from_utf8_lossy(&record[0]).into_owned()));
                true
            });
            assert!(spans.windows(2).all(|pair| pair[0].0.end == pair[1].0.start), "{spans:?}");
            for (span, cell) in spans {
                assert!(text[span.clone()].replace(['"', '\n'], "").contains(&cell.replace(['"', '\n'], "")), "{cell}");
            }
        }
    }
}
