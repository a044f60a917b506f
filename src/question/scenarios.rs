//! Which paths of GDP are there to choose from?

use std::collections::BTreeSet;

use crate::book::{Basis, Measure};
use crate::error::{Errors, Result};
use crate::gdp::{Path, basis_names, scenario_names};
use crate::table::{Cell, Column, Table, columns};

use super::{Query, Question};

pub(super) const QUESTION: Question =
    Question { name: "scenarios", about: "which paths of GDP there are to choose from", build };

const COLUMNS: &[Column] = &[
    columns::SCENARIO,
    columns::COUNTRY,
    columns::TITLE,
    columns::BASE,
    columns::FIRST_YEAR,
    columns::LAST_YEAR,
    columns::NOTE,
];

/// Those that are shown where none is asked for come first, then the other bases, without publishers whose first figure came later.
fn build(query: &Query<'_>) -> Result<Table, Errors> {
    let mut names = scenario_names(query.book, &query.countries());
    let named = publishers(query);
    let is_seen = |basis: &Basis| match basis {
        Basis::Latest => false,
        Basis::Budgeted => true,
        Basis::Publisher(name) => named.contains(name.as_str()),
    };
    names.extend(basis_names(query.book).into_iter().filter(|name| name.parse().is_ok_and(|basis| is_seen(&basis))));
    let mut rows = Vec::new();
    for name in names {
        let paths = query.paths(&name)?;
        rows.extend(paths.iter().filter(|path| has_asked(query, path)).map(|path| row(query, path)));
    }
    Ok(query.table(QUESTION.name, COLUMNS, rows, &[]))
}

/// The publishers that the book lists, and those of figures of GDP published by then.
fn publishers<'b>(query: &Query<'b>) -> BTreeSet<&'b str> {
    let figures = query.book.observations.iter().filter(|row| row.measure == Measure::Gdp);
    let seen = figures.filter(|row| row.vintage.is_known_on(query.as_of)).map(|row| &row.publisher);
    query.book.publishers.iter().chain(seen).map(String::as_str).collect()
}

/// Whether a path has GDP of one of the years asked for.
fn has_asked(query: &Query<'_>, path: &Path) -> bool {
    query.years.is_none() || path.values.keys().any(|year| query.asks_about((*year).into()))
}

fn row(query: &Query<'_>, path: &Path) -> Vec<Cell> {
    let name = path.scenario.as_str();
    let scenario = query.book.scenario(name);
    let (first, last) = path.ends().unzip();
    vec![
        Cell::name(name),
        path.country.into(),
        Cell::text(scenario.map_or_else(|| basis_title(name), |scenario| scenario.title.clone())),
        Cell::name(scenario.map_or("", |scenario| &scenario.base.id)),
        Cell::maybe(first),
        Cell::maybe(last),
        Cell::text(scenario.and_then(|scenario| scenario.note.clone()).unwrap_or_default()),
    ]
}

fn basis_title(name: &str) -> String {
    match name.parse() {
        Ok(Basis::Publisher(publisher)) => format!("Figures of {publisher} alone"),
        Ok(Basis::Budgeted) => "Forecasts from before the year began".to_owned(),
        Ok(Basis::Latest) | Err(_) => "All that is published, by kind, vintage and publisher".to_owned(),
    }
}
