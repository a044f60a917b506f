//! Which doubts about the scale of GDP the rows of an answer rest on.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::Errors;
use crate::gdp::scale_doubts;
use crate::quantity::{Country, Decimal, Year};
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
        let resting = doubts
            .into_iter()
            .filter(|doubt| doubt.figures.iter().any(|(year, gdp)| used.contains(&(*year, gdp.millions()))));
        resting.for_each(|doubt| found.push(doubt.warning));
    }
    found
}

/// Whether there is a doubt about the scale of GDP of any country asked about, whatever rests on it.
#[must_use]
pub fn is_in_doubt(query: &Query<'_>) -> bool {
    query.countries().into_iter().any(|country| !scale_doubts(query.book, country, query.as_of).is_empty())
}

/// GDP of a country that the rows of a table rest on, by year and in millions, with that of the years from which it is chained.
fn gdp_behind(query: &Query<'_>, table: &Table, country: Country) -> BTreeSet<(Year, Decimal)> {
    let mut used = BTreeSet::new();
    for (scenario, years) in grounds(query, table, country) {
        // scenarios that somebody brought along are not in the book, and have a guard of their own
        let Ok(path) = query.resolver().path(&scenario, country) else { continue };
        let mut seen = BTreeSet::new();
        for year in years {
            // what lies behind a year that was met before was met with it
            let new = path.behind(year).take_while(|(year, _)| seen.insert(*year));
            used.extend(new.map(|(year, value)| (year, value.gdp.millions())));
        }
    }
    used
}

/// The years of a country that the rows of a table are about, by the scenarios or bases that they rest on or are compared with.
fn grounds(query: &Query<'_>, table: &Table, country: Country) -> BTreeMap<String, BTreeSet<Year>> {
    let ground = if table.column(&SCENARIO).is_ok() { &SCENARIO } else { &BASIS };
    let mut years: BTreeMap<String, BTreeSet<Year>> = BTreeMap::new();
    for [ground, of, year] in table.select([ground, &COUNTRY, &YEAR]).unwrap_or_default() {
        if let (Value::Years(asked), true) = (&year.value, of.value == Value::Country(country)) {
            let ground = ground.printed(0).ok().flatten().unwrap_or_default().into_owned();
            for ground in [Some(ground), query.compare.clone()].into_iter().flatten() {
                years.entry(ground).or_default().extend(asked.years());
            }
        }
    }
    // of which years the rows of a file are is not known before it is read, so that its base answers for all
    if let Some(base) = query.compare.as_ref().filter(|_| query.feed.is_some()) {
        let asked = Year::FIRST.to(Year::LAST).filter(|year| query.asks_about((*year).into()));
        years.entry(base.clone()).or_default().extend(asked);
    }
    years
}
