//! What does the standing pledge of each year come to under the latest GDP, what do its words allow, and what is to be spent?

use crate::book::{Commitment, Measure, Observation};
use crate::error::{Errors, Result};
use crate::evaluate;
use crate::gdp::{Path, choose};
use crate::quantity::Year;
use crate::table::{Cell, Column, Role, Table, Value, columns};

use super::standing_pledge::{Standing, label, paths_and_latest, years};
use crate::question::cells::{amounts, gdp_value};
use crate::question::once::Once;
use crate::question::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "amounts",
    about: "what each year's standing pledge comes to on one GDP, what its words allow, and spending beside it",
    build,
};

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::LABEL.headed("GDP by").unwrapped(),
    columns::YEAR,
    columns::COMMITMENT,
    columns::PLEDGE,
    columns::GDP_MILLION,
    columns::LOW_MILLION,
    columns::AMOUNT_MILLION,
    columns::HIGH_MILLION,
    columns::KIND,
    columns::DEFINITION,
    columns::PUBLISHER,
    columns::VINTAGE,
    columns::SOURCE,
    columns::TITLE.for_programs(),
];

/// Under the first scenario that is asked for, which is `latest` where none is.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (mut rows, mut sources) = (Vec::new(), Once::default());
    let paths = paths_and_latest(query)?;
    let (years, standing) = (years(query, &paths), Standing::asked(query));
    let counted = standing.definition(query).or_else(|| query.own_definition());
    let published: Vec<&Observation> = query.published_under(counted).collect();
    for year in &years {
        if let Some(spent) = spending(query, &published, *year)? {
            sources.add(&spent.source);
            rows.push(spent_row(query, spent));
        }
    }
    for (path, year) in paths.iter().take(1).flat_map(|path| years.iter().map(move |year| (path, *year))) {
        rows.extend(pledged_row(query, (path, year), &standing, &mut sources)?);
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, sources.names()))
}

/// What was or is to be spent in a year, as the choosing rule picks it.
fn spending<'b>(query: &Query<'b>, published: &[&'b Observation], year: Year) -> Result<Option<&'b Observation>> {
    let currency = query.book.currency(query.country());
    let of_year =
        |row: &&Observation| row.measure == Measure::Spending && row.year == year && row.currency() == currency;
    choose(published.iter().copied().filter(of_year), &query.book.publishers)
}

fn spent_row(query: &Query<'_>, spent: &Observation) -> Vec<Cell> {
    vec![
        Role::Published(spent.kind).into(),
        Cell::UNKNOWN,
        spent.year.into(),
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        Cell::UNKNOWN,
        Cell::from(Value::Money(spent.value)).of_kind(spent.kind),
        Cell::UNKNOWN,
        spent.kind.into(),
        Cell::text(query.title_of(spent.definition.as_deref().unwrap_or_default())),
        Cell::text(&*spent.publisher),
        spent.vintage.into(),
        Cell::name(&*spent.source),
        Cell::UNKNOWN,
    ]
}

/// The pledge of a year under a scenario with where the GDP comes from, if there is one and GDP of the year is known.
fn pledged_row(
    query: &Query<'_>,
    (path, year): (&Path, Year),
    standing: &Standing<'_>,
    sources: &mut Once,
) -> Result<Option<Vec<Cell>>> {
    let commitment: Option<&Commitment> = standing.announced_last(|when| when.names(year));
    let Some((commitment, value)) = commitment.zip(path.value(year)) else { return Ok(None) };
    let Some(pledged) = query.pledged(commitment)?.filter(|pledged| pledged.country == path.country) else {
        return Ok(None);
    };
    let outcome = evaluate::in_year(&pledged, path, year)?;
    sources.extend([value.source.as_deref().unwrap_or_default(), &commitment.source.id]);
    let [low, amount, high] = amounts(&outcome);
    Ok(Some(vec![
        Role::Scenario.into(),
        label(&path.scenario),
        year.into(),
        Cell::name(&*commitment.id),
        Cell::maybe(commitment.pledge),
        gdp_value(value.gdp, value.chained).into(),
        low,
        amount.of_kind(value.kind).after_break(path.breaks_before(year)),
        high,
        value.kind.into(),
        Cell::text(query.title_of_definition(commitment)),
        Cell::text(&*value.publisher),
        Cell::maybe(value.vintage),
        Cell::name(value.source.clone().unwrap_or_default()),
        Cell::text(query.title_of_scenario(&path.scenario)),
    ]))
}
