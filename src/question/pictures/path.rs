//! What does the way to a pledge ask for, by one shape beside the other?

use crate::error::Errors;
use crate::table::{Column, Table, columns};

use crate::question::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "path", about: "the ways to a pledge beside each other, from the last outturn on", build };

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::SHAPE,
    columns::LABEL,
    columns::YEAR,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::GROWTH_PCT,
    columns::CHANGE_PP,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::BASIS,
    columns::TITLE.for_programs(),
    columns::SOURCE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    Ok(query.table(QUESTION.name, COLUMNS, Vec::new(), &[]))
}
