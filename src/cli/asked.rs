//! What a command line asks: of which book, as of when, about what, and where the answer goes.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::book::{Basis, Book, Commitment, Files, Reading};
use crate::error::{Errors, Result};
use crate::gdp::feed::Countries;
use crate::gdp::{ScaleGuard, check_scenario, named_basis};
use crate::quantity::{Country, Currency, Date, YearRange};
use crate::question::Query;
use crate::render::{FORMATS, Format, LOCALES, Layout};

use super::Failure;
use super::ending;
use super::given::{Given, misused, needless, source};
use super::options::{
    ANY_SCALE, AS_OF, BASIS, BOOK, COMMITMENT, COUNTRY, CSV_FOR, DECIMALS, DEFINITION, EVERY, FAMILY, FORMAT, GDP, IN,
    Name, OUTPUT, PLEDGE, WIDE, YEAR, YEARS,
};

/// The files of the book that was asked for.
pub(super) fn files(given: Given<'_>) -> Result<Files, Errors> {
    given.folder(BOOK).map_or_else(|| Ok(Files::embedded()), Files::read)
}

/// The book that was asked for, and what was found in it.
pub(super) fn reading(given: Given<'_>) -> Result<Cow<'_, Reading>, Errors> {
    given.held().map_or_else(|| Ok(Cow::Owned(Reading::new(&files(given)?))), |held| Ok(Cow::Borrowed(held)))
}

/// The book that was asked for.
pub(super) fn book(given: Given<'_>) -> Result<Book, Failure> {
    Ok(reading(given)?.into_owned().into_book()?)
}

/// The same for an answer about the countries asked about: of the compiled-in book the figures of others are passed over, unless a
/// scenario file may be about them.
pub(super) fn book_about(given: Given<'_>) -> Result<Book, Failure> {
    book_of(given, given.texts(COUNTRY))
}

/// The same about countries that are named by their codes.
pub(super) fn book_of<'c>(given: Given<'_>, codes: impl Iterator<Item = &'c String>) -> Result<Book, Failure> {
    let named =
        |code: &String| Some(code).filter(|code| !code.eq_ignore_ascii_case(EVERY))?.to_uppercase().parse().ok();
    let countries: Option<Vec<Country>> = codes.map(named).collect();
    let has_others =
        given.held().is_some() || given.folder(BOOK).is_some() || given.if_offered::<PathBuf>(GDP).is_some();
    match countries.filter(|_| !has_others) {
        Some(countries) => Ok(Book::embedded_about(&countries)?),
        None => book(given),
    }
}

/// The same for an answer about one commitment, which may be another country's than those asked about.
pub(super) fn book_about_commitment(given: Given<'_>, id: &str) -> Result<Book, Failure> {
    let book = book_about(given)?;
    let owners: Vec<String> = book.commitments_named(id).map(|own| own.country.to_string()).collect();
    let is_asked = given.folder(BOOK).is_some() || given.texts(COUNTRY).next().is_some();
    let is_read = is_asked || owners.is_empty() || owners.iter().any(|owner| *owner == book.country.code());
    if is_read { Ok(book) } else { book_of(given, owners.iter()) }
}

/// What was asked about a book, as far as every command knows it: the day and the countries.
pub(super) fn query<'b>(given: Given<'_>, book: &'b Book) -> Result<Query<'b>, Failure> {
    let mut query = Query::new(book, as_of(given, book)?);
    query.countries = countries(given, book)?;
    Ok(query)
}

/// The same, with `--years` where these can be asked for.
pub(super) fn query_in_years<'b>(given: Given<'_>, book: &'b Book) -> Result<Query<'b>, Failure> {
    in_years(given, query(given, book)?)
}

/// The same of a query about countries that are known.
pub(super) fn in_years<'b>(given: Given<'_>, query: Query<'b>) -> Result<Query<'b>, Failure> {
    let asked = given.if_offered::<String>(YEARS);
    let said = |text: &String| query.book.years_said(&query.countries(), text);
    let years = asked.map(|text| said(text).map_err(|error| misused(YEARS, text, error))).transpose()?;
    Ok(Query { years, currency: currency(given)?, ..query })
}

/// The years that `--year` asks for: those that one of which the commitment speaks is counted with.
pub(super) fn year_of(given: Given<'_>, book: &Book, commitment: &Commitment) -> Result<Option<YearRange>, Failure> {
    given.parsed(YEAR, |text| commitment.counted_with(book.year_said(&[commitment.country], text)?))
}

/// The currency that money is wanted in, where that can be asked for.
fn currency(given: Given<'_>) -> Result<Option<Currency>, Failure> {
    let asked = given.if_offered::<String>(IN);
    asked.map(|text| known_currency(text).map_err(|error| misused(IN, text, error))).transpose()
}

/// The currency of this code, in any case, or of this name.
pub(super) fn known_currency(word: &str) -> Result<Currency> {
    Currency::from_word(word).map_or_else(|| word.parse(), Ok)
}

/// The day whose knowledge is shown: the one asked for, else the latest date in the book.
fn as_of(given: Given<'_>, book: &Book) -> Result<Date, Failure> {
    Ok(given.parsed(AS_OF, str::parse)?.unwrap_or_else(|| book.today()))
}

/// The countries that were asked for, in the book's order.
pub(super) fn countries(given: Given<'_>, book: &Book) -> Result<Option<Vec<Country>>, Failure> {
    if let Some(every) = every_country(given, book) {
        return Ok(Some(every));
    }
    let known = book.every_country();
    let asked = given.named(COUNTRY, |code| book.named_country(code))?;
    Ok((!asked.is_empty()).then(|| known.filter(|country| asked.contains(country)).collect()))
}

/// Every country of the book, if `all` was asked for.
pub(super) fn every_country(given: Given<'_>, book: &Book) -> Option<Vec<Country>> {
    let is_asked = given.texts(COUNTRY).any(|name| name.eq_ignore_ascii_case(EVERY));
    is_asked.then(|| book.every_country().collect())
}

/// The commitments that were asked for.
pub(super) fn commitments(given: Given<'_>, book: &Book) -> Result<Vec<String>, Failure> {
    given.named(COMMITMENT, |id| book.named_commitments(id).map(|_| id.to_owned()))
}

/// The definition that was asked for.
pub(super) fn definition(given: Given<'_>, book: &Book) -> Result<Option<String>, Failure> {
    Ok(given.named(DEFINITION, |id| book.named_definition(id).map(|definition| definition.id.clone()))?.pop())
}

/// The family of definitions that was asked for.
pub(super) fn family(given: Given<'_>, book: &Book) -> Result<Option<String>, Failure> {
    Ok(given.named(FAMILY, |name| book.named_family(name).map(str::to_owned))?.pop())
}

/// The scenarios or bases that an option names; a country that is asked about must have each.
pub(super) fn scenarios(given: Given<'_>, option: Name, query: &Query<'_>) -> Result<Vec<String>, Failure> {
    let countries = query.countries();
    given.named(option, |name| {
        let name = in_our_letters(name);
        check_scenario(query.book, &name, &countries).map(|()| name.into_owned())
    })
}

/// The name of a scenario or basis, of which our own words are taken in any case.
fn in_our_letters(name: &str) -> Cow<'_, str> {
    let (word, rest) = name.split_at(name.find(':').map_or(name.len(), |colon| colon + 1));
    let known = Basis::WORDS.into_iter().find(|own| own.eq_ignore_ascii_case(word));
    known.map_or(Cow::Borrowed(name), |own| Cow::Owned(format!("{own}{rest}")))
}

/// The basis that was asked for: one that the book has figures for.
pub(super) fn basis(given: Given<'_>, book: &Book) -> Result<Option<Basis>, Failure> {
    Ok(given.named(BASIS, |name| named_basis(book, &in_our_letters(name)))?.pop())
}

/// The pledges that were said, as commitments of each country that was asked about, for the years that they name, else for those that
/// were asked for.
pub(super) fn said(given: Given<'_>, book: &Book, definition: Option<&str>) -> Result<Vec<Commitment>, Failure> {
    if given.texts(PLEDGE).next().is_none() {
        return Ok(Vec::new());
    }
    let words = given.texts(PLEDGE).map(|text| source(PLEDGE, text));
    query_in_years(given, book)?.in_words(words, definition).map_err(Failure::usage)
}

/// What tells GDP of a scenario file that is out of scale; none where any is taken.
pub(super) fn guards(given: Given<'_>, query: &Query<'_>) -> Result<Vec<ScaleGuard>, Failure> {
    let any_scale = given.is_set(ANY_SCALE);
    Ok(if any_scale { Vec::new() } else { ScaleGuard::of_every_country(query.book, query.as_of)? })
}

/// The countries that lines of a scenario file may be about; those that name none are about the one that is asked about, and are refused
/// where there are several.
pub(super) fn countries_of_lines<'b>(query: &Query<'b>, guards: &'b [ScaleGuard]) -> Countries<'b> {
    let default = match query.countries()[..] {
        [one] => Some(one),
        _ => None,
    };
    Countries { default, ..Countries::of(query.book, guards) }
}

/// The format that differs between languages of spreadsheets.
const CSV: &str = "csv";

/// Where rows go, and how they are written.
pub(super) struct Target<'m> {
    pub(super) path: Option<&'m Path>,
    pub(super) format: Format,
    pub(super) decimals: u32,
}

/// The place and the format of the rows: `--format` wins over the ending of the file.
pub(super) fn target(given: Given<'_>) -> Result<Target<'_>, Failure> {
    let path = given.path(OUTPUT);
    let format = format(given, path)?;
    // what is no table of the terminal has every column anyway
    if is_wide(given) && format.name != FORMATS[0].name {
        let reason = format!("`{}` has every column anyway", format.name);
        return Err(needless(&WIDE.long(), reason, format!("leave it out, or write a `{}`", FORMATS[0].name)));
    }
    // what is no money has no decimals to choose
    let decimals = given.if_offered(DECIMALS).copied().unwrap_or(Layout::default().decimals);
    Ok(Target { path, format, decimals })
}

/// The format that was asked for, by its name, by the language of a spreadsheet, or by the ending of the file.
fn format(given: Given<'_>, path: Option<&Path>) -> Result<Format, Failure> {
    let named = given.text(FORMAT).map(Format::named).transpose().map_err(Failure::usage)?;
    let format = named
        .map_or_else(|| ending::by_ending(path, Format::of_file, ending::OTHER_ENDING), |format| Ok(Some(format)))?;
    let code = given.if_offered::<String>(CSV_FOR);
    let Some(locale) = code.and_then(|code| LOCALES.iter().find(|locale| locale.code == code)) else {
        return Ok(*format.unwrap_or(&FORMATS[0]));
    };
    match format.filter(|format| format.name != CSV) {
        Some(other) => {
            let reason = format!("`{}` is the same in every language", other.name);
            Err(needless(&CSV_FOR.long(), reason, format!("leave it out, or say `--format {CSV}`")))
        }
        None => Ok(Format::csv_for(locale)),
    }
}

/// Whether every column is wanted, where some may be left out.
pub(super) fn is_wide(given: Given<'_>) -> bool {
    given.if_offered(WIDE).copied().unwrap_or_default()
}
