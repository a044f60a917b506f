//! `gdp`: which GDP is used for each year, and who published it when?

use super::options::{self, GDP_LEVEL};
use super::{Command, asked, table_command, what_if};

pub(super) const COMMAND: Command = Command {
    name: "gdp",
    about: "Which GDP is used for each year, and who published it when?",
    examples: "\
Examples:
  pledgebook gdp                                 every year under every scenario
  pledgebook gdp --scenario latest --years 2025-2030
  pledgebook gdp --scenario publisher:IMF --as-of 2025-06-30
  pledgebook gdp --growth \"2026=2.5%,2027=2%\"",
    arguments: |command| {
        let command = options::what_if(options::rows_of_money(command));
        options::any_scale(command, &[GDP_LEVEL]).arg(options::scenarios())
    },
    without: &[],
    run: |given, console| {
        let book = what_if::book(given)?;
        let mut query = asked::query_in_years(given, &book)?;
        query.scenarios = what_if::scenarios(given, &query)?;
        table_command::write("gdp", &query, given, console)
    },
};
