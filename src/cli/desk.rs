//! Command lines that pages ask: answered about a book that has been read, by the commands themselves.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use clap::{Arg, ArgMatches};

use crate::book::{Files, Reading, Stamp};
use crate::error::Errors;
use crate::serve::{Answered, Asked, Desk, Refusal};

use super::console::Console;
use super::given::{Given, needless};
use super::message::{Look, write_errors};
use super::options::{AS_OF, BOOK, COLOR, COUNTRY, FORMAT, GDP, Name, OUTPUT, SKIP_BAD, WIDE};
use super::{COMMANDS, Failure, answer, misplaced, options, provenance, root};

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
/// What a page does not say: it names no file, and is no terminal.
const UNSAID: [Name; 8] = [BOOK, COLOR, FORMAT, GDP, OUTPUT, SKIP_BAD, WIDE, Name("file")];

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

    /// The innermost command that the words name, and those that lead to it.
    fn command(&self, words: &[&str]) -> Option<&clap::Command> {
        let is_asked = words.first().is_some_and(|first| ASKED.contains(first));
        let mut own = self.root.find_subcommand(words.first().filter(|_| is_asked)?)?;
        for word in &words[1..] {
            own = own.find_subcommand(word).unwrap_or(own);
        }
        Some(own)
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
        let Some(own) = self.command(&words) else { return Err(self.refusal(Failure::ClosedPipe)) };
        let mut line: Vec<OsString> = ["pledgebook"].iter().chain(&words).map(Into::into).collect();
        line.extend(format.map(|format| format!("--{}={format}", FORMAT.0).into()));
        line.extend(said(own, &asked.fields).map_err(|failure| self.refusal(failure))?);
        let matches = self.matches(&words, &line).map_err(|error| match misplaced(&error) {
            Some(failure) => self.refusal(failure),
            None => Refusal { message: error.render().to_string(), errors: Errors::default() },
        })?;
        let given = Given::new(&matches).about(Some(reading));
        answer(given, console).map_err(|failure| self.refusal(failure))?;
        let inner: Vec<_> = std::iter::successors(given.inside(), |(_, given)| given.inside()).collect();
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

/// The fields as a command line says them: options, then what has no name.
fn said(own: &clap::Command, fields: &[(String, String)]) -> Result<Vec<OsString>, Failure> {
    let (mut options, mut others) = (Vec::new(), Vec::new());
    let positional: Vec<&Arg> = own.get_positionals().collect();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        if UNSAID.iter().any(|unsaid| unsaid.0 == name) {
            let reason = "a page reads no file but those of its book, and says by its address how it is written";
            return Err(needless(&format!("--{name}"), reason, "leave it out, or use the command line"));
        }
        let flag = own.get_arguments().any(|arg| arg.get_long() == Some(name) && !arg.get_action().takes_values());
        match positional.iter().position(|arg| arg.get_id() == name.as_str()) {
            Some(at) => others.push((at, OsString::from(value))),
            None if flag && value == "on" => options.push(format!("--{name}").into()),
            None => options.push(format!("--{name}={value}").into()),
        }
    }
    others.sort_by_key(|(at, _)| *at);
    if !others.is_empty() {
        options.push("--".into());
    }
    options.extend(others.into_iter().map(|(_, value)| value));
    Ok(options)
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
        let own =
            own.get_arguments().filter(|arg| !arg.is_hide_set() && UNSAID.iter().all(|name| arg.get_id() != name.0));
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
        let (mut out, mut told) = (Vec::new(), io::sink());
        let mut console = Console::new(&mut out, &mut told);
        self.run(reading, asked, Some(format), &mut console)?;
        Ok(out)
    }

    fn page(&self) -> Option<String> {
        let shipped = || Files::shipped().find(|(name, _)| *name == PAGE).map(|(_, bytes)| bytes.to_vec());
        let bytes = self.folder.as_deref().map_or_else(shipped, |folder| std::fs::read(folder.join(PAGE)).ok())?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn message(&self, errors: &Errors) -> String {
        let mut out = Vec::new();
        // memory takes whatever is written to it
        let _ = write_errors(errors, Look { color: false, width: None }, &mut out);
        String::from_utf8_lossy(&out).into_owned()
    }
}

impl Clerk {
    fn refusal(&self, failure: Failure) -> Refusal {
        let errors = match failure {
            Failure::Usage(errors) | Failure::Work(errors) => errors,
            Failure::Missed | Failure::ClosedPipe => Errors::default(),
        };
        Refusal { message: self.message(&errors), errors }
    }
}

#[cfg(test)]
mod laws;
