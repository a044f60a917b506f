//! How far apart are the amounts of each year's pledge over all scenarios of a file?

use crate::error::{Errors, Result};
use crate::quantity::Decimal;
use crate::table::{Cell, Column, Table, Value, columns};

use super::standing_pledge::Standing;
use crate::question::once::Once;
use crate::question::summary::{Spread, at_its_values};
use crate::question::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "fan",
    about: "how far apart the amounts of each year's pledge are over all scenarios of a file",
    build,
};

const COLUMNS: &[Column] = &[
    columns::YEAR,
    columns::COMMITMENT,
    columns::PLEDGE,
    columns::COUNT,
    columns::MIN_MILLION,
    columns::P5_MILLION,
    columns::P25_MILLION,
    columns::MEDIAN_MILLION,
    columns::P75_MILLION,
    columns::P95_MILLION,
    columns::MAX_MILLION,
    columns::DEFINITION,
];

/// Of the years of the file those that a pledge is for, which is the one announced last of each.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (asked, country) = (Standing::asked(query), query.country());
    let (mut rows, mut sources) = (Vec::new(), Once::default());
    let yearly = query.spreads.iter().flat_map(|spreads| &spreads.yearly);
    for spread in yearly.filter(|spread| spread.country == country && query.asks_about(spread.year.into())) {
        rows.extend(row(query, &asked, spread, &mut sources)?);
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, sources.names()))
}

fn row(query: &Query<'_>, asked: &Standing<'_>, spread: &Spread, sources: &mut Once) -> Result<Option<Vec<Cell>>> {
    let Some(commitment) = asked.announced_last(|when| when.names(spread.year)) else { return Ok(None) };
    let Some(pledged) = query.pledged(commitment)? else { return Ok(None) };
    sources.add(&commitment.source.id);
    let count = Value::Plain(Decimal::from(spread.count)).into();
    let mut row = vec![spread.year.into(), Cell::name(&*commitment.id), Cell::maybe(commitment.pledge), count];
    row.extend(at_its_values(&pledged, spread)?);
    row.push(Cell::text(query.title_of_definition(commitment)));
    Ok(Some(row))
}
