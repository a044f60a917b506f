//! `progress`: is each pledge for a later year on its way there?

use super::{Command, asked, options, table_command};

pub(super) const COMMAND: Command = Command {
    name: "progress",
    about: "Is each pledge for a later year on course, behind or ahead?",
    examples: "\
Examples:
  pledgebook progress
  pledgebook progress --country all --format csv
  pledgebook progress --commitment nato-hague-core --years 2025

The path to a pledge `by` a year starts from the last outturn and leads there by as many points each year. What keeps the
pledge already is never behind, even where the path leads down to it.",
    arguments: |command| options::rows_of_money(command).arg(options::commitments()),
    without: &[],
    run: |given, console| {
        let book = asked::book(given)?;
        let mut query = asked::query_in_years(given, &book)?;
        query.commitments = asked::commitments(given, &book)?;
        table_command::write("progress", &query, given, console)
    },
};
