//! What does one pledge come to under every scenario, and how far are they apart?

use std::collections::BTreeMap;

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::evaluate;
use crate::gdp::Path;
use crate::quantity::{Ratio, Year};
use crate::table::{Cell, Column, Role, Table, columns};

use super::standing_pledge::{Standing, label, paths, paths_and_latest, years};
use crate::question::cells::{gdp_value, millions};
use crate::question::once::Once;
use crate::question::{Query, Question};

pub(super) const QUESTION: Question = Question {
    name: "scenarios",
    about: "what one pledge comes to under every scenario, and how far they are apart",
    build,
};

const COLUMNS: &[Column] = &[
    columns::ROLE,
    columns::LABEL.headed("GDP by").unwrapped(),
    columns::YEAR,
    columns::COMMITMENT,
    columns::PLEDGE,
    columns::GDP_MILLION,
    columns::AMOUNT_MILLION,
    columns::DEFINITION,
    columns::PUBLISHER,
    columns::TITLE.for_programs(),
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let paths = paths(query)?;
    let (mut rows, mut sources) = (Vec::new(), Once::default());
    let asked = Standing::asked(query);
    let pledged = |year: Year| Some((year, asked.announced_last(|when| when.names(year))?));
    let pledged: Vec<(Year, &Commitment)> =
        years(query, &paths_and_latest(query)?).into_iter().filter_map(pledged).collect();
    let mut amounts: BTreeMap<Year, Vec<Ratio>> = BTreeMap::new();
    for (path, (year, commitment)) in paths.iter().flat_map(|path| pledged.iter().map(move |pledged| (path, pledged))) {
        if let Some((cells, amount)) = row(query, path, commitment, *year, &mut sources)? {
            rows.push(cells);
            amounts.entry(*year).or_default().push(amount);
        }
    }
    for (year, commitment) in pledged {
        rows.extend(apart(query, commitment, year, amounts.get(&year).map_or(&[], Vec::as_slice))?);
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, sources.names()))
}

/// What the pledge comes to in a year under one scenario, if GDP of the year is known.
fn row(
    query: &Query<'_>,
    path: &Path,
    commitment: &Commitment,
    year: Year,
    sources: &mut Once,
) -> Result<Option<(Vec<Cell>, Ratio)>> {
    let Some((pledged, value)) = query.pledged(commitment)?.zip(path.value(year)) else { return Ok(None) };
    let Some(amount) = evaluate::in_year(&pledged, path, year)?.amount else { return Ok(None) };
    sources.extend(value.source.as_deref());
    sources.add(&commitment.source.id);
    let cell = millions(Some(amount)).of_kind(value.kind);
    let cell = cell.after_break(path.breaks_before(year));
    let gdp = gdp_value(value.gdp, value.chained).into();
    Ok(Some((
        cells(query, (Role::Scenario, &path.scenario), year, commitment, [gdp, cell, Cell::text(&*value.publisher)]),
        amount,
    )))
}

/// How far the highest of a year's amounts lies above the lowest, where there are several.
fn apart(query: &Query<'_>, commitment: &Commitment, year: Year, amounts: &[Ratio]) -> Result<Option<Vec<Cell>>> {
    let [Some(first), Some(_)] = [amounts.first(), amounts.get(1)] else { return Ok(None) };
    let (mut low, mut high) = (*first, *first);
    for amount in amounts {
        (low, high) = (low.min(*amount)?, high.max(*amount)?);
    }
    let apart = millions(Some(low.gap_to(high)?));
    Ok(Some(cells(query, (Role::Spread, ""), year, commitment, [Cell::UNKNOWN, apart, Cell::UNKNOWN])))
}

fn cells(
    query: &Query<'_>,
    (role, scenario): (Role, &str),
    year: Year,
    commitment: &Commitment,
    [gdp, amount, publisher]: [Cell; 3],
) -> Vec<Cell> {
    vec![
        role.into(),
        label(scenario),
        year.into(),
        Cell::name(&*commitment.id),
        Cell::maybe(commitment.pledge),
        gdp,
        amount,
        Cell::text(query.title_of_definition(commitment)),
        publisher,
        Cell::text(query.title_of_scenario(scenario)),
    ]
}
