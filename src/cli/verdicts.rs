//! `verdicts`: was it kept, by how much, on which figures?

use clap::{Arg, ArgAction, ArgMatches};

use crate::book::{Basis, Book};
use crate::error::{Error, Kind};
use crate::gdp::basis_names;
use crate::question::Query;
use crate::table::{Table, Verdict, columns};

use super::session::Session;
use super::{Command, Failure, options, rows};

pub(super) const COMMAND: Command = Command {
    name: "verdicts",
    about: "Was it kept, by how much, on which figures?",
    examples: "\
Examples:
  pledgebook verdicts --years 2025
  pledgebook verdicts --commitment lva-defence-2025 --definition nato
  pledgebook verdicts --commitment lva-ukraine-2026 --all-bases
  pledgebook verdicts --strict                   outturns and estimates of years that are over alone
  pledgebook verdicts --then 2025-11-30          what was known then, and what moved since",
    arguments,
    run,
};

fn arguments(command: clap::Command) -> clap::Command {
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let definition = Arg::new("definition").long("definition").value_name("D");
    let then = Arg::new("then").long("then").value_name("YYYY-MM-DD");
    options::rows(command).args([
        options::repeated("commitment", "ID", "One commitment; may be given again"),
        definition.help("Judge the commitments of this definition's family on it"),
        basis(),
        then.help("Set what was known on an earlier day beside it, and say what moved").conflicts_with("total"),
        flag("all-bases", "On every basis, one after the other").conflicts_with("basis"),
        options::total(),
        flag("strict", "Count outturns and estimates of years that are over; exit code 1 if a pledge was missed"),
        flag("all", "Superseded commitments too"),
    ])
}

/// `--basis`
pub(super) fn basis() -> Arg {
    let basis = Arg::new("basis").long("basis").value_name("B");
    basis.help("Judge on this GDP: latest, budgeted or publisher:NAME [default: the commitment's own, else latest]")
}

fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let book = options::book(matches)?;
    let mut query = options::query(matches, &book)?;
    query.all = matches.get_flag("all");
    query.total = matches.get_flag("total");
    judging(matches, &book, &mut query)?;
    let table = rows::ask(if query.judging.then.is_some() { "then-and-now" } else { "verdicts" }, &query)?;
    session.write_table(matches, &table)?;
    // Then and now may show what one of the two days alone would hide.
    let notes = if query.judging.then.is_some() { Vec::new() } else { rows::hidden(&query, &book) };
    if table.rows.is_empty() && notes.is_empty() {
        session.note(rows::NOTHING);
    }
    notes.iter().for_each(|note| session.note(note));
    if query.judging.strict && has_missed(&table)? { Err(Failure::Missed) } else { Ok(()) }
}

/// How the options say that commitments are judged.
fn judging(matches: &ArgMatches, book: &Book, query: &mut Query<'_>) -> Result<(), Failure> {
    query.judging.then = options::parsed(matches, "then", str::parse)?;
    if let Some(then) = query.judging.then.filter(|then| then.last_day() >= query.as_of.last_day()) {
        let reason = format!("{then} is not before {}, the day whose knowledge it is set beside", query.as_of);
        let kind = Kind::NeedlessOption { option: "--then".to_owned(), reason };
        return Err(Failure::usage(Error::new(kind).help("name an earlier day")));
    }
    query.judging.strict = matches.get_flag("strict");
    let definitions = || book.definitions.iter().map(|definition| definition.id.clone()).collect();
    query.judging.definition = options::names(matches, "definition", "definition", definitions)?.pop();
    query.judging.bases = if matches.get_flag("all-bases") {
        basis_names(book).iter().filter_map(|name| name.parse().ok()).collect()
    } else {
        asked_basis(matches, book)?.into_iter().collect()
    };
    Ok(())
}

/// The basis that was asked for: one that the book has figures for.
pub(super) fn asked_basis(matches: &ArgMatches, book: &Book) -> Result<Option<Basis>, Failure> {
    let Some(name) = options::text(matches, "basis") else { return Ok(None) };
    let known = basis_names(book);
    if !known.iter().any(|basis| basis == name) {
        let kind = Kind::UnknownName { what: "basis".to_owned(), name: name.to_owned() };
        let list =
            format!("the book has {}", known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "));
        let help = crate::error::suggest(name, known.iter().map(String::as_str)).unwrap_or(list);
        return Err(Failure::usage(Error::new(kind).help(help)));
    }
    Ok(name.parse().ok())
}

fn has_missed(table: &Table) -> Result<bool, Failure> {
    let verdicts = table.select([&columns::VERDICT])?;
    Ok(verdicts.iter().any(|[verdict]| verdict.verdict() == Some(Verdict::Missed)))
}
