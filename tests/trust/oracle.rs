//! An independent second opinion: a program in Python, written from the manual alone, comes to the same tables.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use crate::many::cases;

/// How many generated books a run of all tests looks at.
const FEW: usize = 60;

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
        .arg(root.join("data"))
        .args(["1", &cases(FEW).to_string()])
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap_or_else(|error| panic!("python3 does not run: {error}"));
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
}
