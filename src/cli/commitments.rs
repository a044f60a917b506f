//! `commitments`: what has been committed to?

use super::{Command, options, table_command};

pub(super) const COMMAND: Command = Command {
    name: "commitments",
    about: "What has been committed to, when and by whom?",
    examples: "\
Examples:
  pledgebook commitments
  pledgebook commitments --years 2026 --as-of 2025-06-30
  pledgebook commitments -o commitments.csv",
    arguments: options::rows,
    without: &[],
    run: |given, console| table_command::answer("commitments", given, console),
};
