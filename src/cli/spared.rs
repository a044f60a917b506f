//! What was read is not written over, and no answer becomes a part of the book that it is about.

use std::fs;
use std::path::{Path, PathBuf};

use crate::book::is_of_book;
use crate::error::{Error, Kind};

use super::given::Given;
use super::options::OUTPUT;
use super::{Failure, import, output};

/// That no file or folder that is to be written is one that an argument has read, whichever the command.
///
/// # Errors
/// It is, or it would be a part of a book that is read; `import` alone makes files of figures.
pub(super) fn check(command: &str, given: Given<'_>) -> Result<(), Failure> {
    let (written, read): (Vec<_>, Vec<_>) = given.paths().into_iter().partition(|(name, _)| *name == OUTPUT.0);
    let makes_figures = command == import::COMMAND.name;
    for (_, path) in written.into_iter().filter(|(_, path)| !output::is_standard(path)) {
        let Some(place) = place(path) else { continue };
        let is_read = |(_, input): &(&str, &Path)| is_part(input, &place, makes_figures);
        if read.iter().any(is_read) {
            let (reason, help) = match place.exists() {
                true => ("it was read for this", "name another file"),
                false => ("it would be a part of the book that was read", "name a file elsewhere"),
            };
            let kind = Kind::CannotWrite { path: path.display().to_string(), reason: reason.to_owned() };
            return Err(Error::new(kind).help(help).into());
        }
    }
    Ok(())
}

/// Where a path leads, whether something is there or not; none where no folder is.
fn place(path: &Path) -> Option<PathBuf> {
    let path = output::followed(path);
    fs::canonicalize(&path).ok().or_else(|| Some(fs::canonicalize(output::parent(&path)).ok()?.join(path.file_name()?)))
}

/// Whether a place is this file, or of the book in this folder; the folder itself is told by who would write it.
fn is_part(input: &Path, place: &Path, makes_figures: bool) -> bool {
    let Ok(input) = fs::canonicalize(input) else { return false };
    let is_figures = || place.parent() == Some(&*input.join("series")) && place.extension().is_some_and(|e| e == "csv");
    input == *place && place.is_file() || is_of_book(&input, place) && !(makes_figures && is_figures())
}
