//! `timeline`: what was said when, what replaced it, and what did it come to then and now?

use super::analysis::{Analysis, Answer};
use super::given::Given;
use super::options::FAMILY;
use super::{Command, Failure, asked, options};

pub(super) const COMMAND: Command = Command {
    name: "timeline",
    about: "What was said when, what replaced it, and what did it come to then and now?",
    examples: "\
Examples:
  pledgebook timeline
  pledgebook timeline --family ukraine --years 2026
  pledgebook timeline --country EST --as-of 2025-06-30
  pledgebook timeline --commitment lva-defence-2025 --commitment lva-allocated-2025 --format csv

Statements that were replaced are among them; what had not been said by the day that is asked about
is not. One of a group is told once; what it comes to differs from country to country, so name one.",
    arguments: |command| options::decimals(options::written(arguments(command))),
    without: &[],
    run: |given, console| ANALYSIS.write(given, console),
};

pub(super) const ANALYSIS: Analysis =
    Analysis { name: COMMAND.name, example: "--years 2026", arguments, undrawn: &[], ask };

fn arguments(command: clap::Command) -> clap::Command {
    let family = FAMILY.option("NAME").help("The statements of this family of definitions");
    command.args([options::years(), options::commitments(), family])
}

fn ask(given: Given<'_>, answer: &mut Answer<'_>) -> Result<(), Failure> {
    let book = asked::book_about(given)?;
    let mut query = asked::query_in_years(given, &book)?;
    query.commitments = asked::commitments(given, &book)?;
    query.family = asked::family(given, &book)?;
    answer(&query)
}
