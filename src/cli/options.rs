//! The options that several commands share: what they are called, and what they mean.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::book::{Book, Files, Reading};
use crate::error::{self, Error, Errors, Kind, Noun, Result, SourceText};
use crate::gdp::{basis_names, scenario_names};
use crate::quantity::{Country, Date};
use crate::question::Query;
use crate::render::{FORMATS, Format};

use super::{Failure, made};

/// Options of every command.
pub(super) fn global(command: Command) -> Command {
    let book = Arg::new("book").long("book").value_name("DIR").env("PLEDGEBOOK_BOOK").hide_env_values(true);
    let as_of =
        Arg::new("as-of").long("as-of").value_name("YYYY-MM-DD").help("Show the world as it was known on this day");
    let country = Arg::new("country").long("country").value_name("ISO3").action(ArgAction::Append);
    let color = Arg::new("color")
        .long("color")
        .value_name("WHEN")
        .value_parser(["auto", "always", "never"])
        .default_value("auto");
    command.args(
        [
            book.help("Read this folder instead of the compiled-in book")
                .value_parser(value_parser!(OsString))
                .value_hint(ValueHint::DirPath),
            as_of,
            country.help("A country by its three letters, or `all` [default: that of the book]"),
            color.help("When to use colours"),
        ]
        .map(|option| option.global(true).help_heading("Everywhere")),
    )
}

/// Options of commands that print rows.
pub(super) fn rows(command: Command) -> Command {
    let formats = FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join("|");
    let format = Arg::new("format").long("format").value_name("FORMAT");
    let decimals = Arg::new("decimals").long("decimals").value_name("N").default_value("2");
    command.arg(years()).args([
        format.help(format!("{formats} [default: table, or by the ending of FILE]")),
        output("FILE").help("Write to this file instead of standard output"),
        decimals.help("Decimals of money, 0 to 6").value_parser(value_parser!(u32).range(0..=6)),
    ])
}

/// `--years`
pub(super) fn years() -> Arg {
    Arg::new("years").long("years").value_name("A-B").help("These years only, as `2026` or `2025-2030`")
}

/// `--total`
pub(super) fn total() -> Arg {
    let total = Arg::new("total").long("total").action(ArgAction::SetTrue);
    total.help("Add the sum over the commitments of each year, or why there is none")
}

/// `-o`
pub(super) fn output(value: &'static str) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name(value)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::AnyPath)
}

/// An option that may be given several times.
pub(super) fn repeated(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).action(ArgAction::Append).help(help)
}

/// Whether colours are wanted, if that was said.
pub(super) fn color(matches: &ArgMatches) -> Option<bool> {
    match text(matches, "color") {
        Some("always") => Some(true),
        Some("never") => Some(false),
        _ => None,
    }
}

/// The same, for what is wrong with the command line itself.
pub(super) fn color_before_parsing(arguments: &[OsString]) -> Option<bool> {
    let said = |when: &str| {
        let apart = arguments.windows(2).any(|pair| pair[0] == "--color" && pair[1] == when);
        apart || arguments.iter().any(|argument| *argument == *format!("--color={when}"))
    };
    if said("always") { Some(true) } else { said("never").then_some(false) }
}

/// Where rows go, and how they are written.
pub(super) struct Target<'m> {
    pub(super) path: Option<&'m Path>,
    pub(super) format: &'static Format,
    pub(super) decimals: u32,
}

/// Refuses to write onto a file that was read: the scenario file, or one in the folder of the book.
fn spare_inputs(matches: &ArgMatches, path: &Path) -> Result<(), Failure> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let Some(target) = real(path) else { return Ok(()) };
    let fed = matches.try_get_one::<PathBuf>("gdp").ok().flatten().and_then(|fed| real(fed));
    let book = matches.get_one::<OsString>("book").and_then(|book| real(Path::new(book)));
    if fed.is_some_and(|fed| fed == target) || book.is_some_and(|book| target.is_file() && target.starts_with(book)) {
        let kind = Kind::CannotWrite { path: path.display().to_string(), reason: "it was read for this".to_owned() };
        return Err(Error::new(kind).help("name another file").into());
    }
    Ok(())
}

/// The place and the format of the rows: `--format` wins over the ending of the file.
pub(super) fn target(matches: &ArgMatches) -> Result<Target<'_>, Failure> {
    let path = matches.get_one::<PathBuf>("output").map(PathBuf::as_path);
    path.map_or(Ok(()), |path| spare_inputs(matches, path))?;
    let format = match text(matches, "format").map(Format::named).transpose().map_err(Failure::usage)? {
        Some(format) => format,
        None => path.and_then(Format::of_file).unwrap_or(&FORMATS[0]),
    };
    Ok(Target { path, format, decimals: matches.get_one("decimals").copied().unwrap_or(2) })
}

/// The files of the book that was asked for.
pub(super) fn files(matches: &ArgMatches) -> Result<Files, Errors> {
    // an empty variable of the environment is none
    let folder = matches.get_one::<OsString>("book").filter(|folder| !folder.is_empty());
    folder.map_or_else(|| Ok(Files::embedded()), |folder| Files::read(Path::new(folder)))
}

/// The book that was asked for, with the scenario that the command line makes.
pub(super) fn book(matches: &ArgMatches) -> Result<Book, Failure> {
    let mut book = Reading::new(&files(matches)?).into_book()?;
    made::add(matches, &mut book)?;
    Ok(book)
}

/// What was asked about a book: its day, countries, years, scenarios and commitments.
pub(super) fn query<'b>(matches: &ArgMatches, book: &'b Book) -> Result<Query<'b>, Failure> {
    let mut query = Query::new(book, as_of(matches, book)?);
    query.countries = countries(matches, book)?;
    query.years = parsed(matches, "years", str::parse)?;
    query.scenarios = names(matches, "scenario", Noun::Scenario, || scenarios(book))?;
    if query.scenarios.is_empty() && made::is_asked_for(matches) {
        query.scenarios.push(made::NAME.to_owned());
    }
    query.commitments = names(matches, "commitment", Noun::Commitment, || {
        book.commitments.iter().map(|commitment| commitment.id.clone()).collect()
    })?;
    Ok(query)
}

/// The day whose knowledge is shown: the one asked for, else the latest date in the book.
fn as_of(matches: &ArgMatches, book: &Book) -> Result<Date, Failure> {
    let asked = parsed(matches, "as-of", str::parse::<Date>)?;
    asked.or(book.latest_date()).map_or_else(|| "1900".parse().map_err(Failure::usage), Ok)
}

fn countries(matches: &ArgMatches, book: &Book) -> Result<Option<Vec<Country>>, Failure> {
    let Some(asked) = matches.get_many::<String>("country") else { return Ok(None) };
    let known: Vec<Country> = book.countries.iter().map(|(country, _)| *country).collect();
    if asked.clone().any(|name| name.eq_ignore_ascii_case("all")) {
        return Ok(Some(known));
    }
    let codes: Vec<String> = known.iter().map(ToString::to_string).collect();
    let code = |name: &String| codes.iter().find(|code| code.eq_ignore_ascii_case(name)).unwrap_or(name).clone();
    let asked = known_names(Noun::Country, asked.map(code).collect(), &codes)?;
    Ok(Some(known.into_iter().filter(|country| asked.iter().any(|name| name == country.code())).collect()))
}

/// The scenario or basis that an option names.
pub(super) fn scenario(matches: &ArgMatches, option: &'static str, book: &Book) -> Result<Option<String>, Failure> {
    Ok(names(matches, option, Noun::Scenario, || scenarios(book))?.pop())
}

/// Every name that a scenario goes by.
fn scenarios(book: &Book) -> Vec<String> {
    let shown = scenario_names(book);
    let others: Vec<String> = basis_names(book).into_iter().filter(|name| !shown.contains(name)).collect();
    [shown, others].concat()
}

/// Names that were given, each of which must be known.
pub(super) fn names(
    matches: &ArgMatches,
    option: &'static str,
    what: Noun,
    known: impl FnOnce() -> Vec<String>,
) -> Result<Vec<String>, Failure> {
    let asked: Vec<String> =
        matches.try_get_many::<String>(option).ok().flatten().into_iter().flatten().cloned().collect();
    if asked.is_empty() { Ok(asked) } else { known_names(what, asked, &known()) }
}

/// The names, each once.
fn known_names(what: Noun, asked: Vec<String>, known: &[String]) -> Result<Vec<String>, Failure> {
    let mut names: Vec<String> = Vec::new();
    let mut errors = Errors::default();
    for name in asked {
        if !known.contains(&name) {
            let kind = Kind::UnknownName { what, name: name.clone() };
            let list = format!("`pledgebook {what}s` lists those of the book");
            let help = error::suggest(&name, known.iter().map(String::as_str)).unwrap_or(list);
            errors.push(Error::new(kind).help(help));
        } else if !names.contains(&name) {
            names.push(name);
        }
    }
    if errors.is_empty() { Ok(names) } else { Err(Failure::Usage(errors)) }
}

/// The text of an option, if it was given.
pub(super) fn text<'m>(matches: &'m ArgMatches, option: &str) -> Option<&'m str> {
    matches.try_get_one::<String>(option).ok().flatten().map(String::as_str)
}

/// The value of an option; what is wrong with it is wrong usage.
pub(super) fn parsed<T>(
    matches: &ArgMatches,
    option: &str,
    parse: impl Fn(&str) -> Result<T>,
) -> Result<Option<T>, Failure> {
    text(matches, option).map(|given| parse(given).map_err(|error| misused(option, given, error))).transpose()
}

/// An error in the value of an option, with its place there.
pub(super) fn misused(option: &str, given: &str, error: Error) -> Failure {
    let source = SourceText::new(&format!("--{option}"), given);
    Failure::usage(error.within(&source, 0..given.len()))
}
