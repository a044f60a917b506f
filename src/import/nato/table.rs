//! The blocks of figures of a sheet: below which words each stands, in which years, and its lines.

use crate::book::Kind;
use crate::import::workbook::{Cell, Content, Row, Sheet};
use crate::quantity::Year;

use super::label::Label;
use super::marks::{bare, is_missing};

/// A text longer than this is a note, not a heading.
const HEADING: usize = 100;

/// A sheet: its title, and its blocks from the top.
pub(super) struct Table<'s> {
    pub(super) title: &'s str,
    pub(super) blocks: Vec<Block<'s>>,
    /// How many texts are notes, and how many numbers of pages.
    pub(super) notes: usize,
    pub(super) pages: usize,
}

/// Lines of figures one below the other.
pub(super) struct Block<'s> {
    /// The headings right above it.
    pub(super) headings: Vec<&'s str>,
    pub(super) lines: Vec<Line<'s>>,
}

/// A line of figures.
pub(super) struct Line<'s> {
    pub(super) row: u32,
    /// The column and the text of its label.
    pub(super) label: Option<(u32, &'s str)>,
    pub(super) figures: Vec<Figure<'s>>,
}

/// A cell under a year.
pub(super) struct Figure<'s> {
    pub(super) column: u32,
    pub(super) year: Year,
    pub(super) kind: Kind,
    pub(super) cell: &'s Cell,
}

impl<'s> Figure<'s> {
    /// The text of its number; nothing where the cell says that there is none.
    pub(super) fn text(&self) -> Option<&'s str> {
        Some(bare(self.cell.written())).filter(|text| !is_missing(text))
    }
}

/// A column of figures.
#[derive(Clone, Copy)]
struct Column {
    at: u32,
    year: Year,
    kind: Kind,
}

/// What has been met on the way down a sheet.
#[derive(Default)]
struct Walk<'s> {
    title: &'s str,
    columns: Vec<Column>,
    headings: Vec<&'s str>,
    blocks: Vec<Block<'s>>,
    notes: usize,
    pages: usize,
    /// Whether the next line of figures begins a block.
    begins: bool,
}

impl<'s> Table<'s> {
    /// Reads a sheet from the top: a block of figures that has no years of its own keeps those of the one above it.
    pub(super) fn read(sheet: &'s Sheet) -> Self {
        let mut walk = Walk { begins: true, ..Walk::default() };
        sheet.rows().for_each(|(at, row)| walk.row(at, row));
        let Walk { title, blocks, notes, pages, .. } = walk;
        Self { title, blocks, notes, pages }
    }
}

impl<'s> Walk<'s> {
    fn row(&mut self, at: u32, row: &'s Row) {
        if let Some(columns) = years(row) {
            (self.columns, self.begins) = (columns, true);
        } else if let Some(line) = self.line(at, row) {
            if std::mem::take(&mut self.begins) {
                self.blocks.push(Block { headings: std::mem::take(&mut self.headings), lines: Vec::new() });
            }
            if let Some(block) = self.blocks.last_mut() {
                block.lines.push(line);
            }
        } else {
            row.values().filter_map(Cell::text).for_each(|text| self.text(text));
        }
    }

    /// The row as a line of figures, if one of its cells under a year is a figure or says that there is none.
    fn line(&self, row: u32, cells: &'s Row) -> Option<Line<'s>> {
        let first = self.columns.first()?.at;
        let figure = |column: &Column| {
            let cell = cells.get(&column.at)?;
            let is_figure = match &cell.content {
                Content::Text(text) => {
                    is_missing(text)
                        || bare(text).trim_start_matches(['-', '−']).starts_with(|c: char| c.is_ascii_digit())
                }
                Content::Number(_) | Content::Error => true,
            };
            is_figure.then_some(Figure { column: column.at, year: column.year, kind: column.kind, cell })
        };
        let figures: Vec<Figure<'_>> = self.columns.iter().filter_map(figure).collect();
        let label = cells.range(..first).rev().find_map(|(column, cell)| Some((*column, cell.text()?)));
        (!figures.is_empty()).then_some(Line { row, label, figures })
    }

    fn text(&mut self, text: &'s str) {
        let lower = text.to_lowercase();
        let is_page = text.chars().all(|c| c.is_ascii_digit() || "-–— ".contains(c));
        match () {
            () if is_page => self.pages += 1,
            () if lower.starts_with(['*', '(']) || lower.starts_with("note") || text.len() > HEADING => self.notes += 1,
            () if self.title.is_empty() && lower.starts_with("table") => self.title = text,
            () => {
                self.headings.push(text);
                self.begins = true;
            }
        }
    }
}

/// The years of a header: two or more, one after the other, and no other number.
fn years(row: &Row) -> Option<Vec<Column>> {
    let is_other = |cell: &Cell| matches!(cell.content, Content::Number(_)) && year(cell).is_none();
    let columns: Vec<Column> =
        row.iter().filter_map(|(at, cell)| year(cell).map(|(year, kind)| Column { at: *at, year, kind })).collect();
    let ascend = columns.windows(2).all(|pair| pair[0].year < pair[1].year);
    let is_label = |cell: &Cell| cell.text().and_then(Label::parse).is_some();
    (columns.len() > 1 && ascend && !row.values().any(|cell| is_other(cell) || is_label(cell))).then_some(columns)
}

/// A year as a number or a text, `2024e` where it is an estimate.
fn year(cell: &Cell) -> Option<(Year, Kind)> {
    let text = bare(cell.written());
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c.is_whitespace());
    let kind = match text[digits.len()..].trim() {
        "" => Kind::Outturn,
        "e" | "E" | "est" => Kind::Estimate,
        _ => return None,
    };
    Some((digits.parse().ok()?, kind))
}
