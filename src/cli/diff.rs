//! `diff`: what does a later state of a book say otherwise than an earlier one?

use std::ffi::OsString;

use clap::{ValueHint, value_parser};

use crate::book::Book;
use crate::quantity::Date;
use crate::question::{Query, differences};

use super::console::Console;
use super::given::{Given, missing, needless};
use super::options::{self, AS_OF, Name, THEN};
use super::{Command, Failure, asked};

const OTHER: Name = Name("other-book");

pub(super) const COMMAND: Command = Command {
    name: "diff",
    about: "What moved between two days or two books, which verdicts flip, and because of what?",
    examples: "\
Examples:
  pledgebook diff --as-of 2025-11-30                       what is known by now beside what was then
  pledgebook diff --as-of 2025-11-30 --then 2026-02-28     the same of two days
  pledgebook diff my-book                                  a book of your own beside the one that is compiled in
  pledgebook diff after --book before --country all --format csv

Two tables: the figures that differ, and below them the verdicts that are others. A figure is `revised` where an older
edition of its publisher says otherwise, `same` where it says the same, `refused` where the same edition does.",
    arguments: |command| {
        let other = clap::Arg::new(OTHER).value_name("OTHER_BOOK").value_parser(value_parser!(OsString));
        options::rows(command).args([
            other
                .help("The folder of a book, which is set beside the one that was chosen")
                .value_hint(ValueHint::DirPath),
            THEN.option("YYYY-MM-DD").help("The other day [default: the latest in the book]").conflicts_with(OTHER),
        ])
    },
    without: &[],
    run,
};

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let book = asked::book(given)?;
    match given.folder(OTHER) {
        Some(folder) => {
            let other = Book::read(folder)?;
            let as_of = given.parsed(AS_OF, str::parse)?;
            let books = [&book, &other].map(|book| (book, as_of.unwrap_or_else(|| book.today())));
            write(given, books, console)
        }
        None => write(given, days(given, &book)?.map(|day| (&book, day)), console),
    }
}

/// Two days of one book, the earlier one first.
fn days(given: Given<'_>, book: &Book) -> Result<[Date; 2], Failure> {
    let Some(one) = given.parsed::<Date>(AS_OF, str::parse)? else {
        return Err(missing("diff", AS_OF, "name a day of the book, or another book"));
    };
    let other = given.parsed(THEN, str::parse)?.unwrap_or_else(|| book.today());
    let mut days = [one, other];
    days.sort_by_key(|day| day.last_day());
    if one.last_day() == other.last_day() {
        let reason = format!("{one} is the day that it is set against");
        return Err(needless(&AS_OF.long(), reason, "name another day with it or with `--then`"));
    }
    Ok(days)
}

/// Writes what the later one of two books says otherwise, each as known on a day.
fn write(
    given: Given<'_>,
    [(earlier, day), (book, as_of)]: [(&Book, Date); 2],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let earlier = Query { as_of: day, ..asked::query_in_years(given, earlier)? };
    let later = Query { book, as_of, countries: Some(earlier.countries()), ..earlier.clone() };
    let tables = differences(&earlier, &later)?;
    console.write_tables(given, &tables)?;
    if tables.iter().all(|table| table.rows.is_empty()) {
        console.note("nothing differs, as far as it was asked about");
    }
    Ok(())
}
