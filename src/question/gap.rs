//! What does each year's standing pledge come to, what is spent, and how far are they apart?

use crate::book::Commitment;
use crate::error::{Errors, Result};
use crate::quantity::Year;
use crate::table::{Cell, Column, Content, Table, Value};

use super::defence::{paths, pledged, years};
use super::{Query, Question, verdicts};

pub(super) const QUESTION: Question =
    Question { name: "gap", about: "what each year's standing pledge comes to, what is spent, and the gap", build };

/// Columns of the verdicts; the title stands for the definition.
const COLUMNS: &[Column] = &[
    Column { name: "commitment", heading: "commitment", content: Content::Name },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "pledge", heading: "pledge", content: Content::Text },
    Column { name: "definition", heading: "definition", content: Content::Text },
    Column { name: "basis", heading: "GDP basis", content: Content::Text },
    Column { name: "pledged_million", heading: "pledged, m", content: Content::Figure },
    Column { name: "spent_million", heading: "spent, m", content: Content::Figure },
    Column { name: "spent_pct", heading: "spent, %", content: Content::Figure },
    Column { name: "spent_kind", heading: "kind", content: Content::Name },
    Column { name: "spent_publisher", heading: "figures of", content: Content::Text },
    Column { name: "gap_million", heading: "gap, m", content: Content::Figure },
    Column { name: "gap_pp", heading: "gap, pp", content: Content::Figure },
    Column { name: "verdict", heading: "verdict", content: Content::Name },
    Column { name: "reason", heading: "reason", content: Content::Text },
];

/// Of each year the pledge that [`spread`](super::spread) shows, with its verdicts.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    for year in years(query, &paths(query)?) {
        if let Some(commitment) = pledged(query, year) {
            let verdicts = judged(query, commitment, year)?;
            rows.extend(of_year(query, &verdicts, commitment, year));
            sources.extend(verdicts.sources.into_iter().map(|source| source.id));
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

/// The verdicts on one commitment in one year.
fn judged(query: &Query<'_>, commitment: &Commitment, year: Year) -> Result<Table> {
    let commitments = vec![commitment.id.clone()];
    verdicts::table(&Query { commitments, years: Some(year.into()), all: true, total: false, ..query.clone() })
}

/// The columns of these verdicts that are asked for, of the year alone and not of a sum over it and others.
fn of_year(query: &Query<'_>, verdicts: &Table, commitment: &Commitment, year: Year) -> Vec<Vec<Cell>> {
    let cell = |row: &[Cell], column: &Column| match &commitment.definition {
        Some(definition) if column.name == "definition" => Cell::text(query.title_of(&definition.id)),
        _ => verdicts.cell(row, column.name).clone(),
    };
    let alone = |row: &&Vec<Cell>| verdicts.cell(row, "year").value == Value::Years(year.into());
    verdicts.rows.iter().filter(alone).map(|row| COLUMNS.iter().map(|column| cell(row, column)).collect()).collect()
}
