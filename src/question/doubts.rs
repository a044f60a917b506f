//! Which doubts about the scale of GDP the rows of an answer rest on.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::Errors;
use crate::gdp::scale_doubts;
use crate::quantity::{Country, Money, Year};
use crate::table::columns::{BASIS, COUNTRY, SCENARIO, YEAR};
use crate::table::{Table, Value};

use super::Query;

/// The warnings of a check that are about GDP which rows of a table rest on, each once; none where a table does not say of each row
/// which country and year it is about, and under which scenario or on which basis.
#[must_use]
pub fn doubts_behind(query: &Query<'_>, table: &Table) -> Errors {
    let mut found = Errors::default();
    for country in query.countries() {
        let doubts = scale_doubts(query.book, country, query.as_of);
        if doubts.is_empty() {
            continue;
        }
        let used = gdp_behind(query, table, country);
        let resting = doubts.into_iter().filter(|doubt| doubt.figures.iter().any(|figure| used.contains(figure)));
        resting.for_each(|doubt| found.push(doubt.warning));
    }
    found
}

/// GDP of a country that the rows of a table rest on, with that of the years from which it is chained.
fn gdp_behind(query: &Query<'_>, table: &Table, country: Country) -> Vec<(Year, Money)> {
    let ground = if table.column(&SCENARIO).is_ok() { &SCENARIO } else { &BASIS };
    let mut years: BTreeMap<String, BTreeSet<Year>> = BTreeMap::new();
    for [ground, of, year] in table.select([ground, &COUNTRY, &YEAR]).unwrap_or_default() {
        if let (Value::Years(asked), true) = (&year.value, of.value == Value::Country(country)) {
            let ground = ground.printed(0).ok().flatten().unwrap_or_default().into_owned();
            years.entry(ground).or_default().extend(asked.years());
        }
    }
    let mut used = Vec::new();
    for (scenario, years) in years {
        // scenarios that somebody brought along are not in the book, and have a guard of their own
        let Ok(path) = query.resolver().path(&scenario, country) else { continue };
        used.extend(years.iter().flat_map(|year| path.behind(*year)).map(|(year, value)| (year, value.gdp)));
    }
    used
}
