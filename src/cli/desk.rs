//! Command lines that pages ask: answered about a book that has been read, by the commands themselves.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches};

use crate::book::{Files, Reading, Stamp, page_of};
use crate::chart::CHARTS;
use crate::error::{Errors, Noun, nearest, unknown_name};
use crate::quantity::text::visible;
use crate::serve::{Answered, Asked, Desk, Refusal};

use super::console::Console;
use super::given::{Given, needless};
use super::message::{Look, write_errors};
use super::options::{AS_OF, COLOR, COMMITMENT, COUNTRY, CSV_FOR, FAMILY, FORMAT, Name, SKIP_BAD, WIDE, names_a_file};
use super::refused::misplaced;
use super::{COMMANDS, Failure, analysis, answer, chart, options, provenance, root};

/// The commands that pages may ask: those that answer from a book alone.
const ASKED: &[&str] = &[
    "amounts",
    "verdicts",
    "league",
    "explain",
    "gdp",
    "scenarios",
    "commitments",
    "progress",
    "path",
    "why",
    "sensitivity",
    "claim",
    "timeline",
    "diff",
    "verify",
    "chart",
    "check",
];
/// The page beside the files of a book.
const PAGE: &str = "README.md";
/// What a page does not say beside the names of files: it is no terminal, and its address says how it is written.
const UNSAID: [Name; 5] = [COLOR, CSV_FOR, FORMAT, SKIP_BAD, WIDE];
/// What is said in the place of a file without a byte.
const NOTHING: &str = "note: there are no rows\n";

/// Answers about the book in a folder, or the compiled-in one.
pub(super) struct Clerk {
    folder: Option<PathBuf>,
    /// The commands by their names, as they were parsed with before.
    commands: Mutex<BTreeMap<&'static str, clap::Command>>,
    root: clap::Command,
}

impl Clerk {
    pub(super) fn of(folder: Option<PathBuf>) -> Self {
        Self { folder, commands: Mutex::default(), root: root() }
    }

    /// The innermost command that the words name; a picture has a word of its own.
    fn command(&self, words: &[&str]) -> Option<&clap::Command> {
        let (first, rest) = words.split_first()?;
        let own = self.root.find_subcommand(ASKED.iter().find(|name| *name == first)?)?;
        let is_of_pictures = *first == chart::COMMAND.name;
        match (rest, rest.first().and_then(|word| own.find_subcommand(word))) {
            ([], _) => Some(own).filter(|_| !is_of_pictures),
            // beside what is asked of a book there is the picture of a file, which no page names
            ([word], Some(inner)) => analysis::named(word).map(|_| inner),
            ([word], None) => CHARTS.iter().any(|chart| is_of_pictures && chart.name == *word).then_some(own),
            _ => None,
        }
    }

    /// Lets a command do what it does, on a console; and how a command line says it.
    fn run(
        &self,
        reading: &Reading,
        asked: &Asked,
        format: Option<&str>,
        console: &mut Console<'_>,
    ) -> Result<String, Refusal> {
        let words: Vec<&str> = asked.words.iter().map(String::as_str).collect();
        let own = self.command(&words).ok_or_else(|| {
            let listed = "`pledgebook --help` lists them";
            self.refusal(&unknown_name(Noun::Command, &words.join(" "), ASKED.iter().copied(), listed).into())
        })?;
        let mut line: Vec<OsString> = ["pledgebook"].iter().chain(&words).map(Into::into).collect();
        line.extend(format.map(|format| format!("--{}={format}", FORMAT.0).into()));
        line.extend(self.said(own, &asked.fields)?);
        let matches = self.matches(&words, &line).map_err(|error| self.misread(&error))?;
        let given = Given::new(&matches).about(Some(reading));
        let inner: Vec<_> = std::iter::successors(given.inside(), |(_, given)| given.inside()).collect();
        for arg in own.get_arguments().chain(self.root.get_arguments()).filter(|arg| names_a_file(arg)) {
            // whatever way it came: no file is read or written that somebody else names
            if inner.iter().any(|(_, given)| given.is_said(arg.get_id().as_str())) {
                return Err(self.unsaid(arg.get_id().as_str()));
            }
        }
        match answer(given, console) {
            // the rows say what is missed
            Ok(()) | Err(Failure::Missed | Failure::ClosedPipe) => {}
            Err(Failure::Usage(errors) | Failure::Work(errors)) => return Err(self.refusal(&errors)),
        }
        // words beyond the commands are what the innermost is told
        let named: Vec<&str> = inner.iter().map(|(name, _)| *name).collect();
        Ok(inner.last().map_or_else(String::new, |(_, given)| provenance::command(&named, own, *given, None)))
    }

    /// Parses a line; what the parser makes of a command is kept, since it costs more than the line.
    fn matches(&self, words: &[&str], line: &[OsString]) -> Result<ArgMatches, clap::Error> {
        let name = ASKED.iter().find(|name| words.first() == Some(name)).copied().unwrap_or_default();
        let mut commands = self.commands.lock().unwrap_or_else(PoisonError::into_inner);
        let command = commands.entry(name).or_insert_with(|| {
            let own = self.root.find_subcommand(name).cloned();
            options::global(clap::Command::new("pledgebook").subcommands(own))
        });
        command.try_get_matches_from_mut(line)
    }
}

/// Whether a page says an argument.
fn is_said_by_pages(arg: &Arg) -> bool {
    !names_a_file(arg) && UNSAID.iter().all(|name| arg.get_id() != name.0)
}

impl Desk for Clerk {
    fn stamp(&self) -> Stamp {
        self.folder.as_deref().map(Stamp::of).unwrap_or_default()
    }

    fn read(&self) -> Result<Reading, Errors> {
        Ok(Reading::new(&self.folder.as_deref().map_or_else(|| Ok(Files::embedded()), Files::read)?))
    }

    fn offers(&self, words: &[&str]) -> Vec<&str> {
        let Some(own) = self.command(words) else { return Vec::new() };
        let named = || COMMANDS.iter().filter(|command| words.contains(&command.name));
        let without = |name: &Name| named().flat_map(|command| command.without).any(|(other, _)| other == name);
        let everywhere = [AS_OF, COUNTRY].into_iter().filter(|name| !without(name));
        let of_rows = words.strip_prefix(&[chart::COMMAND.name]).and_then(|words| self.command(words));
        // the picture of a question is told on a page what its rows are
        let is_of_picture = |arg: &Arg| [COMMITMENT, FAMILY].iter().any(|name| arg.get_id() == name.0);
        let is_of_both = |arg: &&Arg| {
            of_rows
                .is_none_or(|rows| !is_of_picture(arg) || rows.get_arguments().any(|own| own.get_id() == arg.get_id()))
        };
        let own = own.get_arguments().filter(|arg| !arg.is_hide_set() && is_said_by_pages(arg)).filter(is_of_both);
        own.map(|arg| arg.get_id().as_str()).chain(everywhere.map(|name| name.0)).collect()
    }

    fn answer(&self, reading: &Reading, asked: &Asked) -> Result<Answered, Refusal> {
        let (mut out, mut told) = (Vec::new(), Vec::new());
        let mut console = Console::new(&mut out, &mut told);
        console.caught = Some(Vec::new());
        let command = self.run(reading, asked, None, &mut console)?;
        let answers = console.caught.take().unwrap_or_default();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok(Answered { answers, shown: text(&out), told: text(&told), command })
    }

    fn write(&self, reading: &Reading, asked: &Asked, format: &str) -> Result<Vec<u8>, Refusal> {
        let (mut out, mut told) = (Vec::new(), Vec::new());
        self.run(reading, asked, Some(format), &mut Console::new(&mut out, &mut told))?;
        let message = [NOTHING.as_bytes(), &told].concat();
        let nothing = || Refusal { message: String::from_utf8_lossy(&message).into_owned(), errors: Errors::default() };
        if out.is_empty() { Err(nothing()) } else { Ok(out) }
    }

    fn page(&self) -> Option<String> {
        let shipped = || Files::shipped().find(|(name, _)| *name == PAGE).map(|(_, bytes)| bytes.to_vec());
        let bytes = self.folder.as_deref().map_or_else(shipped, page_of)?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn message(&self, errors: &Errors) -> String {
        let mut out = Vec::new();
        // memory takes whatever is written to it
        let _ = write_errors(errors, Look { color: false, width: None, all: None }, &mut out);
        String::from_utf8_lossy(&out).into_owned()
    }
}

impl Clerk {
    /// The fields as a command line says them: options, then what has no name. What is written is the name of the argument that was
    /// found, never what the field is called.
    fn said(&self, own: &clap::Command, fields: &[(String, String)]) -> Result<Vec<OsString>, Refusal> {
        let (mut options, mut others) = (Vec::new(), Vec::new());
        let positional: Vec<&Arg> = own.get_positionals().collect();
        for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
            let mut known = own.get_arguments().chain(self.root.get_arguments());
            let arg = known.find(|arg| arg.get_id() == name).ok_or_else(|| self.misread(&unknown(own, name)))?;
            if !is_said_by_pages(arg) {
                return Err(self.unsaid(arg.get_id().as_str()));
            }
            match arg.get_long() {
                Some(long) if !arg.get_action().takes_values() && value == "on" => {
                    options.push(format!("--{long}").into());
                }
                Some(long) => options.push(format!("--{long}={value}").into()),
                None => others.push((positional.iter().position(|other| other.get_id() == name), value.into())),
            }
        }
        others.sort_by_key(|(at, _)| *at);
        if !others.is_empty() {
            options.push("--".into());
        }
        options.extend(others.into_iter().map(|(_, value)| value));
        Ok(options)
    }

    /// The refusal of an argument that no page says.
    fn unsaid(&self, name: &str) -> Refusal {
        let reason = "a page reads no file but those of its book, and says by its address how it is written";
        self.failed(needless(&format!("--{name}"), reason, "leave it out, or use the command line"))
    }

    /// What the parser finds wrong, as the command line says it.
    fn misread(&self, error: &clap::Error) -> Refusal {
        let plain = || Refusal { message: error.render().to_string(), errors: Errors::default() };
        misplaced(error).map_or_else(plain, |failure| self.failed(failure))
    }

    fn failed(&self, failure: Failure) -> Refusal {
        match failure {
            Failure::Usage(errors) | Failure::Work(errors) => self.refusal(&errors),
            Failure::Missed | Failure::ClosedPipe => self.refusal(&Errors::default()),
        }
    }

    fn refusal(&self, errors: &Errors) -> Refusal {
        Refusal { message: self.message(errors), errors: errors.clone() }
    }
}

/// What the parser says of an option that the command does not have.
fn unknown(own: &clap::Command, name: &str) -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::UnknownArgument).with_cmd(own);
    let option = |name: &str| ContextValue::String(format!("--{}", visible(name)));
    error.insert(ContextKind::InvalidArg, option(name));
    let known = own.get_arguments().filter(|arg| is_said_by_pages(arg)).filter_map(Arg::get_long);
    nearest(name, known).map(|near| error.insert(ContextKind::SuggestedArg, option(near)));
    error
}

#[cfg(test)]
mod laws;
