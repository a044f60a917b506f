//! How has defence spending as a share of GDP moved, and where is it pledged to go?

use std::collections::BTreeMap;

use crate::book::{Commitment, Kind, Measure, Observation};
use crate::error::{Errors, Result};
use crate::gdp::choose;
use crate::pledge::{Qualifier, When};
use crate::quantity::{Country, Date, Year, YearRange};
use crate::table::{Cell, Column, Role, Table, Value, columns};

use super::standing_pledge::{DIRECT, share_of_gdp};
use crate::question::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "share", about: "defence spending as a share of GDP, published and pledged", build };

/// NATO's definition, under which its published shares of all allies can be compared.
const NATO: &str = "nato";

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
    let mut answer = Answer { query, rows: Vec::new(), sources: Vec::new() };
    let published = published(query, query.country())?;
    let last_outturn = published.values().filter(|row| row.kind == Kind::Outturn).map(|row| row.year).max();
    published.values().for_each(|row| answer.add_published(row));
    for year in Year::FIRST.to(Year::LAST).filter(|year| last_outturn.is_none_or(|last| *year > last)) {
        let named = |when| matches!(when, When::Each(years) if years.contains(year));
        answer.add_pledged(Role::Pledge, year, query.announced_last(DIRECT, named));
    }
    for (year, goal) in query.standing().filter_map(|commitment| goal(query, commitment)) {
        answer.add_pledged(Role::Goal, year, Some(goal));
    }
    Ok(query.table(QUESTION.name, COLUMNS, answer.rows, &answer.sources))
}

/// NATO's own published shares, of each year the one that the choosing rule picks.
fn published<'b>(query: &Query<'b>, country: Country) -> Result<BTreeMap<Year, &'b Observation>> {
    let mut years: BTreeMap<Year, Vec<&Observation>> = BTreeMap::new();
    for row in
        query.book.observations.iter().filter(|row| row.measure == Measure::SpendingShare && row.country == country)
    {
        let seen = row.vintage.is_known_on(query.as_of) && query.asks_about(row.year.into());
        if seen && row.definition.as_deref() == Some(NATO) && row.publisher == "NATO" {
            years.entry(row.year).or_default().push(row);
        }
    }
    let chosen = years
        .into_iter()
        .filter_map(|(year, rows)| choose(rows, &query.book.publishers).map(|row| Some((year, row?))).transpose());
    chosen.collect()
}

/// A share of GDP that is to be reached by a year, under a definition of the same family; a ceiling is no goal.
fn goal<'b>(query: &Query<'b>, commitment: &'b Commitment) -> Option<(Year, &'b Commitment)> {
    let When::By(year) = commitment.when? else { return None };
    let family = |id: &str| query.book.definition(id).map(|definition| definition.family.as_str());
    let same_family = family(&commitment.definition.as_ref()?.id) == family(NATO);
    let floor = commitment.pledge.is_some_and(|pledge| pledge.qualifier != Qualifier::AtMost);
    (same_family && floor).then_some((year, commitment))
}

struct Answer<'q, 'b> {
    query: &'q Query<'b>,
    rows: Vec<Vec<Cell>>,
    sources: Vec<String>,
}

impl Answer<'_, '_> {
    fn add_published(&mut self, row: &Observation) {
        let share = Cell::from(Value::Stated(row.value.to_string())).of_kind(row.kind);
        let label = Cell::text(self.query.title_of(NATO));
        self.add(Role::Published(row.kind), row.year, label, share, NATO, (&row.publisher, row.vintage, &row.source));
    }

    fn add_pledged(&mut self, role: Role, year: Year, commitment: Option<&Commitment>) {
        let Some(commitment) = commitment.filter(|_| self.query.asks_about(YearRange::from(year))) else {
            return;
        };
        let (Some((pledge, share)), Some(definition)) =
            (commitment.pledge.and_then(share_of_gdp), &commitment.definition)
        else {
            return;
        };
        let label = if role == Role::Goal { Cell::text(&*commitment.title) } else { pledge.into() };
        let publisher = self.query.publisher_of(commitment);
        let share = Value::Stated(share.percent().to_string()).into();
        self.add(role, year, label, share, &definition.id, (publisher, commitment.announced, &commitment.source.id));
    }

    fn add(&mut self, role: Role, year: Year, label: Cell, share: Cell, definition: &str, origin: (&str, Date, &str)) {
        let (publisher, vintage, source) = origin;
        let definition = self.query.title_of(definition);
        self.sources.push(source.to_owned());
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
