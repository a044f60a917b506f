//! `gdp`: which GDP is used for each year, and who published it when?

use super::analysis::{Analysis, Answer};
use super::given::Given;
use super::options::{self, GDP_LEVEL, GROWTH};
use super::{Command, Failure, asked, what_if};

pub(super) const COMMAND: Command = Command {
    name: "gdp",
    about: "Which GDP is used for each year, and who published it when?",
    examples: "\
Examples:
  pledgebook gdp                                 every year under every scenario
  pledgebook gdp --scenario latest --years 2025-2030
  pledgebook gdp --scenario publisher:IMF --as-of 2025-06-30
  pledgebook gdp --growth \"2026=2.5%,2027=2%\"",
    arguments: |command| arguments(options::rows_of_money(command)),
    without: &[],
    run: |given, console| ANALYSIS.write(given, console),
};

pub(super) const ANALYSIS: Analysis = Analysis {
    name: COMMAND.name,
    example: "--scenario latest --years 2026",
    arguments: |command| arguments(command.arg(options::years())),
    undrawn: &[],
    ask,
};

fn arguments(command: clap::Command) -> clap::Command {
    options::any_scale(options::what_if(command), &[GROWTH, GDP_LEVEL]).arg(options::scenarios())
}

fn ask(given: Given<'_>, answer: &mut Answer<'_>) -> Result<(), Failure> {
    let book = what_if::book(given)?;
    let mut query = asked::query_in_years(given, &book)?;
    query.scenarios = what_if::scenarios(given, &query)?;
    answer(&query)
}
