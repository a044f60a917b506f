//! A place that is written to, and why it could not be.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::error::{Error, Kind};
use crate::render::RenderError;

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

pub(super) fn flushed<T>(
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

/// The folder that a path stands in.
pub(crate) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Waits until no other run writes into a folder; it is this one's turn as long as the file is open.
///
/// Where the system has no such lock, runs at the same time are on their own.
pub(crate) fn turn(folder: &Path) -> Option<fs::File> {
    let folder = fs::File::open(folder).ok()?;
    #[cfg(unix)]
    let _ = rustix::fs::flock(&folder, rustix::fs::FlockOperation::LockExclusive);
    Some(folder)
}

pub(super) fn stop(path: &Path, error: RenderError) -> Stop {
    match error {
        RenderError::Value(error) => Stop::Error(error),
        RenderError::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => Stop::ClosedPipe,
        RenderError::Write(error) => Stop::Error(refused(path, &error)),
    }
}

pub(super) fn cannot_write(path: &Path, reason: &str) -> Error {
    Error::new(Kind::CannotWrite { path: path.display().to_string(), reason: reason.to_owned() })
}

/// The error of a path that goes on below what is no folder.
pub(super) fn below_a_file(path: &Path) -> Option<Error> {
    let above = path.ancestors().skip(1).find(|above| fs::symlink_metadata(above).is_ok())?;
    let reason = format!("`{}` is no folder", above.display());
    (!above.is_dir()).then(|| cannot_write(path, &reason).help("name a place in a folder"))
}

/// The error of the system, in its words without its number or a path of ours; what stands where a folder above belongs is named.
pub(crate) fn refused(path: &Path, error: &io::Error) -> Error {
    if let Some(error) = below_a_file(path) {
        return error;
    }
    let words = error.to_string();
    let words = words.split(" (os error").next().unwrap_or_default().to_lowercase();
    cannot_write(path, &words).help("see that the place can be written to and has room, or name another")
}
