//! Where there is no room, a run says so and leaves what was there; what is written to standard output fails like any output.
//!
//! A disk that is full is a small one in memory, which root can have; a limit on the size of files is there for everybody.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::every::{Book, every_line, help_lines};
use super::many::cases;
use super::program::{PROGRAM, Tree, can, done, is_root, program, say, told, tree, words, write};
use super::writing::{WRITING, Writing, laid_out, starts};

/// A file system that takes no more than so much, for as long as this lives.
struct Disk(PathBuf);

impl Disk {
    fn of(kilobytes: usize, place: &Path) -> Option<Self> {
        fs::create_dir(place).unwrap();
        let size = format!("size={kilobytes}k");
        let mounted = || {
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(place).stderr(Stdio::null()).status()
        };
        let is_there = is_root() && mounted().is_ok_and(|status| status.success());
        is_there.then(|| Self(place.to_owned()))
    }

    /// Fills it up but for so many bytes.
    fn fill(&self, room: u64) {
        let filler = self.0.join("filler");
        let mut file = OpenOptions::new().create(true).append(true).open(&filler).unwrap();
        while file.write_all(&[0; 4096]).is_ok() {}
        let full = file.metadata().unwrap().len();
        file.set_len(full.saturating_sub(room)).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

/// That a run did all or nothing, and said why: that it did all.
fn judged(writing: &Writing, output: &Output, [before, after, found]: [&Tree; 3], reason: &str) -> bool {
    let (line, told) = (writing.line, told(output));
    if output.status.success() {
        assert!(found == after, "{line}: it said nothing, and wrote something else");
        return true;
    }
    assert_eq!(output.status.code(), Some(1), "{line}: {told}");
    let name = writing.made.iter().find(|name| told.contains(&format!("error: cannot write `{name}")));
    assert!(name.is_some() && told.contains(reason) && told.contains("= help: "), "{line}: {told}");
    assert_eq!(found.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "{line}");
    assert!(found == before, "{line}: what was there is something else now");
    false
}

/// Every writing with what stands before it: nothing of it, or something else of ours.
fn prepared() -> impl Iterator<Item = (&'static Writing, Tree, Tree)> {
    starts().map(|(writing, earlier)| {
        let here = laid_out();
        earlier.map(|line| done(here.path(), line));
        (writing, tree(here.path()), writing.after(here.path()))
    })
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let above = tempfile::tempdir().unwrap();
    let (mut failed, place) = (0, above.path().join("disk"));
    for (at, (writing, before, after)) in prepared().enumerate() {
        let _ = fs::remove_dir(&place);
        let Some(disk) = Disk::of(16 << 10, &place) else { return say("skipped: no disk of its own without root") };
        write(&place, &before);
        let needs = after.values().map(Vec::len).sum::<usize>() as u64;
        for part in 0..cases(60).div_ceil(20).min(8) {
            let _ = fs::remove_file(place.join("filler"));
            // the file that grows is not as large as all that is there
            disk.fill((at as u64 % 3 * needs / 8) + part as u64 * needs / 16);
            let output = program(&place, writing.line).output().unwrap();
            let mut found = tree(&place);
            found.remove("filler");
            if judged(writing, &output, [&before, &after, &found], "no space left on device") {
                break;
            }
            failed += 1;
        }
    }
    assert!(failed >= WRITING.len(), "{failed} runs failed");
}

#[test]
fn a_file_that_may_not_grow_leaves_what_was_there() {
    if !can("sh -c ulimit") {
        return say("skipped: no limit on the size of files here");
    }
    for (at, (writing, before, after)) in prepared().enumerate() {
        for blocks in [0, 1 + at % 7] {
            let here = tempfile::tempdir().unwrap();
            write(here.path(), &before);
            let script = format!("ulimit -f {blocks}; exec \"$@\"");
            let mut limited = Command::new("sh");
            limited.args(["-c", &script, "sh", PROGRAM]).args(words(writing.line));
            limited.current_dir(here.path()).env_clear().env("PLEDGEBOOK_BOOK", "book").stdin(Stdio::null());
            let output = limited.output().unwrap();
            let did = judged(writing, &output, [&before, &after, &tree(here.path())], "file too large");
            assert!(!did || blocks > 0, "{}: it wrote where nothing can be", writing.line);
        }
    }
}

/// A device that is always full.
fn full() -> Option<Stdio> {
    let device = OpenOptions::new().write(true).open("/dev/full").ok();
    if device.is_none() {
        say("skipped: no `/dev/full` here");
    }
    device.map(Stdio::from)
}

/// Every line that writes to standard output, in the format of a terminal and as a workbook.
fn speaking(book: &Book) -> impl Iterator<Item = String> {
    let lines = help_lines().into_iter().chain(every_line(book));
    let is_one = |line: &String| !line.contains("--format") || line.ends_with("xlsx");
    lines.filter(is_one).filter(|line| !line.contains("-o made") && !line.starts_with("new made"))
}

#[test]
fn standard_output_that_takes_nothing_is_an_error_of_every_command() {
    let (book, mut failed) = (Book::laid_out(), 0);
    let here = book.copy();
    for line in speaking(&book) {
        let Some(full) = full() else { return };
        let output = program(here.path(), &line).stdout(full).output().unwrap();
        let told = told(&output);
        assert_eq!(output.status.code(), Some(1), "{line}: {told}");
        assert_eq!(told.matches("error: ").count(), 1, "{line}: {told}");
        let error = "error: cannot write `standard output`: no space left on device\n  = help: ";
        assert!(told.contains(error), "{line}: {told}");
        failed += 1;
    }
    assert!(failed > 100, "{failed} lines");
}

#[test]
fn a_reader_that_closes_early_is_no_error_of_any_command() {
    let book = Book::laid_out();
    let here = book.copy();
    for line in speaking(&book) {
        let (reader, closed) = std::io::pipe().unwrap();
        drop(reader);
        let output = program(here.path(), &line).stdout(closed).output().unwrap();
        let told = told(&output);
        assert_eq!(output.status.code(), Some(0), "{line}: {told}");
        // what is told beside the data is told as ever
        let usual = || program(here.path(), &line).output().unwrap().stderr;
        assert!(told.is_empty() || output.stderr == usual(), "{line}: {told}");
    }
}
