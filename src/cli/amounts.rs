//! `amounts`: what does each pledge come to, per year and scenario?

use std::path::Path;

use crate::book::{Book, Commitment};
use crate::gdp::feed::Feed;
use crate::question::{self, Query};
use crate::stream::{Report, Request};

use super::console::Console;
use super::given::{Given, missing, needless};
use super::options::{self, ALL, DEFINITION, GDP, GDP_LEVEL, GROWTH, IN, Name, SCENARIO, SKIP_BAD, TOTAL};
use super::{Command, Failure, asked, feed, table_command, what_if};

pub(super) const COMMAND: Command = Command {
    name: "amounts",
    about: "What does each pledge come to, per year and scenario?",
    examples: "\
Examples:
  pledgebook amounts --years 2026
  pledgebook amounts --commitment lva-defence-2026 --scenario budget-2026
  pledgebook amounts --pledge \"about 5% of GDP\" --years 2026
  pledgebook amounts --years 2026 --compare budget-2026
  pledgebook amounts --growth \"2026=-2%,2027=0.5%\" --years 2026-2027
  pledgebook amounts --gdp my-scenarios.csv -o amounts.csv

A scenario file has the header `scenario,year,gdp_million`, GDP in the currency of the country, and
may have a column `country`: its three letters.",
    arguments,
    without: &[],
    run,
};

const SUMMARY: Name = Name("summary");
pub(super) const COMPARE: Name = Name("compare");

fn arguments(command: clap::Command) -> clap::Command {
    let summary = SUMMARY.flag("Over all scenarios of FILE: how many, the least, quantiles, the most and the mean");
    options::any_scale(options::what_if(options::rows_of_money(command)), &[GDP, GROWTH, GDP_LEVEL]).args([
        options::scenarios(),
        options::feed().conflicts_with(IN),
        summary.requires(GDP).conflicts_with_all([SCENARIO, GROWTH, GDP_LEVEL, COMPARE]),
        options::skip_bad(),
        options::total().conflicts_with(GDP),
        COMPARE.option("BASE").help("A scenario or basis to compare each amount with"),
        options::commitments(),
        options::pledges(),
        DEFINITION.option("D").help("What counts as spent, where words are set against the spending of a year"),
        ALL.flag("Superseded commitments too"),
    ])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let book = what_if::book(given)?;
    let said = said(given, &book)?;
    let mut query = asked::query_in_years(given, &book)?;
    query.said = &said;
    query.scenarios = what_if::scenarios(given, &query)?;
    query.commitments = asked::commitments(given, &book)?;
    query.all = given.is_set(ALL);
    query.total = given.is_set(TOTAL);
    query.compare = asked::scenarios(given, COMPARE, &query)?.pop();
    query.feed = given.path(GDP).map(|_| Feed::elsewhere());
    let notes = table_command::left_out(&query);
    let (has_rows, report) = match given.path(GDP) {
        Some(path) => fed(given, console, &mut query, path)?,
        None => {
            let table = question::ask("amounts", &query)?;
            console.write_table(given, &table)?;
            table_command::tell_doubts(&query, &table, console);
            what_if::tell_unreached(&query, &table, console);
            (!table.rows.is_empty(), Report::default())
        }
    };
    if !has_rows && notes.is_empty() {
        console.note(if given.is_set(SUMMARY) { NO_SUMMARY } else { table_command::nothing(&query) });
    }
    notes.iter().for_each(|note| console.note(note));
    feed::complain(console, report)
}

/// Why a summary has no row.
const NO_SUMMARY: &str = "no line taken from the scenario file is about a year of these commitments by itself; what is pledged over \
                          years together has no row in a summary";

/// The pledges that were said; those that are set against what was spent in a year need the definition by which that counts.
fn said(given: Given<'_>, book: &Book) -> Result<Vec<Commitment>, Failure> {
    let definition = asked::definition(given, book)?;
    let said = asked::said(given, book, definition.as_deref())?;
    let mut relative = said.iter().filter(|one| one.pledge.is_some_and(|pledge| pledge.relative_to().is_some()));
    match (relative.next(), definition) {
        (Some(relative), None) => Err(missing(&relative.title, DEFINITION, options::WHICH_SPENDING)),
        (None, Some(_)) => {
            let reason = "no `--pledge` is set against what was spent in a year";
            Err(needless(&DEFINITION.long(), reason, "leave it out"))
        }
        (Some(_), Some(_)) | (None, None) => Ok(said),
    }
}

/// What a scenario file comes to, and whether that is a row at all.
fn fed(
    given: Given<'_>,
    console: &mut Console<'_>,
    query: &mut Query<'_>,
    path: &Path,
) -> Result<(bool, Report), Failure> {
    let (target, pledges) = (console.target(given)?, question::asked(query)?);
    let skip_bad = given.is_set(SKIP_BAD);
    let guards = asked::guards(given, query)?;
    let countries = asked::countries_of_lines(query, &guards);
    let request = Request {
        taken: &query.scenarios,
        years: query.years,
        decimals: target.decimals,
        skip_bad,
        ..Request::new(&pledges, countries)
    };
    if !given.is_set(SUMMARY) {
        let table = question::ask("amounts", query)?;
        // of the scenarios of the book alone: those of the file may have the same names
        let doubts = question::doubts_behind(query, &table);
        let written = feed::write_below(given, console, (query, &table), path, &request)?;
        console.report(&doubts, 0);
        return Ok(written);
    }
    let (spreads, report) = feed::Kept::open(path, target.path)?.spreads(console, &request)?;
    let table = question::summary(query, &pledges, &spreads, target.decimals)?;
    console.write_table(given, &table)?;
    table_command::tell_doubts(query, &table, console);
    Ok((!table.rows.is_empty(), report))
}
