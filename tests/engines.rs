//! What `export sql` writes gives the rows of the program, cell by cell, in the engines themselves.
//!
//! `PLEDGEBOOK_PYTHON` names a Python that has those of `tests/requirements.txt`; PostgreSQL is taken from where Debian installs it. What is
//! not there is skipped in a visible line. Spark has a script of its own, `tests/engines/spark.sh`.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The commitments of these books of which a verdict takes more than GDP of one year.
const NO_VERDICTS: [&str; 12] = [
    "silent",
    "sum",
    "sum-share",
    "sum-missing",
    "sum-no-gdp",
    "sum-of-shares",
    "form-sum",
    "form-sum-money",
    "form-mean",
    "form-base",
    "form-no-base",
    "form-points",
];

const ENGINES: [&str; 3] = ["duckdb", "datafusion", "postgres"];

/// What ends so has not been run, since a program is not there.
const SKIPPED: i32 = 77;

fn tests(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Past the silence in which tests run.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn python() -> Option<OsString> {
    let python = std::env::var_os("PLEDGEBOOK_PYTHON");
    if python.is_none() {
        say("skipped: no engines without PLEDGEBOOK_PYTHON");
    }
    python
}

fn text(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes)).concat()
}

/// The program in a folder with `book` and `scenarios.csv`, and what it says.
fn pledgebook(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pledgebook"));
    let output = command.args(args).args(["--book", "book"]).current_dir(folder).env_clear().output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", text(&output));
    text(&output)
}

/// A folder with a book of every form of pledge and of verdict, and scenarios of every kind.
fn folder(python: &OsString, count: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for from in [tests("books/judged"), tests("engines/book")] {
        lay_over(&from, &folder.path().join("book"));
    }
    let scenarios = folder.path().join("scenarios.csv");
    let made = Command::new(python).arg(tests("engines/scenarios.py")).arg(count).arg(scenarios).status().unwrap();
    assert!(made.success());
    folder
}

fn lay_over(from: &Path, onto: &Path) {
    fs::create_dir_all(onto).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, target) = (entry.as_ref().unwrap().path(), onto.join(entry.as_ref().unwrap().file_name()));
        if path.is_dir() { lay_over(&path, &target) } else { fs::copy(&path, &target).map(drop).unwrap() }
    }
}

/// The ids that notes say are left out.
fn left_out(notes: &str) -> Vec<&str> {
    let notes = notes.lines().filter(|line| line.contains("left out"));
    notes.flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// Runs `statement.sql` of a folder over its `scenarios.csv` in an engine, if that is here, and compares.
fn run(python: &OsString, dialect: &str, here: &Path) -> Option<Output> {
    let mut command = Command::new(tests("engines/postgres.sh"));
    let command = match dialect {
        "postgres" => command.arg(python),
        _ => &mut Command::new(python),
    };
    let files = ["statement.sql", "scenarios.csv", "expected.csv", "result.csv"];
    let compare = tests("engines/compare.py");
    let output = command.arg(compare).arg(dialect).args(files).current_dir(here).output().unwrap();
    let is_here = output.status.code() != Some(SKIPPED);
    if !is_here {
        say(&format!("skipped: no `{dialect}` here"));
    }
    is_here.then_some(output)
}

/// Has a question answered by the program and by each engine, and compares them; so many commitments are left out of it.
fn compare(question: &str, count: &str, commitments: impl Fn(&str) -> bool, no_verdicts: &[&str]) {
    let Some(python) = python() else { return };
    let folder = folder(&python, count);
    let here = folder.path();
    let ids = pledgebook(here, &["commitments", "--format", "csv"]);
    let ids = ids.lines().skip(1).filter_map(|row| row.split(',').nth(1)).filter(|id| commitments(id));
    let asked: Vec<&str> = ids.flat_map(|id| ["--commitment", id]).collect();
    let said: Vec<&str> = asked.chunks(2).filter(|pair| !no_verdicts.contains(&pair[1])).flatten().copied().collect();
    let program = ["--gdp", "scenarios.csv", "--any-scale", "--format", "csv", "-o", "expected.csv"];
    pledgebook(here, &[&[question], &program[..], &said[..]].concat());
    for dialect in ENGINES {
        let statement = ["export", "sql", "--dialect", dialect, "--question", question, "-o", "statement.sql"];
        let notes = pledgebook(here, &[&statement[..], &asked[..]].concat());
        assert_eq!(left_out(&notes), no_verdicts, "{question} in {dialect}");
        let Some(output) = run(&python, dialect, here) else { continue };
        assert!(output.status.success(), "{question} in {dialect}: {}", text(&output));
    }
}

#[test]
fn amounts_of_every_form_are_those_of_the_program() {
    compare("amounts", "400", |_| true, &[]);
}

#[test]
fn verdicts_of_every_kind_are_those_of_the_program() {
    compare("verdicts", "400", |_| true, &NO_VERDICTS);
}

#[test]
fn amounts_on_many_scenarios_are_those_of_the_program() {
    let forms = ["form-about", "form-dollars", "form-points", "form-amounts", "form-sum", "form-mean"];
    compare("amounts", "100000", |id| forms.contains(&id), &[]);
}

#[test]
fn verdicts_on_many_scenarios_are_those_of_the_program() {
    compare("verdicts", "100000", |id| ["points", "of-value", "dollars", "coarse"].contains(&id), &[]);
}

#[test]
fn a_year_stated_twice_is_answered_twice_and_found_by_the_query_above_the_statement() {
    let Some(python) = python() else { return };
    let folder = folder(&python, "1");
    let here = folder.path();
    let write = |name: &str, text: &str| fs::write(here.join(name), text).unwrap();
    let about = ["--commitment", "form-about"];
    write("scenarios.csv", "scenario,year,gdp_million\nown,2024,5\nother,2024,6\n");
    pledgebook(
        here,
        &[&["amounts", "--gdp", "scenarios.csv", "--any-scale", "-o", "expected.csv"], &about[..]].concat(),
    );
    let expected = fs::read_to_string(here.join("expected.csv")).unwrap();
    let twice = expected.lines().filter(|line| line.starts_with("own,")).map(|line| format!("{line}\n"));
    let twice = expected.clone() + &twice.collect::<String>();
    assert_ne!(twice, expected);
    write("scenarios.csv", "scenario,year,gdp_million\nown,2024,5\nother,2024,6\nown,2024,5\n");
    for dialect in ENGINES {
        pledgebook(here, &[&["export", "sql", "--dialect", dialect, "-o", "statement.sql"], &about[..]].concat());
        let statement = fs::read_to_string(here.join("statement.sql")).unwrap();
        let query =
            statement.lines().find_map(|line| line.strip_prefix("-- ").filter(|line| line.starts_with("SELECT")));
        write("expected.csv", &twice);
        let Some(output) = run(&python, dialect, here) else { continue };
        assert!(output.status.success(), "{dialect}: {}", text(&output));
        // with the columns that every answer has
        let query = format!("SELECT t.*, '' AS commitment, '' AS reason FROM ({}) AS t", query.unwrap());
        write("statement.sql", &query);
        write("expected.csv", "scenario,year,commitment,reason\nown,2024,,\n");
        let Some(output) = run(&python, dialect, here) else { continue };
        assert!(output.status.success(), "{dialect}: {}", text(&output));
    }
}

#[test]
fn what_is_no_scenario_of_the_program_fails_in_words() {
    let Some(python) = python() else { return };
    let folder = folder(&python, "1");
    let here = folder.path();
    for dialect in ENGINES {
        let statement = ["export", "sql", "--dialect", dialect, "--commitment", "form-sum", "-o", "statement.sql"];
        pledgebook(here, &statement);
        for (lines, words) in [
            ("own,2024,5\nown,2024,5\n", "a year is stated twice in own"),
            ("own,2024,0\n", "no scenario, or no GDP above zero: own"),
            (",2024,5\n", "no scenario, or no GDP above zero: "),
            ("\"\",2024,5\n", "no scenario, or no GDP above zero: "),
            // what other engines do not take for a decimal
            ("own,2024,NaN\n", if dialect == "postgres" { "no scenario, or no GDP above zero: own" } else { "NaN" }),
            ("own,2024,Infinity\n", ""),
        ] {
            fs::write(here.join("scenarios.csv"), format!("scenario,year,gdp_million\n{lines}")).unwrap();
            let Some(output) = run(&python, dialect, here) else { continue };
            assert!(!output.status.success() && text(&output).contains(words), "{dialect}: {}", text(&output));
        }
    }
}
