//! What moved a share between two points?

use crate::error::Errors;
use crate::table::{Column, Table, columns};

use crate::question::{Query, Question};

pub(super) const QUESTION: Question = Question { name: "why", about: "what moved a share between two points", build };

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::LABEL,
    columns::YEAR,
    columns::DATE,
    columns::DEFINITION,
    columns::PLEDGE,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::EFFECT_MILLION,
    columns::EFFECT_PP,
    columns::FROM,
    columns::TO,
    columns::SOURCE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}
