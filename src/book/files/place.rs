//! Where a file of a book may be: in its folder, and nowhere that a link leads to.

use std::path::Path;
use std::{fs, io};

use crate::error::{Error, Kind, Place, Result};

/// No file of a book is larger: what is, is another file.
const LARGEST: u64 = 256 << 20;

/// The way out where something else stands in the place of a file.
const ITSELF: &str = "put the file itself there";

/// Whether something has this name, be it a link that leads nowhere.
pub(super) fn stands(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The bytes of a file of the book in a folder, which messages call `shown`.
pub(super) fn read_file(folder: &Path, name: &str, shown: &str) -> Result<Vec<u8>> {
    check_place(folder, name, shown)?;
    let path = folder.join(name);
    if fs::metadata(&path).is_ok_and(|found| found.len() > LARGEST) {
        let reason = format!("it is larger than {} MiB", LARGEST >> 20);
        return Err(misplaced(shown, reason, "part its records among several files"));
    }
    fs::read(path).map_err(|error| unreadable(shown, &error))
}

/// That a file of the book in a folder is one, and in the book: a pipe or a device may never come to its end.
pub(super) fn check_place(folder: &Path, name: &str, shown: &str) -> Result<()> {
    let path = folder.join(name);
    not_a_folder(&path, shown)?;
    if path.exists() && !path.is_file() {
        return Err(misplaced(shown, "it is a pipe or a device", ITSELF));
    }
    check_inside(folder, name, shown)
}

/// That no link leads out of the book: it may come from anybody, and who names its folder lets nothing else be read.
pub(super) fn check_inside(folder: &Path, name: &str, shown: &str) -> Result<()> {
    let real = |path: &Path| path.canonicalize().ok();
    match real(folder).zip(real(&folder.join(name))) {
        Some((folder, path)) if !path.starts_with(&folder) => {
            Err(misplaced(shown, "it is a link that leads out of the book", ITSELF))
        }
        Some(_) | None => Ok(()),
    }
}

pub(super) fn misplaced(shown: &str, reason: impl Into<String>, way_out: &'static str) -> Error {
    let kind = Kind::UnreadableFile { path: shown.to_owned(), reason: reason.into() };
    Error::new(kind).help(way_out).at(Place::file(shown))
}

/// A file that messages call `shown`, to be read piece by piece.
#[cfg(feature = "cli")]
pub(crate) fn open_file(path: &Path, shown: &str) -> Result<fs::File> {
    not_a_folder(path, shown)?;
    fs::File::open(path).map_err(|error| unreadable(shown, &error))
}

fn not_a_folder(path: &Path, shown: &str) -> Result<()> {
    let kind = || Kind::DirectoryAsFile { path: shown.to_owned() };
    if path.is_dir() { Err(Error::new(kind()).help("name a file inside it")) } else { Ok(()) }
}

pub(super) fn unreadable(shown: &str, error: &io::Error) -> Error {
    if error.kind() == io::ErrorKind::NotFound {
        return absent(shown);
    }
    let kind = Kind::UnreadableFile { path: shown.to_owned(), reason: error.kind().to_string() };
    Error::new(kind).help("see that the file is there and that you may read it").at(Place::file(shown))
}

pub(super) fn absent(shown: &str) -> Error {
    let kind = Kind::AbsentFile { path: shown.to_owned() };
    Error::new(kind).help("look for a slip in the name, or write the file")
}
