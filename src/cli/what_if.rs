//! The scenario that a command line makes: `--growth` and `--gdp-level` on top of `latest`.

use crate::book::{Book, Scenario};
use crate::gdp::{WhatIf, one_country};
use crate::quantity::{Country, YearRange};
use crate::question::Query;
use crate::table::{Cell, Table, columns};

use super::Failure;
use super::asked;
use super::console::Console;
use super::given::{Given, source};
use super::options::{ANY_SCALE, GDP_LEVEL, GROWTH, Name, SCENARIO};

/// The name of the scenario.
const NAME: &str = "command-line";

/// The book that was asked for, with the scenario that the command line makes for the one country asked for.
pub(super) fn book(given: Given<'_>) -> Result<Book, Failure> {
    let mut book = asked::book_about(given)?;
    let countries = asked::query(given, &book)?.countries();
    add(given, &mut book, &countries)?;
    Ok(book)
}

/// Adds the scenario that the command line makes, if it makes one, for the one country of these.
pub(super) fn add(given: Given<'_>, book: &mut Book, countries: &[Country]) -> Result<(), Failure> {
    if let Some(option) = option(given) {
        let as_of = asked::query(given, book)?.as_of;
        let country =
            one_country(countries, &option.long(), |one| format!("`--country {one}`")).map_err(Failure::usage)?;
        let text = |name| given.text(name).map(|text| source(name, text));
        let (growth, levels) = (text(GROWTH), text(GDP_LEVEL));
        let any_scale = given.is_set(ANY_SCALE);
        let what_if = WhatIf { id: NAME, title: "Made on the command line", growth, levels, any_scale };
        what_if.add_to(book, country, as_of).map_err(Failure::usage)?;
    }
    Ok(())
}

/// The scenarios that were asked for, the one that the command line makes behind them.
pub(super) fn scenarios(given: Given<'_>, query: &Query<'_>) -> Result<Vec<String>, Failure> {
    let mut names = asked::scenarios(given, SCENARIO, query)?;
    if option(given).is_some() && !names.iter().any(|name| name == NAME) {
        names.push(NAME.to_owned());
    }
    Ok(names)
}

/// Says that no row of an answer reaches a year that the command line changes.
pub(super) fn tell_unreached(query: &Query<'_>, table: &Table, console: &mut Console<'_>) {
    let made = query.book.scenario(NAME).and_then(Scenario::first_changed);
    let last = |years: Vec<[&Cell; 1]>| years.iter().filter_map(|[year]| year.years()).map(YearRange::last).max();
    let last = table.select([&columns::YEAR]).ok().and_then(last);
    if let Some((first, last)) = made.zip(last).filter(|(first, last)| last < first) {
        console.note(&format!("`{NAME}` changes GDP from {first} on, and no row is about a year after {last}"));
    }
}

/// The option that makes a scenario, if one does.
fn option(given: Given<'_>) -> Option<Name> {
    [GROWTH, GDP_LEVEL].into_iter().find(|option| given.text(*option).is_some())
}
