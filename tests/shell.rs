//! A shell finds out what could follow, and a page for `man` on every command.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn pledgebook() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_pledgebook"));
    program.env_remove("PLEDGEBOOK_BOOK");
    program
}

fn text(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a shell is told that asks what the last of these words could be, as the scripts ask.
fn offered(shell: &str, line: &[&str]) -> Vec<String> {
    let asked = pledgebook()
        .args(["--", "pledgebook"])
        .args(line)
        .envs([("_PLEDGEBOOK_COMPLETE", shell), ("_CLAP_IFS", "\n")])
        .env("_CLAP_COMPLETE_INDEX", line.len().to_string())
        .output();
    // fish and zsh are told what each is, too
    let ends = match shell {
        "zsh" => ':',
        _ => '\t',
    };
    let told = text(asked.unwrap());
    let mut names: Vec<_> = told.lines().filter_map(|line| line.split(ends).next()).map(str::to_owned).collect();
    names.sort();
    names
}

#[test]
fn what_could_follow_are_the_names_that_there_are() {
    for shell in ["bash", "fish", "zsh"] {
        for (line, names) in [
            (&["amo"][..], &["amounts"][..]),
            (&["amounts", "--country", "E"], &["ESP", "EST"]),
            (&["explain", "est-defence-"], &["est-defence-2026", "est-defence-mean"]),
            (&["verdicts", "--commitment", "lva-law-2024"], &["lva-law-2024"]),
            (&["verdicts", "--basis", "bud"], &["budgeted"]),
            (&["why", "LV"], &["LVA"]),
            (&["chart", "sc"], &["scenarios", "scoreboard"]),
            (&["chart", "share", "--format", ""], &["png", "svg"]),
            (&["import", "ecb"], &["ecb-fx"]),
            (&["export", "sql", "--dialect", "d"], &["datafusion", "duckdb"]),
            (&["man", "am"], &["amounts"]),
            (&["verify", "--as", "ecb"], &["ecb-fx"]),
            (&["amounts", "--compare", "rec"], &["recession"]),
            (&["explain", "--format", ""], &["json", "md", "table"]),
            (&["explain", "nato-hague-c"], &["nato-hague-core"]),
            (&["timeline", "--family", "def"], &["defence"]),
        ] {
            assert_eq!(offered(shell, line), names, "{shell}: {line:?}");
        }
    }
}

#[test]
fn they_are_those_of_the_book_that_the_line_names() {
    let book = Path::new(ROOT).join("tests/books/tracked");
    let own = offered("bash", &["amounts", "--book", book.to_str().unwrap(), "--commitment", ""]);
    let table = text(
        pledgebook()
            .args(["commitments", "--country", "all", "--format", "csv", "--book"])
            .arg(&book)
            .output()
            .unwrap(),
    );
    let ids: BTreeSet<_> = table.lines().skip(1).map(|row| row.split(',').nth(1).unwrap()).collect();
    assert_eq!(own, Vec::from_iter(ids), "each once, also where several countries pledge together");
    assert!(!own.is_empty());
    let recessions = |line: &[&str]| offered("bash", &[line, &["--scenario", "recession"]].concat());
    assert_eq!(recessions(&["amounts"]), ["recession"], "one of the compiled-in book's own country");
    assert!(recessions(&["amounts", "--country", "EST"]).is_empty(), "which no other country has");
}

#[test]
fn a_book_that_cannot_be_read_offers_nothing_and_says_nothing() {
    let mut program = pledgebook();
    program.args(["--", "pledgebook", "--book", "missing", "amounts", "--commitment", ""]);
    let asked = program.envs([("_PLEDGEBOOK_COMPLETE", "bash"), ("_CLAP_COMPLETE_INDEX", "5")]).output().unwrap();
    assert_eq!((asked.status.code(), asked.stdout, asked.stderr), (Some(0), vec![], vec![]));
}

/// Asks about the last of the words that bash makes of a line.
const ASKING: &str = r#"
source <(pledgebook completions bash)
COMP_WORDS=(pledgebook "$@") COMP_CWORD=$#
last=${!#}
_pledgebook pledgebook "${last##[:=]}" "" && printf '%s\n' "${COMPREPLY[@]}"
"#;

#[test]
fn bash_completes_what_it_takes_for_several_words() {
    let programs = Path::new(env!("CARGO_BIN_EXE_pledgebook")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
    for (words, names) in [
        ("publisher:I", "publisher:IMF"),
        ("publisher : I", "IMF"),
        ("publisher : M", "MoF"),
        ("publisher :", "CSB MoF IMF NATO"),
        ("= publisher : I", "IMF"),
        ("= bud", "budgeted"),
        ("latest --definition = nat", "nato nato-equipment"),
    ] {
        let mut bash = Command::new("bash");
        bash.args(["-c", ASKING, "bash", "verdicts", "--basis"]).args(words.split(' ')).env("PATH", &path);
        match bash.env_remove("PLEDGEBOOK_BOOK").output() {
            Err(_) => return writeln!(std::io::stderr(), "skipped: no bash to try its completions in").unwrap(),
            Ok(told) => assert_eq!(text(told).split_whitespace().collect::<Vec<_>>().join(" "), names, "{words}"),
        }
    }
}

#[test]
fn a_shell_that_nobody_knows_is_no_reason_for_silence() {
    let asked = pledgebook().args(["amounts"]).env("_PLEDGEBOOK_COMPLETE", "nonsense").output().unwrap();
    let told = String::from_utf8(asked.stderr).unwrap();
    assert!(asked.status.code() == Some(2) && told.contains("_PLEDGEBOOK_COMPLETE"), "{told}");
}

#[test]
fn every_shell_gets_a_script_that_asks_the_program() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = text(pledgebook().args(["completions", shell]).output().unwrap());
        assert!(script.contains("_PLEDGEBOOK_COMPLETE"), "{shell}: {script}");
    }
}

#[test]
fn every_command_has_a_page_with_its_options_and_examples() {
    let here = tempfile::tempdir().unwrap();
    let pages = here.path().join("man1");
    text(pledgebook().args(["man", "-o"]).arg(&pages).output().unwrap());
    let help = text(pledgebook().arg("--help").output().unwrap());
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    for name in commands.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        let page = fs::read_to_string(pages.join(format!("pledgebook-{name}.1"))).unwrap();
        assert!(page.contains(".SH EXAMPLES") && page.contains("\\-\\-color"), "{name}");
        assert_eq!(text(pledgebook().args(["man", name]).output().unwrap()), page, "{name}");
    }
    let inside = fs::read_to_string(pages.join("pledgebook-chart-path.1")).unwrap();
    assert_eq!(text(pledgebook().args(["man", "chart", "path"]).output().unwrap()), inside);
}

#[test]
fn the_long_version_says_which_book_answers() {
    let version = |arguments: &[&str]| text(pledgebook().args(arguments).output().unwrap());
    let program = concat!("pledgebook ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(version(&["-V"]), program);
    let book = Path::new(ROOT).join("tests/books/tracked");
    let told = version(&["--book", book.to_str().unwrap(), "--version"]);
    let svg = text(pledgebook().args(["chart", "share", "--book"]).arg(&book).output().unwrap());
    let fingerprint = told.lines().find_map(|line| line.strip_prefix("fingerprint  ")).unwrap();
    assert!(told.starts_with(program) && svg.contains(fingerprint), "{told}");
    assert_eq!(version(&["--version", "--as-of", "2025-11-20"]).lines().nth(2), Some("as of        2025-11-20"));
    for wrong in [&["--version", "--book"][..], &["--version", "--nonsense"], &["--version", "extra"]] {
        assert_eq!(pledgebook().args(wrong).output().unwrap().status.code(), Some(2), "{wrong:?}");
    }
    let wrong = pledgebook().args(["--book", "missing", "--version"]).output().unwrap();
    assert_eq!((wrong.status.code(), String::from_utf8(wrong.stdout).unwrap()), (Some(1), program.to_owned()));
}
