//! What moved a share between two points: spending, GDP or the definition.

use crate::error::{Errors, Result};
use crate::quantity::{Date, Year};
use crate::table::{Column, Step, Table, columns};

use super::derivations::Derivation;
use super::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "why", about: "what moved a share between two points: spending, GDP or the definition", build };

pub(super) const DERIVATION: Derivation = Derivation { name: "why", build: derivation };

pub(super) const COLUMNS: &[Column] =
    &[columns::PART, columns::FROM, columns::TO, columns::EFFECT_MILLION, columns::EFFECT_PP];

/// One end of a change, where it differs from what is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// What was known on a day.
    Day(Date),
    /// The figures of a year.
    Year(Year),
    /// Those of one publisher.
    Publisher(String),
    /// Those under one definition, by its id.
    Definition(String),
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}

fn derivation(_: &Query<'_>) -> Result<Step, Errors> {
    Ok(Step::new(QUESTION.name, ""))
}
