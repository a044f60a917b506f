//! `amounts`: what does each pledge come to, per year and scenario?

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};

use crate::book::read_file;
use crate::error::{Error, Kind, Origin, Result, SourceText};
use crate::gdp::feed::{Countries, Feed};
use crate::pledge::Pledge;
use crate::question::{Query, asked};
use crate::stream::{Report, Request};

use super::session::Session;
use super::{Command, Failure, feed, made, options, rows};

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

A scenario file has the header `scenario,year,gdp_million`, GDP in the currency of the country.",
    arguments,
    run,
};

fn arguments(command: clap::Command) -> clap::Command {
    let gdp = Arg::new("gdp")
        .long("gdp")
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath);
    let summary = Arg::new("summary").long("summary").action(ArgAction::SetTrue).requires("gdp");
    let summary = summary.conflicts_with_all(["scenario", "compare"]);
    let skip_bad = Arg::new("skip-bad").long("skip-bad").action(ArgAction::SetTrue).requires("gdp");
    let all = Arg::new("all").long("all").action(ArgAction::SetTrue).help("Superseded commitments too");
    let compare = Arg::new("compare").long("compare").value_name("BASE");
    let pledge = options::repeated("pledge", "TEXT", "A pledge in the place of the book's, as \"about 5% of GDP\"");
    made::arguments(options::rows(command)).args([
        options::repeated("scenario", "ID", "A scenario or basis; may be given again"),
        gdp.help("A scenario file of your own; `-` is standard input"),
        summary.help("Over all scenarios of FILE: how many, the least, quantiles, the most and the mean"),
        skip_bad.help("Leave out lines of FILE that are wrong, and list the first 20"),
        options::total().conflicts_with("gdp"),
        compare.help("A scenario or basis to compare each amount with"),
        options::repeated("commitment", "ID", "One commitment; may be given again"),
        pledge.conflicts_with_all(["commitment", "all"]).allow_hyphen_values(true),
        all,
    ])
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let book = options::book(matches)?;
    let mut query = options::query(matches, &book)?;
    query.all = matches.get_flag("all");
    query.total = matches.get_flag("total");
    query.pledges = pledges(matches)?;
    let notes = rows::left_out(&query, &book);
    let (has_rows, report) = match matches.get_one::<PathBuf>("gdp") {
        Some(path) => fed(matches, session, &mut query, path)?,
        None => {
            let table = rows::ask("amounts", &query)?;
            session.write_table(matches, &table)?;
            (!table.rows.is_empty(), Report::default())
        }
    };
    if !has_rows && notes.is_empty() {
        let fed = "no line of the scenario file names a year of these commitments";
        session.note(if query.feed.is_some() { fed } else { rows::NOTHING });
    }
    notes.iter().for_each(|note| session.note(note));
    feed::complain(session, report)
}

/// What a scenario file comes to, and whether that is a row at all: as they are read in CSV, which may be longer than memory.
fn fed(
    matches: &ArgMatches,
    session: &mut Session<'_>,
    query: &mut Query<'_>,
    path: &Path,
) -> Result<(bool, Report), Failure> {
    query.feed = Some(Feed::default());
    let (target, pledges) = (options::target(matches)?, asked(query)?);
    let skip_bad = matches.get_flag("skip-bad");
    let countries = countries(query);
    let request =
        Request { years: query.years, decimals: target.decimals, skip_bad, ..Request::new(&pledges, countries) };
    let (table, report) = if matches.get_flag("summary") {
        feed::summary(session, &target, query, path, &request)?
    } else if target.format.name == "csv" && query.compare.is_none() {
        let table = rows::ask("amounts", query)?;
        let report = feed::write_rows(session, &target, &table, path, &request)?;
        return Ok((!table.rows.is_empty() || report.written > 0, report));
    } else if skip_bad {
        let (whole, report) = feed::read_whole(session, path, &request)?;
        query.feed = Some(whole);
        (rows::ask("amounts", query)?, report)
    } else {
        query.feed = Some(whole(path, countries)?);
        (rows::ask("amounts", query)?, Report::default())
    };
    session.write_table(matches, &table)?;
    Ok((!table.rows.is_empty(), report))
}

/// The countries of the book; lines that name none are about the first one that is asked about.
fn countries<'b>(query: &Query<'b>) -> Countries<'b> {
    let all = Countries::of(query.book);
    Countries { default: query.countries().first().copied().unwrap_or(all.default), ..all }
}

fn pledges(matches: &ArgMatches) -> Result<Vec<(Pledge, Origin)>, Failure> {
    let read = |text: &String| {
        let pledge = text.parse().map_err(|error| options::misused("pledge", text, error))?;
        Ok((pledge, Origin::new(&Arc::new(SourceText::new("--pledge", text.as_str())), 0..text.len())))
    };
    matches.get_many::<String>("pledge").into_iter().flatten().map(read).collect()
}

fn whole(path: &Path, countries: Countries<'_>) -> Result<Feed, Failure> {
    let (name, bytes) = if path == Path::new("-") {
        ("standard input".to_owned(), standard_input()?)
    } else {
        let name = path.display().to_string();
        let bytes = read_file(path, &name)?;
        (name, bytes)
    };
    Ok(Feed::read(&name, bytes, countries)?)
}

fn standard_input() -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| {
        let (path, reason) = ("standard input".to_owned(), error.kind().to_string());
        Error::new(Kind::UnreadableFile { path, reason }).help("pipe a scenario file into it, or name a file")
    })?;
    Ok(bytes)
}
