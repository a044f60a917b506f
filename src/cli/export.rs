//! `export`: a question as a statement for an engine that runs it where the data is.

use crate::error::{Error, Errors, Kind};
use crate::export::{DIALECTS, Dialect, QUESTIONS, statement};

use super::console::Console;
use super::given::Given;
use super::options::{self, ALL, Name, OUTPUT};
use super::{Command, Failure, asked, ending, provenance, table_command};

pub(super) const COMMAND: Command = Command {
    name: "export",
    about: "A question as one SQL statement over your own table of scenarios",
    examples: "\
Examples:
  pledgebook export sql --dialect duckdb --years 2026 -o amounts.sql
  pledgebook export sql --dialect postgres --question verdicts --commitment lva-defence-2025

The statement reads a table `scenarios` with the columns `scenario`, `year` and `gdp_million`, GDP of one
country in its currency, and gives the columns of `amounts --gdp FILE` or `verdicts --gdp FILE`, to the cent.",
    arguments,
    without: &[],
    run,
};

const WHAT: Name = Name("what");
pub(super) const DIALECT: Name = Name("dialect");
const QUESTION: Name = Name("question");
const ENDING: &str = "sql";

fn arguments(command: clap::Command) -> clap::Command {
    let dialects: Vec<&str> = DIALECTS.iter().map(|dialect| dialect.name).collect();
    let dialect = options::in_any_case(DIALECT.option("D"))
        .required(true)
        .help(format!("For which engine: {}", dialects.join(", ")));
    let question = options::among(QUESTION.option("Q"), QUESTIONS).default_value(QUESTIONS[0]);
    command.args([
        options::among(WHAT.argument("WHAT"), ["sql"]).help("`sql`: a statement"),
        dialect,
        question.help("What it answers; verdicts of years by themselves"),
        options::commitments(),
        options::years(),
        ALL.flag("Superseded commitments too"),
        options::output("FILE").help("Write to this file instead of standard output"),
    ])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let dialect = Dialect::named(given.text(DIALECT).unwrap_or_default()).map_err(Failure::usage)?;
    let book = asked::book_about(given)?;
    let mut query = asked::query_in_years(given, &book)?;
    query.commitments = asked::commitments(given, &book)?;
    query.all = given.is_set(ALL);
    let path = given.path(OUTPUT);
    ending::by_ending(path, |path| ending::ends_in(path, ENDING), "name a file that ends in `.sql`")?;
    let hidden = table_command::hidden(&query);
    let command = provenance::command(&[COMMAND.name], &arguments(clap::Command::new("")), given, None);
    let said = statement(&query, given.text(QUESTION).unwrap_or_default(), dialect, &command);
    let said = said.map_err(|errors| explained(errors, &hidden))?;
    console.write(path, |out| Ok(out.write_all(said.text.as_bytes())?))?;
    hidden.iter().chain(&said.left_out).for_each(|note| console.note(note));
    Ok(())
}

/// Where nothing is left to say, why those that were named are not shown.
fn explained(errors: Errors, hidden: &[String]) -> Errors {
    let nothing = |error: &&Error| matches!(error.kind(), Kind::NothingPublished { .. }) && !hidden.is_empty();
    let error = errors.iter().find(nothing).map(|error| error.clone().help(hidden.join("; ")).into());
    error.unwrap_or(errors)
}
