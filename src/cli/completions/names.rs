//! What could stand for an argument: names of the book that the line asks about, and of what the program knows.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::{Arc, OnceLock};

use clap::Arg;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};

use crate::book::{Book, Reading};
use crate::chart::CHARTS;
use crate::export::DIALECTS;
use crate::gdp::{basis_names, scenario_names};
use crate::quantity::Country;
use crate::quantity::text::{in_one_line, is_hidden};
use crate::render::{FORMATS, TREES};

use super::super::options::{
    BASIS, COMMITMENT, COUNTRY, DEFINITION, EVERY, FAMILY, FORMAT, ID, Name, PICTURE_FORMATS, SCENARIO,
};
use super::super::{COMMANDS, amounts, asked, chart, explain, export, import, man, root, verify, why};
use super::line;

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
    command.mut_args(|argument| match source(outer, &argument) {
        Some(source) => {
            let (line, inner) = (Arc::clone(line), Arc::clone(&inner));
            argument.add(ArgValueCandidates::new(move || candidates(source(&line), &inner)))
        }
        None => argument,
    })
}

/// Characters that a shell interprets; blanks it quotes itself. A name that is offered must never run.
const OF_SHELLS: &str = "`$\\\"'!;&|<>(){}[]*?#~";

/// Names but for those that are offered anyway, each once, and those that nobody could type as they are shown.
fn candidates(names: Named, anyway: &[String]) -> Vec<CompletionCandidate> {
    let told = |about: String| (!about.is_empty()).then(|| in_one_line(&about).into_owned().into());
    let mut offered: BTreeSet<String> = anyway.iter().cloned().collect();
    let is_plain = |name: &str| !name.contains(|letter| is_hidden(letter) || OF_SHELLS.contains(letter));
    let others = names.into_iter().filter(|(name, _)| is_plain(name) && offered.insert(name.clone()));
    others.map(|(name, about)| CompletionCandidate::new(name).help(told(about))).collect()
}

/// Where the names come from that could stand for an argument.
type Source = fn(&Line) -> Named;

/// The arguments that names stand for, but for the formats of answers.
const NAMES: &[(Name, Source)] = &[
    (COMMITMENT, commitments),
    (ID, commitments),
    (SCENARIO, scenarios),
    (amounts::COMPARE, scenarios),
    (BASIS, |line| line.of_book(|book| bare(basis_names(book)))),
    (COUNTRY, |line| [countries(line), bare([EVERY])].concat()),
    (why::OF, countries),
    (DEFINITION, definitions),
    (FAMILY, families),
    (chart::NAME, |_| CHARTS.iter().map(|chart| named(chart.name, chart.about)).chain(bare(["all", "list"])).collect()),
    (import::OF, |_| official_formats()),
    (export::DIALECT, |_| DIALECTS.iter().map(|dialect| named(dialect.name, dialect.engine)).collect()),
    (man::COMMANDS, |_| COMMANDS.iter().map(|command| named(command.name, command.about)).collect()),
    (verify::AS, |_| official_formats()),
];

/// The same of an argument of a command, which may be inside of an outer one.
fn source(outer: &str, argument: &Arg) -> Option<Source> {
    if argument.get_id() != FORMAT.0 {
        return NAMES.iter().find(|(name, _)| argument.get_id() == name.0).map(|(_, source)| *source);
    }
    Some(match outer {
        _ if outer == chart::COMMAND.name => |_| bare(PICTURE_FORMATS),
        _ if outer == explain::COMMAND.name => {
            |_| TREES.iter().map(|format| named(format.name, format.about)).collect()
        }
        _ => |_| FORMATS.iter().map(|format| named(format.name, format.about)).collect(),
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
        let matches = line::matches(&self.words)?;
        let given = line::innermost(&matches);
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

/// The commitments of every country.
fn commitments(line: &Line) -> Named {
    line.of_book(|book| book.commitments.iter().map(|own| named(&own.id, &own.title)).collect())
}

fn scenarios(line: &Line) -> Named {
    line.about(|book, countries| {
        let title = |name: &String| book.scenario(name).map_or("", |own| &own.title).to_owned();
        scenario_names(book, countries).into_iter().map(|name| (name.clone(), title(&name))).collect()
    })
}

fn official_formats() -> Named {
    crate::import::FORMATS.iter().map(|format| named(format.name, format.about)).collect()
}

fn countries(line: &Line) -> Named {
    line.of_book(|book| book.every_country().map(|country| named(country.code(), &country.named())).collect())
}

fn definitions(line: &Line) -> Named {
    line.of_book(|book| book.definitions.iter().map(|own| named(&own.id, &own.title)).collect())
}

fn families(line: &Line) -> Named {
    line.of_book(|book| bare(book.definitions.iter().map(|own| own.family.as_str())))
}
