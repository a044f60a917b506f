//! What a terminal shows of a table, as text: the columns worth a column, what is the same in every row, and what stands below.

use crate::error::Result;
use crate::quantity::text::visible;
use crate::table::{Cell, Column, Content, Table, Value};

use super::shown;

/// Takes the place of the blank between a figure and its mark, until the table is laid out. No cell brings one of its own, since
/// control characters are escaped.
pub(super) const MARK_FOLLOWS: char = '\u{1}';

/// Stands between what shares a line.
pub(super) const APART: &str = " · ";

/// Columns of a table, each with its place in it.
pub(super) type Placed<'t> = Vec<(usize, &'t Column)>;

/// A table as text, for a grid or for records.
pub(super) struct Sheet {
    /// What is the same in every row: heading and words.
    pub(super) caption: Vec<(&'static str, String)>,
    /// The other columns that hold something.
    pub(super) columns: Vec<Column>,
    /// Their cells, row by row; figures of one column end in the same place.
    pub(super) rows: Vec<Vec<String>>,
    /// What stands below.
    pub(super) notes: Vec<String>,
}

impl Sheet {
    /// The table as text, amounts with `decimals` places.
    pub(super) fn new(table: &Table, decimals: u32) -> Result<Self> {
        let cells = |at: usize| table.rows.iter().filter_map(|row| row.get(at)).collect::<Vec<_>>();
        let (same, apart) = parted(table);
        let mut caption = Vec::new();
        for (at, column) in same {
            caption.push((column.heading, texts_of(column, &cells(at), decimals)?.swap_remove(0)));
        }
        let (mut columns, mut texts) = (Vec::new(), Vec::new());
        for (at, column) in apart {
            columns.push(*column);
            texts.push(texts_of(column, &cells(at), decimals)?.into_iter());
        }
        let rows = table.rows.iter().map(|_| texts.iter_mut().filter_map(Iterator::next).collect()).collect();
        let notes = table.notes.iter().filter(|note| !note.is_empty()).map(|note| visible(note).into_owned());
        Ok(Self { caption, columns, rows, notes: notes.collect() })
    }

    /// The headings of these columns, in one line.
    pub(super) fn headings(&self, columns: &[usize]) -> String {
        let headings: Vec<&str> =
            columns.iter().filter_map(|at| self.columns.get(*at)).map(|column| column.heading).collect();
        headings.join(APART)
    }

    /// What a row holds in these columns, in one line; what is unknown is left out.
    pub(super) fn words(row: &[String], columns: &[usize]) -> String {
        let words: Vec<&str> = columns.iter().filter_map(|at| row.get(*at)).map(|cell| cell.trim()).collect();
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(APART)
    }

    /// What is the same in every row, in one line.
    pub(super) fn caption(&self) -> String {
        let parts: Vec<String> = self.caption.iter().map(|(heading, words)| format!("{heading} {words}")).collect();
        parts.join(APART)
    }
}

/// The columns that hold something and have a heading, each with its place: those that are the same in every row, and the others.
/// Where all are the same there are no others to tell them from, and none of them is.
pub(super) fn parted(table: &Table) -> (Placed<'_>, Placed<'_>) {
    let holds = |at: usize| table.rows.iter().filter_map(|row| row.get(at)).any(|cell| cell.value != Value::Unknown);
    let shown = table.columns.iter().enumerate().filter(|(at, column)| !column.heading.is_empty() && holds(*at));
    let (apart, same): (Placed<'_>, Placed<'_>) = shown.partition(|(at, column)| is_worth_a_column(table, *at, column));
    if apart.is_empty() { (apart, same) } else { (same, apart) }
}

/// Whether a column holds something that differs between rows. Figures are what was asked for and stay, even if all are equal.
fn is_worth_a_column(table: &Table, at: usize, column: &Column) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at));
    let first = cells.next();
    match column.content {
        Content::Figure => first.into_iter().chain(cells).any(|cell| cell.value != Value::Unknown),
        Content::Text | Content::Name if table.rows.len() == 1 => {
            first.is_some_and(|cell| cell.value != Value::Unknown)
        }
        // `5%` and `5.0%` are the same share, and not the same pledge
        Content::Text | Content::Name => {
            let said = |cell: &Cell| shown::words(cell, 0).ok();
            cells.any(|cell| said(cell) != first.and_then(said))
        }
    }
}

/// The texts of a column's cells.
fn texts_of(column: &Column, cells: &[&Cell], decimals: u32) -> Result<Vec<String>> {
    match column.content {
        Content::Text | Content::Name => {
            cells.iter().map(|cell| Ok(visible(&shown::words(cell, decimals)?).into_owned())).collect()
        }
        Content::Figure => figures_of(column, cells, decimals),
    }
}

/// The figures of a column with their marks, filled up with blanks so that their points stand below each other.
fn figures_of(column: &Column, cells: &[&Cell], decimals: u32) -> Result<Vec<String>> {
    let mut figures = Vec::with_capacity(cells.len());
    for cell in cells {
        let figure = visible(&shown::figure(column, cell, decimals, ' ')?).into_owned();
        let whole = figure.rfind('.').unwrap_or(figure.len());
        let mark = shown::mark(cell).map(|letter| format!("{MARK_FOLLOWS}{letter}"));
        let text = figure + &mark.unwrap_or_default();
        let tail = text[whole..].chars().count();
        figures.push((text, tail));
    }
    let longest = figures.iter().map(|(_, tail)| *tail).max().unwrap_or(0);
    Ok(figures.into_iter().map(|(text, tail)| format!("{text}{:1$}", "", longest - tail)).collect())
}
