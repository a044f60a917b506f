//! What has been committed to?

use crate::book::{Commitment, Reference};
use crate::error::{Errors, Result};
use crate::quantity::{Year, YearRange};
use crate::table::{Cell, Column, Table, Value, columns};

use super::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "commitments", about: "what has been committed to, when and by whom", build };

const COLUMNS: &[Column] = &[
    columns::COUNTRY,
    columns::COMMITMENT,
    columns::TITLE,
    columns::PLEDGE,
    columns::WHEN,
    columns::DEFINITION.unwrapped(),
    columns::STRENGTH,
    columns::ANNOUNCED,
    columns::SUPERSEDES,
    columns::SUPERSEDED_BY,
    columns::PART_OF,
    columns::SOURCE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let asked: Vec<&Commitment> = query.known().filter(|commitment| binds(query, commitment)).collect();
    let sources: Vec<String> = asked.iter().map(|commitment| commitment.source.id.clone()).collect();
    let rows = asked.into_iter().map(|commitment| row(query, commitment)).collect();
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// Whether a commitment names one of the years asked for; one without years only where none are asked for.
pub(super) fn binds(query: &Query<'_>, commitment: &Commitment) -> bool {
    let years = commitment.when.and_then(|when| YearRange::new(when.first(), when.last().unwrap_or(Year::LAST)).ok());
    years.map_or(query.years.is_none(), |years| query.asks_about(years))
}

fn row(query: &Query<'_>, commitment: &Commitment) -> Vec<Cell> {
    let reference =
        |reference: &Option<Reference>| Cell::name(reference.as_ref().map_or("", |reference| &reference.id));
    let superseded_by = query.book.superseded_by(commitment, query.as_of).map_or("", |other| &other.id);
    vec![
        commitment.country.into(),
        Cell::name(&*commitment.id),
        Cell::text(&*commitment.title),
        Value::Pledge(commitment.pledge).into(),
        Cell::maybe(commitment.when.map(|when| Value::Name(when.to_string()))),
        reference(&commitment.definition),
        commitment.strength.into(),
        commitment.announced.into(),
        reference(&commitment.supersedes),
        Cell::name(superseded_by),
        reference(&commitment.part_of),
        Cell::name(&*commitment.source.id),
    ]
}
