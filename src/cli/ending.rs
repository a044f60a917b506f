//! In which format a file is written, by its ending.

use std::path::Path;

use crate::render::{Format, TreeFormat};

use super::Failure;
use super::given::needless;
use super::options::{FOREIGN_FORMATS, PICTURE_FORMATS};

/// Whether a file ends so, in any case.
pub(super) fn ends_in(path: &Path, ending: &str) -> Option<()> {
    path.extension().filter(|own| own.eq_ignore_ascii_case(ending)).map(|_| ())
}

/// What is done about an ending in which an answer is not written that has formats to choose from.
pub(super) const OTHER_ENDING: &str = "give the file another ending, or say `--format`; `--help` lists the formats";

/// The format that the ending of the file means, if it means one; one that no answer or only others are written in is a slip.
pub(super) fn by_ending<T>(
    path: Option<&Path>,
    of_file: fn(&Path) -> Option<T>,
    help: &str,
) -> Result<Option<T>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_of_others = Format::of_file(path).is_some()
        || TreeFormat::of_file(path).is_some()
        || PICTURE_FORMATS.iter().chain(&FOREIGN_FORMATS).any(|format| *format == ending);
    match of_file(path) {
        None if is_of_others => {
            let reason = format!("this answer is not written as `{ending}`");
            Err(needless(&format!("-o {}", path.display()), reason, help))
        }
        found => Ok(found),
    }
}
