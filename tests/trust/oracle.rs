//! An independent second opinion: a program in Python, written from the manual alone, comes to the same tables.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::many::cases;

/// How many generated books a run of all tests looks at.
const FEW: usize = 30;

#[test]
fn a_second_opinion_comes_to_the_same_tables() {
    let is_known =
        Command::new("python3").args(["-c", "import tomllib"]).output().is_ok_and(|done| done.status.success());
    if !is_known {
        writeln!(std::io::stderr(), "skipped: no python3 of version 3.11 or later to ask for a second opinion")
            .unwrap();
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let done = Command::new("python3")
        .arg(root.join("tests/oracle/compare.py"))
        .arg(env!("CARGO_BIN_EXE_pledgebook"))
        .args(["1", &cases(FEW).to_string()])
        .arg(root.join("data"))
        .args(folders(&root.join("tests/books")))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap_or_else(|error| panic!("python3 does not run: {error}"));
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
}

/// Every folder in a folder, by name.
fn folders(of: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = of.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}
