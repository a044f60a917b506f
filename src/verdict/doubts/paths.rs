//! GDP that no scenario comes to: figures between which nothing chooses, growth that starts from nothing, vintages that nothing has.

use std::collections::BTreeSet;

use crate::book::{Book, Cap, Change, Measure, Scenario};
use crate::error::{Error, Errors, Kind, suggest};
use crate::gdp::{Path, Resolver, basis_names, has_scenario, scenario_names};
use crate::quantity::{Country, Date};

/// Years for which a scenario or basis cannot choose between two figures, growth in a year that has no GDP before it, and scenarios
/// that take no figure at all.
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
    book.scenarios.iter().filter_map(|scenario| takes_nothing(book, scenario)).for_each(|doubt| found.push(doubt));
    found
}

/// A scenario that takes figures of a vintage alone, or up to a day, and has GDP of no year of any country.
fn takes_nothing(book: &Book, scenario: &Scenario) -> Option<Error> {
    let (key, day) = match scenario.cap.filter(|_| scenario.changes.is_empty())? {
        Cap::Vintage(day) => ("vintage", day),
        Cap::AsOf(day) => ("as_of", day),
    };
    let resolver = Resolver::new(book, book.today());
    let is_empty = |country| resolver.path(&scenario.id, country).is_ok_and(|path| path.values.is_empty());
    if !book.every_country().filter(|country| has_scenario(book, &scenario.id, *country)).all(is_empty) {
        return None;
    }
    let vintages: BTreeSet<String> = book
        .observations
        .iter()
        .filter(|row| row.measure == Measure::Gdp)
        .filter(|row| scenario.base.id.strip_prefix("publisher:").is_none_or(|name| row.publisher == name))
        .map(|row| row.vintage.to_string())
        .collect();
    let kind = Kind::NoGdp { what: "GDP".to_owned(), basis: scenario.id.clone(), years: "any year".to_owned() };
    let near = suggest(&day.to_string(), vintages.iter().map(String::as_str));
    let help = near.map_or_else(String::new, |near| format!(": {near}"));
    Some(
        Error::new(kind)
            .help(format!("see that `{key}` is a day of figures of `gdp`{help}"))
            .at(scenario.origin.place()),
    )
}

/// The first growth of a scenario that has no GDP of the year before to start from.
fn growth_of_nothing(scenario: &Scenario, path: &Path) -> Option<Error> {
    let growth = scenario.changes.iter().filter(|(_, changed)| !matches!(changed.how, Change::Level(_)));
    let (year, changed) = growth.into_iter().find(|(year, _)| path.value(**year).is_none())?;
    let kind = Kind::NoGdpBefore { year: year.number(), before: year.number() - 1, base: scenario.base.id.clone() };
    let help = "add such a row of `gdp` to `series/`, or let the scenario say how that year is changed too";
    Some(Error::new(kind).help(help).at(changed.origin.place()))
}
