//! The command that a picture records: taken apart, and run where it does nothing but draw.
//!
//! The file may come from anybody. So nothing is run but `chart`, which is told no place: what is read is the book and the scenario
//! file that the person at the keyboard names, and what is drawn goes to memory.

use std::ffi::{OsStr, OsString};
use std::io;

use crate::chart::{OURS, Record};
use crate::error::{Error, Kind, Result};
use crate::report::PROGRAM;

use super::super::console::Console;
use super::super::given::{Given, missing, needless};
use super::super::options::{BOOK, COLOR, FORMAT, GDP, Name, OUTPUT};
use super::super::{Failure, chart, provenance, root};

/// What a recorded command never has: it says where something is, not what is drawn.
const PLACES: [Name; 3] = [BOOK, COLOR, OUTPUT];

/// A command that draws one picture, and what it draws it from.
#[derive(Debug)]
pub(super) struct Recorded {
    file: String,
    words: Vec<OsString>,
    /// Where among the words it says that it reads a scenario file.
    feed: Option<usize>,
}

impl Recorded {
    /// The command that a picture of a format records.
    ///
    /// # Errors
    /// It is none that `chart` would record.
    pub(super) fn read(file: &str, record: &Record, format: &'static str) -> Result<Self> {
        let refused = || {
            let reason = format!("its command is none by which one is drawn: `{}`", record.command);
            let other = format!("it says that {} drew it, this is {PROGRAM}", record.program);
            let help = if record.program == PROGRAM { OURS.to_owned() } else { other };
            Error::new(Kind::NotAPicture { file: file.to_owned(), reason }).help(help)
        };
        let mut words = provenance::words(&record.command).ok_or_else(refused)?;
        if !words.iter().any(|word| *word == FORMAT.long()) {
            words.extend([FORMAT.long(), format.to_owned()]);
        }
        if !draws(&words, format) {
            return Err(refused());
        }
        let feed = words.iter().position(|word| *word == GDP.long());
        Ok(Self { file: file.to_owned(), words: words.into_iter().map(Into::into).collect(), feed })
    }

    /// The picture as it comes out now.
    ///
    /// # Errors
    /// It is drawn from a scenario file and none is named, or the other way round; it cannot be drawn any more.
    pub(super) fn drawn(self, given: Given<'_>) -> Result<Vec<u8>, Failure> {
        let mut words = self.words;
        match (self.feed.and_then(|at| words.get_mut(at + 1)), given.path(GDP)) {
            (Some(standard), Some(path)) => *standard = path.into(),
            (Some(_), None) => return Err(missing(&self.file, GDP, "name the scenario file that it was drawn from")),
            (None, Some(_)) => {
                return Err(needless(&GDP.long(), "the picture was drawn from a book alone", "leave it out"));
            }
            (None, None) => {}
        }
        // before all that is recorded, which has no say in it
        if let Some(book) = given.folder(BOOK) {
            words.splice(1..1, [BOOK.long().into(), book.into()]);
        }
        let mut picture = Vec::new();
        match told(&words)
            .map(|told| (chart::COMMAND.run)(Given::new(&told), &mut Console::new(&mut picture, &mut io::sink())))
        {
            Some(Err(Failure::Usage(errors) | Failure::Work(errors))) if picture.is_empty() => {
                Err(Failure::Work(errors))
            }
            Some(_) | None => Ok(picture),
        }
    }
}

/// What a command line tells `chart`.
fn told<W: AsRef<OsStr>>(words: &[W]) -> Option<clap::ArgMatches> {
    let mut matches = root().try_get_matches_from(words.iter().map(AsRef::as_ref)).ok()?;
    matches.remove_subcommand().filter(|(name, _)| *name == chart::COMMAND.name).map(|(_, told)| told)
}

/// Whether a command draws one picture of a format and says of no file where it is.
fn draws(words: &[String], format: &str) -> bool {
    let Some(told) = told(words) else { return false };
    let given = Given::new(&told);
    let given = given.inside().map_or(given, |(_, inner)| inner);
    let is = |name: Name, only: &str| !given.is_said(name.0) || given.raw(name) == [only];
    chart::draws_one(given) && !PLACES.iter().any(|place| given.is_said(place.0)) && is(FORMAT, format) && is(GDP, "-")
}
