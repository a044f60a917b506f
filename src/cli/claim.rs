//! `claim`: is it true that so much money is such a share of GDP?

use super::analysis::{Analysis, Answer};
use super::given::Given;
use super::{Command, Failure, asked, options};

pub(super) const COMMAND: Command = Command {
    name: "claim",
    about: "Is it true that so much money is such a share of GDP?",
    examples: "\
Examples:
  pledgebook claim",
    arguments: |command| options::rows_of_money(arguments(command)),
    without: &[],
    run: |given, console| ANALYSIS.write(given, console),
};

pub(super) const ANALYSIS: Analysis = Analysis { name: COMMAND.name, example: "", arguments, ask };

fn arguments(command: clap::Command) -> clap::Command {
    command
}

fn ask(given: Given<'_>, answer: &mut Answer<'_>) -> Result<(), Failure> {
    let book = asked::book(given)?;
    answer(&asked::query_in_years(given, &book)?)
}
