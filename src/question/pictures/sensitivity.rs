//! What does a pledge come to where GDP grows otherwise and another share is pledged?

use crate::error::Errors;
use crate::table::{Column, Table, columns};

use crate::question::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "sensitivity", about: "what a pledge comes to in each case, and what is missing", build };

const COLUMNS: &[Column] = &[
    columns::GROWTH_PP,
    columns::SHARE_PCT,
    columns::GDP_MILLION,
    columns::AMOUNT_MILLION,
    columns::GAP_MILLION,
    columns::VERDICT,
    columns::COMMITMENT,
    columns::PLEDGE,
    columns::YEAR,
    columns::DEFINITION,
    columns::BASIS,
    columns::TITLE.for_programs(),
    columns::SPENT_MILLION,
    columns::SPENT_KIND,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}
