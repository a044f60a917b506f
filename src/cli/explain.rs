//! `explain`: where does this number come from, step by step, to file and line?

use std::path::PathBuf;

use clap::{Arg, ArgMatches};

use crate::book::{Book, Commitment};
use crate::error::{Error, Kind, Noun};
use crate::pledge::When;
use crate::quantity::{Year, YearRange};
use crate::question::{On, explain, years_of};
use crate::render::{TREES, TreeFormat};

use super::session::Session;
use super::{Command, Failure, options, verdicts};

pub(super) const COMMAND: Command = Command {
    name: "explain",
    about: "Where does this number come from, step by step, to file and line?",
    examples: "\
Examples:
  pledgebook explain lva-defence-2025
  pledgebook explain lva-defence-2026 --basis publisher:MoF
  pledgebook explain lva-defence-2026 --scenario mof-2026-02
  pledgebook explain lva-ukraine-2024 --year 2025 --format md",
    arguments,
    run,
};

fn arguments(command: clap::Command) -> clap::Command {
    let formats = TREES.iter().map(|format| format.name).collect::<Vec<_>>().join("|");
    let format = Arg::new("format").long("format").value_name("FORMAT");
    let year = Arg::new("year").long("year").value_name("Y").help("One of its years");
    let scenario = Arg::new("scenario").long("scenario").value_name("ID");
    command.args([
        Arg::new("id").value_name("ID").required(true).help("A commitment"),
        year,
        scenario.help("What it comes to under this scenario, instead of the verdict").conflicts_with("basis"),
        verdicts::basis(),
        format.help(format!("{formats} [default: table, or by the ending of FILE]")),
        options::output("FILE").help("Write to this file instead of standard output"),
    ])
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let book = options::book(matches)?;
    let mut query = options::query(matches, &book)?;
    query.scenarios = Vec::new();
    let commitment = commitment(matches, &book)?;
    query.countries = Some(vec![commitment.country]);
    query.years = year(matches, commitment)?;
    if !commitment.announced.is_known_on(query.as_of) {
        session.note(&format!("`{}` was announced on {}, after {}", commitment.id, commitment.announced, query.as_of));
    }
    let on = match options::scenario(matches, "scenario", &book)? {
        Some(scenario) => On::Scenario(scenario),
        None => On::Basis(verdicts::asked_basis(matches, &book)?),
    };
    let derivation = explain(&query, commitment, &on)?;
    let path = matches.get_one::<PathBuf>("output").map(PathBuf::as_path);
    let format = match options::text(matches, "format") {
        Some(name) => TreeFormat::named(name).map_err(Failure::usage)?,
        None => path.and_then(TreeFormat::of_file).unwrap_or(&TREES[0]),
    };
    session.write_laid_out(path, 2, |layout, out| (format.render)(&[derivation], layout, out))
}

fn commitment<'b>(matches: &ArgMatches, book: &'b Book) -> Result<&'b Commitment, Failure> {
    let known = || book.commitments.iter().map(|commitment| commitment.id.clone()).collect();
    let id = options::names(matches, "id", Noun::Commitment, known)?.pop().unwrap_or_default();
    book.commitment(&id).ok_or_else(|| Failure::usage(unknown(id)))
}

fn unknown(id: String) -> Error {
    Error::new(Kind::UnknownName { what: Noun::Commitment, name: id })
}

/// The year that was asked for: one that the commitment names.
fn year(matches: &ArgMatches, commitment: &Commitment) -> Result<Option<YearRange>, Failure> {
    let Some(year) = options::parsed(matches, "year", str::parse::<Year>)? else { return Ok(None) };
    let names = match commitment.when {
        Some(When::Sum(years)) => years.contains(year),
        Some(when) => when.names(year),
        None => false,
    };
    if names {
        return Ok(Some(year.into()));
    }
    let reason = format!("`{}` does not speak of {year}", commitment.id);
    let help = format!("it speaks of {}", years_of(commitment));
    Err(Failure::usage(Error::new(Kind::NeedlessOption { option: "--year".to_owned(), reason }).help(help)))
}
