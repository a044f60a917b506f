//! A scenario file on its way in.

use std::io::Read;

use crate::error::Result;

use super::header::Header;
use super::request::Request;
use super::scenario_set::Marking;
use super::source::Source;

/// A scenario file.
#[derive(Debug)]
pub struct Feed<'n, R> {
    /// What messages call it.
    pub name: &'n str,
    /// Its bytes.
    pub reader: R,
}

/// A scenario file whose header is sound.
pub struct Stream<'r, R> {
    pub(super) source: Source<R>,
    pub(super) header: Header<'r>,
    /// The lines of the header.
    pub(super) lines: usize,
    /// Whether a scenario that comes back is looked for.
    pub(super) checks: bool,
    pub(super) marking: Marking,
    pub(super) request: &'r Request<'r>,
}

impl<'r, R: Read> Stream<'r, R> {
    /// Reads the header of a scenario file.
    ///
    /// # Errors
    /// The file cannot be read, or the header is not that of a scenario file.
    pub fn open(feed: Feed<'_, R>, request: &'r Request<'r>) -> Result<Self> {
        let (source, header, lines) = Source::open(feed.name, feed.reader, request.countries, request.block)?;
        let marking = source.first_line().and_then(|line| header.scenario_of_line(line)).map(Marking::after);
        Ok(Self { source, header, lines, checks: true, marking: marking.unwrap_or_default(), request })
    }
}
