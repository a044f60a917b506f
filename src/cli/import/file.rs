//! The bytes of an official file.

use std::io::Read;
use std::path::Path;

use crate::error::{Error, Kind, Result};
use crate::import::Official;

use super::super::feed::{self, Bytes};

/// No official file is larger.
const LARGEST: u64 = 256 << 20;

/// A file that was read whole.
pub(super) struct File {
    name: String,
    bytes: Vec<u8>,
}

impl File {
    pub(super) fn borrowed(&self) -> Official<'_> {
        Official { name: &self.name, bytes: &self.bytes }
    }
}

/// Reads a file by its path; `-` is standard input.
///
/// # Errors
/// It cannot be read, or is larger than official files are.
pub(super) fn read(path: &Path) -> Result<File> {
    let (name, mut bytes) = (feed::name(path), Vec::new());
    let read = Bytes::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes);
    if read.map_err(|error| feed::unreadable(&name, &error))? as u64 > LARGEST {
        let reason = format!("it is larger than {} MiB", LARGEST >> 20);
        let kind = Kind::UnreadableFile { path: name, reason };
        return Err(Error::new(kind).help("take the file of one publication"));
    }
    Ok(File { name, bytes })
}
