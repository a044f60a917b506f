//! The fast path through a block: lines without quotes whose cells are what their columns hold, read from left to right.

use memchr::memchr2;

use crate::error::Result;

use super::header::{Cell, Header, name};
use super::number_parser::{leading_gdp, leading_year, parse_gdp};
use super::scenario_reader::{Fed, ScenarioReader, Work};

/// The cell of the scenario in the line before, which the next line most often starts with as well.
struct Before<'t> {
    cell: &'t [u8],
    /// Its first 16 bytes with the one behind it, and the bits of them that count: none where the text is over sooner.
    word: u128,
    mask: u128,
}

/// What is left of a block, and what its open line has said.
struct Lines<'t, 'r, 'p, W> {
    rest: &'t [u8],
    reader: &'r mut ScenarioReader<'p, W>,
    before: Before<'t>,
    country: [u8; 3],
    fed: Fed<'t>,
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
    let fed = Fed { year: 0, stated: &[], gdp: 0 };
    let mut open = Lines { rest: text, reader, before: Before::none(), country: header.code, fed };
    let (mut lines, is_usual) = (0, header.order == [Cell::Scenario, Cell::Year, Cell::Gdp]);
    while !open.rest.is_empty() {
        lines += 1;
        let is_read = open.end() || if is_usual { open.read_usual()? } else { open.read_in_order(&header.order)? };
        if !is_read {
            return Ok(None);
        }
    }
    reader.end()?;
    Ok(Some(lines))
}

impl<W: Work> Lines<'_, '_, '_, W> {
    /// Reads a line as most files have it, on a way without turns; false if it is for the slow path.
    #[inline(always)]
    fn read_usual(&mut self) -> Result<bool> {
        let is_read = self.scenario()? && self.comma() && self.year() && self.comma() && self.gdp() && self.end();
        Ok(is_read && self.reader.line(self.country, self.fed)?)
    }

    fn read_in_order(&mut self, order: &[Cell]) -> Result<bool> {
        for (at, cell) in order.iter().enumerate() {
            let is_read = (at == 0 || self.comma())
                && match cell {
                    Cell::Scenario => self.scenario()?,
                    Cell::Year => self.year(),
                    Cell::Gdp => self.gdp(),
                    Cell::Country => self.country(),
                };
            if !is_read {
                return Ok(false);
            }
        }
        Ok(self.end() && self.reader.line(self.country, self.fed)?)
    }

    #[inline(always)]
    fn scenario(&mut self) -> Result<bool> {
        if !self.before.starts(self.rest) {
            self.before = Before::new(self.rest);
            let named = name(self.before.cell).filter(|name| !self.reader.is_taken(name));
            let Some(name) = named else { return Ok(false) };
            self.reader.enter(name)?;
        }
        self.rest = &self.rest[self.before.cell.len()..];
        Ok(true)
    }

    #[inline(always)]
    fn year(&mut self) -> bool {
        let Some(year) = leading_year(self.rest) else { return false };
        (self.fed.year, self.rest) = (year, &self.rest[4..]);
        true
    }

    #[inline(always)]
    fn gdp(&mut self) -> bool {
        let Some((gdp, length)) = gdp(self.rest) else { return false };
        self.fed.gdp = gdp;
        (self.fed.stated, self.rest) = self.rest.split_at(length);
        true
    }

    fn country(&mut self) -> bool {
        let code = self.rest.split_first_chunk().filter(|(code, _)| code.iter().all(u8::is_ascii_uppercase));
        let Some((code, rest)) = code else { return false };
        (self.country, self.rest) = (*code, rest);
        true
    }

    /// Goes behind a comma; false if there is none.
    #[inline(always)]
    fn comma(&mut self) -> bool {
        let [b',', rest @ ..] = self.rest else { return false };
        self.rest = rest;
        true
    }

    /// Goes below a line end; false if there is none.
    #[inline(always)]
    fn end(&mut self) -> bool {
        self.rest = match self.rest {
            [b'\n', below @ ..] | [b'\r', b'\n', below @ ..] => below,
            [] | [b'\r'] => &[],
            _ => return false,
        };
        true
    }
}

/// GDP at the start of a text, and how many bytes state it.
#[inline(always)]
fn gdp(text: &[u8]) -> Option<(u128, usize)> {
    match leading_gdp(text) {
        Some((gdp, length)) if matches!(text.get(length), Some(b',' | b'\n' | b'\r')) => Some((gdp.into(), length)),
        _ => {
            let cell = first_cell(text);
            Some((parse_gdp(cell)?, cell.len()))
        }
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

#[cfg(test)]
mod tests {
    use super::super::plan::{Plan, Whose};
    use super::*;
    use crate::gdp::feed::Countries;

    /// What is told of a block, word by word.
    #[derive(Default)]
    struct Told(Vec<String>);

    impl Work for Told {
        fn clear(&mut self) {}

        fn open(&mut self, scenario: &str) {
            self.0.push(scenario.to_owned());
        }

        fn line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()> {
            let (stated, year) = (String::from_utf8_lossy(fed.stated), 1900 + fed.year);
            self.0.push(format!("{scenario} {country} {year} {stated} {}", fed.gdp));
            Ok(())
        }
    }

    /// The lines that were counted and what was told of them, if the text needs no other path.
    fn told(header: &str, text: &str) -> Option<(usize, Vec<String>)> {
        let known = ["AAA", "BBB"].map(|code| (code.parse().unwrap(), "SEK".parse().unwrap()));
        let countries = Countries { default: Some(known[0].0), known: &known, guards: &[] };
        let header = Header::read("f.csv", header.as_bytes(), countries).unwrap();
        let whose = |(country, currency)| Whose { country, currency, yearly: Vec::new(), sums: Vec::new() };
        let plan = Plan { asked: &[], taken: &[], countries: known.map(whose).into() };
        let mut reader = ScenarioReader::new(&plan, header.columns, Told::default(), None);
        let lines = read(text.as_bytes(), &header, &mut reader).unwrap()?;
        Some((lines, reader.work.0))
    }

    const NAMES: [&str; 12] = [
        "a",
        "ab",
        "A",
        "0A",
        "an even name 15",
        "an even name 1",
        "a name of 16 ab.",
        "a name of 16 ab.c",
        "a name of 16 ab.d",
        "a name of 16 ab.",
        "ā",
        "s 9",
    ];
    const FIGURES: [(&str, u128); 9] = [
        ("1", 1_000_000),
        ("43953.5", 43_953_500_000),
        ("12345678", 12_345_678_000_000),
        ("123456789", 123_456_789_000_000),
        ("12345678.123456", 12_345_678_123_456),
        ("0.000001", 1),
        ("0012.50", 12_500_000),
        ("999999999999999.999999", 999_999_999_999_999_999_999),
        ("987654321.01", 987_654_321_010_000),
    ];
    const ORDERS: [[&str; 4]; 6] = [
        ["scenario", "year", "gdp_million", ""],
        ["gdp_million", "scenario", "year", ""],
        ["year", "gdp_million", "scenario", ""],
        ["scenario", "year", "gdp_million", "country"],
        ["country", "scenario", "gdp_million", "year"],
        ["year", "country", "gdp_million", "scenario"],
    ];

    /// Each name with three figures in as many years, below columns in an order; and what is to be told of it.
    fn lines(order: &[&str]) -> (Vec<String>, Vec<String>) {
        let (mut lines, mut expected) = (Vec::new(), Vec::new());
        for (at, name) in NAMES.iter().enumerate() {
            expected.push((*name).to_owned());
            let country = if order.contains(&"country") { at % 2 } else { 0 };
            for ((gdp, millionths), year) in FIGURES.iter().cycle().skip(at).zip(["1900", "2026", "2200"]) {
                let cells = order.iter().map(|column| match *column {
                    "scenario" => *name,
                    "year" => year,
                    "country" => ["AAA", "BBB"][country],
                    _ => *gdp,
                });
                lines.push(cells.collect::<Vec<_>>().join(","));
                expected.push(format!("{name} {country} {year} {gdp} {millionths}"));
            }
        }
        (lines, expected)
    }

    #[test]
    fn plain_lines_are_read_here_whatever_the_columns_and_line_ends() {
        for order in &ORDERS {
            let order = &order[..order.len() - usize::from(order[3].is_empty())];
            let (lines, expected) = lines(order);
            for end in ["\n", "\r\n", "\n\n", "\r\n\r\n"] {
                for last in ["", end, "\r"] {
                    let text = lines.join(end) + last;
                    let count = text.matches('\n').count() + usize::from(!text.ends_with('\n'));
                    assert_eq!(told(&order.join(","), &text), Some((count, expected.clone())), "{text}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_plain_line_is_left_to_the_slow_path() {
        for line in [
            "b,2026",
            "b,2026,",
            "b,2026,5,",
            "b,2026,5,6",
            "b,2026,5 ",
            "b,2026,5e3",
            "b,2026,-5",
            "b,2026,0",
            "b,2026,1.1234567",
            "b,20a6,5",
            "b,2201,5",
            "b,202,5",
            ",2026,5",
            " ,2026,5",
            "\u{0},2026,5",
            "b 2026 5",
            "b,2026.5",
            "a,2026,5",
            "b",
        ] {
            for below in ["", "\nthe last,2030,12345678.5\n"] {
                let text = format!("a,2026,43953.5\n{line}{below}");
                assert_eq!(told("scenario,year,gdp_million", &text), None, "{text}");
            }
        }
        for country in ["", "aAA", "AA", "AAAA", "CCC"] {
            let text = format!("AAA,a,2026,5\n{country},b,2026,5\n");
            assert_eq!(told("country,scenario,year,gdp_million", &text), None, "{text}");
        }
    }
}
