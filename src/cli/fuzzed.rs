//! Doors for `fuzz/`, which no other build has: what the program does with addresses and pictures that anybody may have written.

use std::ffi::OsString;

use crate::book::Reading;
use crate::chart::{Record, recorded};
use crate::report::PROGRAM;
use crate::serve;

use super::desk::Clerk;
use super::given::Given;
use super::{replay, root};

/// The explorer without a socket.
pub struct Explorer {
    clerk: Clerk,
    reading: Reading,
}

impl Explorer {
    /// The explorer of a book that has been read.
    #[must_use]
    pub fn of(reading: Reading) -> Self {
        Self { clerk: Clerk::of(None), reading }
    }

    /// Status and text of what is sent for an address; nothing where it is none.
    #[must_use]
    pub fn page(&self, address: &str) -> Option<(u16, String)> {
        serve::page(&self.clerk, &self.reading, address)
    }
}

/// Draws the picture again that a file says it is, if it says so.
#[must_use]
pub fn redraw(picture: &[u8]) -> Option<Vec<u8>> {
    let (format, record) = recorded("picture", picture).ok()?;
    drawn(&record, format)
}

/// Draws the picture that a command records, if it is one.
#[must_use]
pub fn draw(command: &str) -> Option<Vec<u8>> {
    let record = Record { program: PROGRAM.to_owned(), command: command.to_owned(), ..Record::default() };
    drawn(&record, "svg")
}

fn drawn(record: &Record, format: &'static str) -> Option<Vec<u8>> {
    let line = ["pledgebook", replay::COMMAND.name, "picture"].map(OsString::from);
    let matches = root().try_get_matches_from(line).ok()?;
    let (_, given) = Given::new(&matches).inside()?;
    replay::again(given, record, format).map(|(picture, _)| picture)
}
