//! Statements in the order in which they were made, and what each came to then and comes to now.

mod derivation; // where both amounts come from
#[cfg(test)]
mod laws; // what holds of every timeline
mod known; // what a commitment comes to, as known on a day
mod statement; // the statements in their order
mod told; // the same with their amounts, for a picture
mod unknown; // why an amount is not known, said once for all that have it in common

use crate::error::{Errors, Result};
use crate::evaluate::Outcome;
use crate::table::{Cell, Column, Step, Table, Value, columns};

use super::cells::millions;
use super::derivation::Derivation;
use super::once::Once;
use super::{Query, Question};
use known::Known;
use statement::{Statement, statements};
pub(super) use told::{Told, told};
use unknown::Unknowns;

pub(super) const QUESTION: Question = Question {
    name: "timeline",
    about: "statements in the order in which they were made, and what each came to then and comes to now",
    build,
};

pub(super) const DERIVATION: Derivation = Derivation { name: "timeline", build: derivation };

pub(super) const COLUMNS: &[Column] = &[
    columns::ANNOUNCED,
    columns::COMMITMENT,
    columns::STRENGTH,
    columns::PLEDGE,
    columns::WHEN,
    columns::SUPERSEDES,
    columns::AMOUNT_THEN_MILLION,
    columns::AMOUNT_NOW_MILLION,
];

/// Below the table for people.
const AMOUNTS: &str =
    "amounts on `latest`: then as known on the day of the statement, now as known on the day that is asked about";
const OF_YEARS: &str = "of a pledge for each of several years the amount is that of the first asked about, of one for years together their sum";

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let statements = statements(query);
    let (mut known, mut sources, mut unknowns) = (Known::new(query), Once::default(), Unknowns::default());
    let mut rows = Vec::with_capacity(statements.len());
    for statement in &statements {
        let both = match statement.alone() {
            Some(commitment) => Some(known.then_and_now(commitment)?),
            None => None,
        };
        unknowns.add(statement, both.as_ref());
        sources.add(&statement.first().source.id);
        sources.extend(both.iter().flatten().flatten().flat_map(Outcome::sources));
        rows.push(row(statement, both.as_ref()));
    }
    let mut table = query.table(QUESTION.name, COLUMNS, rows, sources.names());
    if !table.rows.is_empty() {
        table.notes.push(AMOUNTS.to_owned());
    }
    table.notes.extend(statements.iter().any(Statement::is_of_years).then(|| OF_YEARS.to_owned()));
    table.notes.extend(unknowns.notes());
    Ok(table)
}

fn row(statement: &Statement<'_>, both: Option<&[Option<Outcome>; 2]>) -> Vec<Cell> {
    let own = statement.first();
    let amount = |at: usize| millions(both.and_then(|both| both[at].as_ref()?.amount));
    vec![
        own.announced.into(),
        Cell::name(&*own.id),
        own.strength.into(),
        Value::Pledge(own.pledge).into(),
        Cell::maybe(statement.when().map(|when| Value::Name(when.to_string()))),
        Cell::name(own.supersedes.as_ref().map_or("", |other| &other.id)),
        amount(0),
        amount(1),
    ]
}

fn derivation(query: &Query<'_>) -> Result<Step, Errors> {
    Ok(derivation::derivation(query, &statements(query))?)
}
