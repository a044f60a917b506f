//! Whether a claim about money and a share is true, on whose GDP and against what.

use crate::error::{Errors, Result};
use crate::pledge::Amount;
use crate::quantity::Share;
use crate::table::{Column, Step, Table, columns};

use super::derivations::Derivation;
use super::{Query, Question};

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

/// Money that is said to be a share of GDP: `13.4 billion GBP = 0.2% of GDP`, or both as a change, with `more` behind each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The money.
    pub money: Amount,
    /// The share of GDP.
    pub share: Share,
    /// Whether both are said to be more than before.
    pub is_more: bool,
}

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}

fn derivation(_: &Query<'_>) -> Result<Step, Errors> {
    Ok(Step::new(QUESTION.name, ""))
}
