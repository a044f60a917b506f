//! `check`: is the book sound?

use crate::error::{Errors, Severity};
use crate::quantity::text::visible;
use crate::verdict::doubts;

use super::console::Console;
use super::given::Given;
use super::options::{ALL, COUNTRY};
use super::{Command, Failure, asked};

pub(super) const COMMAND: Command = Command {
    name: "check",
    about: "Is the book sound? Every error and warning at once",
    examples: "\
Examples:
  pledgebook check
  pledgebook check --book my-book --all

Errors stand first, then warnings that a figure is likely wrong, last those that only describe a source or a pledge.",
    arguments: |command| command.arg(ALL.flag("Show every error and warning, not only the first 50")),
    without: &[(COUNTRY, "the whole book is checked")],
    run,
};

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let reading = asked::reading(given)?;
    let mut findings = Errors::default();
    if let Some(book) = reading.book().filter(|book| book.latest_date().is_some()) {
        let query = asked::query(given, book)?;
        findings.extend(doubts(book, query.as_of));
    }
    findings.extend(reading.findings().clone());
    findings.sort();
    console.all = Some(given.is_set(ALL));
    if findings.has_errors() {
        return Err(Failure::Work(findings));
    }
    console.report(&findings, 0);
    let summary = reading.book().map_or(String::new(), |book| {
        let mut parts = vec![
            counted(book.commitments.chunk_by(|one, next| one.id == next.id).count(), "commitment"),
            counted(book.observations.len(), "figure"),
            counted(book.sources.len(), "source"),
        ];
        let warnings = findings.count(Severity::Warning);
        parts.extend((warnings > 0).then(|| counted(warnings, "warning")));
        format!("{}: sound: {}\n", visible(&book.title), parts.join(", "))
    });
    console.show(&summary)
}

/// `1 source`, `2 sources`
fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
