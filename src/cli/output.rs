//! Where data goes: standard output, a file written beside its place and renamed, or a folder written whole.

mod folder;

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Kind};
use crate::render::RenderError;

pub(crate) use folder::{fill_folder, replace_folder};

/// Names of standard output on a command line.
const STANDARD: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
/// More links than these lead in a circle.
const MOST_LINKS: usize = 40;

/// Why writing stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Nobody reads on, as with `| head`: no error, nothing more to do.
    ClosedPipe,
    /// Something to tell the user.
    Error(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Lets `write` write to the file, or to `standard` where there is no path or it means standard output.
///
/// A file appears whole or not at all; what stood there before stays on any error. Devices, pipes and what is open already are
/// written to as they are.
///
/// # Errors
/// That of `write`, or the place cannot be written.
pub(crate) fn write_to<T>(
    path: Option<&Path>,
    standard: &mut (dyn Write + Send),
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, RenderError>,
) -> Result<T, Stop> {
    match path.filter(|path| !is_standard(path)) {
        None => flushed(standard, write).map_err(|error| stop(Path::new("standard output"), error)),
        Some(path) => write_file(path, write),
    }
}

/// A file without a name that goes when it is closed: beside the output, where there is room for data of its kind.
///
/// # Errors
/// It cannot be made.
pub(crate) fn temporary(output: Option<&Path>) -> Result<fs::File, Error> {
    let folder =
        output.filter(|path| !is_standard(path)).map_or_else(std::env::temp_dir, |path| parent(path).to_owned());
    tempfile::tempfile_in(&folder).map_err(|error| refused(&folder, &error))
}

/// A place for a folder, which standard output is not.
///
/// # Errors
/// It means standard output.
pub(crate) fn folder(path: &Path) -> Result<&Path, Error> {
    if is_standard(path) {
        return Err(cannot_write(path, "standard output takes one file, not a folder of them").help("name a folder"));
    }
    Ok(path)
}

/// Whether a path means standard output.
pub(crate) fn is_standard(path: &Path) -> bool {
    STANDARD.iter().any(|name| path == Path::new(name))
}

/// Whether a path names what the process has open, which may be a regular file; one in `/dev/shm` is like any other.
fn is_open_already(path: &Path) -> bool {
    ["/dev/fd", "/dev/stderr", "/proc"].iter().any(|open| path.starts_with(open))
}

fn write_file<T>(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, RenderError>,
) -> Result<T, Stop> {
    let target = followed(path);
    let failed = |error| stop(path, error);
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            let kind = Kind::DirectoryAsFile { path: path.display().to_string() };
            return Err(Error::new(kind).help("name a file in it").into());
        }
        Ok(found) if !found.is_file() || is_open_already(path) => {
            // what is open under such a name may hold earlier output, as with `>>`
            let mut file = OpenOptions::new().append(true).open(path).map_err(|error| failed(error.into()))?;
            return flushed(&mut file, write).map_err(failed);
        }
        Ok(found) if found.permissions().readonly() => {
            return Err(cannot_write(path, "it is read-only").help("name another file, or make it writable").into());
        }
        Ok(_) | Err(_) => {}
    }
    write_beside(path, &target, write)
}

/// Writes a file under a temporary name and gives it its own when it is whole. On the way out, the temporary one removes itself.
fn write_beside<T>(
    path: &Path,
    target: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, RenderError>,
) -> Result<T, Stop> {
    let failed = |error: io::Error| stop(path, error.into());
    let folder = parent(target);
    if !folder.is_dir() {
        let reason = format!("there is no folder `{}`", folder.display());
        return Err(cannot_write(path, &reason).help("make the folder first, or name another").into());
    }
    let mut file = as_any_new_file().tempfile_in(folder).map_err(failed)?;
    if let Ok(found) = fs::metadata(target) {
        file.as_file().set_permissions(found.permissions()).map_err(failed)?;
    }
    let value = flushed(file.as_file_mut(), write).map_err(|error| stop(path, error))?;
    file.persist(target).map_err(|error| failed(error.error))?;
    Ok(value)
}

/// A temporary file with the mode that any new file has; the default is for secrets.
fn as_any_new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

fn flushed<T>(
    out: &mut (dyn Write + Send),
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, RenderError>,
) -> Result<T, RenderError> {
    let mut out = BufWriter::new(out);
    let value = write(&mut out);
    // what was written before an error belongs to the user as well
    let flushed = out.flush();
    let value = value?;
    flushed?;
    Ok(value)
}

/// The file that a chain of links leads to, whether it exists or not.
fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(link) = fs::read_link(&path) else { break };
        path = parent(&path).join(link);
    }
    path
}

/// The folder that a path stands in.
fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn stop(path: &Path, error: RenderError) -> Stop {
    match error {
        RenderError::Value(error) => Stop::Error(error),
        RenderError::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => Stop::ClosedPipe,
        RenderError::Write(error) => Stop::Error(refused(path, &error)),
    }
}

fn cannot_write(path: &Path, reason: &str) -> Error {
    Error::new(Kind::CannotWrite { path: path.display().to_string(), reason: reason.to_owned() })
}

/// The error of the system, in its words without its number or a path of ours.
fn refused(path: &Path, error: &io::Error) -> Error {
    let words = error.to_string();
    let words = words.split(" (os error").next().unwrap_or_default().to_lowercase();
    cannot_write(path, &words).help("see that the place can be written to and has room, or name another")
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn what_the_system_refuses_has_a_way_out_and_no_name_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        let error = as_any_new_file().tempfile_in(folder.path().join("nowhere")).unwrap_err();
        assert!(error.to_string().contains(".tmp"));
        let Stop::Error(refused) = stop(Path::new("a.svg"), error.into()) else { panic!("a closed pipe") };
        assert_eq!(refused.kind().to_string(), "cannot write `a.svg`: no such file or directory");
        assert!(refused.way_out().is_some_and(|help| help.contains("name another")));
    }

    #[test]
    fn a_closed_pipe_is_told_apart() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        for path in [None, Some(Path::new("-"))] {
            let stopped = write_to(path, &mut Closed, |out| Ok(out.write_all(b"x")?));
            assert_eq!(told(stopped.unwrap_err()), "closed pipe");
        }
    }
}
