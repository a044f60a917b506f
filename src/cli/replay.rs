//! `replay`: does a picture come out again as it is, and if not, what has moved?

mod moved; // what has moved
mod recorded; // the command that a picture records

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{ValueHint, value_parser};

use crate::book::open_file;
use crate::chart::{self, Record};
use crate::error::{Error, Kind, Result};
use crate::question::Query;
use crate::report;

use super::console::Console;
use super::feed::unreadable;
use super::given::{Given, needless};
use super::options::{self, AS_OF, COUNTRY, Name, OUTPUT};
use super::{Command, Failure, asked, output};
use recorded::Recorded;

pub(super) const COMMAND: Command = Command {
    name: "replay",
    about: "Does a picture come out again as it is, and if not, what has moved?",
    examples: "\
Examples:
  pledgebook replay share.svg -o again.svg
  pledgebook replay share.png --book my-book -o again.png
  pledgebook replay fan.svg --gdp my-scenarios.csv -o again.svg

A picture says in its file by which command it was drawn, as of which day and from which files of a book. That command is run
again, if it does nothing but draw. Where the same bytes come out they are written; else nothing is, and what has moved is listed.",
    arguments,
    without: &[
        (AS_OF, "a picture says as of which day it is drawn"),
        (COUNTRY, "a picture says which country it shows"),
    ],
    run,
};

const FILE: Name = Name("file");
/// No picture is larger, in bytes; what is must not be taken into memory to know that.
const LARGEST: u64 = 100 << 20;

fn arguments(command: clap::Command) -> clap::Command {
    let file = FILE.argument("FILE").value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath);
    command.args([
        file.help("An SVG or PNG that `chart` or `report` wrote"),
        options::feed().help("The scenario file that it was drawn from, if it was from one; `-` is standard input"),
        options::output("NEW").help("Write to this file instead of standard output"),
    ])
}

fn run(given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let (path, to) = (given.path(FILE).unwrap_or(Path::new("")), given.path(OUTPUT));
    let (name, before) = (path.display().to_string(), read(path)?);
    let (format, then) = chart::recorded(&name, &before)?;
    let recorded = Recorded::read(&name, &then, format)?;
    let ending = to.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    if let Some(ending) = ending.filter(|ending| ["svg", "png"].iter().any(|other| ending == other && ending != format))
    {
        let reason = format!("a picture comes out again as it is, and this one is {format}, not {ending}");
        return Err(needless(&OUTPUT.long(), reason, format!("name a file that ends in `.{format}`")));
    }
    if format == "png" && console.out_is_terminal && to.is_none_or(output::is_standard) {
        let kind = Kind::BinaryToTerminal { what: "a PNG picture".to_owned() };
        return Err(Failure::usage(Error::new(kind).help("name a file with `-o`")));
    }
    let after = match recorded.drawn(given) {
        Err(Failure::Work(errors)) => {
            tell(&moved::list(&then, &inputs(given, &then)?), console);
            return Err(Failure::Work(errors));
        }
        drawn => drawn?,
    };
    if after == before {
        console.write(to, |out| Ok(out.write_all(&after)?))?;
        console.note("the same bytes");
        return Ok(());
    }
    let (_, now) = chart::recorded(&name, &after)?;
    let moved = moved::list(&then, &now);
    if moved.is_empty() {
        console.note("nothing that it was drawn from has moved: the picture was changed after it was drawn");
    }
    tell(&moved, console);
    let help = format!("nothing is written; `{} -o NEW.{format}` draws what it is now", now.command);
    Err(Error::new(Kind::DrawnOtherwise { file: name }).help(help).into())
}

/// What comes out of what a picture says of itself, and what has moved since.
#[cfg(fuzzing)]
pub(super) fn again(given: Given<'_>, record: &Record, format: &'static str) -> Option<(Vec<u8>, Vec<String>)> {
    let recorded = Recorded::read("picture", record, format).ok()?;
    let moved = moved::list(record, &inputs(given, record).ok()?);
    Some((recorded.drawn(given).ok()?, moved))
}

fn tell(moved: &[String], console: &mut Console<'_>) {
    moved.iter().for_each(|moved| console.note(moved));
}

/// What there is now to draw a picture from that cannot be drawn any more, its day and its scenario file left as they were.
fn inputs(given: Given<'_>, then: &Record) -> Result<Record, Failure> {
    let book = asked::book(given)?;
    let now = report::record(&Query::new(&book, book.today()), then.command.clone());
    Ok(Record { as_of: then.as_of.clone(), scenarios: then.scenarios.clone(), ..now })
}

/// The bytes of a file that may be a picture.
fn read(path: &Path) -> Result<Vec<u8>> {
    let (name, mut bytes) = (path.display().to_string(), Vec::new());
    let file = open_file(path, &name)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&name, &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= LARGEST) {
        return Ok(bytes);
    }
    let reason = format!("it has more than {} MiB", LARGEST >> 20);
    Err(Error::new(Kind::NotAPicture { file: name, reason }).help(chart::OURS))
}
