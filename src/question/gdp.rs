//! Which GDP is used for each year, and who published it when?

use crate::error::{Errors, Result};
use crate::gdp::{Path, Value as GdpValue};
use crate::quantity::Year;
use crate::table::{Cell, Column, Content, Table, Value};

use super::{Query, Question, mark};

pub(super) const QUESTION: Question =
    Question { name: "gdp", about: "which GDP is used for each year, and who published it when", build };

const COLUMNS: &[Column] = &[
    Column { name: "scenario", heading: "scenario", content: Content::Name },
    Column { name: "country", heading: "country", content: Content::Name },
    Column { name: "year", heading: "year", content: Content::Name },
    Column { name: "gdp_million", heading: "GDP, m", content: Content::Figure },
    Column { name: "currency", heading: "currency", content: Content::Name },
    Column { name: "precision_million", heading: "precision, m", content: Content::Figure },
    Column { name: "kind", heading: "kind", content: Content::Name },
    Column { name: "publisher", heading: "publisher", content: Content::Name },
    Column { name: "vintage", heading: "vintage", content: Content::Name },
    Column { name: "source", heading: "source", content: Content::Name },
    Column { name: "note", heading: "note", content: Content::Text },
];

fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let (mut rows, mut sources) = (Vec::new(), Vec::new());
    for scenario in query.scenarios() {
        for path in query.paths(&scenario)? {
            for (year, value) in path.values.iter().filter(|(year, _)| query.asks_about((**year).into())) {
                sources.extend(value.source.clone());
                rows.push(row(&path, *year, value));
            }
        }
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &sources))
}

fn row(path: &Path, year: Year, value: &GdpValue) -> Vec<Cell> {
    vec![
        Cell::text(&*path.scenario),
        Cell::text(path.country.code()),
        Value::Years(year.into()).into(),
        Cell::from(Value::Plain(value.gdp.millions())).marked(mark(value.kind), path.breaks_before(year)),
        Cell::text(value.gdp.currency().code()),
        Cell::maybe(value.precision.map(Value::Plain)),
        Cell::text(value.kind.word()),
        Cell::text(&*value.publisher),
        Cell::maybe(value.vintage.map(Value::Date)),
        Cell::text(value.source.clone().unwrap_or_default()),
        Cell::text(value.note.clone().unwrap_or_default()),
    ]
}
