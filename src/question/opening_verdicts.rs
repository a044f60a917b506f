//! Were the pledges that the book opens with kept, in a few columns for people?

use crate::error::{Errors, Result};
use crate::table::{Cell, Column, Table, columns};

use super::{Query, Question, headline, verdicts};

pub(super) const QUESTION: Question =
    Question { name: "opening-verdicts", about: "whether the pledges that the book opens with were kept", build };

/// The columns of the verdicts that a page has room for; the title stands for the commitment.
const COLUMNS: &[Column] = &[
    columns::COUNTRY,
    columns::COMMITMENT.wrapped(),
    columns::PLEDGE,
    columns::YEAR,
    columns::SPENT_MILLION,
    columns::SPENT_PCT.headed("of GDP, %"),
    columns::GAP_MILLION,
    columns::SPENT_PUBLISHER,
    columns::VERDICT,
    columns::REASON.headed("why"),
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let ids = headline::opening(query).iter().map(|commitment| commitment.id.clone()).collect();
    let all = verdicts::table(&Query { commitments: ids, ..query.clone() })?;
    let shown = if query.context().country.is_some() { &COLUMNS[1..] } else { COLUMNS };
    let mut table = Table { name: QUESTION.name, notes: Vec::new(), ..all.with_columns(shown)? };
    let at = table.column(&columns::COMMITMENT)?;
    for cell in table.rows.iter_mut().filter_map(|row| row.get_mut(at)) {
        if let Some(named) = query.book.commitment(cell.words()) {
            *cell = Cell::text(&*named.title);
        }
    }
    Ok(table)
}
