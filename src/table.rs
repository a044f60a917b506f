//! (9) Tidy tables: what a question answers and every format and picture starts from.
//!
//! A table knows its columns, typed cells, notes and sources, and no layout. Amounts stay unrounded in it; a renderer asks
//! a [`Cell`] for its text once it knows how many decimals are wanted. A column is looked up by its constant in
//! [`columns`], so that a misspelt one does not compile.
//!
//! ```
//! use pledgebook::book::Book;
//! use pledgebook::question::{Query, ask};
//! use pledgebook::table::{Verdict, columns};
//!
//! let book = Book::embedded()?;
//! let query = Query::new(&book, "2026-07-08".parse()?);
//! let table = ask("verdicts", &query)?;
//! for [commitment, verdict] in table.select([&columns::COMMITMENT, &columns::VERDICT])? {
//!     if verdict.verdict() == Some(Verdict::Missed) {
//!         println!("{}", commitment.words());
//!     }
//! }
//! # Ok::<(), pledgebook::Errors>(())
//! ```

mod cell;
mod column;
pub mod columns;
mod context;
mod role;
mod step;

pub use cell::{Cell, Value};
pub use column::{Column, Content, Rank, Unit};
pub use context::{Citation, Context};
pub use role::Role;
pub use step::Step;

/// The same, of paths.
pub use crate::analysis::Shape;
/// The types that cells carry, for those who read tables and nothing else.
pub use crate::book::{Basis, Kind, Strength};
/// The same, of pledges.
pub use crate::pledge::{Amount, Base, Pledge, Qualifier, Quantity, Relation, Step as Change};
/// The same, of judgements.
pub use crate::verdict::{Measure, Verdict};

use crate::error::{self, Error, Result};
use crate::quantity::text::in_data;

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

impl Table {
    /// Where a column stands.
    ///
    /// # Errors
    /// The table has no such column.
    pub fn column(&self, column: &Column) -> Result<usize> {
        self.columns.iter().position(|own| own.name == column.name).ok_or_else(|| {
            let (table, column) = (self.name.to_owned(), column.name.to_owned());
            let has = self.columns.iter().map(|own| format!("`{}`", own.name)).collect::<Vec<_>>().join(", ");
            Error::new(error::Kind::NoSuchColumn { table, column }).help(format!("it has {has}"))
        })
    }

    /// The cells of every row in these columns, in the order in which they are named here.
    ///
    /// # Errors
    /// The table lacks one of the columns.
    pub fn select<const N: usize>(&self, columns: [&Column; N]) -> Result<Vec<[&Cell; N]>> {
        let mut places = [0; N];
        for (place, column) in places.iter_mut().zip(columns) {
            *place = self.column(column)?;
        }
        Ok(self.rows.iter().map(|row| places.map(|at| row.get(at).unwrap_or(&Cell::UNKNOWN))).collect())
    }

    /// The same table with these of its columns alone, in this order.
    ///
    /// # Errors
    /// The table lacks one of the columns.
    pub fn with_columns(self, columns: &'static [Column]) -> Result<Self> {
        let places: Vec<usize> = columns.iter().map(|column| self.column(column)).collect::<Result<_>>()?;
        let row = |row: &Vec<Cell>| places.iter().filter_map(|at| row.get(*at)).cloned().collect();
        Ok(Self { columns, rows: self.rows.iter().map(row).collect(), ..self })
    }

    /// The same table with other words for the prose of the book in it, as a picture in another language wants them: that of
    /// its cells, of the publishers of its sources and of the book's title that `words` knows. Names and words of the program stay.
    #[must_use]
    pub fn in_words(mut self, words: impl Fn(&str) -> Option<String>) -> Self {
        let said = |text: &mut String| {
            if let Some(other) = words(text) {
                *text = in_data(other);
            }
        };
        for cell in self.rows.iter_mut().flatten() {
            if let Value::Text(text) = &mut cell.value {
                said(text);
            }
        }
        said(&mut self.context.book);
        for source in &mut self.sources {
            said(&mut source.publisher);
            source.short.iter_mut().for_each(said);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[columns::LABEL, columns::SOURCE, columns::KIND];

    fn table() -> Table {
        let as_of = "2026-01-01".parse().unwrap();
        let text = || "plan".to_owned();
        let source = Citation {
            id: text(),
            publisher: text(),
            short: Some(text()),
            title: text(),
            published: as_of,
            url: None,
            note: None,
        };
        Table {
            name: "gap",
            columns: COLUMNS,
            rows: vec![vec![Cell::text("plan"), Cell::name("plan"), Kind::Plan.into()]],
            context: Context { book: text(), fingerprint: None, country: None, currency: None, as_of },
            notes: Vec::new(),
            sources: vec![source],
        }
    }

    #[test]
    fn prose_of_the_book_is_said_otherwise_and_names_and_words_of_the_program_are_not() {
        let said = table().in_words(|text| (text == "plan").then(|| "plāns".to_owned()));
        assert_eq!(said.rows, [[Cell::text("plāns"), Cell::name("plan"), Kind::Plan.into()]]);
        let source = table().sources.remove(0);
        let plan = || "plāns".to_owned();
        assert_eq!(said.sources, [Citation { publisher: plan(), short: Some(plan()), ..source }]);
        assert_eq!(said.context.book, plan());
    }

    #[test]
    fn a_column_that_a_table_lacks_is_an_error_with_those_it_has() {
        let error = table().select([&columns::LABEL, &columns::VERDICT]).unwrap_err();
        assert_eq!(error.kind().to_string(), "the table `gap` has no column `verdict`");
        assert_eq!(error.way_out(), Some("it has `label`, `source`, `kind`"));
    }

    #[test]
    fn columns_come_in_the_order_in_which_they_are_asked_for() {
        assert_eq!(
            table().select([&columns::KIND, &columns::LABEL]).unwrap(),
            [[&Kind::Plan.into(), &Cell::text("plan")]]
        );
    }
}
