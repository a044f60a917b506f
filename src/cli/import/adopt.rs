//! An edition on its way into a book: what it adds and moves there.

mod addition;
mod shelf;

use std::path::PathBuf;

use clap::{Command, ValueHint, value_parser};

use crate::import::{Edition, written};
use crate::question::{Query, differences};

use super::super::console::Console;
use super::super::given::Given;
use super::super::options::{self, CSV_FOR, FORMAT, Name, OUTPUT, WIDE};
use super::super::{Failure, asked};
use addition::{Addition, figures};
use shelf::Shelf;

const INTO: Name = Name("into");
const DRY_RUN: Name = Name("dry-run");

/// The command with the options that take an edition into a book, and how what it changes there is written.
pub(super) fn arguments(command: Command) -> Command {
    let into = INTO.option("FILE").value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath);
    let command = options::written(command).args([
        into.conflicts_with(OUTPUT).help("Add what is new to this file of `series/`, and its document to the book"),
        DRY_RUN.flag("Add nothing: show which figures and verdicts of the book would move"),
    ]);
    let of_dry_run = [FORMAT, CSV_FOR, WIDE].into_iter();
    of_dry_run.fold(command, |command, option| command.mut_arg(option.0, |option| option.requires(DRY_RUN)))
}

/// Whether one of them was given.
pub(super) fn is_asked(given: Given<'_>) -> bool {
    given.path(INTO).is_some() || given.is_set(DRY_RUN)
}

/// Adds an edition, whose document somebody may have named, to a book, or says what it would change there.
pub(super) fn adopt(
    given: Given<'_>,
    (edition, is_named): (&Edition, bool),
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let Some(path) = given.path(INTO) else {
        let book = asked::book(given)?;
        return show(given, &Addition::new(&book, edition, is_named)?, console);
    };
    let Some(shelf) = Shelf::around(path, given)? else {
        console.tell(&written::record(&edition.document));
        return Err(shelf::outside(path).into());
    };
    let book = shelf.book()?;
    let addition = Addition::new(&book, edition, is_named)?;
    if given.is_set(DRY_RUN) {
        return show(given, &addition, console);
    }
    let refusals = addition.refusals();
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    console.note(&shelf.take(&addition)?);
    Ok(())
}

/// Shows what an addition changes in its book.
fn show(given: Given<'_>, addition: &Addition<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let (earlier, later) = (addition.earlier, addition.later());
    let (day, countries) = (earlier.today(), Some(addition.countries()));
    let before = Query { countries: countries.clone(), ..Query::new(earlier, day) };
    let mut tables = differences(&before, &Query { countries, ..Query::new(&later, later.today()) })?;
    let id = &addition.document.id;
    tables[0].notes.splice(..1, [format!("`{}` as known on {day}, and with what `{id}` adds", earlier.title)]);
    let known = || format!("{} of the file are in the book already", figures(addition.known));
    tables[0].notes.extend((addition.known > 0).then(known));
    console.write_tables(given, &tables)?;
    if addition.is_empty() {
        console.note(&addition.nothing());
    } else if addition.lacks_document {
        console.note("the book lacks the document, which `--into` adds:");
        console.tell(&written::record(&addition.document));
    }
    Ok(())
}
