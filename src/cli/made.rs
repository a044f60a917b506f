//! The scenario that a command line makes: `--growth` and `--gdp-level` on top of `latest`.

use std::sync::Arc;

use clap::{Arg, ArgMatches, Command};

use crate::book::{Basis, Book, Change, Changed, Reference, Scenario, changed_years};
use crate::error::{Error, Kind, Origin, Result, SourceText};
use crate::quantity::{Currency, Digits, Growth, Money, Year};

use super::{Failure, options};

/// The name of the scenario.
pub(super) const NAME: &str = "command-line";

pub(super) fn arguments(command: Command) -> Command {
    let growth = Arg::new("growth").long("growth").value_name("YEAR=RATE,...");
    let level = Arg::new("gdp-level").long("gdp-level").value_name("YEAR=MILLION,...");
    command.args([
        growth.help("Nominal growth on the year before, as `2027=2.5%,2028=2%`: makes the scenario `command-line`"),
        level.help("GDP of a year by hand, as `2026=45000`: makes the scenario `command-line`"),
    ])
}

/// Whether the command line makes a scenario.
pub(super) fn is_asked_for(matches: &ArgMatches) -> bool {
    ["growth", "gdp-level"].iter().any(|option| options::text(matches, option).is_some())
}

/// Adds the scenario to the book, if the command line makes one.
pub(super) fn add(matches: &ArgMatches, book: &mut Book) -> Result<(), Failure> {
    let currency = book.currency(book.country);
    let rates = given(matches, "growth", |text| text.parse::<Growth>().map(Change::Nominal))?;
    let levels = given(matches, "gdp-level", |text| {
        let millions = Digits::SERIES.parse_positive(text, "")?;
        Ok(Change::Level(Money::from_millions(millions, currency.unwrap_or(Currency::EUR))))
    })?;
    let found = rates.into_iter().chain(levels).collect();
    let changes = changed_years(NAME, found, false).map_err(Failure::usage)?;
    let Some(origin) = changes.values().next().map(|changed| changed.origin.clone()) else { return Ok(()) };
    book.scenarios.retain(|scenario| scenario.id != NAME);
    book.scenarios.push(Scenario {
        id: NAME.to_owned(),
        title: "Made on the command line".to_owned(),
        base: Reference { id: Basis::Latest.to_string(), origin: origin.clone() },
        country: None,
        cap: None,
        publishers: None,
        changes,
        then: None,
        note: None,
        origin,
    });
    Ok(())
}

/// The changed years of an option: `YEAR=VALUE`, with commas between them.
fn given(
    matches: &ArgMatches,
    option: &str,
    parse: impl Fn(&str) -> Result<Change>,
) -> Result<Vec<(Year, Changed)>, Failure> {
    let Some(text) = options::text(matches, option) else { return Ok(Vec::new()) };
    let source = Arc::new(SourceText::new(&format!("--{option}"), text));
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.split(',') {
        let span = start..start + part.len();
        start = span.end + 1;
        let read = part.split_once('=').map(|(year, value)| Ok((year.trim().parse()?, parse(value.trim())?)));
        let read = read.unwrap_or_else(|| Err(Error::new(Kind::NotAYear { text: part.to_owned() })));
        let (year, how) = read.map_err(|error| {
            let error = error.help(format!("write each year with its value, as `{}`", example(option)));
            Failure::usage(error.at(source.place(span.clone())))
        })?;
        found.push((year, Changed { how, origin: Origin::new(&source, span) }));
    }
    Ok(found)
}

fn example(option: &str) -> &'static str {
    if option == "growth" { "2027=2.5%,2028=2%" } else { "2026=45000" }
}
