//! (10) Questions that a book answers, each with a tidy table.
//!
//! ```
//! use pledgebook::book::Book;
//! use pledgebook::question::{Query, ask};
//!
//! let book = Book::embedded()?;
//! let years = Some("2026".parse()?);
//! let table = ask("amounts", &Query { years, scenarios: vec!["budget-2026".to_owned()], ..Query::new(&book, book.today()) })?;
//! assert!(table.notes[0].starts_with("as known on "));
//! # Ok::<(), pledgebook::Errors>(())
//! ```

mod amount_rows;
mod amounts;
mod cells;
mod claim;
mod commitments;
mod context;
mod converted;
mod countries;
mod derivation;
mod derivations;
mod differences;
mod doubts;
mod explain;
mod family;
mod fed_rows;
mod figures;
mod gdp;
mod goal; // what is to be reached by a year
mod held;
mod judgements;
mod judging;
mod league;
mod names;
mod observed; // a published figure as a step
mod once;
mod opening;
mod path;
mod pictures;
mod pledged;
mod progress;
mod query;
mod refusals;
mod scenarios;
mod sensitivity;
mod shares;
mod side_by_side;
mod solve;
mod sources;
mod standing;
mod start;
mod summary;
mod then_and_now;
mod timeline;
mod totals;
mod verdicts;
mod verify;
mod why;

pub use amount_rows::Asked;
pub(crate) use amount_rows::{AmountRows, stated};
pub use amounts::asked;
pub use claim::{Claim, check_claim};
pub use derivation::Derivation;
pub use derivations::{DERIVATIONS, derive};
pub use differences::{Cause, Change, Changed, Flip, Judged, Ruled, changed, differences, figures_between, flips};
pub use doubts::{doubts_behind, is_in_doubt};
pub use explain::explain;
pub(crate) use fed_rows::FedRows;
pub use judgements::{cited, grounds, judgements};
pub use judging::{Definitions, Judging};
pub use opening::{OnPath, opening, opening_on_paths};
pub use path::{Planning, Versus};
pub use pictures::{PICTURES, follows_gdp, picture, taken};
pub use query::Query;
pub use sensitivity::{Grid, check_grid};
pub use side_by_side::{Sides, side_by_side};
pub use solve::solve;
pub use start::Said;
pub use summary::{Spread, Spreads, summary};
pub(crate) use verdicts::FedVerdicts;
pub use verify::{Verifying, verify};
pub use why::{Point, check_change};

use crate::error::{self, Errors, Noun, Result};
use crate::table::Table;

/// A question: its name, what it answers, and how.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// The name, also that of its table.
    pub name: &'static str,
    /// What it answers, in a line.
    pub about: &'static str,
    /// The answer.
    pub build: fn(&Query<'_>) -> Result<Table, Errors>,
}

/// Every question whose answer is read as rows, in the order in which a report gives them; those of pictures are [`PICTURES`].
pub const QUESTIONS: &[Question] = &[
    amounts::QUESTION,
    verdicts::QUESTION,
    then_and_now::QUESTION,
    league::QUESTION,
    gdp::QUESTION,
    commitments::QUESTION,
    scenarios::QUESTION,
    sources::QUESTION,
    progress::QUESTION,
    verify::QUESTION,
    path::QUESTION,
    why::QUESTION,
    sensitivity::QUESTION,
    claim::QUESTION,
    timeline::QUESTION,
];

/// The question of this name.
#[must_use]
pub fn question(name: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.name == name)
}

/// The answer to the question of this name.
///
/// # Errors
/// There is no such question, or what stands in the way of its answer.
pub fn ask(name: &str, query: &Query<'_>) -> Result<Table, Errors> {
    answer(name, QUESTIONS, query)
}

/// The table behind the picture of this name.
///
/// # Errors
/// There is no such picture, or what stands in the way of its table.
pub fn ask_picture(name: &str, query: &Query<'_>) -> Result<Table, Errors> {
    answer(name, PICTURES, query)
}

fn answer(name: &str, questions: &[Question], query: &Query<'_>) -> Result<Table, Errors> {
    let names = questions.iter().map(|question| question.name);
    let unknown = || error::unknown_name(Noun::Question, name, names, "`question::QUESTIONS` lists them");
    let question = questions.iter().find(|question| question.name == name).ok_or_else(unknown)?;
    Ok(converted::converted(query, (question.build)(query)?)?)
}
