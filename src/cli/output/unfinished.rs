//! What is not whole yet. A signal takes it away; what a run that was killed has left is taken away by the next one into that place.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

use super::signals;

/// What temporary files are called, with so many letters and digits of chance in between.
const NAME: [&str; 2] = [".pledgebook-", ".tmp"];
const OF_CHANCE: usize = 12;
/// Back to the start of a line on a terminal, and nothing on it.
pub(crate) const ERASE: &str = "\r\u{1b}[K";

/// What this run has begun.
struct Unfinished {
    /// Its temporary files, also those that have their own name by now.
    files: Vec<PathBuf>,
    /// The folders that it made to have a place, the innermost first.
    folders: Vec<PathBuf>,
    /// Whether a line stands on the terminal that will be erased.
    has_line: bool,
}

static UNFINISHED: Mutex<Unfinished> =
    Mutex::new(Unfinished { files: Vec::new(), folders: Vec::new(), has_line: false });

fn unfinished() -> MutexGuard<'static, Unfinished> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes it away; while what this gives is held, nothing else begins.
fn take_away() -> MutexGuard<'static, Unfinished> {
    let unfinished = unfinished();
    for file in &unfinished.files {
        let _ = fs::remove_file(file);
    }
    remove_empty(&unfinished.folders);
    if unfinished.has_line {
        let _ = io::stderr().write_all(ERASE.as_bytes());
    }
    unfinished
}

/// Removes those of the folders in which nothing stands.
fn remove_empty(folders: &[PathBuf]) {
    for folder in folders {
        let _ = fs::remove_dir(folder);
    }
}

/// Makes a folder and those that it is in, as far as they are not there.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    signals::watch(take_away);
    let mut unfinished = unfinished();
    let missing = folder.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
    unfinished.folders.extend(missing.map(Path::to_owned));
    fs::create_dir_all(folder)
}

/// Takes the folders away that were made for what did not come.
pub(super) fn take_back_folders() {
    remove_empty(&std::mem::take(&mut unfinished().folders));
}

/// Does something that a signal does not cut in two: it waits for the end.
pub(super) fn in_one_piece<T>(work: impl FnOnce() -> T) -> T {
    signals::watch(take_away);
    let _held = unfinished();
    work()
}

/// Draws a line on the terminal, or erases it; then nothing is left that a signal should erase.
pub(crate) fn draw_line<T>(stays: bool, draw: impl FnOnce() -> T) -> T {
    signals::watch(take_away);
    let mut unfinished = unfinished();
    unfinished.has_line = stays;
    draw()
}

/// A temporary file in a folder, after leftovers of other runs are gone. It is locked as long as it is open, which tells other runs
/// that this one is alive.
pub(super) fn file_in(folder: &Path) -> io::Result<NamedTempFile> {
    signals::watch(take_away);
    let mut unfinished = unfinished();
    clear(folder);
    loop {
        let file = as_any_new_file().tempfile_in(folder)?;
        // before it was locked, another run may have taken it for a leftover
        if lock(file.as_file()) != Lock::Taken && file.path().exists() {
            unfinished.files.push(file.path().to_owned());
            return Ok(file);
        }
    }
}

/// A temporary file with the mode that any new file has; the default is for secrets.
fn as_any_new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(NAME[0]).suffix(NAME[1]).rand_bytes(OF_CHANCE);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Removes the temporary files that no run holds any more. What resists is none of this run's business.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(is_temporary) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let Ok(file) = File::open(entry.path()) else { continue };
            if lock(&file) == Lock::Ours {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Whether a file is called as ours are, letter for letter: one of the user's stays.
fn is_temporary(name: &str) -> bool {
    let chance = name.strip_prefix(NAME[0]).and_then(|rest| rest.strip_suffix(NAME[1]));
    chance.is_some_and(|chance| chance.len() == OF_CHANCE && chance.bytes().all(|byte| byte.is_ascii_alphanumeric()))
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
        let dead = path(".pledgebook-deadDEAD0123.tmp");
        fs::write(&dead, "").unwrap();
        let own = [".pledgebook", ".pledgebook-my.notes.tmp", ".pledgebook-dead.tmp", "pledgebook-deadDEAD0123.tmp"];
        own.iter().for_each(|name| fs::write(path(name), "").unwrap());
        fs::create_dir(path(".pledgebook-a-folder-012.tmp")).unwrap();
        fs::create_dir(path(".pledgebook-folder012345.tmp")).unwrap();
        let next = file_in(folder.path()).unwrap();
        assert!(live.path().exists() && next.path().exists() && !dead.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2 + own.len() + 2);
    }
}
