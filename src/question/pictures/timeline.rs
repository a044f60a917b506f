//! What was said when, what replaced it, and what did it come to?

use crate::error::Errors;
use crate::table::{Column, Table, columns};

use crate::question::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "timeline", about: "what was said when, what replaced it, and what it comes to", build };

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::COMMITMENT,
    columns::ANNOUNCED,
    columns::STRENGTH,
    columns::PLEDGE,
    columns::FIRST_YEAR,
    columns::LAST_YEAR,
    columns::SUPERSEDED_BY,
    columns::AMOUNT_THEN_MILLION,
    columns::AMOUNT_NOW_MILLION,
    columns::SOURCE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}
