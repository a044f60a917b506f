//! `import`: an official file as rows of a book.

mod adopt;
mod file;

use std::path::{Path, PathBuf};

use clap::{Arg, ValueHint, value_parser};

use crate::error::{self, Error, Errors, Kind};
use crate::import::{self, Edition, FORMATS, Wanted, written};
use crate::quantity::Date;

use super::console::Console;
use super::given::{Given, misused};
use super::options::{self, AS_OF, COUNTRY, Name, OUTPUT, YEARS};
use super::{Command, Failure, asked, ending};

/// The name of the format, before that of the file.
pub(super) const OF: Name = Name("of-format");
const FILE: Name = Name("file");
const VINTAGE: Name = Name("vintage");
const SOURCE: Name = Name("source");
const MAP: Name = Name("map");

/// What stands in the place of a file to have the formats named.
const LIST: &str = "list";

pub(super) const COMMAND: Command = Command {
    name: "import",
    about: "An official file as rows of a book",
    examples: "\
Examples:
  pledgebook import list
  pledgebook import nato def-exp-2026.xlsx --country LVA --years 2020-2026
  pledgebook import eurofxref-hist.csv -o data/series/rates.csv
  pledgebook import csv budget.csv --vintage 2025-11-20 --map year=Gads --map value=Izdevumi \
    --map unit==\"EUR thousand\" --map kind=Statuss --map Statuss:izpilde=outturn ...

`--map` says what the columns of a table are that no format knows:
  NAME=COLUMN        a row has its NAME in this column: country, measure, definition, year, value,
                     unit, scale (a power of ten), precision, kind, publisher or note
  NAME==TEXT         it is this text in every row; so may the title of the document be
  COLUMN:CODE        only rows with one of these codes in the column are taken
  COLUMN:CODE=TEXT   the same, and the code stands for this text
  decimal=comma      what stands before decimals, where the figures do not show it; also of `imf-weo`
  last-outturn=YEAR  of `imf-weo` alone: the last year of outturns, where the file does not name it
A column that is called like a name needs none; money of any scale comes out in millions.",
    arguments,
    without: &[(AS_OF, "a file has its own day of publication")],
    run,
};

fn arguments(command: clap::Command) -> clap::Command {
    let file = FILE.argument("FILE").value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath);
    let own: [Arg; 5] = [
        OF.argument("FORMAT").required(false).help("The format [default: the one that recognises the file]"),
        file.help("The file as it was published; `-` is standard input; `list` names the formats"),
        COUNTRY.repeated("ISO3").help(
            "Figures of this country only, or of `all` of the book; may be given again [default: all that the file has]",
        ),
        options::years(),
        SOURCE.option("ID").help("The id of the document [default: the format and the day of publication]"),
    ];
    adopt::arguments(command.allow_missing_positional(true).args(own).args(told()))
}

/// What a file that does not say all of itself has to have said.
pub(super) fn told() -> [Arg; 2] {
    let map = MAP.repeated("NAME=COLUMN");
    [
        VINTAGE.option("DATE").help("The day of publication, where the file does not say it"),
        map.help("What a column of a table is that no format knows, see below; may be given again"),
    ]
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let (format, Some(path)) = (given.text(OF), given.path(FILE)) else { return Ok(()) };
    if format.is_none() && path == Path::new(LIST) {
        return list(given, console);
    }
    let (wanted, output) = (wanted(given)?, given.path(OUTPUT));
    if let Some(known) = FORMATS.iter().find(|own| format.is_none() && path == Path::new(own.name) && !path.exists()) {
        let kind = Kind::MissingOption { what: known.name.to_owned(), option: "FILE".to_owned() };
        return Err(Failure::Usage(Error::new(kind).help("name the file behind the format").into()));
    }
    let edition = edition(format, path, &wanted)?;
    if edition.rows.is_empty() {
        tell_left_out(&edition, console);
        let kind = Kind::UnreadableFile {
            path: path.display().to_string(),
            reason: "it has no figure that is wanted".to_owned(),
        };
        return Err(Error::new(kind).help("see what is left out, and which countries and years it has").into());
    }
    if adopt::is_asked(given) {
        tell_left_out(&edition, console);
        return adopt::adopt(given, (&edition, wanted.source.is_some()), console);
    }
    ending::by_ending(output, |path| ending::ends_in(path, "csv"), "name a file that ends in `.csv`")?;
    let rows = written::series(&edition.rows);
    console.write(output, |out| Ok(out.write_all(rows.as_bytes())?))?;
    tell_left_out(&edition, console);
    console.note(&format!("the rows name the document `{}`; `sources.toml` needs", edition.document.id));
    console.tell(&written::record(&edition.document));
    Ok(())
}

/// What is wanted of a file, by its path.
pub(super) fn edition(format: Option<&str>, path: &Path, wanted: &Wanted) -> Result<Edition, Failure> {
    import::read(format, &file::read(path)?.borrowed(), wanted).map_err(refused)
}

/// Names the formats.
fn list(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    given.only(arguments, "`list` names the formats and reads no file")?;
    let width = FORMATS.iter().map(|format| format.name.len()).max().unwrap_or_default() + 2;
    let lines: String = FORMATS.iter().map(|format| format!("{:<width$}{}\n", format.name, format.about)).collect();
    console.show(&lines)
}

/// All of a file, with what it was told to be.
pub(super) fn whole(given: Given<'_>) -> Result<Wanted, Failure> {
    let vintage = given.parsed(VINTAGE, day)?;
    let map = given.texts(MAP).map(|text| mapped(text)).collect::<Result<_, _>>()?;
    Ok(Wanted { vintage, map, ..Wanted::default() })
}

/// What the options say of the file.
fn wanted(given: Given<'_>) -> Result<Wanted, Failure> {
    let book = asked::book(given)?;
    let countries = match asked::every_country(given, &book) {
        Some(every) => every,
        None => given.named(COUNTRY, str::parse)?,
    };
    Ok(Wanted {
        countries: (!countries.is_empty()).then_some(countries),
        years: given.parsed(YEARS, str::parse)?,
        source: given.parsed(SOURCE, id)?,
        currencies: book.countries,
        ..whole(given)?
    })
}

/// A day or a month of publication.
fn day(text: &str) -> error::Result<Date> {
    let date: Date = text.parse()?;
    if !date.is_year() {
        return Ok(date);
    }
    let kind = Kind::NotADate { text: text.to_owned() };
    Err(Error::new(kind).help("write the day, as `2025-11-20`, or the month, as `2025-11`"))
}

/// The id of a document.
fn id(text: &str) -> error::Result<String> {
    let is_id = !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let kind = || Kind::NotAnId { text: text.to_owned() };
    is_id
        .then(|| text.to_owned())
        .ok_or_else(|| Error::new(kind()).help("write it with `a` to `z`, `0` to `9` and `-`"))
}

/// `NAME=COLUMN` in its two parts; `COLUMN:CODE` has the first alone.
fn mapped(text: &str) -> Result<(String, String), Failure> {
    let (left, right) = text.split_once('=').unwrap_or((text, ""));
    if left.is_empty() || right.is_empty() && !left.contains(':') {
        let kind = Kind::MissingOption { what: text.to_owned(), option: "=COLUMN".to_owned() };
        return Err(misused(MAP, text, Error::new(kind).help("write the name and its column, as `year=TIME_PERIOD`")));
    }
    Ok((left.to_owned(), right.to_owned()))
}

/// What an importer finds wrong in an option is wrong usage.
fn refused(errors: Errors) -> Failure {
    let in_option = |error: &Error| error.place().is_some_and(|place| place.file.starts_with("--"));
    if errors.iter().any(in_option) { Failure::Usage(errors) } else { errors.into() }
}

/// Tells a person what is not among the rows.
fn tell_left_out(edition: &Edition, console: &mut Console<'_>) {
    for left_out in &edition.left_out {
        console.note(&format!("left out: {} ({})", left_out.what, left_out.count));
    }
}
