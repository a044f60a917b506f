//! What does the standing defence pledge of each year come to, and what is to be spent?

use crate::book::{Kind, Measure, Observation};
use crate::error::{Errors, Result};
use crate::evaluate::{self, Pledged};
use crate::gdp::{Path, choose};
use crate::quantity::{Country, Date, Year, YearRange};
use crate::table::{Cell, Column, Content, Table, Value};

use super::defence::{DIRECT, paths, window};
use super::{Query, Question, gap, mark, spread};

pub(super) const QUESTION: Question = Question {
    name: "standing",
    about: "what the defence pledge announced last comes to, and spending beside it",
    build,
};

const COLUMNS: &[Column] = &[
    Column { name: "role", heading: "role", content: Content::Name },
    Column { name: "label", heading: "GDP by", content: Content::Name },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "commitment", heading: "commitment", content: Content::Name },
    Column { name: "pledge", heading: "pledge", content: Content::Text },
    Column { name: "gdp_million", heading: "GDP, m", content: Content::Figure },
    Column { name: "amount_million", heading: "amount, m", content: Content::Figure },
    Column { name: "kind", heading: "kind", content: Content::Name },
    Column { name: "definition", heading: "definition", content: Content::Text },
    Column { name: "publisher", heading: "publisher", content: Content::Name },
    Column { name: "vintage", heading: "vintage", content: Content::Name },
    Column { name: "source", heading: "source", content: Content::Name },
    Column { name: "title", heading: "", content: Content::Text },
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    let country = query.country();
    let paths = paths(query)?;
    let years: Vec<Year> = window(query, &paths).into_iter().flat_map(YearRange::years).collect();
    for year in &years {
        if let Some(spent) = spending(query, country, *year)? {
            sources.push(spent.source.clone());
            rows.push(spent_row(query, spent));
        }
    }
    for (path, year) in paths.iter().flat_map(|path| years.iter().map(move |year| (path, *year))) {
        rows.extend(pledged_row(query, path, year, &mut sources)?);
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// What a question takes where it shows one commitment a year, in words; nothing where it takes all that is asked for.
#[must_use]
pub fn taken(question: &Question, query: &Query<'_>) -> Option<String> {
    let one_a_year = [QUESTION.name, spread::QUESTION.name, gap::QUESTION.name].contains(&question.name);
    let any_definition = question.name != QUESTION.name && !query.commitments.is_empty();
    match (one_a_year, any_definition) {
        (true, false) => {
            let from = if query.years.is_none() { " from the latest announcement on" } else { "" };
            Some(format!("the standing pledges under `{DIRECT}`{from}"))
        }
        (true, true) if query.commitments.len() > 1 => Some("the pledge announced last of each year".to_owned()),
        (true, true) | (false, _) => None,
    }
}

/// What was or is to be spent in a year, as the choosing rule picks it.
fn spending<'b>(query: &Query<'b>, country: Country, year: Year) -> Result<Option<&'b Observation>> {
    let currency = query.book.currency(country);
    let rows = query
        .book
        .observations
        .iter()
        .filter(|row| row.measure == Measure::Spending && row.country == country && row.year == year);
    let seen = |row: &&Observation| row.vintage.is_known_on(query.as_of);
    choose(
        rows.filter(|row| row.currency() == currency && row.definition.as_deref() == Some(DIRECT)).filter(seen),
        &query.book.publishers,
    )
}

fn spent_row(query: &Query<'_>, spent: &Observation) -> Vec<Cell> {
    let amount = Cell::from(Value::Money(spent.value)).marked(mark(spent.kind), false);
    let origin = (spent.publisher.as_str(), Some(spent.vintage), spent.source.as_str());
    row(query, [spent.kind.word(), "", "", ""], spent.year, Cell::UNKNOWN, amount, spent.kind, origin)
}

/// The pledge of a year under a scenario, if there is one and GDP of the year is known.
fn pledged_row(query: &Query<'_>, path: &Path, year: Year, sources: &mut Vec<String>) -> Result<Option<Vec<Cell>>> {
    let commitment = query.announced_last(DIRECT, |when| when.names(year));
    let Some((commitment, value)) = commitment.zip(path.value(year)) else { return Ok(None) };
    let Some(pledged) = Pledged::of(commitment)?.filter(|pledged| pledged.country == path.country) else {
        return Ok(None);
    };
    let outcome = evaluate::in_year(&pledged, path, year)?;
    let source = value.source.clone().unwrap_or_default();
    sources.extend([source.clone(), commitment.source.id.clone()]);
    let amount = Cell::maybe(outcome.amount.map(|amount| Value::Money(amount.millions())));
    let amount = amount.marked(mark(value.kind), path.breaks_before(year));
    let words = ["scenario", &path.scenario, &commitment.id, &pledged.pledge.to_string()];
    let origin = (value.publisher.as_str(), value.vintage, source.as_str());
    Ok(Some(row(query, words, year, Value::Plain(value.gdp.millions()).into(), amount, value.kind, origin)))
}

fn row(
    query: &Query<'_>,
    words: [&str; 4],
    year: Year,
    gdp: Cell,
    amount: Cell,
    kind: Kind,
    origin: (&str, Option<Date>, &str),
) -> Vec<Cell> {
    let [role, label, commitment, pledge] = words;
    let (publisher, vintage, source) = origin;
    vec![
        Cell::text(role),
        Cell::text(label),
        Value::Years(year.into()).into(),
        Cell::text(commitment),
        Cell::text(pledge),
        gdp,
        amount,
        Cell::text(kind.word()),
        Cell::text(query.title_of(DIRECT)),
        Cell::text(publisher),
        Cell::maybe(vintage.map(Value::Date)),
        Cell::text(source),
        Cell::text(query.title_of_scenario(label)),
    ]
}
