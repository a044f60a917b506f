//! What does each year's standing pledge come to, what is spent, and how far are they apart?

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::quantity::Year;
use crate::table::{Cell, Column, Measure, Table, Value, columns};

use super::standing_pledge::{Standing, paths, years};
use crate::question::{Query, Question, verdicts};

pub(super) const QUESTION: Question =
    Question { name: "gap", about: "what each year's standing pledge comes to, what is spent, and the gap", build };

/// Columns of the verdicts; the title stands for the definition.
const COLUMNS: &[Column] = &[
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::DEFINITION,
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
];

/// Of each year the pledge that [`scenarios`](super::scenarios) shows, with its verdicts.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    let asked = Standing::asked(query);
    for year in years(query, &paths(query)?) {
        if let Some(commitment) = asked.announced_last(|when| when.names(year)) {
            let verdicts = judged(query, commitment, year)?.with_columns(COLUMNS)?;
            sources.extend(verdicts.sources.iter().map(|source| source.id.clone()));
            rows.extend(of_year(query, verdicts, commitment, year)?);
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// The verdicts on one commitment in one year: of each publisher on its money, where it has none on its share.
fn judged(query: &Query<'_>, commitment: &Commitment, year: Year) -> Result<Table> {
    let commitments = vec![commitment.id.clone()];
    let asked = Query { commitments, years: Some(year.into()), all: true, total: false, ..query.clone() };
    let mut table = verdicts::table(&asked)?;
    let both = [&columns::MEASURE, &columns::SPENT_PUBLISHER];
    let by = |measure, row: &[&Cell; 2]| row[0].measure() == Some(measure);
    let rows = table.select(both)?;
    let in_money: Vec<&Cell> = rows.iter().filter(|row| by(Measure::Money, row)).map(|row| row[1]).collect();
    let is_beside = |row: &[&Cell; 2]| by(Measure::Published, row) && in_money.contains(&row[1]);
    let kept: Vec<bool> = rows.iter().map(|row| !is_beside(row)).collect();
    let mut kept = kept.into_iter();
    table.rows.retain(|_| kept.next().unwrap_or(true));
    Ok(table)
}

/// The rows of these verdicts about the year alone and not about a sum over it and others, the definition by its title.
fn of_year(query: &Query<'_>, verdicts: Table, commitment: &Commitment, year: Year) -> Result<Vec<Vec<Cell>>> {
    let [years, definition] = [verdicts.column(&columns::YEAR)?, verdicts.column(&columns::DEFINITION)?];
    let mut rows = verdicts.rows;
    rows.retain(|row| row.get(years).is_some_and(|cell| cell.value == Value::from(year)));
    for cell in rows.iter_mut().filter_map(|row| row.get_mut(definition)) {
        *cell = Cell::text(query.title_of_definition(commitment));
    }
    Ok(rows)
}
