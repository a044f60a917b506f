//! Statements in the order in which they were made, and what each came to then and comes to now.

use crate::error::{Errors, Result};
use crate::table::{Column, Step, Table, columns};

use super::derivations::Derivation;
use super::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "timeline",
    about: "statements in the order in which they were made, and what each came to then and comes to now",
    build,
};

pub(super) const DERIVATION: Derivation = Derivation { name: "timeline", build: derivation };

pub(super) const COLUMNS: &[Column] = &[
    columns::ANNOUNCED,
    columns::COMMITMENT,
    columns::STRENGTH,
    columns::PLEDGE,
    columns::WHEN,
    columns::SUPERSEDES,
    columns::AMOUNT_THEN_MILLION,
    columns::AMOUNT_NOW_MILLION,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}

fn derivation(_: &Query<'_>) -> Result<Step, Errors> {
    Ok(Step::new(QUESTION.name, ""))
}
