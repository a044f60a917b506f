//! What a pledge comes to where GDP grows otherwise and another share is pledged.

use crate::analysis::Steps;
use crate::error::{Errors, Result};
use crate::table::{Column, Step, Table, columns};

use super::derivations::Derivation;
use super::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "sensitivity",
    about: "what a pledge comes to where GDP grows otherwise and another share is pledged",
    build,
};

pub(super) const DERIVATION: Derivation = Derivation { name: "sensitivity", build: derivation };

pub(super) const COLUMNS: &[Column] = &[
    columns::GROWTH_PP,
    columns::SHARE_PCT,
    columns::GDP_MILLION,
    columns::AMOUNT_MILLION,
    columns::GAP_MILLION,
    columns::VERDICT,
];

/// How far GDP and the share of a pledge are moved.
#[derive(Debug, Clone, Copy, Default)]
pub struct Grid {
    /// Points a year that are added to the growth of the path; nothing is from 1 below to 1 above by a half.
    pub growth: Option<Steps>,
    /// The shares; nothing is that of the pledge alone.
    pub share: Option<Steps>,
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}

fn derivation(_: &Query<'_>) -> Result<Step, Errors> {
    Ok(Step::new(QUESTION.name, ""))
}
