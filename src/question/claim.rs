//! Whether a claim about money and a share is true, on whose GDP and against what.

mod before; // what a rise goes on from
mod check; // what a claim has to be
mod derivation; // where each figure of it comes from
mod read; // a claim in words
mod rows; // on each GDP, and against what
mod sentence; // each row in words
mod whose; // on whose GDP

pub use check::check_claim;
pub use read::Claim;

use crate::error::Errors;
use crate::table::{Column, Step, Table, columns};

use super::derivation::Derivation;
use super::once::Once;
use super::{Query, Question};
use rows::Held;

pub(super) const QUESTION: Question = Question {
    name: "claim",
    about: "whether a claim about money and a share is true, on whose GDP and against what",
    build,
};

pub(super) const DERIVATION: Derivation = Derivation { name: "claim", build: derivation };

pub(super) const COLUMNS: &[Column] = &[
    columns::GDP_BY,
    columns::COUNTERFACTUAL,
    columns::CLAIMED,
    columns::COMPUTED_LOW,
    columns::COMPUTED_HIGH,
    columns::RESULT,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let held = Held::of(query)?;
    let (rows, mut sources) = (held.rows()?, Once::default());
    for in_year in &held.years {
        sources.extend(in_year.whose.iter().filter_map(|whose| whose.value.as_ref()?.source.as_deref()));
        sources.extend(in_year.before.sources());
    }
    let cells = rows.iter().map(|row| row.cells(&held)).collect();
    let mut table = query.table(QUESTION.name, COLUMNS, cells, sources.names());
    table.notes.extend(sentence::heading(&held)?);
    for (at, row) in rows.iter().enumerate() {
        table.notes.push(format!("{}. {}", at + 1, sentence::of(&held, row)?));
    }
    Ok(table)
}

fn derivation(query: &Query<'_>) -> Result<Step, Errors> {
    Ok(derivation::step(query, &Held::of(query)?)?)
}
