//! What holds of options: each changes what comes out, or is refused with the reason.
//!
//! Every command line below is tried with every option of its command, as the tree of commands has it. A new option wants a
//! sensible value in [`sample`](samples::sample); until then the law does not hold.

mod samples; // lines that are tried, and what their options are given

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::console::Console;
use super::{COMMANDS, root, run_on};
use crate::chart::CHARTS;
use samples::{BOOK, LINES, READS_NO_BOOK, sample};

/// What is read: a book, another one, and a scenario file with a line that is wrong and one that is out of scale.
fn inputs(folder: &Path) {
    let north = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/north");
    copy(&north, &folder.join("book"), &|text| text);
    let others = [
        ("Fund", "Funds"),
        ("Alliance", "Allies"),
        ("Defence", "Defense"),
        ("0.25%", "0.26%"),
        ("5.09,%", "5.08,%"),
        ("about 5.4%", "about 5.3%"),
        ("at least 5.0%", "at least 4.9%"),
        ("at least 4.0%", "at least 4.1%"),
        ("3.42,%", "3.43,%"),
        ("outturn,StatEst", "estimate,StatEst"),
    ];
    copy(&north, &folder.join("other"), &|text| others.iter().fold(text, |text, (from, to)| text.replace(from, to)));
    let feed = "scenario,year,gdp_million\nlow,2024,39000.25\nlow,2026,44000.5\nlow,2025,4x\nlow,2027,46\n";
    fs::write(folder.join("feed.csv"), feed).unwrap();
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/verify-file/files/ours.csv");
    fs::copy(ours, folder.join("ours.csv")).unwrap();
    let figures = "country,measure,year,value,unit,kind,publisher\n\
                   EST,gdp,2024,39500,EUR million,outturn,Fund\nEST,gdp,2025,41000,EUR million,estimate,Fund\n\
                   NOR,gdp,2024,5200000,NOK million,outturn,Fund\n";
    fs::write(folder.join("figures.csv"), figures).unwrap();
    let path = "scenario,year,gdp_million\nlow,2024,39000.25\nlow,2026,44000.5\n";
    fs::write(folder.join("path.csv"), path).unwrap();
    for line in ["chart share -o IN/share.svg", "chart fan --gdp IN/path.csv -o IN/fan.svg"] {
        let drawn = outcome(folder, &words(&format!("{line} --size 400x300 --book IN/book")));
        assert_eq!(drawn.code, 0, "{line}: {}", drawn.err);
    }
}

fn copy(from: &Path, to: &Path, change: &dyn Fn(String) -> String) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to, change);
        } else {
            fs::write(to, change(fs::read_to_string(path).unwrap())).unwrap();
        }
    }
}

/// What a run says and writes, wherever it ran.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    code: u8,
    out: Vec<u8>,
    err: String,
    files: Vec<(PathBuf, Vec<u8>)>,
}

/// Runs a line of arguments before a terminal of 80 columns.
fn outcome(inputs: &Path, line: &[String]) -> Outcome {
    let place = tempfile::tempdir().unwrap();
    let (read, written) = (inputs.to_str().unwrap(), place.path().to_str().unwrap());
    let line = line.iter().map(|word| word.replace("IN/", &format!("{read}/")).replace("OUT/", &format!("{written}/")));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console::new(&mut out, &mut err);
    console.out_is_terminal = true;
    let line: Vec<OsString> = ["pledgebook".to_owned()].into_iter().chain(line).map(Into::into).collect();
    let code = run_on(&mut console, &line);
    let err = String::from_utf8(err).unwrap().replace(read, "IN").replace(written, "OUT");
    let mut files = Vec::new();
    collect(place.path(), place.path(), &mut files);
    Outcome { code, out, err, files }
}

fn collect(folder: &Path, within: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, within, files);
        } else {
            files.push((path.strip_prefix(within).unwrap().to_owned(), fs::read(&path).unwrap()));
        }
    }
}

/// The same without the command that a picture records, which every option changes.
fn seen(outcome: &Outcome) -> Outcome {
    let bare = |bytes: &Vec<u8>| match str::from_utf8(bytes) {
        Ok(text) => text.split_inclusive('\n').filter(|line| !line.starts_with("Command: ")).collect::<String>().into(),
        Err(_) => bytes.clone(),
    };
    let files = outcome.files.iter().map(|(path, bytes)| (path.clone(), bare(bytes))).collect();
    Outcome { code: outcome.code, out: bare(&outcome.out), err: outcome.err.clone(), files }
}

/// The words of a line; `_` is a blank inside of one.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(|word| word.replace('_', " ")).collect()
}

/// The command of a line, inside of another or not, and its names.
fn command_of<'r>(root: &'r clap::Command, line: &str) -> (&'r clap::Command, String) {
    let (mut command, mut names) = (root, Vec::new());
    for name in words(line) {
        let Some(inner) = command.find_subcommand(&name) else { break };
        command = inner;
        names.push(name);
    }
    (command, names.join(" "))
}

/// How an option fares in a line.
enum Fared {
    Refused,
    /// It changes nothing but what a picture records.
    Recorded,
    Seen,
}

/// How each option of the command of a line fares there, or what is wrong with it.
fn tried(inputs: &Path, line: &str) -> Vec<Result<(String, Fared), String>> {
    let mut root = root();
    root.build();
    let (command, _) = command_of(&root, line);
    let said = |flag: &str| words(line).iter().any(|word| word == flag);
    let options = command.get_arguments().filter(|option| {
        let short = option.get_short().is_some_and(|short| said(&format!("-{short}")));
        // these books have fewer findings than are shown anyway
        if line == "check" && option.get_id() == "all" {
            return false;
        }
        option.get_long().is_some_and(|long| !["help", "color"].contains(&long) && !said(&format!("--{long}")))
            && !short
    });
    let mut known = BTreeMap::new();
    let tried = options.map(|option| {
        let name = option.get_long().unwrap();
        let (value, beside) = sample(line, name);
        let beside = if beside.split(' ').next().is_some_and(said) { "" } else { beside };
        let book =
            if name == "book" || READS_NO_BOOK.iter().any(|one| line.starts_with(one)) { "" } else { "--book IN/book" };
        let base = words(&format!("{line} {book} {beside}"));
        let mut with = [base.clone(), vec![format!("--{name}")]].concat();
        with.extend((!value.is_empty()).then(|| value.to_owned()));
        let before = if name == "book" { words(&format!("{line} --book {BOOK} {beside}")) } else { base };
        let before = known.entry(before.clone()).or_insert_with(|| outcome(inputs, &before));
        let after = outcome(inputs, &with);
        match after.code {
            2 if after.err.contains(&format!("--{name}")) => Ok((name.to_owned(), Fared::Refused)),
            2 => Err(format!("`{line} --{name} {value}` is refused without a reason: {}", after.err)),
            _ if *before == after => Err(format!("`{line} --{name} {value}` changes nothing")),
            _ if seen(before) == seen(&after) => Ok((name.to_owned(), Fared::Recorded)),
            _ => Ok((name.to_owned(), Fared::Seen)),
        }
    });
    tried.collect()
}

#[test]
fn every_option_changes_something_or_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    inputs(folder.path());
    let (root, by_themselves) = (root(), CHARTS.iter().filter(|chart| chart.needs.is_none()));
    let of_charts = by_themselves.map(|chart| format!("chart {} --size 400x300", chart.name));
    let lines: Vec<String> = LINES.iter().map(|line| (*line).to_owned()).chain(of_charts).collect();
    let (mut wrong, mut taken, mut recorded, mut refused) =
        (Vec::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for line in &lines {
        let (_, command) = command_of(&root, line);
        for fared in tried(folder.path(), line) {
            match fared {
                Ok((option, Fared::Seen)) => taken.insert((command.clone(), option)),
                Ok((option, Fared::Recorded)) => recorded.insert((command.clone(), option)),
                Ok((option, Fared::Refused)) => refused.insert((command.clone(), option)),
                Err(what) => {
                    wrong.push(what);
                    false
                }
            };
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let tried: BTreeSet<&String> = taken.iter().map(|(command, _)| command).collect();
    assert!(COMMANDS.iter().all(|command| ["completions", "serve"].contains(&command.name) || tried.contains(&command.name.to_owned())));
    let unseen: Vec<_> = recorded.difference(&taken).collect();
    assert!(unseen.is_empty(), "offered, and seen in no picture: {unseen:?}");
    let hidden = |(command, option): &&(String, String)| {
        let (own, _) = command_of(&root, command);
        own.get_arguments().any(|own| own.is_hide_set() && own.get_id() == option.as_str())
    };
    // a line that says an option is tried with it
    let said = |(command, option): &&(String, String)| {
        LINES.iter().any(|line| line.starts_with(command.as_str()) && line.contains(&format!("--{option}")))
    };
    // how an answer is written is the same inside of a command
    let outside = |(command, option): &&(String, String)| {
        taken.contains(&(command.split(' ').next().unwrap_or_default().to_owned(), option.clone()))
    };
    let never = refused.difference(&taken).filter(|one| !hidden(one) && !said(one) && !outside(one));
    let never: Vec<_> = never.collect();
    assert!(never.is_empty(), "offered, and refused everywhere: {never:?}");
}
