//! The bytes of an official file.

use std::io::{self, Read};
use std::path::Path;

use crate::book::open_file;
use crate::error::{Error, Kind, Result};
use crate::import::Official;

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
    if path == Path::new("-") {
        return whole("standard input", io::stdin());
    }
    let name = path.display().to_string();
    whole(&name, open_file(path, &name)?)
}

fn whole(name: &str, reader: impl Read) -> Result<File> {
    let (name, mut bytes) = (name.to_owned(), Vec::new());
    let unreadable = |reason: String| Error::new(Kind::UnreadableFile { path: name.clone(), reason });
    let read = reader.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| {
        unreadable(error.kind().to_string()).help("see that the file is there and that you may read it")
    })?;
    if read as u64 > LARGEST {
        let reason = format!("it is larger than {} MiB", LARGEST >> 20);
        return Err(unreadable(reason).help("take the file of one publication"));
    }
    Ok(File { name, bytes })
}
