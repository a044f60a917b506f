//! What does a pledge come to where GDP grows otherwise and another share is pledged, and what is missing to it?

use crate::analysis::Steps;
use crate::error::{Errors, Result};
use crate::question::cells::money;
use crate::question::sensitivity::{self, About};
use crate::question::{Grid, Query, Question};
use crate::table::{Cell, Column, Table, columns};

use super::standing_pledge::label;

pub(super) const QUESTION: Question =
    Question { name: "sensitivity", about: "what a pledge comes to in each case, and what is missing to it", build };

/// Columns of the rows, and behind them what all cases have alike.
const COLUMNS: &[Column] = &[
    columns::GROWTH_PP,
    columns::SHARE_PCT,
    columns::GDP_MILLION,
    columns::AMOUNT_MILLION,
    columns::GAP_MILLION,
    columns::VERDICT,
    columns::COMMITMENT,
    columns::YEAR,
    columns::PLEDGE,
    columns::DEFINITION,
    columns::BASIS,
    columns::TITLE.for_programs(),
    columns::SPENT_MILLION,
    columns::SPENT_KIND,
    columns::SPENT_PUBLISHER,
];

/// Of the shares that are asked for, else of the pledged one and two below and above it.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let about = About::of(query)?;
    let own = about.commitment.pledge.and_then(|pledge| pledge.share_of_gdp()).filter(|_| query.grid.share.is_none());
    let share = own.map(|own| Steps::around(own.percent())).transpose()?.or(query.grid.share);
    let mut table = (sensitivity::QUESTION.build)(&Query { grid: Grid { share, ..query.grid }, ..query.clone() })?;
    let alike = alike(query, &about);
    table.rows.iter_mut().for_each(|row| row.extend(alike.iter().cloned()));
    Ok(Table { columns: COLUMNS, ..table })
}

fn alike(query: &Query<'_>, about: &About<'_>) -> Vec<Cell> {
    let (own, spent) = (about.commitment, about.spent);
    vec![
        Cell::name(&*own.id),
        about.years.into(),
        Cell::maybe(own.pledge),
        Cell::text(query.title_of_definition(own)),
        label(&about.scenario),
        Cell::text(query.title_of_scenario(&about.scenario)),
        money(spent.map(|row| row.value)).of_kind(spent.map(|row| row.kind)),
        Cell::maybe(spent.map(|row| row.kind)),
        Cell::text(spent.map_or("", |row| &row.publisher)),
    ]
}
