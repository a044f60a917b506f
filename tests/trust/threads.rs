//! Where the system gives no thread, what can be done without is done, to the same bytes, and all else says so.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::every::Book;
use super::program::{NOBODY, PROGRAM, can, done, is_root, open_to_all, say, told, words};

/// In front of a run, what lets nobody have a process or thread more: root may always have one.
fn alone() -> Option<String> {
    // a user of its own, since those of one user are counted together
    let alone = format!("prlimit --nproc=1 {}", NOBODY.replace("reuid=65534", "reuid=61234"));
    let is_there = is_root() && can(&format!("{alone} true"));
    if !is_there {
        say("skipped: no run without threads without root, `prlimit` and `setpriv`");
    }
    is_there.then_some(alone)
}

fn run(alone: &str, program: &Path, here: &Path, line: &str) -> Output {
    let behind = words(alone);
    let mut command = Command::new(&behind[0]);
    command.args(&behind[1..]).arg(program).args(words(line)).current_dir(here);
    command.env("PLEDGEBOOK_BOOK", "book").stdin(Stdio::null()).output().unwrap()
}

#[test]
fn a_run_without_threads_writes_the_same_or_says_why_not() {
    let Some(alone) = alone() else { return };
    let (book, folder) = (Book::laid_out(), tempfile::tempdir().unwrap());
    let program = folder.path().join("pledgebook");
    fs::copy(PROGRAM, &program).unwrap();
    open_to_all(folder.path());
    for (line, made) in [
        ("gdp --format csv -o made.csv", "made.csv"),
        ("amounts --gdp feed.csv --any-scale --format csv -o made.csv", "made.csv"),
        ("amounts --gdp feed.csv --any-scale --summary --format csv -o made.csv", "made.csv"),
        ("chart all --size 400x300 -o made", "made/share.svg"),
    ] {
        let (here, there) = (book.copy(), book.copy());
        open_to_all(there.path());
        done(here.path(), line);
        let output = run(&alone, &program, there.path(), line);
        assert!(output.status.success(), "{line}: {}", told(&output));
        let [expected, found] = [here, there].map(|folder| fs::read(folder.path().join(made)).unwrap());
        assert!(expected == found, "{line} writes something else");
    }
    let here = book.copy();
    open_to_all(here.path());
    let no_workbook =
        "error: the workbook could not be made: the system gives no thread for each of its sheets\n  = help: ";
    for (line, words) in [
        ("serve --port 0", "error: cannot "),
        ("gdp --format xlsx -o made.xlsx", no_workbook),
        ("report -o made", no_workbook),
    ] {
        let output = run(&alone, &program, here.path(), line);
        let told = told(&output);
        assert!(output.status.code() == Some(1) && output.stdout.is_empty(), "{line}: {told}");
        assert!(told.contains(words) && told.contains("= help: "), "{line}: {told}");
        assert!(!told.contains("panicked"), "{line}: {told}");
    }
}
