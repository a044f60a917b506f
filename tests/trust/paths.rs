//! Nothing is read or written but what the arguments name: no link leads out of a book, no request and no recorded command out of what
//! they are about, and what never ends is refused by its name.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::program::{done, lay, program, tests, told, tree};
use super::served::Served;

/// Nothing here waits for anything, however much else the machine has to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// Every sort of file that a book has, and one more that it may.
const FILES: [&str; 8] = [
    "book.toml",
    "definitions.toml",
    "sources.toml",
    "scenarios.toml",
    "groups.toml",
    "commitments/more.toml",
    "series/more.csv",
    "translations/more.csv",
];

/// Every folder of a book.
const FOLDERS: [&str; 3] = ["commitments", "series", "translations"];

/// What stands in the place of a file, and what is said of it.
type Place = (&'static str, fn(&Path), &'static str);

const PLACES: [Place; 9] = [
    ("a pipe", pipe, "it is a pipe or a device"),
    ("a socket", |path| drop(UnixListener::bind(path).unwrap()), "it is a pipe or a device"),
    ("a link to a device", |path| symlink("/dev/zero", path).unwrap(), "it is a pipe or a device"),
    (
        "a link to a pipe",
        |path| {
            let pipe_beside = path.with_extension("pipe");
            pipe(&pipe_beside);
            symlink(pipe_beside.file_name().unwrap(), path).unwrap();
        },
        "it is a pipe or a device",
    ),
    ("a folder", |path| fs::create_dir(path).unwrap(), "is a folder, not a file"),
    ("a link that leads nowhere", |path| symlink("nowhere", path).unwrap(), "there is no file"),
    ("a link to itself", |path| symlink(path.file_name().unwrap(), path).unwrap(), "cannot read"),
    ("a link to a secret", |path| symlink("/etc/passwd", path).unwrap(), "it is a link that leads out of the book"),
    (
        "a link by way of a folder above",
        |path| {
            let depth = if path.parent().unwrap().ends_with("book") { "../" } else { "../../" };
            symlink(format!("{depth}secret"), path).unwrap();
        },
        "it is a link that leads out of the book",
    ),
];

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// What a run says, which waits for nothing, on the book that its line names.
fn ask(here: &Path, line: &str) -> Output {
    let mut command = program(here, line);
    let mut child =
        command.env_remove("PLEDGEBOOK_BOOK").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{line} waits for ever");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output().unwrap()
}

/// A folder with a small book in it, and a file beside that nobody names.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    lay(&tests("books/north"), &folder.path().join("book"));
    fs::create_dir_all(folder.path().join("book/translations")).unwrap();
    fs::write(folder.path().join("secret"), "the secret\n").unwrap();
    folder
}

#[test]
fn what_is_no_file_of_the_book_is_refused_by_name() {
    for (what, put, reason) in PLACES {
        let folder = folder();
        let mut names = FILES.to_vec();
        // a page that is not there is no fault
        names.extend((!reason.starts_with("there is no") && !reason.starts_with("cannot read")).then_some("README.md"));
        for name in &names {
            let path = folder.path().join("book").join(name);
            let _ = fs::remove_file(&path);
            put(&path);
        }
        for line in ["check --book book", "diff book", "serve --port 0 --book book"] {
            let output = ask(folder.path(), line);
            let err = told(&output);
            assert_eq!(output.status.code(), Some(1), "{what}: {err}");
            for name in &names {
                let told =
                    err.lines().find(|line| line.starts_with("error: ") && line.contains(&format!("`book/{name}`")));
                assert!(told.is_some_and(|line| line.contains(reason)), "{what}, {name}: {err}");
            }
            assert!(!err.contains("the secret") && !err.contains("root:"), "{err}");
        }
    }
}

#[test]
fn a_folder_of_the_book_is_in_it() {
    for name in FOLDERS {
        for put in [pipe, |path: &Path| symlink("nowhere", path).unwrap(), |path: &Path| symlink("/dev", path).unwrap()]
        {
            let folder = folder();
            let path = folder.path().join("book").join(name);
            fs::remove_dir_all(&path).unwrap();
            put(&path);
            let output = ask(folder.path(), "check --book book");
            assert_eq!(output.status.code(), Some(1), "{name}");
            assert!(told(&output).contains(&format!("`book/{name}`")), "{}", told(&output));
        }
    }
}

#[test]
fn a_link_inside_of_the_book_or_to_its_folder_is_followed() {
    let folder = folder();
    let book = folder.path().join("book");
    fs::rename(book.join("sources.toml"), book.join("series/papers.toml")).unwrap();
    symlink("series/papers.toml", book.join("sources.toml")).unwrap();
    symlink("book", folder.path().join("link")).unwrap();
    for name in ["book", "link", "link/../book"] {
        let output = ask(folder.path(), &format!("check --book {name}"));
        assert!(output.status.success(), "{}", told(&output));
    }
}

#[test]
fn a_recorded_command_neither_reads_nor_writes_what_nobody_named() {
    let folder = folder();
    done(folder.path(), "chart share -o p.svg");
    done(folder.path(), "replay p.svg");
    let picture = fs::read_to_string(folder.path().join("p.svg")).unwrap();
    let start = picture.find("Command: ").unwrap();
    let own = picture[start..].lines().next().unwrap();
    for command in [
        "pledgebook chart share -o stolen.svg",
        "pledgebook chart share --output=stolen.svg",
        "pledgebook chart all -o stolen",
        "pledgebook chart share --book secret",
        "pledgebook chart fan --gdp secret",
        "pledgebook chart fan --gdp=../secret",
        "pledgebook --book secret chart share",
        "pledgebook report -o stolen",
        "pledgebook new stolen",
        "pledgebook amounts --gdp secret",
        "pledgebook import csv secret",
        "pledgebook serve",
        "pledgebook man -o stolen",
        "sh -c 'touch stolen'",
        "pledgebook chart share; touch stolen",
        "pledgebook chart share $(touch stolen)",
    ] {
        fs::write(folder.path().join("p.svg"), picture.replace(own, &format!("Command: {command}"))).unwrap();
        let before = tree(folder.path());
        let output = ask(folder.path(), "replay p.svg --book book");
        assert!(!output.status.success(), "{command}");
        assert!(!told(&output).contains("the secret"), "{}", told(&output));
        assert!(tree(folder.path()) == before, "{command}");
    }
}

#[test]
fn a_page_is_asked_for_by_its_name_alone() {
    let folder = folder();
    let served = Served::by(program(folder.path(), "serve --port 0"));
    let before = tree(folder.path());
    for target in [
        "/../secret",
        "/..%2fsecret",
        "/%2e%2e/secret",
        "/%2e%2e%2fsecret",
        "/..\\secret",
        "/....//secret",
        "//etc/passwd",
        "/etc/passwd",
        "/%00",
        "/data%00.csv",
        "/style.css/../../secret",
        "/./secret",
        "/book/book.toml",
        "/verdicts.csv?book=secret",
        "/verdicts.csv?output=stolen",
        "/amounts.csv?gdp=secret",
        "/amounts.csv?gdp=%2Fetc%2Fpasswd",
        "/country?book=%2F",
        "file:///etc/passwd",
        "/import.csv?file=secret",
        "/replay.svg?file=secret",
        "/chart/fan.svg?gdp=secret",
        "/report?output=stolen",
    ] {
        let answer = served.ask(target);
        assert!(answer.starts_with("HTTP/1.1 4"), "{target}: {}", answer.lines().next().unwrap_or_default());
        assert!(!answer.contains("the secret") && !answer.contains("root:x"), "{target}");
    }
    assert!(tree(folder.path()) == before);
}

#[test]
fn what_was_read_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    lay(&tests("books/small"), &here.join("book"));
    lay(&tests("books/small"), &here.join("other"));
    fs::write(here.join("feed.csv"), "scenario,year,gdp_million\nmine,2026,1100\n").unwrap();
    symlink("book/series", here.join("link")).unwrap();
    symlink("book/series/new.csv", here.join("new")).unwrap();
    fs::hard_link(here.join("feed.csv"), here.join("same.csv")).unwrap();
    let before = tree(here);
    for command in [
        "amounts",
        "verdicts",
        "commitments",
        "scenarios",
        "gdp",
        "timeline",
        "progress",
        "league",
        "verify",
        "diff other",
        "explain floor-2026",
        "explain gdp",
        "export sql --dialect duckdb",
        "chart share",
        "chart timeline",
        "report",
        "import csv feed.csv",
        "replay feed.csv",
    ] {
        for place in ["book/sources.toml", "book/commitments/new.toml", "book/translations", "book/groups.toml"] {
            refused(here, &format!("{command} -o {place}"));
        }
        let makes_figures = command.starts_with("import");
        for place in ["book/series/gdp.csv", "book/series/new.csv", "link/gdp.csv", "new"] {
            if !makes_figures {
                refused(here, &format!("{command} -o {place}"));
            }
        }
    }
    for line in [
        "diff other -o other/series/gdp.csv",
        "diff other -o other/book.toml",
        "verify feed.csv -o feed.csv",
        "verify feed.csv -o ./book/../feed.csv",
        "import csv feed.csv -o feed.csv",
        "amounts --gdp feed.csv -o feed.csv",
        "chart fan --gdp feed.csv -o feed.csv",
        "replay feed.csv -o feed.csv",
    ] {
        refused(here, line);
    }
    assert!(before == tree(here), "something was written");
    for place in ["book/amounts.csv", "book/amounts.csv", "book/series/.amounts.csv", "same.csv"] {
        done(here, &format!("amounts --gdp feed.csv -o {place}"));
    }
    assert_eq!(fs::read(here.join("feed.csv")).unwrap(), before["feed.csv"]);
}

/// That a run is refused for the place of its output.
fn refused(here: &Path, line: &str) {
    let output = program(here, line).output().unwrap();
    let said = told(&output);
    let is_told =
        said.contains("it was read for this") || said.contains("it would be a part of the book that was read");
    assert!(output.status.code() == Some(1) && is_told, "{line}: {said}");
}
