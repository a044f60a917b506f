//! How was GDP of one year forecast, released and revised, and what did one share of it come to each time?

use std::collections::BTreeMap;

use crate::book::{Measure, Observation};
use crate::error::{Errors, Result};
use crate::quantity::{Decimal, Share, Year, YearRange};
use crate::table::{Cell, Column, Role, Table, Value, columns};

use crate::question::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "gdp-vintages", about: "how GDP of one year was forecast, released and revised", build };

const COLUMNS: &[Column] = &[
    columns::ROLE.headed("kind"),
    columns::LABEL.headed("publisher").unwrapped(),
    columns::YEAR,
    columns::DATE.headed("vintage"),
    columns::GDP_MILLION,
    columns::PRECISION_MILLION,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::SOURCE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let asked = query.years.map(YearRange::first);
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    if let Some(year) = asked.or_else(|| most_published(query)) {
        let share = pledged(query, year);
        for observation in published(query, year) {
            sources.push(observation.source.clone());
            rows.extend(row(observation, share)?);
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// What was published about GDP of a year in the country's currency, by vintage.
fn published<'b>(query: &Query<'b>, year: Year) -> Vec<&'b Observation> {
    let mut rows: Vec<&Observation> = seen(query).filter(|row| row.year == year).collect();
    rows.sort_by_key(|row| row.vintage.last_day());
    rows
}

/// GDP of any year in the country's currency, of a vintage that was known.
fn seen<'b>(query: &Query<'b>) -> impl Iterator<Item = &'b Observation> {
    let (country, as_of) = (query.country(), query.as_of);
    let currency = query.book.currency(country);
    let gdp = query.book.observations.iter().filter(move |row| row.measure == Measure::Gdp && row.country == country);
    gdp.filter(move |row| currency.is_some() && row.currency() == currency && row.vintage.is_known_on(as_of))
}

/// The year that was published about most often, of several the latest.
fn most_published(query: &Query<'_>) -> Option<Year> {
    let mut counts: BTreeMap<Year, u32> = BTreeMap::new();
    seen(query).for_each(|row| *counts.entry(row.year).or_default() += 1);
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

/// The share that is pledged for the year, or one per cent where none is.
fn pledged(query: &Query<'_>, year: Year) -> Share {
    let commitment = query.announced_last(|when| when.names(year));
    let pledge = commitment.and_then(|commitment| commitment.pledge);
    pledge.and_then(|pledge| pledge.share_of_gdp()).unwrap_or(Share::from_percent(Decimal::ONE))
}

fn row(observation: &Observation, share: Share) -> Result<Option<Vec<Cell>>> {
    let Some(gdp) = observation.money() else { return Ok(None) };
    let amount = share.of(gdp)?;
    Ok(Some(vec![
        Role::Published(observation.kind).into(),
        Cell::text(&*observation.publisher),
        observation.year.into(),
        observation.vintage.into(),
        Cell::from(Value::Plain(observation.value)).of_kind(observation.kind),
        Cell::maybe(observation.precision.map(Value::Plain)),
        share.into(),
        Value::Money(amount.millions()).into(),
        Cell::name(&*observation.source),
    ]))
}
