//! `explain`: where does this number come from, step by step, to file and line?

use crate::book::{Book, Commitment};
use crate::error::{Error, Kind, Noun};
use crate::pledge::When;
use crate::quantity::{Year, YearRange};
use crate::question::{On, explain, years_of};
use crate::render::{TREES, TreeFormat};

use super::console::Console;
use super::given::Given;
use super::options::{self, BASIS, FORMAT, Name, OUTPUT, SCENARIO};
use super::{Command, Failure, asked};

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

const ID: Name = Name("id");
const YEAR: Name = Name("year");

fn arguments(command: clap::Command) -> clap::Command {
    let formats = TREES.iter().map(|format| format.name).collect::<Vec<_>>().join("|");
    let scenario = SCENARIO.option("ID").help("What it comes to under this scenario, instead of the verdict");
    command.args([
        ID.argument("ID").help("A commitment"),
        YEAR.option("Y").help("One of its years"),
        scenario.conflicts_with(BASIS),
        options::basis(),
        FORMAT.option("FORMAT").help(format!("{formats} [default: table, or by the ending of FILE]")),
        options::output("FILE").help("Write to this file instead of standard output"),
    ])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let book = asked::book(given)?;
    let mut query = asked::query(given, &book)?;
    let commitment = commitment(given, &book)?;
    query.countries = Some(vec![commitment.country]);
    query.years = year(given, commitment)?;
    if !commitment.announced.is_known_on(query.as_of) {
        console.note(&format!("`{}` was announced on {}, after {}", commitment.id, commitment.announced, query.as_of));
    }
    let on = match asked::scenarios(given, SCENARIO, &query)?.pop() {
        Some(scenario) => On::Scenario(scenario),
        None => On::Basis(asked::basis(given, &book)?),
    };
    let derivation = explain(&query, commitment, &on)?;
    let path = given.path(OUTPUT);
    let format = match given.text(FORMAT) {
        Some(name) => TreeFormat::named(name).map_err(Failure::usage)?,
        None => path.and_then(TreeFormat::of_file).unwrap_or(&TREES[0]),
    };
    console.write_laid_out(path, 2, |layout, out| (format.render)(&[derivation], layout, out))
}

fn commitment<'b>(given: Given<'_>, book: &'b Book) -> Result<&'b Commitment, Failure> {
    let known = || book.commitments.iter().map(|commitment| commitment.id.clone()).collect();
    let id = given.names(ID, Noun::Commitment, known)?.pop().unwrap_or_default();
    book.commitment(&id).ok_or_else(|| Failure::usage(unknown(id)))
}

fn unknown(id: String) -> Error {
    Error::new(Kind::UnknownName { what: Noun::Commitment, name: id })
}

/// The year that was asked for: one that the commitment names.
fn year(given: Given<'_>, commitment: &Commitment) -> Result<Option<YearRange>, Failure> {
    let Some(year) = given.parsed(YEAR, str::parse::<Year>)? else { return Ok(None) };
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
