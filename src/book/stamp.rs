//! What a folder looks like from outside, to tell whether a file in it has changed.

use std::fs::{self, Metadata};
use std::path::Path;

use super::files::{PAGE, names};
use crate::error::Errors;

/// What the files of a book look like from outside: name, length and time of the last change of each, of one that leads nowhere its
/// name. It differs once one of them was written, came or went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamp(Vec<(String, Option<u64>, String)>);

impl Stamp {
    /// That of the book in a folder, with the page for people.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let names = names(folder, "", &mut Errors::default());
        let seen = names.into_iter().chain([PAGE.to_owned()]).map(|name| {
            let known = fs::metadata(folder.join(&name)).ok();
            // compared, never told
            let changed = known.as_ref().map(|known| (known.modified().ok(), changed(known)));
            (name, known.map(|known| known.len()), format!("{changed:?}"))
        });
        Self(seen.collect())
    }
}

/// When a file was changed in whatever way, which nobody can set back: one that is copied over it may bring an old time along.
#[cfg(unix)]
fn changed(known: &Metadata) -> Option<(i64, i64)> {
    use std::os::unix::fs::MetadataExt;
    Some((known.ctime(), known.ctime_nsec()))
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<(i64, i64)> {
    None
}
