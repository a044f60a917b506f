//! A folder that is written whole, beside its place, and then moved there.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Error, Kind, Result};

use super::{cannot_write, parent, refused};

/// Says that a folder was written by us, and may be replaced by us.
const MARKER: &str = ".pledgebook";
const MARKER_TEXT: &str = "pledgebook writes this folder and replaces it as a whole; keep nothing of your own in it.\n";

/// Replaces a folder by one that holds these files and the marker. It must be absent, empty or carry the marker.
///
/// # Errors
/// It is somebody's own, or cannot be written; what stood there is left as it was.
pub(crate) fn replace_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let spot = Spot::find(path)?;
    let _turn = spot.turn();
    spot.tidy()?;
    if spot.target.exists() && !is_ours(&spot.target) {
        let kind = Kind::ForeignFolder { path: path.display().to_string() };
        return Err(Error::new(kind).help("name a folder that does not exist yet, or an empty one"));
    }
    if spot.is_in_use {
        return Err(
            cannot_write(path, "the working folder cannot be replaced").help("name another folder, such as `report`")
        );
    }
    spot.build(files).and_then(|()| spot.swap()).map_err(|error| spot.give_up(&error))
}

/// Writes these files into a folder that is absent or empty, without a marker: from then on it is the user's.
///
/// # Errors
/// It is not empty, or cannot be written; then nothing is left behind.
pub(crate) fn fill_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let spot = Spot::find(path)?;
    let _turn = spot.turn();
    if spot.target.exists() && !is_empty(&spot.target) {
        return Err(cannot_write(path, "the folder is not empty")
            .help("name a folder that does not exist yet, or an empty one"));
    }
    if spot.is_in_use {
        return write_all(&spot.target, files).map_err(|error| {
            remove_all(&spot.target, files);
            refused(path, &error)
        });
    }
    spot.clear_leftover(&spot.new)?;
    let built = spot.build(files).and_then(|()| fs::remove_file(spot.new.join(MARKER)));
    built.and_then(|()| spot.swap()).map_err(|error| spot.give_up(&error))
}

/// A folder's place and the two beside it.
struct Spot<'a> {
    /// The path as the user wrote it.
    path: &'a Path,
    target: PathBuf,
    /// Where the new one grows.
    new: PathBuf,
    /// Where the old one waits until the new one is in place.
    old: PathBuf,
    /// Whether the working folder is the target or inside it, so that it must not be moved.
    is_in_use: bool,
}

impl<'a> Spot<'a> {
    /// Looks a path up, through links, and makes the folders above it.
    fn find(path: &'a Path) -> Result<Self> {
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
        fs::create_dir_all(above).map_err(failed)?;
        let is_in_use = std::env::current_dir().and_then(fs::canonicalize).is_ok_and(|here| here.starts_with(&target));
        let (new, old) = (above.join(beside(name, "new")), above.join(beside(name, "old")));
        Ok(Self { path, new, old, is_in_use, target })
    }

    /// Waits until no other run writes into the folder above; it is this one's turn as long as the file is open.
    ///
    /// Where the system has no such lock, runs at the same time are on their own.
    fn turn(&self) -> Option<fs::File> {
        let above = fs::File::open(parent(&self.target)).ok()?;
        #[cfg(unix)]
        let _ = rustix::fs::flock(&above, rustix::fs::FlockOperation::LockExclusive);
        Some(above)
    }

    /// Mends what a run that was cut off left behind.
    fn tidy(&self) -> Result<()> {
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
        if !is_ours(leftover) {
            let kind = Kind::ForeignFolder { path: leftover.display().to_string() };
            return Err(Error::new(kind).help("it is needed for a moment: move it away, or name another folder"));
        }
        remove_ours(leftover).map_err(|error| refused(leftover, &error))
    }

    /// Builds the new folder, its marker first, so that a leftover is known as ours.
    fn build(&self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        fs::create_dir(&self.new)?;
        fs::write(self.new.join(MARKER), MARKER_TEXT)?;
        write_all(&self.new, files)
    }

    /// Moves the old folder out and the new one in, or the old one back.
    fn swap(&self) -> io::Result<()> {
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
    fn give_up(&self, error: &io::Error) -> Error {
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
        } else if path.file_name() != Some(OsStr::new(MARKER)) {
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

fn is_ours(folder: &Path) -> bool {
    let is_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
    is_folder(folder)
        && (is_empty(folder) || fs::symlink_metadata(folder.join(MARKER)).is_ok_and(|found| found.is_file()))
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

fn write_all(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(parent(&path))?;
        fs::write(path, bytes)?;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Vec<(String, Vec<u8>)> {
        ["README.md", "charts/share.svg"].map(|name| (name.to_owned(), text.as_bytes().to_vec())).to_vec()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn readme(folder: &Path) -> String {
        fs::read_to_string(folder.join("README.md")).unwrap()
    }

    #[test]
    fn a_folder_of_ours_is_replaced_whole() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("a/b/report/");
        replace_folder(&path, &files("one")).unwrap();
        fs::write(path.join("stale.csv"), "").unwrap();
        replace_folder(&path, &files("two")).unwrap();
        assert_eq!(names(&path), [".pledgebook", "README.md", "charts"]);
        assert_eq!((readme(&path).as_str(), names(&above.path().join("a/b"))), ("two", vec!["report".to_owned()]));
    }

    #[test]
    fn what_is_somebody_s_own_is_left_as_it_was() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("report");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("README.md"), "mine").unwrap();
        let refused = replace_folder(&path, &files("ours")).unwrap_err();
        assert!(matches!(refused.kind(), Kind::ForeignFolder { .. }));
        assert_eq!((names(&path), readme(&path).as_str()), (vec!["README.md".to_owned()], "mine"));
        let file = replace_folder(&path.join("README.md"), &files("ours")).unwrap_err();
        assert!(file.to_string().contains("it is a file, not a folder"), "{file}");
        assert_eq!(names(above.path()), ["report"]);
    }

    #[test]
    fn a_run_that_was_cut_off_is_mended() {
        let above = tempfile::tempdir().unwrap();
        let (path, old, new) =
            (above.path().join("report"), above.path().join(".report.old"), above.path().join(".report.new"));
        replace_folder(&path, &files("one")).unwrap();
        fs::rename(&path, &old).unwrap();
        fs::create_dir(&new).unwrap();
        fs::write(new.join(MARKER), "").unwrap();
        let blocked = vec![("README.md/impossible".to_owned(), Vec::new())];
        let blocked: Vec<_> = files("two").into_iter().chain(blocked).collect();
        replace_folder(&path, &blocked).unwrap_err();
        assert_eq!((readme(&path).as_str(), names(above.path())), ("one", vec!["report".to_owned()]));
        replace_folder(&path, &files("two")).unwrap();
        assert_eq!((readme(&path).as_str(), names(above.path())), ("two", vec!["report".to_owned()]));
    }

    #[test]
    fn somebody_s_folder_beside_stands_in_the_way() {
        let above = tempfile::tempdir().unwrap();
        let new = above.path().join(".report.new");
        fs::create_dir(&new).unwrap();
        fs::write(new.join("mine"), "").unwrap();
        replace_folder(&above.path().join("report"), &files("ours")).unwrap_err();
        assert_eq!((names(above.path()), names(&new)), (vec![".report.new".to_owned()], vec!["mine".to_owned()]));
    }

    #[test]
    fn the_root_and_the_working_folder_are_refused() {
        assert!(replace_folder(Path::new("/"), &files("ours")).is_err());
        assert!(replace_folder(Path::new("."), &files("ours")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_stays_a_link() {
        let above = tempfile::tempdir().unwrap();
        let (link, folder) = (above.path().join("link"), above.path().join("folder"));
        fs::create_dir(&folder).unwrap();
        std::os::unix::fs::symlink("folder", &link).unwrap();
        replace_folder(&link, &files("one")).unwrap();
        assert_eq!(
            (readme(&folder).as_str(), names(above.path())),
            ("one", vec!["folder".to_owned(), "link".to_owned()])
        );
        std::os::unix::fs::symlink("nowhere", above.path().join("dangling")).unwrap();
        replace_folder(&above.path().join("dangling"), &files("one")).unwrap_err();
    }

    #[test]
    fn a_new_folder_is_the_user_s_and_never_replaced() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("book");
        fs::create_dir(&path).unwrap();
        fill_folder(&path, &files("one")).unwrap();
        assert_eq!(
            (names(&path), names(above.path())),
            (vec!["README.md".to_owned(), "charts".to_owned()], vec!["book".to_owned()])
        );
        assert!(fill_folder(&path, &files("two")).unwrap_err().to_string().contains("the folder is not empty"));
        assert!(replace_folder(&path, &files("two")).is_err());
        assert_eq!(readme(&path), "one");
    }
}
