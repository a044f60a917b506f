//! Every kind of error and warning has a folder of its own under `tests/cases` that shows it, and no such folder is without a kind.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pledgebook::Error;
use pledgebook::book::{Book, Commitment, Files, Reading};
use pledgebook::chart::{Figure, Options, png};
use pledgebook::error::Kind;
use pledgebook::quantity::{Date, Decimal, Ratio};
use pledgebook::question::{Query, question};
use pledgebook::render::{Format, Layout, RenderError};
use pledgebook::table::{Table, columns};

/// A kind that no file and no command line can provoke, why not, and how to meet it in the library.
struct Unmet {
    name: &'static str,
    reason: &'static str,
    provoke: fn() -> Option<Error>,
}

/// Kinds without a folder. Keep it short: what a person can meet belongs under `tests/cases`.
const UNMET: &[Unmet] = &[
    Unmet {
        name: "division-by-zero",
        reason: "GDP, pledges and the defence spending that one is a share of are above zero, and nothing else is divided by",
        provoke: || Ratio::new(Decimal::ONE, Decimal::ZERO).err(),
    },
    Unmet {
        name: "no-such-column",
        reason: "a picture asks its own question, whose table has the columns",
        provoke: || {
            let book = Book::embedded().ok()?;
            let query = Query::new(&book, book.latest_date()?);
            let table = (question("gdp")?.build)(&query).ok()?;
            table.column(&columns::VERDICT).err()
        },
    },
    Unmet {
        name: "not-a-member",
        reason: "the command line answers all the same, or names the commitment in a note",
        provoke: || {
            let book = Book::embedded().ok()?;
            let own = book.commitments.iter().find(|own| own.group.is_some())?;
            let own = Commitment { announced: Date::FIRST, ..own.clone() };
            own.check_announced(Date::FIRST).err()
        },
    },
    #[cfg(feature = "serve")]
    Unmet {
        name: "no-port",
        reason: "another program has to have the port",
        provoke: || {
            let taken = std::net::TcpListener::bind("127.0.0.1:0").ok()?;
            pledgebook::serve::listen(taken.local_addr().ok()?.port()).err()
        },
    },
    Unmet {
        name: "too-many-of-members",
        reason: "its file would be larger than anybody reads; `tests/trust/limits.rs` writes it",
        provoke: || {
            let group = "[[group]]\nid = 'PACT'\ntitle = 'Pact'\nmembers = [{ country = 'LVA', since = 2000-01-01 }]\n";
            let promises = format!("country = 'PACT'\n#{}\n", "x".repeat(8 << 20));
            let files = [
                ("book.toml", "title = 'T'\ncountry = 'LVA'\npublishers = ['P']\n"),
                ("definitions.toml", ""),
                ("scenarios.toml", ""),
                ("sources.toml", ""),
                ("series/none.csv", ""),
                ("groups.toml", group),
                ("commitments/pact.toml", &promises),
            ];
            let reading = Reading::new(&Files::from_memory("", files).ok()?);
            reading.findings().iter().find(|error| matches!(error.kind(), Kind::TooManyOfMembers { .. })).cloned()
        },
    },
    Unmet {
        name: "picture-failed",
        reason: "the command line takes no size or scale without pixels",
        provoke: || png(&Figure::default(), &Options { scale: 0, ..Options::default() }).err(),
    },
    Unmet {
        name: "workbook-failed",
        reason: "the system has to lack threads, as in `tests/trust/threads.rs`",
        provoke: || {
            let book = Book::embedded().ok()?;
            let table = (question("gdp")?.build)(&Query::new(&book, book.latest_date()?)).ok()?;
            let table = Table { name: "a name that no sheet may have: /", ..table };
            match Format::named("xlsx").ok()?.render(&table, &Layout::default(), &mut Vec::new()) {
                Err(RenderError::Value(error)) => Some(error),
                Err(RenderError::Write(_)) | Ok(()) => None,
            }
        },
    },
];

/// The folders of cases, by name.
fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Whether the message pattern makes `text`: the literal pieces around its fields stand there in order.
fn matches(pattern: &str, text: &str) -> bool {
    let literals: Vec<&str> = pattern.split(['{', '}']).step_by(2).collect();
    let [first, middle @ .., last] = &literals[..] else { return text == pattern };
    let inside = text.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    inside.and_then(|inside| middle.iter().try_fold(inside, |rest, piece| Some(rest.split_once(piece)?.1))).is_some()
}

/// The kinds that a case may show: its own by its name, and the severity in its name.
fn kinds_of(case: &str) -> Vec<(&'static str, &'static str)> {
    let name = case.split_once('-').map_or(case, |(_, name)| name);
    let is_own = |(kind, _): &&(&str, &str)| name == *kind || name.starts_with(&format!("{kind}-"));
    Kind::ALL.iter().filter(is_own).copied().collect()
}

fn is_shown(case: &Path, severity: &str, pattern: &str) -> bool {
    let said = fs::read_to_string(case.join("stderr")).unwrap_or_default();
    said.lines().filter_map(|line| line.strip_prefix(severity)?.strip_prefix(": ")).any(|line| matches(pattern, line))
}

/// `error` or `warning`, if the name of a case begins with it.
fn severity(case: &str) -> Option<&'static str> {
    ["error", "warning"].into_iter().find(|severity| case.starts_with(&format!("{severity}-")))
}

#[test]
fn every_kind_has_a_folder_that_shows_it() {
    let cases = cases();
    for (name, pattern) in Kind::ALL.iter().filter(|(name, _)| UNMET.iter().all(|unmet| unmet.name != *name)) {
        let shown = ["error", "warning"].iter().any(|severity| {
            let folder = format!("{severity}-{name}");
            cases.iter().any(|case| case.ends_with(&folder) && is_shown(case, severity, pattern))
        });
        assert!(shown, "no folder `error-{name}` (or `warning-{name}`) whose stderr says {pattern:?}");
    }
}

#[test]
fn every_such_folder_shows_the_kind_in_its_name() {
    for case in cases() {
        let name = case.file_name().unwrap().to_str().unwrap();
        let Some(severity) = severity(name) else { continue };
        let shown = kinds_of(name).iter().any(|(_, pattern)| is_shown(&case, severity, pattern));
        assert!(shown, "`{name}` is named after a kind that its stderr does not show");
    }
}

#[test]
fn a_kind_without_a_folder_is_met_in_the_library() {
    for unmet in UNMET {
        let met = (unmet.provoke)().map(|error| error.kind().name());
        assert_eq!(met, Some(unmet.name), "{}", unmet.reason);
        let folder = format!("error-{}", unmet.name);
        assert!(!cases().iter().any(|case| case.ends_with(&folder)), "`{folder}` exists: take it off the list");
    }
}

#[test]
fn every_finding_has_a_way_out() {
    let cases = cases();
    let without: Vec<String> =
        cases.iter().flat_map(|case| findings(case)).filter(|f| !f.contains("= help: ")).collect();
    assert!(without.is_empty(), "no way out:\n{}", without.join("\n"));
}

/// The findings in the stderr of a case about a kind, without the line that counts them.
fn findings(case: &Path) -> Vec<String> {
    if severity(case.file_name().unwrap().to_str().unwrap()).is_none() {
        return Vec::new();
    }
    let said = fs::read_to_string(case.join("stderr")).unwrap_or_default();
    let counts =
        |text: &str| text.split_once(": ").is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()));
    said.split("\n\n").filter(|finding| !counts(finding)).map(str::to_owned).collect()
}

#[test]
fn names_and_messages_of_kinds_are_in_one_style() {
    let names: BTreeSet<&str> = Kind::ALL.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), Kind::ALL.len(), "two kinds bear one name");
    for (name, pattern) in Kind::ALL {
        assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{name}");
        let proper = ["GDP", "PNG", "NUL", "TOML", "UTF-8"].iter().any(|word| pattern.contains(word));
        assert!(proper || pattern.starts_with(|c: char| !c.is_uppercase()), "{pattern}: a capital letter");
        assert!(!pattern.ends_with(['.', '!']), "{pattern}: a full stop");
    }
}

#[test]
fn a_pattern_matches_its_message_and_no_other() {
    assert!(matches("`{text}` is not a year", "`FY25` is not a year"));
    assert!(!matches("`{text}` is not a year", "`FY25` is not a number"));
    assert!(matches("cannot write `{path}`: {reason}", "cannot write `a`: it is read-only"));
    assert!(!matches("the file is empty", "the file is empty indeed"));
}
