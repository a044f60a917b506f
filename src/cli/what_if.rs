//! The scenario that a command line makes: `--growth` and `--gdp-level` on top of `latest`.

use crate::book::Book;
use crate::gdp::{WhatIf, one_country};
use crate::question::Query;

use super::Failure;
use super::asked;
use super::given::{Given, source};
use super::options::{ANY_SCALE, GDP_LEVEL, GROWTH, Name, SCENARIO};

/// The name of the scenario.
const NAME: &str = "command-line";

/// The book that was asked for, with the scenario that the command line makes for the one country asked for.
pub(super) fn book(given: Given<'_>) -> Result<Book, Failure> {
    let mut book = asked::book(given)?;
    if let Some(option) = option(given) {
        let query = asked::query(given, &book)?;
        let (countries, as_of) = (query.countries(), query.as_of);
        let country =
            one_country(&countries, &option.long(), |one| format!("`--country {one}`")).map_err(Failure::usage)?;
        let text = |name| given.text(name).map(|text| source(name, text));
        let (growth, levels) = (text(GROWTH), text(GDP_LEVEL));
        let any_scale = given.is_set(ANY_SCALE);
        let what_if = WhatIf { id: NAME, title: "Made on the command line", growth, levels, any_scale };
        what_if.add_to(&mut book, country, as_of).map_err(Failure::usage)?;
    }
    Ok(book)
}

/// The scenarios that were asked for, the one that the command line makes behind them.
pub(super) fn scenarios(given: Given<'_>, query: &Query<'_>) -> Result<Vec<String>, Failure> {
    let mut names = asked::scenarios(given, SCENARIO, query)?;
    if option(given).is_some() && !names.iter().any(|name| name == NAME) {
        names.push(NAME.to_owned());
    }
    Ok(names)
}

/// The option that makes a scenario, if one does.
fn option(given: Given<'_>) -> Option<Name> {
    [GROWTH, GDP_LEVEL].into_iter().find(|option| given.text(*option).is_some())
}
