//! What is not whole yet. A signal takes it away; what a run that was killed has left is taken away by the next one into that place.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

use super::signals;

/// What temporary files are called, with letters of chance in between.
const NAME: [&str; 2] = [".pledgebook-", ".tmp"];

/// The temporary files of this run, also those that have their own name by now.
static FILES: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn files() -> MutexGuard<'static, Vec<PathBuf>> {
    FILES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the temporary files away; while what it gives is held, nothing else begins.
fn take_away() -> MutexGuard<'static, Vec<PathBuf>> {
    let files = files();
    for file in files.iter() {
        let _ = fs::remove_file(file);
    }
    files
}

/// Does something that a signal does not cut in two: it waits for the end.
pub(super) fn in_one_piece<T>(work: impl FnOnce() -> T) -> T {
    signals::watch(take_away);
    let _held = files();
    work()
}

/// A temporary file in a folder, after leftovers of other runs are gone. It is locked as long as it is open, which tells other runs
/// that this one is alive.
pub(super) fn file_in(folder: &Path) -> io::Result<NamedTempFile> {
    signals::watch(take_away);
    let mut files = files();
    clear(folder);
    loop {
        let file = as_any_new_file().tempfile_in(folder)?;
        // before it was locked, another run may have taken it for a leftover
        if lock(file.as_file()) != Lock::Taken && file.path().exists() {
            files.push(file.path().to_owned());
            return Ok(file);
        }
    }
}

/// A temporary file with the mode that any new file has; the default is for secrets.
fn as_any_new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(NAME[0]).suffix(NAME[1]);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Removes the temporary files that no run holds any more. What resists is none of this run's business.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(NAME[0]) && name.ends_with(NAME[1]));
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let Ok(file) = File::open(entry.path()) else { continue };
            if lock(&file) == Lock::Ours {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Whose a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lock {
    /// It was free, and is held as long as the file is open.
    Ours,
    /// A run holds it that is alive.
    Taken,
    /// The system has no such locks here: nobody knows.
    Unknown,
}

#[cfg(unix)]
fn lock(file: &File) -> Lock {
    match rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Lock::Ours,
        Err(rustix::io::Errno::WOULDBLOCK) => Lock::Taken,
        Err(_) => Lock::Unknown,
    }
}

#[cfg(not(unix))]
fn lock(_: &File) -> Lock {
    Lock::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_refuses_is_told_without_a_name_of_ours() {
        use super::super::place::{Stop, stop};
        let folder = tempfile::tempdir().unwrap();
        let error = file_in(&folder.path().join("nowhere")).unwrap_err();
        assert!(error.to_string().contains(NAME[0]));
        let Stop::Error(refused) = stop(Path::new("a.svg"), error.into()) else { panic!("a closed pipe") };
        assert_eq!(refused.kind().to_string(), "cannot write `a.svg`: no such file or directory");
        assert!(refused.way_out().is_some_and(|help| help.contains("name another")));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_left_is_removed_and_what_is_held_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let live = file_in(folder.path()).unwrap();
        for name in [".pledgebook-dead.tmp", ".pledgebook", "pledgebook-1.tmp"] {
            fs::write(path(name), "").unwrap();
        }
        fs::create_dir(path(".pledgebook-folder.tmp")).unwrap();
        let next = file_in(folder.path()).unwrap();
        assert!(live.path().exists() && next.path().exists() && !path(".pledgebook-dead.tmp").exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5);
    }
}
