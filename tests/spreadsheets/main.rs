//! What other programs read from what is written for them: LibreOffice, in three locales, and a checker of Data Packages.
//!
//! Where a program is not installed its test says that it is skipped.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod locales;
mod package;

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

/// Says that a test is skipped, past the silence in which tests run.
fn skip(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

/// Runs the program in a folder and gives what it prints.
fn pledgebook(folder: &Path, line: &str) -> String {
    let words = line.split(' ');
    let output = Command::new(env!("CARGO_BIN_EXE_pledgebook")).args(words).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
