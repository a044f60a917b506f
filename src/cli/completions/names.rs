//! What could stand for an argument: names of the book that the line asks about, and of what the program knows.

use std::ffi::OsString;
use std::sync::{Arc, OnceLock};

use clap::Arg;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};

use crate::book::{Book, Reading};
use crate::chart::CHARTS;
use crate::gdp::{basis_names, scenario_names};
use crate::import;
use crate::quantity::Country;
use crate::render::{FORMATS, TREES};

use super::super::options::{BASIS, COMMITMENT, COUNTRY, DEFINITION, EVERY, FAMILY, FORMAT, PICTURE_FORMATS, SCENARIO};
use super::super::{asked, root, unfinished};

/// Names, each with what it is.
type Named = Vec<(String, String)>;

/// The tree of commands, whose arguments offer what could stand there on a line of these words.
pub(super) fn offered(words: &[OsString]) -> clap::Command {
    let line = Arc::new(Line { words: words.to_vec(), book: OnceLock::new() });
    let everywhere = arguments(root(), "", &line);
    everywhere.mut_subcommands(|command| {
        let outer = command.get_name().to_owned();
        let inner = |inner| arguments(inner, &outer, &line);
        arguments(command.mut_subcommands(inner), &outer, &line)
    })
}

/// The command, which may be inside of an outer one, with arguments that offer names; those of commands inside of it are offered anyway.
fn arguments(command: clap::Command, outer: &str, line: &Arc<Line>) -> clap::Command {
    let inner: Arc<[String]> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    command.mut_args(|argument| match names(outer, &argument) {
        Some(names) => {
            let (line, inner) = (Arc::clone(line), Arc::clone(&inner));
            let others = move || names(&line).into_iter().filter(|(name, _)| !inner.contains(name)).collect();
            argument.add(ArgValueCandidates::new(move || candidates(others())))
        }
        None => argument,
    })
}

fn candidates(names: Named) -> Vec<CompletionCandidate> {
    let told = |about: String| (!about.is_empty()).then(|| about.into());
    names.into_iter().map(|(name, about)| CompletionCandidate::new(name).help(told(about))).collect()
}

/// Where the names come from that could stand for an argument of a command.
fn names(outer: &str, argument: &Arg) -> Option<fn(&Line) -> Named> {
    let shown = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
    Some(match (argument.get_id().as_str(), shown) {
        (id, _) if id == COMMITMENT.0 => commitments,
        ("id", _) => commitments,
        (id, _) if id == SCENARIO.0 => scenarios,
        ("compare", _) => scenarios,
        (id, _) if id == BASIS.0 => |line| line.of_book(|book| bare(basis_names(book))),
        (id, _) if id == COUNTRY.0 => |line| [countries(line), bare([EVERY])].concat(),
        ("of", "COUNTRY") => countries,
        (id, _) if id == DEFINITION.0 => definitions,
        (id, _) if id == FAMILY.0 => families,
        (id, _) if id == FORMAT.0 => match outer {
            "chart" => |_| bare(PICTURE_FORMATS),
            "explain" => |_| TREES.iter().map(|format| named(format.name, format.about)).collect(),
            _ => |_| FORMATS.iter().map(|format| named(format.name, format.about)).collect(),
        },
        ("name", "NAME") => {
            |_| CHARTS.iter().map(|chart| named(chart.name, chart.about)).chain(bare(["all", "list"])).collect()
        }
        ("of" | "as", "FORMAT") => |_| import::FORMATS.iter().map(|format| named(format.name, format.about)).collect(),
        _ => return None,
    })
}

/// A command line that is not finished, and the book that it asks about.
struct Line {
    words: Vec<OsString>,
    /// Read once; none where it is not sound, which a line that is finished says.
    book: OnceLock<Option<(Book, Vec<Country>)>>,
}

impl Line {
    fn of_book(&self, names: impl Fn(&Book) -> Named) -> Named {
        self.about(|book, _| names(book))
    }

    /// The same with the countries that are asked about.
    fn about(&self, names: impl Fn(&Book, &[Country]) -> Named) -> Named {
        let read = self.book.get_or_init(|| self.read());
        read.as_ref().map_or_else(Vec::new, |(book, countries)| names(book, countries))
    }

    fn read(&self) -> Option<(Book, Vec<Country>)> {
        let matches = unfinished::matches(&self.words)?;
        let given = unfinished::innermost(&matches);
        let book = Reading::new(&asked::files(given).ok()?).into_book().ok()?;
        let countries = asked::query(given, &book).map_or_else(|_| vec![book.country], |query| query.countries());
        Some((book, countries))
    }
}

fn named(name: &str, about: &str) -> (String, String) {
    (name.to_owned(), about.to_owned())
}

fn bare<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Named {
    names.into_iter().map(|name| (name.into(), String::new())).collect()
}

/// The commitments of every country, one of a group once.
fn commitments(line: &Line) -> Named {
    line.of_book(|book| {
        let mut all: Named = book.commitments.iter().map(|own| named(&own.id, &own.title)).collect();
        all.dedup();
        all
    })
}

fn scenarios(line: &Line) -> Named {
    line.about(|book, countries| {
        let title = |name: &String| book.scenario(name).map_or("", |own| &own.title).to_owned();
        scenario_names(book, countries).into_iter().map(|name| (name.clone(), title(&name))).collect()
    })
}

fn countries(line: &Line) -> Named {
    line.of_book(|book| book.every_country().map(|country| named(country.code(), &country.named())).collect())
}

fn definitions(line: &Line) -> Named {
    line.of_book(|book| book.definitions.iter().map(|own| named(&own.id, &own.title)).collect())
}

fn families(line: &Line) -> Named {
    line.of_book(|book| {
        let mut families: Vec<&str> = book.definitions.iter().map(|own| own.family.as_str()).collect();
        families.dedup();
        bare(families)
    })
}
