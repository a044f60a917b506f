//! What does each year's standing pledge come to, what is spent, and how far are they apart?

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::quantity::{Ratio, Year};
use crate::table::{Cell, Column, Table, Value, columns};

use super::standing_pledge::{Standing, paths_and_latest, years};
use crate::question::cells::quotient;
use crate::question::{Query, Question, verdicts};

pub(super) const QUESTION: Question =
    Question { name: "gap", about: "what each year's standing pledge comes to, what is spent, and the gap", build };

/// Columns of the verdicts, and the slack of the pledge last; the title stands for the definition.
const COLUMNS: &[Column] = &[
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::MEASURE,
    columns::BASIS,
    columns::PLEDGED_MILLION,
    columns::SPENT_MILLION,
    columns::SPENT_PCT,
    columns::SPENT_KIND,
    columns::SPENT_PUBLISHER,
    columns::GAP_MILLION,
    columns::GAP_PP,
    columns::VERDICT,
    columns::REASON,
    columns::SLACK_PCT,
];

/// Of each year the pledge that [`scenarios`](super::scenarios) shows, with its verdicts.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    let asked = Standing::asked(query);
    for year in years(query, &paths_and_latest(query)?) {
        if let Some(commitment) = asked.announced_last(|when| when.names(year)) {
            let verdicts = judged(query, commitment, year)?
                .with_columns(COLUMNS.split_last().map_or(COLUMNS, |(_, rest)| rest))?;
            sources.extend(verdicts.sources.iter().map(|source| source.id.clone()));
            rows.extend(of_year(query, verdicts, commitment, year)?);
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// The verdicts on one commitment in one year.
fn judged(query: &Query<'_>, commitment: &Commitment, year: Year) -> Result<Table> {
    let commitments = vec![commitment.id.clone()];
    verdicts::table(&Query { commitments, years: Some(year.into()), all: true, total: false, ..query.clone() })
}

/// The rows of these verdicts about the year alone and not about a sum over it and others, the definition by its title, with the
/// slack of the pledge.
fn of_year(query: &Query<'_>, verdicts: Table, commitment: &Commitment, year: Year) -> Result<Vec<Vec<Cell>>> {
    let [years, definition] = [verdicts.column(&columns::YEAR)?, verdicts.column(&columns::DEFINITION)?];
    let mut rows = verdicts.rows;
    rows.retain(|row| row.get(years).is_some_and(|cell| cell.value == Value::from(year)));
    let slack = commitment.slack()?.zip(commitment.pledge);
    let slack = slack.map(|(slack, pledge)| Ratio::percent(slack.value, pledge.stated()?)).transpose()?;
    for row in &mut rows {
        if let Some(cell) = row.get_mut(definition) {
            *cell = Cell::text(query.title_of_definition(commitment));
        }
        row.push(quotient(slack, 1));
    }
    Ok(rows)
}
