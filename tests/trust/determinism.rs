//! The same bytes wherever and by whomever a command is run.
//!
//! Every line is run in plain surroundings and in others: another locale, time zone, user and home, another folder with the book's files
//! written in another order and on other days, one processor, and an environment that speaks of terminals and colours.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use tempfile::TempDir;

use super::every::{Book, every_line, help_lines};
use super::many::{cases, some};
use super::program::{NOBODY, PROGRAM, Tree, can, is_root, open_to_all, program, say, told, tree, words};
use super::served::Served;

/// What must not be seen in any output.
const NOISE: &[&[(&str, &str)]] = &[
    &[("LC_ALL", "lv_LV.UTF-8"), ("LANG", "de_DE.UTF-8"), ("LANGUAGE", "ar:tr"), ("LC_NUMERIC", "fr_FR")],
    &[("TZ", "Pacific/Kiritimati"), ("SOURCE_DATE_EPOCH", "1")],
    &[
        ("COLUMNS", "40"),
        ("LINES", "5"),
        ("TERM", "dumb"),
        ("NO_COLOR", "1"),
        ("CLICOLOR_FORCE", "1"),
        ("COLORTERM", "truecolor"),
    ],
    &[
        ("USER", "somebody"),
        ("HOME", "/nowhere"),
        ("PATH", "/nowhere"),
        ("RUST_BACKTRACE", "full"),
        ("RAYON_NUM_THREADS", "1"),
    ],
];

/// A copy of the program, under another name, that everybody may run.
static COPY: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("renamed");
    fs::copy(PROGRAM, &path).unwrap();
    open_to_all(folder.path());
    (folder, path)
});

/// Who runs a program elsewhere, and on how many processors: what is not there is said once.
static BEHIND: LazyLock<Vec<String>> = LazyLock::new(|| {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let allowed = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:")).unwrap_or("0").trim();
    let first = allowed.split([',', '-']).next().unwrap_or("0");
    let on_one = format!("taskset -c {first}");
    let (nobody, one) = (is_root() && can(&format!("{NOBODY} true")), can(&format!("{on_one} true")));
    if !nobody {
        say("skipped: no other user without root and `setpriv`");
    }
    if !one {
        say("skipped: no single processor without `taskset`");
    }
    [nobody.then(|| NOBODY.to_owned()), one.then_some(on_one)].into_iter().flatten().collect()
});

/// A run of a line in other surroundings.
fn elsewhere(here: &Path, line: &str, noise: &[&[(&str, &str)]]) -> Command {
    let mut behind =
        BEHIND.iter().flat_map(|words| words.split(' ')).map(std::ffi::OsStr::new).chain([COPY.1.as_os_str()]);
    let mut command = Command::new(behind.next().unwrap());
    command.args(behind).args(words(line)).current_dir(here).env_clear().env("PLEDGEBOOK_BOOK", "book");
    command.envs(noise.iter().flat_map(|some| some.iter().copied())).stdin(Stdio::null());
    // what stands in front of it is found by its path
    if noise.iter().any(|some| some.iter().any(|(name, _)| *name == "PATH")) && !BEHIND.is_empty() {
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    }
    command
}

fn same(line: &str, [one, other]: [&Output; 2], [left, right]: [Tree; 2]) {
    assert_eq!(one.status, other.status, "{line}: {}{}", told(one), told(other));
    assert_eq!(told(one), told(other), "{line}");
    assert!(
        one.stdout == other.stdout,
        "{line} says something else elsewhere: {}",
        String::from_utf8_lossy(&other.stdout)
    );
    assert_eq!(left.keys().collect::<Vec<_>>(), right.keys().collect::<Vec<_>>(), "{line}");
    assert!(left == right, "{line} writes something else elsewhere");
}

#[test]
fn every_command_gives_the_same_bytes_in_other_surroundings() {
    let book = Book::laid_out();
    let coloured = every_line(&book).into_iter().map(|line| (line, " --color never"));
    let lines: Vec<_> = coloured.chain(help_lines().into_iter().map(|line| (line, ""))).collect();
    for (at, (line, colour)) in lines.iter().enumerate() {
        let here = book.copy();
        let plain = program(here.path(), line).output().unwrap();
        assert!(plain.status.success(), "{line}: {}", told(&plain));
        let each: Vec<&[&[(&str, &str)]]> = std::iter::once(NOISE).chain(NOISE.chunks(1)).collect();
        for noise in each.into_iter().take(if cases(0) > 0 { NOISE.len() + 1 } else { 1 }) {
            let there = book.other_copy();
            open_to_all(there.path());
            let colour = if at % 2 == 0 { colour } else { "" };
            let other = elsewhere(there.path(), &format!("{line}{colour}"), noise).output().unwrap();
            same(line, [&plain, &other], [tree(here.path()), tree(there.path())]);
        }
    }
    say(&format!("determinism: {} lines", lines.len()));
}

#[test]
fn a_book_is_the_same_by_any_path_to_it() {
    let book = Book::laid_out();
    for line in some(every_line(&book).into_iter().filter(|line| !line.contains("--format"))) {
        let (here, there) = (book.copy(), book.copy());
        let plain = program(here.path(), &line).output().unwrap();
        let path = there.path().join("book");
        let other = program(there.path(), &line).env("PLEDGEBOOK_BOOK", &path).output().unwrap();
        let short = |bytes: &[u8]| match str::from_utf8(bytes) {
            Ok(text) => text.replace(path.to_str().unwrap(), "book").into_bytes(),
            Err(_) => bytes.to_vec(),
        };
        let other = Output { stdout: short(&other.stdout), stderr: short(&other.stderr), ..other };
        same(&line, [&plain, &other], [tree(here.path()), tree(there.path())]);
    }
}

/// What a run of the explorer answers to one request.
fn page(run: Command) -> String {
    let served = Served::by(run);
    let page = served.ask("/compare").replace(&served.address, "HERE");
    page.lines().filter(|line| !line.starts_with("date:")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_page_is_the_same_in_other_surroundings() {
    let book = Book::laid_out();
    let (here, there) = (book.copy(), book.other_copy());
    open_to_all(there.path());
    let one = page(program(here.path(), "serve --port 0"));
    assert!(one.starts_with("HTTP/1.1 200"), "{one}");
    similar_asserts::assert_eq!(one, page(elsewhere(there.path(), "serve --port 0", NOISE)));
}
