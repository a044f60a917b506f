//! The slow path through a block: quotes, guards, and everything that is wrong, each with its place.

use std::sync::Arc;

use memchr::memchr;

use crate::book::{Row, decode};
use crate::error::{Error, Kind, Origin, Result, SourceText};
use crate::gdp::feed::{GDP, comes_back, sheet, taken, year_twice};
use crate::quantity::text::unguard;

use super::header::{Header, code, records};
use super::number_parser::parse_gdp;
use super::scenario_reader::{Fed, ScenarioReader, Work};
use super::source::newlines;
use super::units::index_of;

/// How many faults are kept to be shown; the others are counted.
pub(super) const SHOWN: usize = 20;

/// What is wrong with a block.
#[derive(Default)]
pub(super) struct Faults {
    /// How many lines.
    pub(super) count: u64,
    /// The first of them, with places in the block.
    pub(super) shown: Vec<Error>,
    /// What a line brought about that ends the work, with its place in the block.
    pub(super) end: Option<Error>,
    /// The line before, and how many lines of the block stand above its text.
    line: Option<(Origin, usize)>,
}

/// How a block is read.
pub(super) struct SlowPath<'a> {
    pub(super) header: &'a Header<'a>,
    /// Whether reading goes on after a fault.
    pub(super) skip_bad: bool,
    /// The scenarios of the block, counted from its start, that come back after another one.
    pub(super) returned: &'a [usize],
}

impl Faults {
    /// Ends the work because of the line before.
    ///
    /// # Errors
    /// The error has a place of its own: no line brought it about.
    fn end(&mut self, error: Error) -> Result<()> {
        let Some((line, above)) = self.line.as_ref().filter(|_| error.place().is_none()) else { return Err(error) };
        // the header stands above the text, and is no line of it
        self.end = Some(moved(error.at(line.place()), *above).moved(-1));
        Ok(())
    }

    fn push(&mut self, error: Error) {
        self.count += 1;
        if self.shown.len() < SHOWN {
            self.shown.push(error);
        }
    }
}

impl SlowPath<'_> {
    /// Reads a block to its end, or to its first fault.
    ///
    /// # Errors
    /// A figure that cannot be kept exactly.
    pub(super) fn read<W: Work>(&self, text: &[u8], reader: &mut ScenarioReader<'_, W>) -> Result<Faults> {
        let (mut faults, mut rest, mut lines) = (Faults::default(), text, 0);
        while let Some(bad) = unreadable(rest) {
            let (start, end) = around(rest, bad);
            self.read_text(&rest[..start], lines, reader, &mut faults)?;
            if self.goes_on(&faults) {
                let below = decode(&self.header.name, rest[start..end].to_vec()).err();
                below.into_iter().for_each(|error| faults.push(moved(error, lines + newlines(&rest[..start]))));
            }
            if !self.goes_on(&faults) {
                return Ok(faults);
            }
            lines += newlines(&rest[..end]);
            rest = &rest[end..];
        }
        self.read_text(rest, lines, reader, &mut faults)?;
        if self.goes_on(&faults) {
            reader.end().or_else(|error| faults.end(error))?;
        }
        Ok(faults)
    }

    fn goes_on(&self, faults: &Faults) -> bool {
        faults.end.is_none() && (self.skip_bad || faults.count == 0)
    }

    /// Reads a text below so many lines of the block.
    fn read_text<W: Work>(
        &self,
        text: &[u8],
        lines: usize,
        reader: &mut ScenarioReader<'_, W>,
        faults: &mut Faults,
    ) -> Result<()> {
        let content = self.header.line.clone() + &String::from_utf8_lossy(text);
        let text = Arc::new(SourceText::new(&self.header.name, content));
        let sheet = sheet(&text)?;
        // the header stands above the text, and is no line of it
        let moved = |error: Error| moved(error, lines).moved(-1);
        for row in sheet.rows() {
            let line = &mut faults.line;
            match self.read_row(row, &text, reader, |origin| *line = Some((origin, lines))) {
                Ok(Some(error)) => faults.push(moved(error)),
                Ok(None) => {}
                Err(error) => faults.end(error)?,
            }
            if !self.goes_on(faults) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Reads a row and gives what is wrong with it.
    fn read_row<W: Work>(
        &self,
        row: Row<'_>,
        text: &Arc<SourceText>,
        reader: &mut ScenarioReader<'_, W>,
        begin: impl FnOnce(Origin),
    ) -> Result<Option<Error>> {
        let named = row.text("scenario").map(unguard).filter(|name| row.is_whole() && !name.trim().is_empty());
        if let Some(name) = named {
            reader.enter(name)?;
        }
        if let Err(error) = row.check() {
            return Ok(Some(error));
        }
        if let Some(name) = named.filter(|name| reader.is_taken(name)) {
            return Ok(Some(taken(name).at(text.place(row.cell("scenario")))));
        }
        let line = match self.header.columns.line(row) {
            Ok(line) => line,
            Err(error) => return Ok(Some(error)),
        };
        let stated = line.value.stated.unwrap_or_default();
        let at = |column: &str| text.place(row.cell(column));
        if reader.marks.len().checked_sub(1).is_some_and(|at| self.returned.contains(&at)) {
            return Ok(Some(comes_back(&line.scenario).at(at("scenario"))));
        }
        let Some(gdp) = parse_gdp(stated.as_bytes()) else {
            return Ok(Some(Error::new(Kind::NotANumber { text: stated }).at(at(GDP))));
        };
        begin(Origin::new(text, row.cell(GDP)));
        let fed = Fed { year: index_of(line.year), stated: stated.as_bytes(), gdp };
        // scale and country were checked with the columns, so that only a year given before is left to refuse
        let new = match reader.line(code(line.country), fed) {
            // a line of which an amount cannot be kept is left out as any other bad one
            Err(error) if self.skip_bad && error.place().is_none() => return Ok(Some(error.at(at(GDP)))),
            read => read?,
        };
        Ok((!new).then(|| year_twice(&line.scenario, line.year).at(at("year"))))
    }
}

fn moved(error: Error, lines: usize) -> Error {
    error.moved(isize::try_from(lines).unwrap_or(isize::MAX))
}

/// The first byte that is no text.
fn unreadable(text: &[u8]) -> Option<usize> {
    let invalid = std::str::from_utf8(text).err().map(|error| error.valid_up_to());
    [invalid, memchr(0, text)].into_iter().flatten().min()
}

/// Where the record with this byte starts and ends.
fn around(text: &[u8], byte: usize) -> (usize, usize) {
    let mut found = (byte, text.len());
    records(text, |span, _| {
        found = (span.start, span.end);
        span.end <= byte
    });
    found
}
