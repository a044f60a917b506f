//! The blocks of figures of a sheet: below which words each stands, in which years, and its lines.

use crate::book::Kind;
use crate::error::Error;
use crate::import::workbook::{Cell, Content, Row, Sheet};
use crate::quantity::Year;

use super::header::{Column, Header};
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
    /// How many figures stand below no year, in columns of which nothing is said.
    pub(super) yearless: usize,
    /// Whether it names other tables.
    pub(super) is_list: bool,
    /// What is wrong with its rows of years, each with its place.
    pub(super) faults: Vec<Error>,
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

/// What has been met on the way down a sheet.
#[derive(Default)]
struct Walk<'s> {
    title: &'s str,
    header: Header,
    headings: Vec<&'s str>,
    blocks: Vec<Block<'s>>,
    notes: usize,
    pages: usize,
    yearless: usize,
    is_list: bool,
    faults: Vec<(u32, u32, Error)>,
    /// Whether the next line of figures begins a block.
    begins: bool,
}

impl<'s> Table<'s> {
    /// Reads a sheet from the top: a block of figures that has no years of its own keeps those of the one above it.
    pub(super) fn read(sheet: &'s Sheet) -> Self {
        let mut walk = Walk { begins: true, ..Walk::default() };
        sheet.rows().for_each(|(at, row)| walk.row(at, row));
        let Walk { title, blocks, notes, pages, yearless, is_list, faults, .. } = walk;
        let faults = faults.into_iter().map(|(row, column, fault)| fault.at(sheet.place(row, column))).collect();
        Self { title, blocks, notes, pages, yearless, is_list, faults }
    }
}

impl<'s> Walk<'s> {
    fn row(&mut self, at: u32, row: &'s Row) {
        if let Some((header, fault)) = Header::of(row, self.header.columns.is_empty()) {
            (self.header, self.begins) = (header, true);
            self.faults.extend(fault.map(|(column, fault)| (at, column, fault)));
        } else if let Some(line) = self.line(at, row) {
            self.yearless += self.header.beside(row).filter(|cell| is_figure(cell)).count();
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

    /// The row as a line of figures, if one of its cells under a year is a figure or says that there is none; of a line with a label
    /// each filled one is read as a figure, so that none is passed over.
    fn line(&self, row: u32, cells: &'s Row) -> Option<Line<'s>> {
        let first = self.header.columns.first()?.at;
        let figure = |column: &Column| {
            Some(Figure { column: column.at, year: column.year, kind: column.kind, cell: cells.get(&column.at)? })
        };
        let label = cells.range(..first).rev().find_map(|(column, cell)| Some((*column, cell.text()?)));
        let mut figures: Vec<Figure<'_>> = self.header.columns.iter().filter_map(figure).collect();
        if label.is_none() {
            figures.retain(|figure| is_figure(figure.cell));
        }
        let is_known = label.is_some_and(|(_, label)| Label::parse(label).is_some());
        let is_line = figures.iter().any(|figure| is_known || is_figure(figure.cell));
        is_line.then_some(Line { row, label, figures })
    }

    fn text(&mut self, text: &'s str) {
        let lower = text.to_lowercase();
        let is_page = text.chars().all(|c| c.is_ascii_digit() || "-–— ".contains(c));
        match () {
            () if is_page => self.pages += 1,
            () if lower.starts_with(['*', '(']) || lower.starts_with("note") || text.len() > HEADING => self.notes += 1,
            () if self.title.is_empty() && lower.starts_with("table") => self.title = text,
            () => {
                self.is_list |= lower.starts_with("table");
                self.headings.push(text);
                self.begins = true;
            }
        }
    }
}

/// Whether a cell is a figure or says that there is none.
fn is_figure(cell: &Cell) -> bool {
    let begins = |text: &str| bare(text).trim_start_matches(['-', '−']).starts_with(|c: char| c.is_ascii_digit());
    match &cell.content {
        Content::Text(text) => is_missing(text) || begins(text),
        Content::Number(_) | Content::Error => true,
    }
}
