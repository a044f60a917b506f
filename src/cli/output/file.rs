//! Files, written beside their places and renamed.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::{Error, Kind};
use crate::render::RenderError;

use super::place::{Stop, below_a_file, cannot_write, flushed, parent, stop};
use super::unfinished;

/// More links than these lead in a circle.
const MOST_LINKS: usize = 40;

/// What is said of a place that is free, or in no folder.
const NOT_THERE: [io::ErrorKind; 2] = [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory];

/// Writes a file that appears whole or not at all; devices, pipes and what is open already are written to as they are.
pub(super) fn write_file<T>(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, RenderError>,
) -> Result<T, Stop> {
    if !takes_a_file(path)? {
        // what is open under such a name may hold earlier output, as with `>>`
        let mut file = OpenOptions::new().append(true).open(path).map_err(|error| stop(path, error.into()))?;
        return flushed(&mut file, write).map_err(|error| stop(path, error));
    }
    let (file, value) = Beside::written(path, write)?;
    unfinished::in_one_piece(|| file.take_place())?;
    Ok(value)
}

/// Writes files of which all take their places or none does: the first one when every one stands whole beside its own, and what stood
/// there comes back where a later one cannot.
///
/// # Errors
/// One of them cannot be written; then none is.
pub(crate) fn write_together(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Stop> {
    let beside = files.iter().map(|(path, bytes)| {
        if !takes_a_file(path)? {
            return Err(cannot_write(path, "it is a device or a pipe").help("name another file").into());
        }
        let before = match fs::read(path) {
            Ok(before) => Some(Beside::holding(path, &before)?),
            Err(error) if NOT_THERE.contains(&error.kind()) => None,
            Err(error) => return Err(stop(path, error.into())),
        };
        Ok((Beside::holding(path, bytes)?, before))
    });
    let beside = beside.collect::<Result<Vec<_>, Stop>>()?;
    unfinished::in_one_piece(|| take_places(beside))
}

/// Gives files their places, each with a copy of what is there.
fn take_places(files: Vec<(Beside<'_>, Option<Beside<'_>>)>) -> Result<(), Stop> {
    let mut taken: Vec<(PathBuf, _)> = Vec::new();
    for (file, before) in files {
        let target = file.target.clone();
        if let Err(stop) = file.take_place() {
            taken.into_iter().rev().for_each(|(target, before)| put_back(&target, before));
            return Err(stop);
        }
        taken.push((target, before));
    }
    Ok(())
}

/// Makes a place what it was before; that something is in the way was told already.
fn put_back(target: &Path, before: Option<Beside<'_>>) {
    match before {
        Some(before) => drop(before.take_place()),
        None => drop(fs::remove_file(target)),
    }
}

/// Whether a path is for a file: there is one, or room for one. Devices, pipes and what is open already are none.
fn takes_a_file(path: &Path) -> Result<bool, Stop> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            let kind = Kind::DirectoryAsFile { path: path.display().to_string() };
            Err(Error::new(kind).help("name a file in it").into())
        }
        Ok(found) if !found.is_file() || is_open_already(path) => Ok(false),
        Ok(found) if found.permissions().readonly() => {
            Err(cannot_write(path, "it is read-only").help("name another file, or make it writable").into())
        }
        Err(error) if !NOT_THERE.contains(&error.kind()) => Err(stop(path, error.into())),
        Ok(_) | Err(_) => Ok(true),
    }
}

/// A file that stands whole beside its place, under a temporary name; it removes itself unless it takes that.
struct Beside<'p> {
    /// The path as the user wrote it.
    path: &'p Path,
    target: PathBuf,
    file: NamedTempFile,
}

impl<'p> Beside<'p> {
    fn written<T>(
        path: &'p Path,
        write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, RenderError>,
    ) -> Result<(Self, T), Stop> {
        let target = followed(path);
        let failed = |error: io::Error| stop(path, error.into());
        let folder = parent(&target);
        if !folder.is_dir() {
            let reason = format!("there is no folder `{}`", folder.display());
            let absent = || cannot_write(path, &reason).help("make the folder first, or name another");
            return Err(below_a_file(path).unwrap_or_else(absent).into());
        }
        let mut file = unfinished::file_in(folder).map_err(failed)?;
        if let Ok(found) = fs::metadata(&target) {
            file.as_file().set_permissions(found.permissions()).map_err(failed)?;
        }
        let value = flushed(file.as_file_mut(), write).map_err(|error| stop(path, error))?;
        // a name that outlives a power cut must not stand for bytes that do not
        file.as_file().sync_all().map_err(failed)?;
        Ok((Self { path, target, file }, value))
    }

    fn holding(path: &'p Path, bytes: &[u8]) -> Result<Self, Stop> {
        Self::written(path, |out| Ok(out.write_all(bytes)?)).map(|(file, ())| file)
    }

    fn take_place(self) -> Result<(), Stop> {
        self.file.persist(&self.target).map(drop).map_err(|error| stop(self.path, error.error.into()))
    }
}

/// Whether a path names what the process has open, which may be a regular file; one in `/dev/shm` is like any other.
fn is_open_already(path: &Path) -> bool {
    ["/dev/fd", "/dev/stderr", "/proc"].iter().any(|open| path.starts_with(open))
}

/// The file that a chain of links leads to, whether it exists or not.
pub(crate) fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(link) = fs::read_link(&path) else { break };
        path = parent(&path).join(link);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::super::write_to;
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn write(path: &Path, text: &str) -> Result<(), Stop> {
        write_to(Some(path), &mut io::sink(), |out| Ok(out.write_all(text.as_bytes())?))
    }

    fn told(stop: Stop) -> String {
        match stop {
            Stop::ClosedPipe => "closed pipe".to_owned(),
            Stop::Error(error) => error.kind().to_string(),
        }
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write(&path, "old").unwrap();
        let half = write_to(Some(&path), &mut io::sink(), |out| {
            out.write_all(b"half")?;
            Err::<(), _>(Error::new(Kind::EmptyFile {}).into())
        });
        assert_eq!(told(half.unwrap_err()), "the file is empty");
        assert_eq!(
            (fs::read_to_string(&path).unwrap().as_str(), names(folder.path())),
            ("old", vec!["a.csv".to_owned()])
        );
        write(&path, "new").unwrap();
        assert_eq!(
            (fs::read_to_string(&path).unwrap().as_str(), names(folder.path())),
            ("new", vec!["a.csv".to_owned()])
        );
    }

    #[test]
    fn files_take_their_places_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new, taken) = (folder.path().join("old"), folder.path().join("new"), folder.path().join("taken"));
        fs::write(&old, "before").unwrap();
        write_together(&[&old, &new].map(|path| (path.clone(), b"after".to_vec()))).unwrap();
        assert_eq!([&old, &new].map(|path| fs::read_to_string(path).unwrap()), ["after", "after"]);
        fs::remove_file(&new).unwrap();
        fs::create_dir(&taken).unwrap();
        let lost = |path| Beside::holding(path, b"lost").unwrap();
        let before = Beside::holding(&old, b"after").unwrap();
        let stopped = take_places(vec![(lost(&old), Some(before)), (lost(&new), None), (lost(&taken), None)]);
        assert!(told(stopped.unwrap_err()).starts_with("cannot write `"));
        assert_eq!(
            (fs::read_to_string(&old).unwrap(), names(folder.path())),
            ("after".to_owned(), vec!["old".to_owned(), "taken".to_owned()])
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_file_has_the_mode_of_any_new_one_or_of_the_one_it_replaces() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (ours, other) = (folder.path().join("a"), folder.path().join("b"));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        fs::write(&other, "").unwrap();
        write(&ours, "1").unwrap();
        assert_eq!(mode(&ours), mode(&other));
        fs::set_permissions(&ours, fs::Permissions::from_mode(0o640)).unwrap();
        write(&ours, "2").unwrap();
        assert_eq!(mode(&ours), 0o640);
        fs::set_permissions(&ours, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(told(write(&ours, "3").unwrap_err()).ends_with("it is read-only"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (link, target) = (folder.path().join("link"), folder.path().join("target"));
        std::os::unix::fs::symlink("target", &link).unwrap();
        for text in ["first", "second"] {
            write(&link, text).unwrap();
            assert_eq!(fs::read_to_string(&target).unwrap(), text);
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        }
        let circle = folder.path().join("circle");
        std::os::unix::fs::symlink("circle", &circle).unwrap();
        assert!(told(write(&circle, "lost").unwrap_err()).starts_with("cannot write `"));
        assert!(fs::symlink_metadata(&circle).unwrap().is_symlink());
        write(Path::new("/dev/null"), "gone").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn a_folder_or_nowhere_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(told(write(folder.path(), "").unwrap_err()).ends_with("is a folder, not a file"));
        let nowhere = folder.path().join("no/where.csv");
        assert!(told(write(&nowhere, "").unwrap_err()).contains("there is no folder `"));
        assert!(names(folder.path()).is_empty());
    }
}
