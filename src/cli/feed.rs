//! Scenario files on the command line: where they come from, and their rows on the way out.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::book::{digest_of, open_file};
use crate::error::{Error, Kind, Result};
use crate::question::{Query, Spread};
use crate::render::{Format, RenderError};
use crate::stream::{Feed, Report, Request, Stop, Stream, Told, summarize};
use crate::table::Table;

use super::console::Console;
use super::given::Given;
use super::{Failure, output};

/// How many values a summary notes between two passes over its file, of 8 bytes each.
const ROOM: u64 = 1 << 20;

/// The bytes of a scenario file.
pub(super) enum Bytes {
    File(File),
    Standard(io::Stdin),
}

impl Bytes {
    /// Opens a file by its path; `-` is standard input.
    ///
    /// # Errors
    /// It cannot be opened.
    pub(super) fn open(path: &Path) -> Result<Self> {
        if path == Path::new("-") {
            Ok(Self::Standard(io::stdin()))
        } else {
            open_file(path, &name(path)).map(Self::File)
        }
    }

    /// How many there are, if that is known.
    fn count(&self) -> Option<u64> {
        match self {
            Self::File(file) => file.metadata().ok().filter(std::fs::Metadata::is_file).map(|found| found.len()),
            Self::Standard(_) => None,
        }
    }
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Standard(standard) => standard.read(buffer),
        }
    }
}

/// What messages call a file.
pub(super) fn name(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
}

/// Writes a table, and below its rows those of a scenario file: as they are read where the format takes rows, which may be more than
/// memory holds, else once all are known. With whether there is a row.
pub(super) fn write_below(
    given: Given<'_>,
    console: &mut Console<'_>,
    (query, table): (&Query<'_>, &Table),
    path: &Path,
    request: &Request<'_>,
) -> Result<(bool, Report), Failure> {
    let (target, name, bytes) = (console.target(given)?, name(path), Bytes::open(path)?);
    let count = bytes.count();
    let feed = Feed { name: &name, reader: bytes };
    if let Some(format) = target.format.rows() {
        let report = console.write_long(target.path, count, |out, meter| {
            let stream = Stream::open(feed, request)?;
            Ok(stream.write_rows((query, table), format, out, &mut |progress| meter.show(progress))?)
        })?;
        return Ok((!table.rows.is_empty() || report.written > 0, report));
    }
    let (mut table, limit) = (table.clone(), room_below(&target.format, table, request.told));
    let report = console.watch(count, |meter| {
        let stream = Stream::open(feed, request)?;
        Ok(stream.read_rows(query, &mut table, limit, &mut |progress| meter.show(progress))?)
    })?;
    console.write_table(given, &table)?;
    Ok((!table.rows.is_empty(), report))
}

/// How many rows a format that takes all at once has room for below a table, and the error of more.
fn room_below(format: &Format, table: &Table, told: Told) -> (usize, Error) {
    let (most, too_many) = format.limit();
    let too_many = match told {
        Told::Amounts => too_many.help("write them with `--format csv`, or ask for `--summary`"),
        Told::Verdicts => too_many,
    };
    (most.saturating_sub(table.rows.len()), too_many)
}

/// A scenario file that can be read again and again.
pub(super) struct Kept {
    name: String,
    file: File,
}

impl Kept {
    /// Opens a file by its path; what comes through a pipe is copied to a temporary file beside the output.
    pub(super) fn open(path: &Path, output: Option<&Path>) -> Result<Self> {
        let (name, mut bytes) = (name(path), Bytes::open(path)?);
        if let Bytes::File(file) = bytes {
            if file.metadata().is_ok_and(|found| found.is_file()) {
                return Ok(Self { name, file });
            }
            bytes = Bytes::File(file);
        }
        let file = output::copied(bytes, output, |error| unreadable(&name, error))?;
        Ok(Self { name, file })
    }

    /// GDP over all its scenarios, of each country and year that a pledge is asked about.
    pub(super) fn spreads(
        &self,
        console: &mut Console<'_>,
        request: &Request<'_>,
    ) -> Result<(Vec<Spread>, Report), Failure> {
        let total = self.file.metadata().ok().map(|found| found.len());
        console.watch(total, |meter| {
            Ok(summarize(&self.name, || self.again(), request, ROOM, &mut |progress| meter.show(progress))?)
        })
    }

    /// The digest of its bytes.
    pub(super) fn digest(&self) -> Result<String> {
        digest_of(self.again()?).map_err(|error| unreadable(&self.name, &error))
    }

    /// The file from its beginning.
    fn again(&self) -> Result<File> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0)).and_then(|_| file.try_clone()).map_err(|error| unreadable(&self.name, &error))
    }
}

pub(super) fn unreadable(name: &str, error: &io::Error) -> Error {
    let kind = Kind::UnreadableFile { path: name.to_owned(), reason: error.kind().to_string() };
    Error::new(kind).help("see that the file is there and that you may read it")
}

impl From<Stop> for Failure {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Error(error) => error.into(),
            Stop::Write(error) => unreadable("standard output", &error).into(),
        }
    }
}

impl From<Stop> for RenderError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Error(error) => Self::Value(error),
            Stop::Write(error) => Self::Write(error),
        }
    }
}

/// Tells how many lines were left out, and fails for them.
pub(super) fn complain(console: &mut Console<'_>, report: Report) -> Result<(), Failure> {
    if report.bad == 0 {
        return Ok(());
    }
    let (lines, were) = if report.bad == 1 { ("line", "was") } else { ("lines", "were") };
    let shown = report.errors.iter().count() as u64;
    let first = if report.bad > shown { format!("; the first {shown} are below") } else { String::new() };
    console.note(&format!("{} {lines} of the scenario file {were} left out{first}", report.bad));
    let more = usize::try_from(report.bad.saturating_sub(shown)).unwrap_or(usize::MAX);
    Err(Failure::Work(report.errors.and_more(more)))
}
