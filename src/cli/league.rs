//! `league`: where does each country stand by its share of GDP?

use crate::question::{Definitions, Query};

use super::analysis::{Analysis, Answer};
use super::given::Given;
use super::options::{self, DEFINITION, Name, YEAR};
use super::{Command, Failure, asked};

pub(super) const COMMAND: Command = Command {
    name: "league",
    about: "Where does each country stand by its share of GDP, and how far has it moved?",
    examples: "\
Examples:
  pledgebook league
  pledgebook league --year 2024 --since 2014
  pledgebook league --country EST --country LVA --country LTU
  pledgebook league --definition nato -o league.csv

A pledge under another definition of the family is held against the figure under the one that is asked for; a note says so.",
    arguments: |command| arguments(options::written(command)),
    without: &[],
    run: |given, console| ANALYSIS.write(given, console),
};

pub(super) const ANALYSIS: Analysis =
    Analysis { name: COMMAND.name, example: "--country EST", arguments, undrawn: &[], ask };

const SINCE: Name = Name("since");

fn arguments(command: clap::Command) -> clap::Command {
    let definition = DEFINITION.option("D");
    command.args([
        YEAR.option("Y").help("The year [default: the latest in which most countries have an outturn or an estimate]"),
        SINCE.option("Y").help("Tell the change since this year [default: the first of the ten before that most have]"),
        definition.help("The definition of spending [default: that by which the book compares countries]"),
    ])
}

fn ask(given: Given<'_>, answer: &mut Answer<'_>) -> Result<(), Failure> {
    let book = asked::book(given)?;
    let query = asked::query(given, &book)?;
    let year_said = |text: &str| book.year_said(&query.countries(), text);
    let (year, since) = (given.parsed(YEAR, year_said)?, given.parsed(SINCE, year_said)?);
    let mut query = Query { years: year.map(Into::into), since, ..query };
    query.judging.by = asked::definition(given, &book)?.map_or(Definitions::Own, Definitions::One);
    answer(&query)
}
