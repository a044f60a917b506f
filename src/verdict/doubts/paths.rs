//! GDP that no scenario comes to: figures between which nothing chooses, growth that starts from nothing.

use std::collections::BTreeSet;

use crate::book::{Book, Change, Scenario};
use crate::error::{Error, Errors, Kind};
use crate::gdp::{Path, Resolver, basis_names, has_scenario, scenario_names};
use crate::quantity::{Country, Date};

/// Years for which a scenario or basis cannot choose between two figures, and growth in a year that has no GDP before it.
pub(super) fn broken_paths(book: &Book, as_of: Date) -> Errors {
    let (mut found, mut seen) = (Errors::default(), BTreeSet::new());
    let resolver = Resolver::new(book, as_of);
    let countries: Vec<Country> = book.every_country().collect();
    for name in scenario_names(book, &countries).into_iter().chain(basis_names(book)) {
        for country in countries.iter().filter(|country| has_scenario(book, &name, **country)) {
            let broken = match resolver.path(&name, *country) {
                Ok(path) => book.scenario(&name).and_then(|scenario| growth_of_nothing(scenario, &path)),
                Err(tie) => Some(tie),
            };
            broken.filter(|broken| seen.insert(broken.to_string())).into_iter().for_each(|broken| found.push(broken));
        }
    }
    found
}

/// The first growth of a scenario that has no GDP of the year before to start from.
fn growth_of_nothing(scenario: &Scenario, path: &Path) -> Option<Error> {
    let growth = scenario.changes.iter().filter(|(_, changed)| !matches!(changed.how, Change::Level(_)));
    let (year, changed) = growth.into_iter().find(|(year, _)| path.value(**year).is_none())?;
    let kind = Kind::NoGdpBefore { year: year.number(), before: year.number() - 1, base: scenario.base.id.clone() };
    let help = "add such a row of `gdp` to `series/`, or let the scenario say how that year is changed too";
    Some(Error::new(kind).help(help).at(changed.origin.place()))
}
