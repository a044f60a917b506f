//! Spending pledges of countries as plain text: what does each come to, and on whose figures?
//!
//! A [`Session`] is the front door: a book, read from plain text, that answers as it was known on a day.
//!
//! ```
//! use pledgebook::Session;
//! use pledgebook::verdict::Verdict;
//!
//! let book = Session::embedded()?;
//!
//! // about 5% of the EUR 43 953 million that the budget was built on
//! let outcome = book.amount("lva-defence-2026")?.under("budget-2026")?.in_year(2026)?;
//! assert_eq!(outcome.money(), Some("2197.65 million EUR".parse()?));
//!
//! // 4% of GDP: EUR 1 559 million of the 42 388 million that were expected then
//! let day = "2025-11-30".parse()?;
//! let rulings = book.at(day).judge("lva-defence-2025")?.in_year(2025)?;
//! assert_eq!(rulings[0].verdict, Verdict::Missed);
//! # Ok::<(), pledgebook::Errors>(())
//! ```
//!
//! The [`cookbook`] has twelve recipes: a what-if, a book in memory, a table as CSV, a picture, and so on. What holds of every
//! answer, and what holds it to that, is in [`guarantees`].
//!
//! # How data flows
//!
//! Data walks through the modules once, from the first to the last; each says its number, and uses only those before it.
//!
//! ```text
//! files ─ book ─→ Book ─ gdp ─→ Path ─ evaluate ─→ Outcome ─┬─ question ─→ Table ─┬─ render ─→ csv, json, md
//!   (4)                  (5)            (6)                  │      (10)      (9)  └─ chart ──→ svg, png
//!                              verdict ─→ Judgement ─────────┤
//!                                (7)                         │
//!                              analysis ─→ what follows ─────┘
//!                                (8)
//! a question ─ export ─→ a statement of SQL, which an engine answers over a table of scenarios
//!                (16)
//! an official file ─ import ─→ rows and their document, which become files of a book
//!                     (15)
//! ```
//!
//! # Where something new goes
//!
//! Files stand under `src/`, and each is named once more as `mod` in the file above it.
//!
//! | to add | file | line |
//! | --- | --- | --- |
//! | a question | `question/NAME.rs`: a `Query` to a `Table` | in `QUESTIONS`, and a method in `session/questions.rs` |
//! | an analysis | `analysis/NAME.rs`: figures to what follows from them, without a book | none |
//! | an official format | `import/NAME.rs`: its bytes to rows of `series/*.csv` | in `FORMATS` |
//! | a picture | `chart/pictures/NAME.rs`, its question under `question/pictures/`, its words under `chart/words/` | in `CHARTS` and in `PICTURES` |
//! | a command | `cli/NAME.rs`: arguments to a question | in `COMMANDS` |
//! | a page of the explorer | `serve/NAME.rs`: what is asked and shown, in its order | in `PAGES` |
//! | a currency's sign | none | in `NAMES` of `quantity/currency.rs` |
//! | a rule of verdicts | none | how a figure compares with a pledge in `verdict/scale.rs`, which figures count in `verdict/spending.rs`; a new word is a variant of `Verdict`, and the compiler names every place that must know it |
//! | a dialect of SQL | `export/dialect/NAME.rs`: what its engine writes otherwise | in `DIALECTS` |
//! | an output format | `render/NAME.rs`: a `Table` to bytes | in `FORMATS` |
//! | a commitment, a figure, a scenario, a country | none | a record or a row under `data/` |
//!
//! # Features
//!
//! All are on by default; without any there is the exact core, from a book to CSV, JSON, JSON lines and Markdown.
//!
//! | feature | what it brings |
//! | --- | --- |
//! | `chart` | pictures, and the report with them |
//! | `cli` | the program, and tables for a terminal |
//! | `import` | official files to rows |
//! | `xlsx` | tables as workbooks, and the one of a report |
//! | `serve` | the explorer: a book in a browser, with the program |

pub mod error; // what went wrong, where, and what to do
pub mod quantity; // money, shares, years: exact, rounded once
pub mod pledge; // "about 5% of GDP" as a value
pub mod book; // commitments, observations and sources, read from plain text
pub mod gdp; // which GDP for which year, and why
pub mod evaluate; // commitments and a GDP path to outcomes
pub mod verdict; // was it kept, by how much, on which figures, and why
pub mod analysis; // what follows from figures and pledges taken together
pub mod table; // tidy rows with typed cells, no layout
pub mod question; // outcomes to a table, one file per question
pub mod render; // a table as csv, json, jsonl, md, a workbook or a terminal's table
pub mod stream; // the amounts of a scenario file of any length, in bounded memory
#[cfg(feature = "chart")]
pub mod chart; // a table as a picture
#[cfg(feature = "chart")]
pub mod report; // which tables and pictures make a briefing, and its pages
#[cfg(feature = "import")]
pub mod import; // official files to rows, one file per format
pub mod export; // a question as a statement for an engine of SQL
pub mod session; // the front door: the questions as methods of a book that is owned
#[cfg(feature = "serve")]
pub mod serve; // a book in a browser: requests in, pages out
#[cfg(feature = "cli")]
pub mod cli; // arguments, load, call, write

pub mod cookbook;
pub mod guarantees;

/// The example of the README, which is run as every other one.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

pub use error::{Error, Errors};
pub use session::Session;
