//! What a command line gives for the arguments of its command.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use crate::book::Reading;
use crate::error::{Error, Errors, Kind, Result, SourceText};
use crate::pledge::{Pledge, Qualifier, Quantity};

use super::Failure;
use super::options::{self, COLOR, Name};

/// The values of the arguments that a command has; to ask for another is a mistake of ours, which every test would meet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'m> {
    matches: &'m ArgMatches,
    /// Of which command they are; empty of the program itself.
    pub(super) name: &'m str,
    /// The book that is asked, where it has been read before.
    held: Option<&'m Reading>,
}

impl<'m> Given<'m> {
    /// What the arguments are, of a command that reads the book that they name.
    pub(super) fn new(matches: &'m ArgMatches) -> Self {
        Self { matches, name: "", held: None }
    }

    /// The same about a book that has been read before.
    #[cfg(feature = "serve")]
    pub(super) fn about(self, held: Option<&'m Reading>) -> Self {
        Self { held, ..self }
    }

    /// The book, where it has been read before.
    pub(super) fn held(self) -> Option<&'m Reading> {
        self.held
    }

    /// The command inside of this one, and what it is given.
    pub(super) fn inside(self) -> Option<(&'m str, Self)> {
        self.matches.subcommand().map(|(name, matches)| (name, Self { matches, name, ..self }))
    }

    /// The value of an argument, if it was given or has a default.
    pub(super) fn one<T: Clone + Send + Sync + 'static>(self, name: Name) -> Option<&'m T> {
        let found = self.matches.try_get_one(name.0);
        debug_assert!(found.is_ok(), "the command has no `{}` of that type", name.0);
        found.ok().flatten()
    }

    /// The value of an argument that other commands of a kind have, if this one has it.
    pub(super) fn if_offered<T: Clone + Send + Sync + 'static>(self, name: Name) -> Option<&'m T> {
        self.matches.try_get_one(name.0).ok().flatten()
    }

    /// The text of an argument, if it was given.
    pub(super) fn text(self, name: Name) -> Option<&'m str> {
        self.one::<String>(name).map(String::as_str)
    }

    /// The path that an argument names.
    pub(super) fn path(self, name: Name) -> Option<&'m Path> {
        self.one::<PathBuf>(name).map(PathBuf::as_path)
    }

    /// The path that an argument names; an empty one, as that of an empty variable of the environment, is none.
    pub(super) fn folder(self, name: Name) -> Option<&'m Path> {
        self.one::<OsString>(name).filter(|path| !path.is_empty()).map(Path::new)
    }

    /// The paths that arguments name, also those of a command inside of this one, each with the name of its argument.
    pub(super) fn paths(self) -> Vec<(&'m str, &'m Path)> {
        let own = self.matches.ids().map(clap::Id::as_str).flat_map(|id| {
            let files = self.matches.try_get_many::<PathBuf>(id).ok().flatten().into_iter().flatten();
            let folders = self.matches.try_get_many::<OsString>(id).ok().flatten().into_iter().flatten();
            let paths = files.map(PathBuf::as_path).chain(folders.map(Path::new));
            paths.filter(|path| !path.as_os_str().is_empty()).map(move |path| (id, path))
        });
        own.chain(self.inside().into_iter().flat_map(|(_, inside)| inside.paths())).collect()
    }

    /// Whether a flag is set.
    pub(super) fn is_set(self, name: Name) -> bool {
        self.one(name).copied().unwrap_or_default()
    }

    /// Whether the command line itself gives an argument: neither a default nor the environment does.
    pub(super) fn is_said(self, id: &str) -> bool {
        self.matches.try_contains_id(id).is_ok() && self.matches.value_source(id) == Some(ValueSource::CommandLine)
    }

    /// The texts of an option that may be given several times.
    pub(super) fn texts(self, name: Name) -> impl Iterator<Item = &'m String> + Clone {
        let found = self.matches.try_get_many(name.0);
        debug_assert!(found.is_ok(), "the command has no `{}` of that type", name.0);
        found.ok().flatten().into_iter().flatten()
    }

    /// The value of an option; what is wrong with it is wrong usage.
    pub(super) fn parsed<T>(self, name: Name, parse: impl Fn(&str) -> Result<T>) -> Result<Option<T>, Failure> {
        self.text(name).map(|given| parse(given).map_err(|error| misused(name, given, error))).transpose()
    }

    /// What the names that were given are of, each once; those that nothing has are wrong usage, all at once.
    pub(super) fn named<T: PartialEq>(self, name: Name, find: impl Fn(&str) -> Result<T>) -> Result<Vec<T>, Failure> {
        let (mut found, mut errors) = (Vec::new(), Errors::default());
        for given in self.texts(name) {
            found.extend(errors.keep(find(given)).filter(|one| !found.contains(one)));
        }
        if errors.is_empty() { Ok(found) } else { Err(Failure::Usage(errors)) }
    }

    /// That no option is given that says something of an answer, where there is none but a list of names.
    pub(super) fn only(self, arguments: fn(Command) -> Command, reason: &str) -> Result<(), Failure> {
        let all = arguments(options::global(Command::new("")));
        let mut said = all.get_arguments().filter(|option| self.is_said(option.get_id().as_str()));
        match said.find_map(|option| option.get_long().filter(|long| *long != COLOR.0)) {
            Some(long) => Err(needless(&format!("--{long}"), reason, "leave it out")),
            None => Ok(()),
        }
    }

    /// That none of the options is given that do nothing here, each with the reason.
    pub(super) fn without(self, options: &[(Name, &str)]) -> Result<(), Failure> {
        let said = options.iter().find(|(option, _)| self.is_said(option.0));
        said.map_or(Ok(()), |(option, reason)| Err(needless(&option.long(), *reason, "leave it out")))
    }

    /// The values of an argument as they stand on the command line; none where the command does not have it.
    pub(super) fn raw(self, name: Name) -> Vec<&'m OsStr> {
        self.matches.try_get_raw(name.0).ok().flatten().into_iter().flatten().collect()
    }

    /// The values that were given to an option, if they are others than its own; small letters where any case is taken.
    pub(super) fn changed(self, option: &Arg) -> Vec<String> {
        let id = option.get_id().as_str();
        if !self.is_said(id) {
            return Vec::new();
        }
        let in_any_case = option.is_ignore_case_set();
        let texts = |values: Vec<&OsStr>| -> Vec<String> {
            let values = values.into_iter().map(OsStr::to_string_lossy);
            values.map(|value| if in_any_case { value.to_lowercase() } else { value.into_owned() }).collect()
        };
        let values = texts(self.matches.get_raw(id).into_iter().flatten().collect());
        let own = texts(option.get_default_values().iter().map(AsRef::as_ref).collect());
        if values == own { Vec::new() } else { values }
    }
}

/// The refusal of an option that does nothing here, with the reason and the way out.
pub(super) fn needless(option: &str, reason: impl Into<String>, help: impl Into<String>) -> Failure {
    let kind = Kind::NeedlessOption { option: option.to_owned(), reason: reason.into() };
    Failure::usage(Error::new(kind).help(help))
}

/// The refusal of words or an option without another one, with the way out.
pub(super) fn missing(what: &str, option: Name, help: &str) -> Failure {
    let kind = Kind::MissingOption { what: what.to_owned(), option: option.long() };
    Failure::usage(Error::new(kind).help(help))
}

/// What stands in the place of one figure of its kind, which is shown by an example.
pub(super) fn no_figure(option: Name, text: &str, pledge: Pledge, [expected, example]: [&str; 2]) -> Error {
    let (key, found) = (option.long(), format!("`{text}`"));
    let is_one = matches!(pledge.quantity, Quantity::Amount(_) | Quantity::Share { .. });
    let help = match is_one && pledge.qualifier == Qualifier::Exactly {
        true => format!("write {expected}, as `{example}`"),
        false => "write the figure alone, without `about`, `at least` or a range".to_owned(),
    };
    Error::new(Kind::WrongType { key, found, expected: expected.to_owned() }).help(help)
}

/// An error in the value of an option, with its place there.
pub(super) fn misused(name: Name, given: &str, error: Error) -> Failure {
    let source = source(name, given);
    Failure::usage(error.within(&source, 0..given.len()))
}

/// The value of an option, as messages show where something in it stands.
pub(super) fn source(name: Name, given: &str) -> SourceText {
    SourceText::new(&format!("--{}", name.0), given)
}
