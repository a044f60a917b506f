//! The row of years above a block.

use crate::book;
use crate::error::{Error, Kind};
use crate::import::workbook::{Cell, Content, Row};
use crate::quantity::Year;

use super::label::Label;
use super::marks::bare;

/// How an estimate is marked behind its year.
const ESTIMATE: &[&str] = &["e", "est", "est.", "(e)", "(est)", "(est.)"];

/// What the cells of a row of years say of the columns below them.
#[derive(Default)]
pub(super) struct Header {
    pub(super) columns: Vec<Column>,
    /// The columns that have other words, as `Real change (%)`.
    others: Vec<u32>,
}

/// A column of figures.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) at: u32,
    pub(super) year: Year,
    pub(super) kind: book::Kind,
}

impl Header {
    /// Reads a row that is one of years: two or more and fewer numbers beside them, not labelled as a line of figures is; with the
    /// column of what is wrong. Behind a text a row with a fault is taken for a line, unless it is the first row of years.
    pub(super) fn of(row: &Row, is_first: bool) -> Option<(Self, Option<(u32, Error)>)> {
        let columns: Vec<Column> = row.iter().filter_map(|(at, cell)| Column::of(*at, cell)).collect();
        let others = row.iter().filter(|(_, cell)| year(cell).is_none());
        let odd = others.clone().filter(|(_, cell)| cell.is_almost_a_year()).count();
        let numbers = others.clone().filter(|(_, cell)| is_number(cell)).count();
        let is_label = |cell: &Cell| cell.text().and_then(Label::parse).is_some();
        let enough = !columns.is_empty() && columns.len() + odd > 1 || odd > 1 && odd == row.len();
        if !enough || numbers >= columns.len() + odd || row.values().any(is_label) {
            return None;
        }
        let strange = others.clone().find(|(_, cell)| cell.is_almost_a_year() || is_number(cell));
        let fault = strange.map(|(at, cell)| (*at, no_year(cell))).or_else(|| unordered(&columns));
        let begins_with_text = row.values().next().is_some_and(|cell| cell.text().is_some() && !is_year(cell));
        let others = others.map(|(at, _)| *at).collect();
        (fault.is_none() || is_first || !begins_with_text).then_some((Self { columns, others }, fault))
    }

    /// The cells of a line right of the first year that stand below nothing.
    pub(super) fn beside<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r Cell> {
        let first = self.columns.first().map_or(u32::MAX, |column| column.at);
        let says = |at: &u32| self.others.contains(at) || self.columns.iter().any(|column| column.at == *at);
        row.range(first..).filter(move |(at, _)| !says(at)).map(|(_, cell)| cell)
    }
}

impl Column {
    fn of(at: u32, cell: &Cell) -> Option<Self> {
        year(cell).map(|(year, kind)| Self { at, year, kind })
    }
}

/// A year as a number or a text, `2024e` where it is an estimate.
fn year(cell: &Cell) -> Option<(Year, book::Kind)> {
    let text = cell.written();
    let (digits, mark) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let is_estimate = |mark: &str| ESTIMATE.contains(&mark.trim().to_lowercase().as_str());
    let kind = match bare(text).strip_prefix(digits)?.trim() {
        own if is_estimate(mark) || is_estimate(own) => book::Kind::Estimate,
        "" => book::Kind::Outturn,
        _ => return None,
    };
    Some((digits.parse().ok()?, kind))
}

fn is_number(cell: &Cell) -> bool {
    matches!(cell.content, Content::Number(_))
}

fn is_year(cell: &Cell) -> bool {
    year(cell).is_some() || cell.is_almost_a_year()
}

fn no_year(cell: &Cell) -> Error {
    Error::new(Kind::NotAYear { text: cell.written().to_owned() })
        .help("a column is that of a year, as `2024`, or of an estimate, as `2024e`")
}

/// The first column whose year does not come after the one before it.
fn unordered(columns: &[Column]) -> Option<(u32, Error)> {
    let pair = columns.windows(2).find(|pair| pair[1].year <= pair[0].year)?;
    let (before, after) = (pair[0].year, pair[1].year);
    let error = match before == after {
        true => Error::new(Kind::ColumnTwice { column: after.to_string() }),
        false => Error::new(Kind::YearsOutOfOrder { first: before.number(), last: after.number() }),
    };
    Some((pair[1].at, error.help("the years of a table ascend: see which is meant")))
}
