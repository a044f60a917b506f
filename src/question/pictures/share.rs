//! How has spending as a share of GDP moved, and where is it pledged to go?

use std::collections::BTreeMap;

use crate::book::{Commitment, Kind, Measure, Observation};
use crate::error::{Errors, Result};
use crate::gdp::choose;
use crate::pledge::When;
use crate::quantity::{Date, Year, YearRange};
use crate::table::{Cell, Column, Role, Table, Value, columns};

use super::standing_pledge::{Standing, words_and_share};
use crate::question::once::Once;
use crate::question::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "share", about: "spending of a family as a share of GDP, published and pledged", build };

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::YEAR,
    columns::LABEL,
    columns::SHARE_PCT,
    columns::DEFINITION,
    columns::PUBLISHER,
    columns::VINTAGE,
    columns::SOURCE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let mut answer = Answer { query, rows: Vec::new(), sources: Once::default() };
    let published = published(query)?;
    let last_outturn = published.values().filter(|row| row.kind == Kind::Outturn).map(|row| row.year).max();
    published.values().for_each(|row| answer.add_published(row));
    let (own, family) = (Standing::under_own_definition(query), Standing::in_family(query));
    let last_published = published.keys().next_back().copied();
    for year in Year::FIRST.to(Year::LAST).filter(|year| last_outturn.is_none_or(|last| *year > last)) {
        // one without an end is seen in its first year, and as far as anything is published
        let named = |when| match when {
            When::Each(years) => years.contains(year),
            When::From(first) => first == year || first < year && last_published.is_some_and(|last| year <= last),
            When::Sum(_) | When::Mean(_) | When::By(_) => false,
        };
        answer.add_pledged(Role::Pledge, year, own.announced_last(named).or_else(|| family.announced_last(named)));
    }
    for (year, goal) in family.all().filter_map(goal) {
        answer.add_pledged(Role::Goal, year, Some(goal));
    }
    Ok(query.table(QUESTION.name, COLUMNS, answer.rows, answer.sources.names()))
}

/// The published shares, of each year the one that the choosing rule picks.
fn published<'b>(query: &Query<'b>) -> Result<BTreeMap<Year, &'b Observation>> {
    let mut years: BTreeMap<Year, Vec<&Observation>> = BTreeMap::new();
    let rows = query.published_under(query.compared_definition());
    for row in rows.filter(|row| row.measure == Measure::SpendingShare && query.asks_about(row.year.into())) {
        years.entry(row.year).or_default().push(row);
    }
    let chosen = years
        .into_iter()
        .filter_map(|(year, rows)| choose(rows, &query.book.publishers).map(|row| Some((year, row?))).transpose());
    chosen.collect()
}

/// A share of GDP that is to be reached by a year; a ceiling is no goal.
fn goal(commitment: &Commitment) -> Option<(Year, &Commitment)> {
    let year = commitment.when?.by()?;
    commitment.pledge.is_some_and(|pledge| !pledge.is_ceiling()).then_some((year, commitment))
}

struct Answer<'q, 'b> {
    query: &'q Query<'b>,
    rows: Vec<Vec<Cell>>,
    sources: Once,
}

impl Answer<'_, '_> {
    fn add_published(&mut self, row: &Observation) {
        let share = Cell::from(Value::Stated(row.value.to_string())).of_kind(row.kind);
        let definition = self.query.title_of(row.definition.as_deref().unwrap_or_default());
        let origin = (row.publisher.as_str(), row.vintage, row.source.as_str());
        self.add(Role::Published(row.kind), row.year, Cell::text(definition), share, definition, origin);
    }

    fn add_pledged(&mut self, role: Role, year: Year, commitment: Option<&Commitment>) {
        let Some(commitment) = commitment.filter(|_| self.query.asks_about(YearRange::from(year))) else {
            return;
        };
        let Some([words, share]) = words_and_share(commitment) else { return };
        let definition = self.query.title_of_definition(commitment);
        let label = if role == Role::Goal { Cell::text(&*commitment.title) } else { words };
        let publisher = self.query.publisher_of(commitment);
        self.add(role, year, label, share, definition, (publisher, commitment.announced, &commitment.source.id));
    }

    fn add(&mut self, role: Role, year: Year, label: Cell, share: Cell, definition: &str, origin: (&str, Date, &str)) {
        let (publisher, vintage, source) = origin;
        self.sources.add(source);
        self.rows.push(vec![
            role.into(),
            year.into(),
            label,
            share,
            Cell::text(definition),
            Cell::text(publisher),
            vintage.into(),
            Cell::name(source),
        ]);
    }
}
