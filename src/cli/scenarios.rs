//! `scenarios`: which paths of GDP are there to choose from?

use super::{Command, options, table_command};

pub(super) const COMMAND: Command = Command {
    name: "scenarios",
    about: "Which paths of GDP are there to choose from?",
    examples: "\
Examples:
  pledgebook scenarios
  pledgebook scenarios --format json",
    arguments: options::rows,
    without: &[],
    run: |given, console| table_command::answer("scenarios", given, console),
};
