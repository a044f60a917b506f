//! `scenarios`: which paths of GDP are there to choose from?

use super::{Command, options, rows};

pub(super) const COMMAND: Command = Command {
    name: "scenarios",
    about: "Which paths of GDP are there to choose from?",
    examples: "\
Examples:
  pledgebook scenarios
  pledgebook scenarios --format json",
    arguments: options::rows,
    run: |matches, session| rows::answer("scenarios", matches, session),
};
