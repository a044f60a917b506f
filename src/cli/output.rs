//! Where data goes: standard output, a file written beside its place and renamed, or a folder written whole.

mod file;
mod folder;
mod place;
mod signals; // what ends a run
mod spot;
mod unfinished; // what must not be left

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::error::Error;
use crate::render::RenderError;

pub(crate) use file::{followed, write_together};
pub(crate) use folder::{add_to_folder, fill_folder, replace_folder};
pub(crate) use place::{Stop, parent, refused, turn};
use place::{cannot_write, flushed, stop};
pub(crate) use signals::outgrown_is_an_error;
pub(crate) use unfinished::{ERASE, draw_line};

/// Names of standard output on a command line.
const STANDARD: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// What comes of writing, never of reading.
const NO_ROOM: [ErrorKind; 3] = [ErrorKind::StorageFull, ErrorKind::QuotaExceeded, ErrorKind::FileTooLarge];

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
        Some(path) => file::write_file(path, write),
    }
}

/// All that is read, in a file without a name that goes when it is closed: beside the output, where there is room for data of its kind.
///
/// # Errors
/// It cannot be made or has no room, or the error that is made of one in reading.
pub(crate) fn copied(
    mut bytes: impl Read,
    output: Option<&Path>,
    unreadable: impl FnOnce(&io::Error) -> Error,
) -> Result<fs::File, Error> {
    let folder =
        output.filter(|path| !is_standard(path)).map_or_else(std::env::temp_dir, |path| parent(path).to_owned());
    let mut file = tempfile::tempfile_in(&folder).map_err(|error| refused(&folder, &error))?;
    io::copy(&mut bytes, &mut file).map_err(|error| match NO_ROOM.contains(&error.kind()) {
        true => refused(&folder, &error),
        false => unreadable(&error),
    })?;
    Ok(file)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_tells_what_failed() {
        struct Failing(ErrorKind);
        impl Read for Failing {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(self.0.into())
            }
        }
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("out.csv");
        let told = |kind| {
            let unreadable = |_: &io::Error| cannot_write(Path::new("input"), "it was not read");
            copied(Failing(kind), Some(&output), unreadable).unwrap_err().to_string()
        };
        assert_eq!(told(ErrorKind::TimedOut), "cannot write `input`: it was not read");
        assert!(told(ErrorKind::StorageFull).contains(&*folder.path().to_string_lossy()));
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
            assert!(matches!(stopped, Err(Stop::ClosedPipe)));
        }
    }
}
