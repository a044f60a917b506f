//! Every folder of `tests/cases` is a test: a command line, the files it meets, and what comes of it.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `args` | one argument a line |
//! | `env` | variables of the environment, `NAME=value` a line; there are no others |
//! | `stdin` | standard input; empty without it |
//! | `book/` | files laid over those of the book of `tests/books` that `args` or `env` name |
//! | `files/` | what else stands in the working folder |
//! | `terminal` | standard output is a terminal, and nothing of it is read |
//! | `stdout`, `stderr` | what is said; absent where nothing is |
//! | `status` | the exit code |
//! | `out/` | every file that is new or changed afterwards; `gone` in the place of one that is not there any more |
//!
//! `PLEDGEBOOK_BLESS=1 cargo test --test cases` rewrites the expectations; read the difference before you keep it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use similar_asserts::SimpleDiff;

/// Files by their path below a folder; an empty folder is a path that ends in `/`.
type Tree = BTreeMap<String, Vec<u8>>;

/// What a run of the program left behind, as the files of a case hold it.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    said: BTreeMap<&'static str, Vec<u8>>,
    out: Tree,
}

#[test]
fn every_case_comes_out_as_it_says() {
    let bless = std::env::var_os("PLEDGEBOOK_BLESS").is_some_and(|value| value == "1");
    assert!(
        !(bless && std::env::var_os("CI").is_some()),
        "expectations are not rewritten where CI is set: run PLEDGEBOOK_BLESS=1 at home, and read the difference"
    );
    let mut wrong = Vec::new();
    for folder in folders("cases") {
        let came = run(&folder);
        if bless {
            rewrite(&folder, &came);
        }
        wrong.extend(differences(&folder, &came));
    }
    assert!(wrong.is_empty(), "{}\n{} differences", wrong.join("\n"), wrong.len());
}

#[test]
fn a_case_holds_nothing_that_is_not_read() {
    let known = ["args", "env", "stdin", "book", "files", "terminal", "stdout", "stderr", "status", "out"];
    for case in folders("cases") {
        let names = fs::read_dir(&case).unwrap().map(|entry| entry.unwrap().file_name());
        let other: Vec<_> = names.filter(|name| known.iter().all(|known| name != known)).collect();
        assert!(other.is_empty() && case.join("args").exists(), "{}: {other:?}", case.display());
    }
}

/// The folders in a folder of `tests`, in order of name.
fn folders(of: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(of)).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// Runs the program in a fresh folder that holds the files of the case.
fn run(case: &Path) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let lines = |name: &str| fs::read_to_string(case.join(name)).unwrap_or_default();
    let (args, env) = (lines("args"), lines("env"));
    lay_out(case, here, &(args.clone() + &env));
    let before = read_tree(here);
    let output = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .args(args.lines())
        .current_dir(here)
        .env_clear()
        .envs(env.lines().filter_map(|line| line.split_once('=')))
        .stdin(File::open(case.join("stdin")).map_or(Stdio::null(), Stdio::from))
        .stdout(stdout(case))
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let status = output.status.code().map_or("killed\n".to_owned(), |code| format!("{code}\n"));
    let said = [("stdout", output.stdout), ("stderr", output.stderr), ("status", status.into_bytes())];
    Outcome { said: said.into(), out: changes(&before, read_tree(here)) }
}

/// Puts the files of a case, and the book that it names, where the program will run.
fn lay_out(case: &Path, here: &Path, named: &str) {
    for book in folders("books") {
        let name = book.file_name().unwrap().to_str().unwrap();
        if named.lines().any(|line| line == name || line.ends_with(&format!("={name}"))) {
            write_tree(&here.join(name), &read_tree(&book));
            write_tree(&here.join(name), &read_tree(&case.join("book")));
        }
    }
    write_tree(here, &read_tree(&case.join("files")));
}

/// A pipe, or a terminal: the side of a pseudo-terminal that can be opened without anybody on the other one.
fn stdout(case: &Path) -> Stdio {
    if !case.join("terminal").exists() {
        return Stdio::piped();
    }
    let terminal = OpenOptions::new().read(true).write(true).open("/dev/ptmx");
    terminal.unwrap_or_else(|error| panic!("{}: no pseudo-terminal: {error}", case.display())).into()
}

/// The files that are new, changed or gone.
fn changes(before: &Tree, after: Tree) -> Tree {
    let gone = before.keys().filter(|path| !after.contains_key(*path)).map(|path| (path.clone(), b"gone\n".to_vec()));
    let gone: Tree = gone.collect();
    after.into_iter().filter(|(path, bytes)| before.get(path) != Some(bytes)).chain(gone).collect()
}

/// What is otherwise than the case says, each with its difference.
fn differences(case: &Path, came: &Outcome) -> Vec<String> {
    let name = case.file_name().unwrap().to_string_lossy();
    let said = came.said.iter().filter_map(|(file, bytes)| {
        let expected = fs::read(case.join(file)).unwrap_or_default();
        difference(&format!("{name}/{file}"), &expected, bytes)
    });
    let expected = read_tree(&case.join("out"));
    let paths: BTreeSet<&String> = expected.keys().chain(came.out.keys()).collect();
    let files = paths.into_iter().filter_map(|path| match (expected.get(path), came.out.get(path)) {
        (Some(_), None) => Some(format!("{name}/out/{path}: was not written")),
        (None, Some(_)) => Some(format!("{name}/out/{path}: was written, changed or removed, and not expected to be")),
        (expected, came) => difference(&format!("{name}/out/{path}"), expected?, came?),
    });
    said.chain(files).collect()
}

fn difference(name: &str, expected: &[u8], came: &[u8]) -> Option<String> {
    let (expected_text, came_text) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(came));
    (expected != came)
        .then(|| format!("{name}\n{}", SimpleDiff::from_str(&expected_text, &came_text, "expected", "came")))
}

/// Makes the expectations of a case what has come, unless the program broke down.
fn rewrite(case: &Path, came: &Outcome) {
    if ![b"0\n", b"1\n", b"2\n"].iter().any(|status| came.said["status"] == **status) {
        return;
    }
    for (file, bytes) in &came.said {
        let path = case.join(file);
        if bytes.is_empty() {
            let _ = fs::remove_file(path);
        } else {
            fs::write(path, bytes).unwrap();
        }
    }
    let _ = fs::remove_dir_all(case.join("out"));
    write_tree(&case.join("out"), &came.out);
}

fn write_tree(folder: &Path, tree: &Tree) {
    for (path, bytes) in tree.iter().filter(|(path, _)| !path.ends_with('/')) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The files below a folder; none where there is no folder.
fn read_tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !path.is_dir() {
            tree.insert(name, fs::read(path).unwrap());
            continue;
        }
        let inner = read_tree(&path);
        if inner.is_empty() {
            tree.insert(format!("{name}/"), Vec::new());
        }
        tree.extend(inner.into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
    }
    tree
}
