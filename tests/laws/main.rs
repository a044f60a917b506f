//! Laws: what holds for every input, not only for the examples that somebody thought of.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod analysis;
mod answers;
mod change;
mod arithmetic;
mod claims;
mod comparisons;
mod containers;
mod differences;
mod feed;
mod lookups;
mod pledges;
mod reading;
mod reasons;
mod scale;
mod tables;
mod texts;
mod measures;
mod narrow;
mod path;
mod verdicts;
mod what_if;

use std::sync::LazyLock;

use pledgebook::book::Book;
use proptest::prelude::ProptestConfig;

/// The book that comes with the program.
static SHIPPED: LazyLock<Book> = LazyLock::new(|| Book::embedded().unwrap());

/// So many inputs for each law. Nothing is kept of a failure: its input, made small, is in the message.
fn inputs(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
