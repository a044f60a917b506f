//! What a command line asks: of which book, as of when, about what, and where the answer goes.

use std::path::Path;

use crate::book::{Basis, Book, Files, Reading};
use crate::error::{self, Error, Errors, Kind, Noun, Result};
use crate::gdp::{basis_names, check_scenario};
use crate::quantity::{Country, Date};
use crate::question::Query;
use crate::render::{FORMATS, Format};

use super::Failure;
use super::given::{Given, known_names};
use super::options::{AS_OF, BASIS, BOOK, COMMITMENT, COUNTRY, DECIMALS, FAMILY, FORMAT, Name, OUTPUT, YEARS};

/// The files of the book that was asked for.
pub(super) fn files(given: Given<'_>) -> Result<Files, Errors> {
    given.folder(BOOK).map_or_else(|| Ok(Files::embedded()), Files::read)
}

/// The book that was asked for.
pub(super) fn book(given: Given<'_>) -> Result<Book, Failure> {
    Ok(Reading::new(&files(given)?).into_book()?)
}

/// What was asked about a book, as far as every command knows it: the day and the countries.
pub(super) fn query<'b>(given: Given<'_>, book: &'b Book) -> Result<Query<'b>, Failure> {
    let mut query = Query::new(book, as_of(given, book)?);
    query.countries = countries(given, book)?;
    Ok(query)
}

/// The same, with `--years`.
pub(super) fn query_in_years<'b>(given: Given<'_>, book: &'b Book) -> Result<Query<'b>, Failure> {
    Ok(Query { years: given.parsed(YEARS, str::parse)?, ..query(given, book)? })
}

/// The day whose knowledge is shown: the one asked for, else the latest date in the book.
fn as_of(given: Given<'_>, book: &Book) -> Result<Date, Failure> {
    let asked = given.parsed(AS_OF, str::parse::<Date>)?;
    asked.or(book.latest_date()).map_or_else(|| "1900".parse().map_err(Failure::usage), Ok)
}

/// The countries that were asked for, in the book's order.
pub(super) fn countries(given: Given<'_>, book: &Book) -> Result<Option<Vec<Country>>, Failure> {
    let asked = given.texts(COUNTRY);
    if asked.clone().next().is_none() {
        return Ok(None);
    }
    let known: Vec<Country> = book.countries.iter().map(|(country, _)| *country).collect();
    if asked.clone().any(|name| name.eq_ignore_ascii_case("all")) {
        return Ok(Some(known));
    }
    let codes: Vec<String> = known.iter().map(ToString::to_string).collect();
    let code = |name: &String| codes.iter().find(|code| code.eq_ignore_ascii_case(name)).unwrap_or(name).clone();
    let asked = known_names(Noun::Country, asked.map(code).collect(), &codes)?;
    Ok(Some(known.into_iter().filter(|country| asked.iter().any(|name| name == country.code())).collect()))
}

/// The commitments that were asked for.
pub(super) fn commitments(given: Given<'_>, book: &Book) -> Result<Vec<String>, Failure> {
    given.names(COMMITMENT, Noun::Commitment, || {
        book.commitments.iter().map(|commitment| commitment.id.clone()).collect()
    })
}

/// The family of definitions that was asked for.
pub(super) fn family(given: Given<'_>, book: &Book) -> Result<Option<String>, Failure> {
    let known = || book.families().into_iter().map(str::to_owned).collect();
    Ok(given.names(FAMILY, Noun::Family, known)?.pop())
}

/// The scenarios or bases that an option names; a country that is asked about must have each.
pub(super) fn scenarios(given: Given<'_>, option: Name, query: &Query<'_>) -> Result<Vec<String>, Failure> {
    let book = query.book;
    let asked = given.names(option, Noun::Scenario, || {
        let mut names = basis_names(book);
        names.splice(1..1, book.scenarios.iter().map(|scenario| scenario.id.clone()));
        names
    })?;
    asked.iter().try_for_each(|name| check_scenario(book, name, &query.countries())).map_err(Failure::usage)?;
    Ok(asked)
}

/// The basis that was asked for: one that the book has figures for.
pub(super) fn basis(given: Given<'_>, book: &Book) -> Result<Option<Basis>, Failure> {
    let Some(name) = given.text(BASIS) else { return Ok(None) };
    let known = basis_names(book);
    if !known.iter().any(|basis| basis == name) {
        let kind = Kind::UnknownName { what: Noun::Basis, name: name.to_owned() };
        let list =
            format!("the book has {}", known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "));
        let help = error::suggest(name, known.iter().map(String::as_str)).unwrap_or(list);
        return Err(Failure::usage(Error::new(kind).help(help)));
    }
    Ok(name.parse().ok())
}

/// Where rows go, and how they are written.
pub(super) struct Target<'m> {
    pub(super) path: Option<&'m Path>,
    pub(super) format: &'static Format,
    pub(super) decimals: u32,
}

/// The place and the format of the rows: `--format` wins over the ending of the file.
pub(super) fn target(given: Given<'_>) -> Result<Target<'_>, Failure> {
    let path = given.path(OUTPUT);
    spare(path, given.folder(BOOK))?;
    let format = match given.text(FORMAT).map(Format::named).transpose().map_err(Failure::usage)? {
        Some(format) => format,
        None => path.and_then(Format::of_file).unwrap_or(&FORMATS[0]),
    };
    Ok(Target { path, format, decimals: given.one(DECIMALS).copied().unwrap_or(2) })
}

/// Refuses to write onto what was read: a file, or one in the folder of a book.
pub(super) fn spare(output: Option<&Path>, input: Option<&Path>) -> Result<(), Failure> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let Some((path, (target, input))) = output.and_then(|path| Some((path, (real(path)?, real(input?)?)))) else {
        return Ok(());
    };
    if target.is_file() && target.starts_with(input) {
        let kind = Kind::CannotWrite { path: path.display().to_string(), reason: "it was read for this".to_owned() };
        return Err(Error::new(kind).help("name another file").into());
    }
    Ok(())
}
