//! `verdicts`: was it kept, by how much, on which figures?

use crate::book::Book;
use crate::gdp::basis_names;
use crate::question::{self, Query};
use crate::table::{Table, Verdict, columns};

use super::console::Console;
use super::given::{Given, needless};
use super::options::{self, ALL, BASIS, Name, TOTAL};
use super::{Command, Failure, asked, table_command};

pub(super) const COMMAND: Command = Command {
    name: "verdicts",
    about: "Was it kept, by how much, on which figures?",
    examples: "\
Examples:
  pledgebook verdicts --years 2025
  pledgebook verdicts --commitment lva-defence-2025 --definition nato
  pledgebook verdicts --commitment lva-ukraine-2026 --all-bases
  pledgebook verdicts --strict                   outturns and estimates of years that are over alone
  pledgebook verdicts --as-written               words against words: what is short of them is missed
  pledgebook verdicts --then 2025-11-30          what was known then, and what moved since",
    arguments,
    without: &[],
    run,
};

const DEFINITION: Name = Name("definition");
const THEN: Name = Name("then");
const ALL_BASES: Name = Name("all-bases");
const STRICT: Name = Name("strict");
const AS_WRITTEN: Name = Name("as-written");

fn arguments(command: clap::Command) -> clap::Command {
    let then = THEN.option("YYYY-MM-DD").help("Set what was known on an earlier day beside it, and say what moved");
    options::rows_of_money(command).args([
        options::commitments(),
        DEFINITION.option("D").help("Judge the commitments of this definition's family on it"),
        options::basis(),
        then.conflicts_with(TOTAL),
        ALL_BASES.flag("On every basis, one after the other").conflicts_with(BASIS),
        options::total(),
        STRICT.flag("Count outturns and estimates of years that are over; exit code 1 if a pledge was missed"),
        AS_WRITTEN.flag("Set words against words: nothing is met by rounding, and no precision leaves a verdict open"),
        ALL.flag("Superseded commitments too"),
    ])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let book = asked::book(given)?;
    let mut query = asked::query_in_years(given, &book)?;
    query.commitments = asked::commitments(given, &book)?;
    query.all = given.is_set(ALL);
    query.total = given.is_set(TOTAL);
    judging(given, &book, &mut query)?;
    let table = question::ask(if query.judging.then.is_some() { "then-and-now" } else { "verdicts" }, &query)?;
    console.write_table(given, &table)?;
    table_command::tell_doubts(&query, &table, console);
    // Then and now may show what one of the two days alone would hide.
    let notes = if query.judging.then.is_some() { Vec::new() } else { table_command::hidden(&query, &book) };
    if table.rows.is_empty() && notes.is_empty() {
        console.note(table_command::NOTHING);
    }
    notes.iter().for_each(|note| console.note(note));
    if query.judging.strict && has_missed(&table)? { Err(Failure::Missed) } else { Ok(()) }
}

/// How the options say that commitments are judged.
fn judging(given: Given<'_>, book: &Book, query: &mut Query<'_>) -> Result<(), Failure> {
    query.judging.then = given.parsed(THEN, str::parse)?;
    if let Some(then) = query.judging.then.filter(|then| then.last_day() >= query.as_of.last_day()) {
        let reason = format!("{then} is not before {}, the day whose knowledge it is set beside", query.as_of);
        return Err(needless(&THEN.long(), reason, "name an earlier day"));
    }
    query.judging.strict = given.is_set(STRICT);
    query.judging.as_written = given.is_set(AS_WRITTEN);
    let definition = |id: &str| book.named_definition(id).map(|definition| definition.id.clone());
    query.judging.definition = given.named(DEFINITION, definition)?.pop();
    query.judging.bases = if given.is_set(ALL_BASES) {
        basis_names(book).iter().filter_map(|name| name.parse().ok()).collect()
    } else {
        asked::basis(given, book)?.into_iter().collect()
    };
    Ok(())
}

fn has_missed(table: &Table) -> Result<bool, Failure> {
    let verdicts = table.select([&columns::VERDICT])?;
    Ok(verdicts.iter().any(|[verdict]| verdict.verdict() == Some(Verdict::Missed)))
}
