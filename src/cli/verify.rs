//! `verify`: do published figures follow from those that they are made of?

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{ValueHint, value_parser};

use crate::analysis::Agreement;
use crate::book::{Book, Records};
use crate::import::{Edition, Wanted};
use crate::quantity::{Country, Currency};
use crate::question::{Verifying, verify};
use crate::table::{Table, columns};

use super::console::Console;
use super::given::Given;
use super::options::{self, Name};
use super::{Command, Failure, asked, import};

pub(super) const COMMAND: Command = Command {
    name: "verify",
    about: "Do published figures follow from those that they are made of?",
    examples: "\
Examples:
  pledgebook verify --years 2024
  pledgebook verify def-exp-2024.xlsx            an official file against itself
  pledgebook verify def-exp-2024.xlsx --digits 1

`share`: money ÷ GDP of the same publisher and edition; `parts`: at least the sum of a figure's parts; `aggregate`:
the sum of a group's members; `editions`: the same share in the publisher's next edition. Of what an edition says twice
the firmer figure counts, of several currencies the one that leaves least open, of parts that may count the same money
the largest. A figure follows where both are equal at the digits that the publisher prints, by `rounding` where what
each may be the rounding of meets.",
    arguments,
    without: &[],
    run,
};

const FILE: Name = Name("file");
pub(super) const AS: Name = Name("as");
const DIGITS: Name = Name("digits");

fn arguments(command: clap::Command) -> clap::Command {
    let file = FILE.argument("FILE").required(false).value_parser(value_parser!(PathBuf));
    let digits = DIGITS.option("N").value_parser(value_parser!(u32).range(0..=6));
    let file =
        file.value_hint(ValueHint::FilePath).help("An official file, as `import` reads it, in the place of the book");
    options::rows(command.args([
        file,
        digits.help("Compare at so many digits behind the point [default: those that the publisher prints]"),
    ]))
    .arg(AS.option("FORMAT").requires(FILE).help("The format of FILE [default: the one that recognises it]"))
    .args(import::told().map(|option| option.requires(FILE)))
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let book = asked::book(given)?;
    let wanted = Wanted { currencies: book.countries.clone(), ..import::whole(given)? };
    let mut edition = given.path(FILE).map(|path| import::edition(given.text(AS), path, &wanted)).transpose()?;
    let book = if let Some(edition) = &edition { in_the_place_of(book, edition) } else { book };
    let mut query = asked::query_in_years(given, &book)?;
    if let Some(edition) = &mut edition {
        if let Some(asked) = &query.countries {
            edition.triples.retain(|own| asked.iter().any(|country| country.code() == own.name));
        }
        query.countries.get_or_insert_with(|| book.every_country().collect());
    }
    let divided = edition.as_ref().map(|edition| (&edition.document, &edition.triples[..]));
    let table = verify(&query, &Verifying { digits: given.one(DIGITS).copied(), divided })?;
    console.write_table(given, &table)?;
    if table.rows.is_empty() {
        console.note("nothing is published beside what it is made of; widen `--years`, `--country` or `--as-of`");
    }
    tell_what_does_not_follow(&table, console)
}

/// What a book knows of definitions, with the figures of an official file in the place of its own.
fn in_the_place_of(book: Book, edition: &Edition) -> Book {
    let countries: BTreeMap<Country, Currency> =
        edition.rows.iter().filter_map(|row| Some((row.country, row.currency()?))).collect();
    Book {
        countries: countries.into_iter().collect(),
        observations: edition.rows.clone().into(),
        sources: vec![edition.document.clone()].into(),
        commitments: Records::default(),
        ..book
    }
}

/// Says how many figures do not follow.
fn tell_what_does_not_follow(table: &Table, console: &mut Console<'_>) -> Result<(), Failure> {
    let results = table.select([&columns::RESULT])?;
    let found = results.iter().filter(|[result]| result.words() == Agreement::DoesNotFollow.word()).count();
    if found > 0 {
        console.note(&format!("{found} of {} figures do not follow", results.len()));
    }
    Ok(())
}
