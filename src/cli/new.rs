//! `new`: a working book to start from.

mod currencies;

use std::path::PathBuf;

use clap::{ValueHint, value_parser};

use crate::book::{Files, starter};
use crate::error::{Error, Kind, Result};
use crate::quantity::{Country, Currency};

use super::asked::known_currency;
use super::console::Console;
use super::given::{Given, misused, needless};
use super::options::{AS_OF, BOOK, COUNTRY, Name};
use super::provenance::quoted;
use super::{Command, Failure, output};

const FOLDER: Name = Name("folder");
const CURRENCY: Name = Name("currency");

pub(super) const COMMAND: Command = Command {
    name: "new",
    about: "A working book to start from",
    examples: "\
Examples:
  pledgebook new my-book
  pledgebook check --book my-book
  pledgebook new my-book --country EST

Writes the compiled-in book into a folder that is new or empty; with `--country`, a book of that
country to be filled, in the one currency that the country has, or that `--currency` names.",
    arguments: |command| {
        let folder = FOLDER.argument("DIR").value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath);
        command.args([
            folder.help("The folder to write it into"),
            COUNTRY.repeated("ISO3").help("A book of this country, by its three letters, to be filled"),
            CURRENCY.option("ISO").help("The currency of GDP of the country, by its three letters"),
        ])
    },
    without: &[
        (BOOK, "a new book is the one that is compiled in, or one to be filled"),
        (AS_OF, "a new book is written as a whole, whatever the day"),
    ],
    run,
};

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let Some(folder) = given.path(FOLDER) else { return Ok(()) };
    let files: Vec<(String, Vec<u8>)> = match country(given)? {
        None if given.text(CURRENCY).is_some() => {
            let reason = "the book that is compiled in has its own";
            return Err(needless(&CURRENCY.long(), reason, "say with `--country` whose book it is"));
        }
        None => Files::shipped().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect(),
        Some(country) => starter(country, currency(given, country)?)
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()))
            .collect(),
    };
    output::fill_folder(output::folder(folder).map_err(Failure::usage)?, &files)?;
    let folder = folder.display().to_string();
    let check = format!("pledgebook check --book {}", quoted(&folder));
    console.note(&format!("wrote `{folder}`; start with `{folder}/README.md`, then `{check}`"));
    Ok(())
}

/// The one country that was asked for.
fn country(given: Given<'_>) -> Result<Option<Country>, Failure> {
    let mut asked = given.texts(COUNTRY);
    let country = asked.next().map(|text| known(text).map_err(|error| misused(COUNTRY, text, error))).transpose()?;
    match asked.next() {
        None => Ok(country),
        Some(_) => {
            let help = "name one; more are files beside its own in `commitments/`";
            Err(needless(&COUNTRY.long(), "a new book starts with one country", help))
        }
    }
}

/// The country of this code, in any case.
fn known(code: &str) -> Result<Country> {
    code.to_ascii_uppercase().parse().or_else(|_| code.parse())
}

/// The currency that was asked for, else the only one that the country has.
fn currency(given: Given<'_>, country: Country) -> Result<Currency, Failure> {
    if let Some(asked) = given.parsed(CURRENCY, known_currency)? {
        return Ok(asked);
    }
    let known = currencies::of(country);
    if let [only] = known[..] {
        return Ok(only);
    }
    let options: Vec<String> = known.iter().map(|currency| format!("`--currency {currency}`")).collect();
    let help = match &options[..] {
        [] => format!("name the currency of its GDP, as `--currency {}`", Currency::EXAMPLE),
        _ => format!("name the currency of its GDP: {}", options.join(" or ")),
    };
    let (key, record) = ("--currency".to_owned(), format!("a new book of {}", country.named()));
    Err(Failure::usage(Error::new(Kind::MissingKey { key, record }).help(help)))
}
