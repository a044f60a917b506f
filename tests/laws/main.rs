//! Laws: what holds for every input, not only for the examples that somebody thought of.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod analysis;
mod answered;
mod answers;
mod change;
mod apart;
mod arithmetic;
mod claims;
mod comparisons;
mod containers;
mod differences;
mod digits;
mod exact;
mod fed;
mod feed;
mod invented;
mod known;
mod lookups;
mod pledges;
mod printed;
mod reading;
mod reasons;
mod rows;
mod scale;
mod scaled;
mod tables;
mod texts;
mod there_and_back;
mod measures;
mod narrow;
mod more;
mod order;
mod path;
mod verdicts;
mod what_if;
mod workbooks;

use std::sync::LazyLock;

use pledgebook::Error;
use pledgebook::book::Book;
use pledgebook::error::Kind;
use pledgebook::question::{Query, Question};
use pledgebook::table::Table;
use proptest::prelude::ProptestConfig;

/// The book that comes with the program.
static SHIPPED: LazyLock<Book> = LazyLock::new(|| Book::embedded().unwrap());

/// So many inputs for each law, or what `PROPTEST_CASES` asks for. Nothing is kept of a failure: its input, made small, is in the message.
fn inputs(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { asked } else { ProptestConfig { cases, ..asked } }
}

/// The answer to a question; nothing where it asks for more than it was told.
fn answered(question: &Question, query: &Query<'_>) -> Option<Table> {
    match (question.build)(query) {
        Ok(table) => Some(table),
        Err(errors) => {
            let asks = |error: &Error| matches!(error.kind(), Kind::MissingOption { .. });
            assert!(errors.iter().all(asks), "{}: {errors:?}", question.name);
            None
        }
    }
}
