//! Were the pledges that the book opens with kept, in a few columns for people?

use crate::error::{Errors, Result};
use crate::table::{Cell, Column, Content, Table};

use super::{Query, Question, headline, verdicts};

pub(super) const QUESTION: Question =
    Question { name: "kept", about: "whether the pledges that the book opens with were kept", build };

/// The columns of the verdicts that a page has room for; the title stands for the commitment.
const COLUMNS: &[Column] = &[
    Column { name: "country", heading: "country", content: Content::Name },
    Column { name: "commitment", heading: "commitment", content: Content::Text },
    Column { name: "pledge", heading: "pledge", content: Content::Text },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "spent_million", heading: "spent, m", content: Content::Figure },
    Column { name: "spent_pct", heading: "of GDP, %", content: Content::Figure },
    Column { name: "gap_million", heading: "gap, m", content: Content::Figure },
    Column { name: "spent_publisher", heading: "figures of", content: Content::Text },
    Column { name: "verdict", heading: "verdict", content: Content::Name },
    Column { name: "reason", heading: "why", content: Content::Text },
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let opening = headline::opening(query);
    let ids = opening.iter().map(|commitment| commitment.id.clone()).collect();
    let all = verdicts::table(&Query { commitments: ids, ..query.clone() })?;
    let columns = if query.context().country.is_some() { &COLUMNS[1..] } else { COLUMNS };
    let cell = |row: &[Cell], column: &Column| {
        let cell = all.cell(row, column.name).clone();
        if column.name != "commitment" {
            return cell;
        }
        let named = opening.iter().find(|commitment| Cell::text(&*commitment.id) == cell);
        named.map_or(cell, |commitment| Cell::text(&*commitment.title))
    };
    let rows = all.rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
    Ok(Table { name: QUESTION.name, columns, rows, notes: Vec::new(), ..all.clone() })
}
