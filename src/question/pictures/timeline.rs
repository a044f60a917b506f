//! What was said when, what replaced it, and what did it come to then and comes to now?

use crate::error::Errors;
use crate::pledge::When;
use crate::question::cells::millions;
use crate::question::once::Once;
use crate::question::timeline::{Told, told};
use crate::question::{Query, Question};
use crate::table::{Cell, Column, Role, Table, columns};

pub(super) const QUESTION: Question = Question {
    name: "timeline",
    about: "what was said when, what replaced it, and what it came to then and comes to now",
    build,
};

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::COMMITMENT,
    columns::ANNOUNCED,
    columns::STRENGTH,
    columns::PLEDGE,
    columns::FIRST_YEAR,
    columns::LAST_YEAR,
    columns::SUPERSEDED_BY,
    columns::GROUP,
    columns::AMOUNT_THEN_MILLION,
    columns::AMOUNT_NOW_MILLION,
    columns::SOURCE,
];

/// Every statement that states a figure, superseded ones included, since they are the history.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (told, mut sources) = (told(query)?, Once::default());
    told.iter().for_each(|own| sources.extend(own.sources.iter().map(String::as_str)));
    let rows = told.iter().map(|own| row(query, own)).collect();
    Ok(query.table(QUESTION.name, COLUMNS, rows, sources.names()))
}

fn row(query: &Query<'_>, told: &Told<'_>) -> Vec<Cell> {
    let (own, when) = (told.commitment, told.when);
    let role = match when {
        When::Each(_) | When::From(_) => Role::Pledge,
        When::Sum(_) => Role::Sum,
        When::Mean(_) => Role::Mean,
        When::By(_) => Role::Goal,
    };
    let [then, now] = told.amounts.map(millions);
    vec![
        role.into(),
        Cell::name(&*own.id),
        own.announced.into(),
        own.strength.into(),
        told.pledge.into(),
        when.first().into(),
        Cell::maybe(when.last()),
        Cell::name(query.book.superseded_by(own, query.as_of).map_or("", |later| &later.id)),
        Cell::name(own.group.as_ref().map_or("", |group| &group.group)),
        then,
        now,
        Cell::name(&*own.source.id),
    ]
}
