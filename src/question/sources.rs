//! Which documents do the figures come from?

use crate::book::Source;
use crate::error::{Errors, Result};
use crate::table::{Cell, Column, Table, columns};

use super::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "sources", about: "which documents the figures come from", build };

const COLUMNS: &[Column] = &[
    columns::SOURCE,
    columns::TITLE,
    columns::PUBLISHER.wrapped(),
    columns::PUBLISHED,
    columns::URL,
    columns::LICENCE,
    columns::NOTE,
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let rows = query.book.sources.iter().filter(|source| source.published.is_known_on(query.as_of)).map(row).collect();
    Ok(query.table(QUESTION.name, COLUMNS, rows, &[]))
}

fn row(source: &Source) -> Vec<Cell> {
    let maybe = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
    vec![
        Cell::name(&*source.id),
        Cell::text(&*source.title),
        Cell::text(&*source.publisher),
        source.published.into(),
        maybe(&source.url),
        maybe(&source.licence),
        maybe(&source.note),
    ]
}
