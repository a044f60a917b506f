//! What a pledge asks for in each year on its way, and what growth that needs.

mod along; // what a shape asks for in a year
mod checks; // whether a shape can lead there
mod derivation; // where all of it comes from
mod goal; // what is to be reached, and when
mod notes; // what people should read above the rows
mod plan; // from where to where, on which GDP
mod planning; // what is asked for
mod prices; // in the prices of which year
mod refusals; // what is not said, and where no path leads
mod required; // the growth that it needs
mod rows; // the years of a shape
mod spending; // where it starts, and what is known
mod versus; // what extra money is beyond
mod ways; // the shapes beside each other

pub use planning::{Planning, Versus};

use crate::error::{Errors, Result};
use crate::table::{Column, Step, Table, columns};

use super::derivation::Derivation;
use super::once::Once;
use super::{Query, Question};
pub(super) use goal::spent as comes_to;
use notes::notes;
use plan::Plan;
use prices::Prices;
use rows::{rows, total};
use versus::Otherwise;
pub(super) use ways::{Stage, Ways};

pub(super) const QUESTION: Question = Question {
    name: "path",
    about: "what a pledge asks for in each year on its way, and what growth that needs",
    build,
};

pub(super) const DERIVATION: Derivation = Derivation { name: "path", build: derivation };

pub(super) const COLUMNS: &[Column] = &[
    columns::SHAPE,
    columns::COMMITMENT,
    columns::YEAR,
    columns::GDP_MILLION,
    columns::SHARE_PCT,
    columns::AMOUNT_MILLION,
    columns::STEP_MILLION,
    columns::GROWTH_PCT,
    columns::VERSUS_MILLION,
    columns::EXTRA_MILLION,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    query.planning.check_total(query.total)?;
    let plan = Plan::of(query)?;
    let (prices, otherwise) = (Prices::of(query, &plan)?, Otherwise::of(query, &plan)?);
    let (mut cells, mut unknown) = (Vec::new(), Once::default());
    for shape in &plan.shapes {
        let rows = rows(&plan, *shape, &prices, otherwise.as_ref())?;
        for row in rows.iter().filter(|row| query.asks_about(row.year.into())) {
            cells.push(row.cells(&plan, *shape, &prices)?);
        }
        if query.total {
            cells.extend(total(query, &plan, *shape, &rows)?);
            unknown.extend(notes::no_total(query, &plan, *shape, &rows).as_deref());
        }
        unknown.extend(notes::unknown(&plan, &rows, &prices, otherwise.is_some())?.iter().map(String::as_str));
    }
    let mut sources = plan.sources(&prices);
    sources.extend(otherwise.iter().map(|own| own.sources(&plan, &prices)).collect::<Result<Vec<_>>>()?.concat());
    let mut table = query.table(QUESTION.name, COLUMNS, cells, &sources);
    table.notes.extend(notes(query, &plan, &prices, otherwise.as_ref())?);
    table.notes.extend(unknown.names().iter().cloned());
    Ok(table)
}

fn derivation(query: &Query<'_>) -> Result<Step, Errors> {
    let plan = Plan::of(query)?;
    let (prices, otherwise) = (Prices::of(query, &plan)?, Otherwise::of(query, &plan)?);
    Ok(derivation::derivation(query, &plan, &prices, otherwise.as_ref())?)
}
