//! Which GDP is used for each year, and who published it when?

use crate::error::{Errors, Result};
use crate::gdp::{Path, Value as GdpValue, has_scenario};
use crate::quantity::Year;
use crate::table::{Cell, Column, Step, Table, Value, columns};

use super::cells::gdp_value;
use super::derivation::Derivation;
use super::{Query, Question, explain};

pub(super) const QUESTION: Question =
    Question { name: "gdp", about: "which GDP is used for each year, and who published it when", build };

pub(super) const DERIVATION: Derivation = Derivation { name: QUESTION.name, build: derivation };

const COLUMNS: &[Column] = &[
    columns::SCENARIO,
    columns::COUNTRY,
    columns::YEAR,
    columns::GDP_MILLION,
    columns::CURRENCY,
    columns::PRECISION_MILLION,
    columns::KIND,
    columns::PUBLISHER,
    columns::VINTAGE,
    columns::SOURCE,
    columns::NOTE,
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

/// Of each scenario and country the years, as they are in the table.
fn derivation(query: &Query<'_>) -> Result<Step, Errors> {
    let mut root = Step::new("GDP", format!("as known on {}", query.as_of));
    for scenario in query.scenarios() {
        for country in query.countries().into_iter().filter(|own| has_scenario(query.book, &scenario, *own)) {
            let resolution = query.resolver().resolve(&scenario, country)?;
            let years = resolution.path.values.keys().filter(|year| query.asks_about((**year).into()));
            let steps: Vec<Step> =
                years.map(|year| explain::gdp::step(query, &resolution, *year)).collect::<Result<_, _>>()?;
            root = root.on([Step::new(format!("{country} on `{scenario}`"), "").on(steps)]);
        }
    }
    Ok(root)
}

fn row(path: &Path, year: Year, value: &GdpValue) -> Vec<Cell> {
    vec![
        Cell::name(&*path.scenario),
        path.country.into(),
        year.into(),
        Cell::from(gdp_value(value.gdp, value.chained)).of_kind(value.kind).after_break(path.breaks_before(year)),
        value.gdp.currency().into(),
        Cell::maybe(value.precision.map(Value::Plain)),
        value.kind.into(),
        Cell::text(&*value.publisher),
        Cell::maybe(value.vintage),
        Cell::name(value.source.clone().unwrap_or_default()),
        Cell::text(value.note.clone().unwrap_or_default()),
    ]
}
