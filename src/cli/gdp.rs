//! `gdp`: which GDP is used for each year, and who published it when?

use super::{Command, made, options, rows};

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
        made::arguments(options::rows(command)).arg(options::repeated(
            "scenario",
            "ID",
            "A scenario or basis; may be given again",
        ))
    },
    run: |matches, session| rows::answer("gdp", matches, session),
};
