//! What a pledge asks for in each year on its way, and what growth that needs.

use crate::analysis::{Counterfactual, Shape};
use crate::error::{Errors, Result};
use crate::quantity::Year;
use crate::table::{Column, Step, Table, columns};

use super::derivations::Derivation;
use super::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "path",
    about: "what a pledge asks for in each year on its way, and what growth that needs",
    build,
};

pub(super) const DERIVATION: Derivation = Derivation { name: "path", build: derivation };

pub(super) const COLUMNS: &[Column] = &[
    columns::SHAPE,
    columns::COMMITMENT,
    columns::YEAR,
    columns::GDP_MILLION,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::STEP_MILLION,
    columns::GROWTH_PCT,
    columns::VERSUS_MILLION,
    columns::EXTRA_MILLION,
];

/// How paths to pledges lead there, and what they are set against.
#[derive(Debug, Clone, Default)]
pub struct Planning {
    /// The shapes side by side; none is what a commitment says itself, else the linear one.
    pub shapes: Vec<Shape>,
    /// The year in which paths start; nothing is that of the last outturn.
    pub from: Option<Year>,
    /// What money that is extra is beyond.
    pub versus: Option<Versus>,
    /// The year in whose prices money is told; nothing is each year's own.
    pub prices: Option<Year>,
}

/// What money that is extra is beyond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Versus {
    /// A rule that goes on from where a path starts.
    Rule(Counterfactual),
    /// What another commitment comes to, by its id.
    Commitment(String),
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}

fn derivation(_: &Query<'_>) -> Result<Step, Errors> {
    Ok(Step::new(QUESTION.name, ""))
}
