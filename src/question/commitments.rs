//! What has been committed to?

use crate::book::{Commitment, Reference};
use crate::error::{Errors, Result};
use crate::quantity::{Year, YearRange};
use crate::table::{Cell, Column, Content, Table, Value};

use super::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "commitments", about: "what has been committed to, when and by whom", build };

const COLUMNS: &[Column] = &[
    Column { name: "country", heading: "country", content: Content::Name },
    Column { name: "commitment", heading: "commitment", content: Content::Name },
    Column { name: "title", heading: "title", content: Content::Text },
    Column { name: "pledge", heading: "pledge", content: Content::Text },
    Column { name: "when", heading: "when", content: Content::Name },
    Column { name: "definition", heading: "definition", content: Content::Name },
    Column { name: "strength", heading: "strength", content: Content::Name },
    Column { name: "announced", heading: "announced", content: Content::Name },
    Column { name: "supersedes", heading: "supersedes", content: Content::Name },
    Column { name: "superseded_by", heading: "superseded by", content: Content::Name },
    Column { name: "part_of", heading: "part of", content: Content::Name },
    Column { name: "source", heading: "source", content: Content::Name },
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let asked: Vec<&Commitment> = query.known().filter(|commitment| binds(query, commitment)).collect();
    let sources: Vec<String> = asked.iter().map(|commitment| commitment.source.id.clone()).collect();
    let rows = asked.into_iter().map(|commitment| row(query, commitment)).collect();
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// Whether a commitment names one of the years asked for; one without years only where none are asked for.
fn binds(query: &Query<'_>, commitment: &Commitment) -> bool {
    let years = commitment.when.and_then(|when| YearRange::new(when.first(), when.last().unwrap_or(Year::LAST)).ok());
    years.map_or(query.years.is_none(), |years| query.asks_about(years))
}

fn row(query: &Query<'_>, commitment: &Commitment) -> Vec<Cell> {
    let reference =
        |reference: &Option<Reference>| Cell::text(reference.as_ref().map_or("", |reference| &reference.id));
    let superseded_by = query.book.superseded_by(&commitment.id, query.as_of).map_or("", |other| &other.id);
    vec![
        Cell::text(commitment.country.code()),
        Cell::text(&*commitment.id),
        Cell::text(&*commitment.title),
        Cell::text(commitment.pledge.map_or("none".to_owned(), |pledge| pledge.to_string())),
        Cell::maybe(commitment.when.map(|when| Value::Text(when.to_string()))),
        reference(&commitment.definition),
        Cell::text(commitment.strength.word()),
        Value::Date(commitment.announced).into(),
        reference(&commitment.supersedes),
        Cell::text(superseded_by),
        reference(&commitment.part_of),
        Cell::text(&*commitment.source.id),
    ]
}
