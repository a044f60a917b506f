//! Defence-spending pledges as plain text: what does each come to in euros, and on whose figures?
//!
//! Data walks through the modules once, in the order of this list; a module uses only what stands above it.
//!
//! The features `chart` (pictures and reports) and `cli` (the program) are there by default. Without them it is the exact core:
//! from a book to tables as CSV, JSON and Markdown.
//!
//! ```
//! use pledgebook::book::Book;
//! use pledgebook::evaluate::{Pledged, in_year};
//! use pledgebook::gdp::Resolver;
//! use pledgebook::quantity::round;
//!
//! let book = Book::embedded()?;
//! let as_of = "2025-11-20".parse()?;
//! let path = Resolver::new(&book, as_of).path("budget-2026", book.country)?;
//! let pledged = Pledged::of(book.commitment("lva-defence-2026").unwrap())?.unwrap();
//! let outcome = in_year(&pledged, &path, "2026".parse()?)?;
//! assert_eq!(round(outcome.amount.unwrap().millions(), 2)?.to_string(), "2197.65");
//! # Ok::<(), pledgebook::Errors>(())
//! ```

pub mod error; // what went wrong, where, and what to do
pub mod quantity; // money, shares, years: exact, rounded once
pub mod pledge; // "about 5% of GDP" as a value
pub mod book; // commitments, observations and sources, read from plain text
pub mod gdp; // which GDP for which year, and why
pub mod evaluate; // commitments and a GDP path to outcomes
pub mod verdict; // was it kept, by how much, on which figures, and why
pub mod stream; // the same for a scenario file of any length, in bounded memory
pub mod table; // tidy rows with typed cells, no layout
pub mod question; // outcomes to a table, one file per question
pub mod render; // a table as csv, json, md or a terminal's table
#[cfg(feature = "chart")]
pub mod chart; // a table as a picture
#[cfg(feature = "chart")]
pub mod report; // which tables and pictures make a briefing, and its pages
pub mod session; // the front door: the questions as methods of a book that is owned
#[cfg(feature = "cli")]
pub mod cli; // arguments, load, call, write

pub use error::{Error, Errors};
pub use session::Session;
