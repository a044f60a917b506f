//! Tidy tables: what a question answers and every format and picture starts from.
//!
//! A table knows its columns, typed cells, notes and sources, and no layout. Amounts stay unrounded in it; a renderer asks
//! a [`Cell`] for its text once it knows how many decimals are wanted.

mod step;

pub use step::Step;

use std::borrow::Cow;

use crate::error::Result;
use crate::quantity::{Country, Currency, Date, Decimal, Ratio, YearRange, round, text};

/// Rows and columns that answer one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The question that the table answers, as `amounts`.
    pub name: &'static str,
    /// The columns in their order.
    pub columns: &'static [Column],
    /// The rows in their order, each with a cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// What the table is about, for titles and captions.
    pub context: Context,
    /// Sentences that belong below the table.
    pub notes: Vec<String>,
    /// The documents that the figures come from, each once, in the order of first use.
    pub sources: Vec<Citation>,
}

/// A column: its name in every format, and what its cells hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The name that users script against, as `amount_million`.
    pub name: &'static str,
    /// A short heading for people, as `amount, m`; empty for what only programs read, in CSV and JSON.
    pub heading: &'static str,
    /// What the cells hold.
    pub content: Content,
}

/// What the cells of a column hold, which decides how they are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Words, set to the left, may be wrapped.
    Text,
    /// Names, codes, dates and years, set to the left, never wrapped.
    Name,
    /// Figures, aligned at the decimal point, never wrapped.
    Figure,
}

/// The columns with words of the program, which are read by their spelling and never called otherwise.
const CODES: [&str; 7] = ["role", "kind", "spent_kind", "verdict", "strength", "basis", "pledge"];

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// The country, where it is about one alone.
    pub country: Option<Country>,
    /// The currency of its amounts, where there is one alone.
    pub currency: Option<Currency>,
    /// The day whose knowledge it shows.
    pub as_of: Date,
}

/// A document that figures come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The id of the source in the book.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub published: Date,
    /// Its address, if it has one.
    pub url: Option<String>,
    /// A remark, such as that it is a secondary report.
    pub note: Option<String>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known; never zero.
    Unknown,
    /// Words.
    Text(String),
    /// A year or a run of years.
    Years(YearRange),
    /// A date as published.
    Date(Date),
    /// Millions of a currency, rounded to the decimals that the reader asks for.
    Money(Decimal),
    /// A decimal with its own digits, without trailing zeros.
    Plain(Decimal),
    /// A figure as somebody stated it, digit for digit.
    Stated(String),
    /// A quotient, rounded to so many places.
    Quotient(Ratio, u32),
    /// A quotient in millions of a currency, rounded to the decimals that the reader asks for.
    MoneyQuotient(Ratio),
}

/// What a reader should know about a figure at a glance; CSV and JSON have columns for it instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Of a closed year; figures bear no mark for it, words do, as `met (outturn)`.
    Outturn,
    /// The publisher's figure for an open or just closed year.
    Estimate,
    /// From an adopted budget or framework.
    Plan,
    /// The publisher's expectation.
    Forecast,
    /// Ours.
    Assumption,
}

/// A value with what a reader should know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What the cell holds.
    pub value: Value,
    /// What kind of figure it is, where it is no outturn.
    pub mark: Option<Mark>,
    /// Whether the path breaks before this year, so that growth across it means nothing.
    pub after_break: bool,
}

impl Cell {
    /// An unknown value.
    pub const UNKNOWN: Self = Self { value: Value::Unknown, mark: None, after_break: false };

    /// Words; an empty text is unknown.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::UNKNOWN } else { Value::Text(text).into() }
    }

    /// A value, or an unknown one.
    #[must_use]
    pub fn maybe(value: Option<Value>) -> Self {
        value.map_or(Self::UNKNOWN, Self::from)
    }

    /// The same cell with a mark.
    #[must_use]
    pub fn marked(mut self, mark: Option<Mark>, after_break: bool) -> Self {
        (self.mark, self.after_break) = (mark, after_break);
        self
    }

    /// What is printed, amounts with `decimals` places; nothing if it is unknown.
    ///
    /// # Errors
    /// Rounding needs more than 28 digits.
    pub fn printed(&self, decimals: u32) -> Result<Option<Cow<'_, str>>> {
        Ok(Some(match &self.value {
            Value::Unknown => return Ok(None),
            Value::Text(words) | Value::Stated(words) => Cow::Borrowed(words.as_str()),
            Value::Years(years) => Cow::Owned(years.to_string()),
            Value::Date(date) => Cow::Owned(date.to_string()),
            Value::Money(millions) => Cow::Owned(round(*millions, decimals)?.to_string()),
            Value::Plain(number) => Cow::Owned(text::plain(*number)),
            Value::Quotient(ratio, places) => Cow::Owned(ratio.round(*places)?.to_string()),
            Value::MoneyQuotient(ratio) => Cow::Owned(ratio.round(decimals)?.to_string()),
        }))
    }

    /// The figure in the cell, if it holds one.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match &self.value {
            Value::Money(number) | Value::Plain(number) => Some(*number),
            Value::Stated(words) => words.parse().ok(),
            Value::Quotient(ratio, places) => ratio.round(*places).ok(),
            Value::MoneyQuotient(ratio) => ratio.round(2).ok(),
            Value::Unknown | Value::Text(_) | Value::Years(_) | Value::Date(_) => None,
        }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self { value, mark: None, after_break: false }
    }
}

impl Table {
    /// The same table with other words for the texts of the book in it, as a picture in another language wants them: those
    /// of its cells and of the publishers of its sources that `words` knows.
    #[must_use]
    pub fn in_words(mut self, words: impl Fn(&str) -> Option<String>) -> Self {
        let said = |text: &mut String| {
            if let Some(other) = words(text) {
                *text = other;
            }
        };
        let speaks = |at: usize| self.columns.get(at).is_some_and(|column| !CODES.contains(&column.name));
        for (_, cell) in self.rows.iter_mut().flat_map(|row| row.iter_mut().enumerate()).filter(|(at, _)| speaks(*at)) {
            if let Value::Text(text) = &mut cell.value {
                said(text);
            }
        }
        self.sources.iter_mut().for_each(|source| said(&mut source.publisher));
        self
    }

    /// Where a column stands.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The cell of a row in a column, unknown where there is no such column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a [Cell], name: &str) -> &'a Cell {
        self.column(name).and_then(|at| row.get(at)).unwrap_or(&Cell::UNKNOWN)
    }

    /// The marks that occur, each once.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.rows.iter().flatten().filter_map(|cell| cell.mark).collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[
        Column { name: "label", heading: "label", content: Content::Text },
        Column { name: "verdict", heading: "verdict", content: Content::Name },
    ];

    #[test]
    fn texts_of_the_book_are_said_otherwise_and_words_of_the_program_are_not() {
        let as_of = "2026-01-01".parse().unwrap();
        let source = Citation {
            id: "plan".to_owned(),
            publisher: "plan".to_owned(),
            title: "plan".to_owned(),
            published: as_of,
            url: None,
            note: None,
        };
        let table = Table {
            name: "gap",
            columns: COLUMNS,
            rows: vec![vec![Cell::text("plan"), Cell::text("plan")]],
            context: Context { country: None, currency: None, as_of },
            notes: Vec::new(),
            sources: vec![source.clone()],
        };
        let said = table.in_words(|text| (text == "plan").then(|| "plāns".to_owned()));
        assert_eq!(said.rows, [[Cell::text("plāns"), Cell::text("plan")]]);
        assert_eq!(said.sources, [Citation { publisher: "plāns".to_owned(), ..source }]);
    }
}
