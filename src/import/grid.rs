//! Texts of rows and cells, whatever stands between the cells, each cell with its place.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::error::{Error, Errors, Kind, Origin, Result, SourceText};
use crate::quantity::Year;

use super::Wanted;
use super::number::{DecimalSign, is_missing};

/// What to do about a file that somebody has changed on its way.
pub(super) const AS_SHIPPED: &str = "take the file as its publisher ships it";

/// So many cells are read of a text; the largest of a publisher has a fifth of it.
const CELLS: usize = 5_000_000;

/// A text as rows of cells.
#[derive(Debug)]
pub(super) struct Grid {
    text: Arc<SourceText>,
    /// The bytes of each cell of all rows that are not blank, without quotes and the blanks around it.
    cells: Vec<Range<usize>>,
    /// Which of the cells each row has.
    rows: Vec<Range<usize>>,
}

/// A row of a grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'g> {
    grid: &'g Grid,
    cells: &'g [Range<usize>],
}

/// A cell: what it says, without quotes and blanks around it, and where.
#[derive(Debug, Clone)]
pub(super) struct Cell<'g> {
    pub(super) text: Cow<'g, str>,
    grid: &'g Grid,
    span: Range<usize>,
}

/// What stands between the cells of a text, by its first line: the one of the three that stands there most often.
pub(super) fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    ['\t', ';', '|'].into_iter().fold(',', |best, sign| if count(sign) > count(best) { sign } else { best })
}

impl Grid {
    /// Reads a text whose cells this sign parts.
    ///
    /// # Errors
    /// No row at all, more cells than a publisher's file has, or a quote that is never closed.
    pub(super) fn read(text: &Arc<SourceText>, separator: char) -> Result<Self> {
        let (mut cells, mut rows, mut at) = (Vec::new(), Vec::new(), 0);
        while at < text.content().len() {
            let first = cells.len();
            at = row(text, at, separator, &mut cells)?;
            match cells[first..].iter().all(Range::is_empty) {
                true => cells.truncate(first),
                false => rows.push(first..cells.len()),
            }
        }
        let empty = || Error::new(Kind::EmptyFile {}).at(text.place(0..0));
        if rows.is_empty() { Err(empty()) } else { Ok(Self { text: Arc::clone(text), cells, rows }) }
    }

    /// The first row that is not blank.
    pub(super) fn first(&self) -> Line<'_> {
        self.lines().next().unwrap_or(Line { grid: self, cells: &[] })
    }

    /// The rows that are not blank.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|row| Line { grid: self, cells: &self.cells[row.clone()] })
    }
}

impl<'g> Line<'g> {
    /// The name of the text.
    pub(super) fn name(&self) -> &'g str {
        self.grid.text.name()
    }

    /// Whether it is this very row.
    pub(super) fn is(&self, other: &Line<'_>) -> bool {
        std::ptr::eq(self.cells, other.cells)
    }

    /// The cell at this position; past the end of the row an empty one.
    pub(super) fn cell(&self, index: usize) -> Cell<'g> {
        let end = self.cells.last().map_or(0, |cell| cell.end);
        let span = self.cells.get(index).cloned().unwrap_or(end..end);
        let raw = &self.grid.text.content()[span.clone()];
        let text = if raw.contains("\"\"") { raw.replace("\"\"", "\"").into() } else { raw.into() };
        Cell { text, grid: self.grid, span }
    }

    /// The cells in their order.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell<'g>> {
        let line = *self;
        (0..line.cells.len()).map(move |index| line.cell(index))
    }

    /// That no cell stands behind those of the header, but empty ones, and that none of them lacks.
    pub(super) fn check(&self, header: &Line<'_>) -> Result<()> {
        let (found, expected) = (self.cells.len(), header.cells.len());
        let extra = self.cells.iter().skip(expected).find(|cell| !cell.is_empty());
        if let Some(extra) = extra {
            let place = self.grid.text.place(extra.clone());
            return Err(Error::new(Kind::TooManyCells { found, expected }).help(AS_SHIPPED).at(place));
        }
        let last = header.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if found < last {
            let place = self.cell(found).origin().place();
            return Err(Error::new(Kind::TooFewCells { found, expected }).help(AS_SHIPPED).at(place));
        }
        Ok(())
    }
}

impl Cell<'_> {
    pub(super) fn origin(&self) -> Origin {
        Origin::new(&self.grid.text, self.span.clone())
    }

    /// A result whose error stands in this cell.
    pub(super) fn at<T>(&self, result: Result<T>) -> Result<T> {
        result.map_err(|error| error.at(self.origin().place()))
    }
}

/// The sign before the decimals of a file, from all its cells that have a figure; what a person says of it counts more.
///
/// # Errors
/// As [`DecimalSign::of`].
pub(super) fn decimal_sign(cells: &[Cell<'_>], wanted: &Wanted) -> Result<DecimalSign> {
    if let Some((_, word)) = wanted.map.iter().find(|(name, _)| name == "decimal") {
        return DecimalSign::named(word);
    }
    let filled: Vec<&Cell<'_>> = cells.iter().filter(|cell| !is_missing(&cell.text)).collect();
    let sign = DecimalSign::of(filled.iter().map(|cell| &*cell.text));
    sign.map_err(|(index, error)| filled.get(index).map_or(error.clone(), |cell| error.at(cell.origin().place())))
}

/// Where a header names a column, by one of its names.
pub(super) fn column(header: &Line<'_>, names: &[&str]) -> Option<usize> {
    header.cells().position(|cell| names.iter().any(|name| code(&cell.text).eq_ignore_ascii_case(name)))
}

/// As [`column`], of a column that must be there.
pub(super) fn needed(header: &Line<'_>, names: &[&str]) -> Result<usize, Errors> {
    column(header, names).ok_or_else(|| {
        let kind = Kind::MissingColumn { column: names.first().copied().unwrap_or_default().to_owned() };
        Error::new(kind).help(AS_SHIPPED).at(header.cell(0).origin().place()).into()
    })
}

/// Where a header has a year in each column from one to another; none where it names no year.
///
/// # Errors
/// What stands between two of them, or begins with a digit, and is no year.
pub(super) fn year_columns(header: &Line<'_>) -> Result<Vec<usize>> {
    let cells: Vec<Cell<'_>> = header.cells().collect();
    let is_begun = |cell: &Cell<'_>| cell.text.starts_with(|c: char| c.is_ascii_digit());
    let Some(first) = cells.iter().position(is_begun) else { return Ok(Vec::new()) };
    let last = cells.iter().rposition(is_begun).unwrap_or(first);
    let year = |index: usize| cells[index].at(cells[index].text.parse::<Year>()).map(|_| index);
    (first..=last).map(year).collect()
}

/// The code of a cell that may have its label behind it, as `A: Annual`.
pub(super) fn code(text: &str) -> &str {
    text.split_once(": ").map_or(text, |(code, _)| code).trim()
}

/// What is wrong with a quote, and at which bytes.
type Fault = (Range<usize>, Kind);

/// Adds the cells of the row that begins at this byte, and says where the next one begins.
fn row(text: &SourceText, mut at: usize, separator: char, cells: &mut Vec<Range<usize>>) -> Result<usize> {
    loop {
        let (cell, end) = cell(text.content(), at, separator)
            .map_err(|(span, kind)| Error::new(kind).help(AS_SHIPPED).at(text.place(span)))?;
        if cells.len() == CELLS {
            return Err(too_many_cells(text));
        }
        cells.push(cell);
        let rest = &text.content()[end..];
        match rest.chars().next() {
            Some(sign) if sign == separator => at = end + sign.len_utf8(),
            Some('\r') if rest.starts_with("\r\n") => return Ok(end + 2),
            Some(sign) => return Ok(end + sign.len_utf8()),
            None => return Ok(end),
        }
    }
}

fn too_many_cells(text: &SourceText) -> Error {
    let reason = format!("it has more than {CELLS} cells");
    Error::new(Kind::UnreadableFile { path: text.name().to_string(), reason })
        .help("save the rows that matter as a file of their own")
}

/// The bytes of the cell that begins at this byte, and where it ends: at a separator, at the end of the line or of the text.
fn cell(content: &str, at: usize, separator: char) -> Result<(Range<usize>, usize), Fault> {
    let quoted = content[at..].starts_with('"');
    let unterminated = || (at..at + 1, Kind::UnterminatedQuote {});
    let closed = if quoted { closing_quote(content, at).ok_or_else(unterminated)? } else { at };
    let stop = |sign: char| sign == separator || sign == '\n' || sign == '\r';
    let end = content[closed..].find(stop).map_or(content.len(), |length| closed + length);
    if quoted && !content[closed + 1..end].trim().is_empty() {
        let text = content[closed + 1..end].to_owned();
        return Err((closed + 1..end, Kind::TextAfterQuote { text }));
    }
    let span = if quoted { at + 1..closed } else { at..end };
    let raw = &content[span.clone()];
    let start = span.start + (raw.len() - raw.trim_start().len());
    Ok((start..start + raw.trim().len(), end))
}

/// Where the quote that opens here is closed; one that is written twice is a letter.
fn closing_quote(content: &str, open: usize) -> Option<usize> {
    let bytes = content.as_bytes();
    let mut at = open + 1;
    loop {
        at += memchr::memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests;
