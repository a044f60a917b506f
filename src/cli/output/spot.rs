//! A folder's place, the two beside it, and what may happen to them.

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Error, Kind, Result};

use super::place::{cannot_write, parent, refused, turn};
use super::unfinished;

/// Says that a folder was written by us, and may be replaced by us.
pub(super) const MARKER: &str = ".pledgebook";
/// Says that a folder is not whole yet that will be the user's own, or in which such a one grows.
pub(super) const UNFINISHED: &str = ".pledgebook-unfinished";
/// What the one in it is called until then.
const BARE: &str = "bare";
const MARKER_TEXT: &str = "pledgebook writes this folder and replaces it as a whole; keep nothing of your own in it.\n";

/// A folder's place and the two beside it.
pub(super) struct Spot<'a> {
    /// The path as the user wrote it.
    pub(super) path: &'a Path,
    pub(super) target: PathBuf,
    /// Where the new one grows.
    pub(super) new: PathBuf,
    /// Where the old one waits until the new one is in place.
    old: PathBuf,
    /// Whether the working folder is the target or inside it, so that it must not be moved.
    pub(super) is_in_use: bool,
}

impl<'a> Spot<'a> {
    /// Looks a path up, through links, and makes the folders above it.
    pub(super) fn find(path: &'a Path) -> Result<Self> {
        let failed = |error: io::Error| refused(path, &error);
        if fs::symlink_metadata(path).is_ok() && !path.exists() {
            return Err(
                cannot_write(path, "it is a link that leads nowhere").help("remove the link, or name another folder")
            );
        }
        if path.exists() && !path.is_dir() {
            return Err(cannot_write(path, "it is a file, not a folder").help("name a folder"));
        }
        let target = if path.exists() { fs::canonicalize(path).map_err(failed)? } else { path.to_owned() };
        let Some(name) = target.file_name() else {
            return Err(
                cannot_write(path, "it has no folder above it to work in").help("name a folder, such as `report`")
            );
        };
        let above = parent(&target);
        unfinished::make_folder(above).map_err(failed)?;
        let is_in_use = std::env::current_dir().and_then(fs::canonicalize).is_ok_and(|here| here.starts_with(&target));
        let (new, old) = (above.join(beside(name, "new")), above.join(beside(name, "old")));
        Ok(Self { path, new, old, is_in_use, target })
    }

    /// Waits until no other run writes into the folder above.
    pub(super) fn turn(&self) -> Option<fs::File> {
        turn(parent(&self.target))
    }

    /// Mends what a run that was cut off left behind.
    pub(super) fn tidy(&self) -> Result<()> {
        if !self.target.exists() && is_ours(&self.old) {
            fs::rename(&self.old, &self.target).map_err(|error| refused(self.path, &error))?;
        }
        self.clear_leftover(&self.old)?;
        self.clear_leftover(&self.new)
    }

    /// Removes a leftover of ours; somebody else's folder of that name stays, and stands in the way.
    fn clear_leftover(&self, leftover: &Path) -> Result<()> {
        if fs::symlink_metadata(leftover).is_err() {
            return Ok(());
        }
        let is_unfinished = is_folder(leftover) && holds(leftover, UNFINISHED);
        if !is_unfinished && !is_ours(leftover) {
            let kind = Kind::ForeignFolder { path: leftover.display().to_string() };
            return Err(Error::new(kind).help("it is needed for a moment: move it away, or name another folder"));
        }
        remove_ours(leftover).map_err(|error| refused(leftover, &error))
    }

    /// Builds the new folder, a marker first, so that a leftover is known as ours.
    pub(super) fn build(&self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        self.begin(MARKER)?;
        write_all(&self.new, files)
    }

    /// Builds a folder without a marker, inside of the one that has it.
    pub(super) fn build_bare(&self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        self.begin(UNFINISHED)?;
        write_all(&self.new.join(BARE), files)
    }

    fn begin(&self, marker: &str) -> io::Result<()> {
        fs::create_dir(&self.new)?;
        fs::write(self.new.join(marker), MARKER_TEXT)
    }

    /// Fills the folder where it stands, which holds the marker for as long as it is not whole.
    pub(super) fn fill(&self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        fs::write(self.target.join(UNFINISHED), MARKER_TEXT)?;
        write_all(&self.target, files)?;
        fs::remove_file(self.target.join(UNFINISHED))
    }

    /// Takes back what a run that was killed has filled it with, as far as it came; what is more than that makes it the user's own.
    pub(super) fn empty(&self, files: &[(String, Vec<u8>)]) {
        if holds(&self.target, UNFINISHED) && is_begun(&self.target, files) {
            remove_all(&self.target, files);
            let _ = fs::remove_file(self.target.join(UNFINISHED));
        }
    }

    /// Moves the folder without a marker in, where nothing is or an empty one.
    pub(super) fn move_in(&self) -> io::Result<()> {
        fs::rename(self.new.join(BARE), &self.target)?;
        // it is in place: if the rest resists, the next run removes it
        let _ = remove_ours(&self.new);
        Ok(())
    }

    /// Moves the old folder out and the new one in, or the old one back.
    pub(super) fn swap(&self) -> io::Result<()> {
        if !self.target.exists() {
            return fs::rename(&self.new, &self.target);
        }
        fs::rename(&self.target, &self.old)?;
        if let Err(error) = fs::rename(&self.new, &self.target) {
            fs::rename(&self.old, &self.target)?;
            return Err(error);
        }
        // the new one is in place: if the old one resists, the next run removes it
        let _ = remove_ours(&self.old);
        Ok(())
    }

    /// The error to tell, after the half-built folder is gone.
    pub(super) fn give_up(&self, error: &io::Error) -> Error {
        // the first error is the one to tell
        let _ = remove_ours(&self.new);
        refused(self.path, error)
    }
}

/// Removes a folder of ours, its marker last: a run that is cut off leaves one that is still known as ours.
fn remove_ours(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.symlink_metadata()?.is_dir() {
            fs::remove_dir_all(&path)?;
        } else if [MARKER, UNFINISHED].iter().all(|marker| path.file_name() != Some(OsStr::new(marker))) {
            fs::remove_file(&path)?;
        }
    }
    fs::remove_dir_all(folder)
}

/// `.NAME.new`
fn beside(name: &OsStr, ending: &str) -> PathBuf {
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".");
    hidden.push(ending);
    hidden.into()
}

/// A link to a folder is none.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

pub(super) fn is_ours(folder: &Path) -> bool {
    is_folder(folder) && (is_empty(folder) || holds(folder, MARKER))
}

fn holds(folder: &Path, marker: &str) -> bool {
    fs::symlink_metadata(folder.join(marker)).is_ok_and(|found| found.is_file())
}

pub(super) fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

fn write_all(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(parent(&path))?;
        fs::write(path, bytes)?;
    }
    // a name that outlives a power cut must not stand for bytes that do not; all at once waits for the disk but once
    files.iter().try_for_each(|(name, _)| OpenOptions::new().append(true).open(folder.join(name))?.sync_all())
}

/// Whether a folder holds the marker and some of these files, as far as they came, and nothing else.
fn is_begun(folder: &Path, files: &[(String, Vec<u8>)]) -> bool {
    let begun = |path: &PathBuf| {
        let own = files.iter().find(|(name, _)| folder.join(name) == *path);
        own.is_some_and(|(_, bytes)| fs::read(path).is_ok_and(|there| bytes.starts_with(&there)))
    };
    below(folder).is_ok_and(|there| there.iter().all(|path| *path == folder.join(UNFINISHED) || begun(path)))
}

/// The files in a folder and in the folders inside of it.
fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if is_folder(&path) { found.extend(below(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

/// Takes back what [`write_all`] wrote into a folder that was empty.
fn remove_all(folder: &Path, files: &[(String, Vec<u8>)]) {
    for (name, _) in files {
        let _ = fs::remove_file(folder.join(name));
    }
    for (name, _) in files {
        // a folder in which something else appeared stays
        let folders = Path::new(name).ancestors().skip(1).filter(|inner| !inner.as_os_str().is_empty());
        folders.for_each(|inner| drop(fs::remove_dir(folder.join(inner))));
    }
}
