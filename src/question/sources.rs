//! Which documents do the figures come from?

use crate::book::Source;
use crate::error::{Errors, Result};
use crate::table::{Cell, Column, Content, Table, Value};

use super::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "sources", about: "which documents the figures come from", build };

const COLUMNS: &[Column] = &[
    Column { name: "source", heading: "source", content: Content::Name },
    Column { name: "title", heading: "title", content: Content::Text },
    Column { name: "publisher", heading: "publisher", content: Content::Text },
    Column { name: "published", heading: "published", content: Content::Name },
    Column { name: "url", heading: "url", content: Content::Text },
    Column { name: "licence", heading: "licence", content: Content::Text },
    Column { name: "note", heading: "note", content: Content::Text },
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let rows = query.book.sources.iter().filter(|source| source.published.is_known_on(query.as_of)).map(row).collect();
    Ok(query.table(QUESTION.name, COLUMNS, rows, &[]))
}

fn row(source: &Source) -> Vec<Cell> {
    let maybe = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
    vec![
        Cell::text(&*source.id),
        Cell::text(&*source.title),
        Cell::text(&*source.publisher),
        Value::Date(source.published).into(),
        maybe(&source.url),
        maybe(&source.licence),
        maybe(&source.note),
    ]
}
