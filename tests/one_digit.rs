//! One digit of the book is changed: every figure that rests on it moves, in all answers alike, and nothing else does.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// A change of the book, and what a figure reads before and after it wherever it is printed.
struct Change {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    before: &'static [&'static str],
    after: &'static [&'static str],
}

/// What each kind of input moves for `lva-defence-2026` on `publisher:MoF`: the pledge comes to 5% of GDP, 2 157.966637 m is spent.
const CHANGES: &[Change] = &[
    Change {
        file: "series/latvia-gdp.csv",
        from: "2026,43953,",
        to: "2026,43853,",
        before: &["43 953 m", "2 197.65", "39.68", "1.81% below"],
        after: &["43 853 m", "2 192.65", "34.68", "1.58% below"],
    },
    Change {
        file: "series/latvia-defence.csv",
        from: "2026,2157.966637,",
        to: "2026,2158.966637,",
        before: &["2 157.966637", "39.68", "43 159.33"],
        after: &["2 158.966637", "38.68", "43 179.33"],
    },
    Change {
        file: "commitments/latvia.toml",
        from: "\"about 5% of GDP\"\nin         = 2026\n",
        to: "\"about 4% of GDP\"\nin         = 2026\n",
        before: &["about 5% of GDP", "2 197.65", "39.68", "43 159.33"],
        after: &["about 4% of GDP", "1 758.12", "-399.85", "53 949.17"],
    },
];

fn answer(book: &Path, args: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_pledgebook")).args(args).arg("--book").arg(book).output().unwrap();
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// The answers about one commitment: its derivation, its amount, its verdict.
fn answers(book: &Path) -> [String; 3] {
    let id = "lva-defence-2026";
    [
        answer(book, &["explain", id, "--basis", "publisher:MoF"]),
        answer(book, &["amounts", "--commitment", id, "--scenario", "publisher:MoF"]),
        answer(book, &["verdicts", "--commitment", id, "--basis", "publisher:MoF", "--format", "json"]),
    ]
}

/// Whether a figure stands in a text, its thousands apart or not.
fn holds(text: &str, figure: &str) -> bool {
    text.contains(figure) || text.contains(&figure.replace(' ', ""))
}

#[test]
fn every_figure_that_rests_on_a_digit_moves_with_it() {
    let here = TempDir::new().unwrap();
    let book = here.path().join("book");
    let new = Command::new(env!("CARGO_BIN_EXE_pledgebook")).arg("new").arg(&book).output().unwrap();
    assert!(new.status.success());
    let before = answers(&book);
    for change in CHANGES {
        let path = book.join(change.file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(change.from).count(), 1, "{} in {}", change.from, change.file);
        fs::write(&path, text.replace(change.from, change.to)).unwrap();
        let after = answers(&book);
        fs::write(&path, text).unwrap();
        for (old, new) in change.before.iter().zip(change.after) {
            let (was, is): (Vec<bool>, Vec<bool>) = before
                .iter()
                .zip(&after)
                .map(|(before, after)| (holds(before, old), holds(after, new) && !holds(after, old)))
                .unzip();
            assert!(was.contains(&true), "nothing printed {old}");
            assert_eq!(was, is, "{old} became {new} in some answers alone:\n{}", after.join("\n"));
        }
    }
    assert_eq!(answers(&book), before, "the same book gives the same answers");
}
