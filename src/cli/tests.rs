//! What holds of every command.

use crate::book::check_free;
use crate::error::Noun;
use crate::question::DERIVATIONS;

use super::*;

/// What a command needs to be told to have something to do.
fn needed<'a>(command: &Command, folder: &'a str) -> Vec<&'a str> {
    match command.name {
        "report" => vec!["-o", folder],
        "explain" => vec!["lva-defence-2025"],
        "diff" => vec!["--as-of", "2025-11-30"],
        "chart" => vec!["share"],
        "export" => vec!["sql", "--dialect", "duckdb", "--years", "2026"],
        "replay" => vec![concat!(env!("CARGO_MANIFEST_DIR"), "/charts/share.svg")],
        "import" => vec!["list"],
        "new" => vec![folder],
        "path" => vec!["nato-hague-core"],
        "sensitivity" => vec!["lva-defence-2026"],
        "why" => vec!["LVA", "2026", "--from", "2025"],
        "claim" => vec!["2.2 billion EUR = 5% of GDP", "--years", "2026"],
        "solve" => vec!["--share", "2%", "--gdp", "45 billion EUR"],
        "completions" => vec!["bash"],
        _ => Vec::new(),
    }
}

#[test]
fn every_command_asks_for_arguments_that_it_has() {
    let folder = tempfile::tempdir().unwrap();
    // one answers for as long as nobody interrupts it
    for command in COMMANDS.iter().filter(|command| command.name != "serve") {
        let place = folder.path().join(command.name);
        let line = [vec!["pledgebook", command.name], needed(command, place.to_str().unwrap())].concat();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console::new(&mut out, &mut err);
        let line: Vec<OsString> = line.into_iter().map(OsString::from).collect();
        let code = run_on(&mut console, &line);
        assert_eq!(code, 0, "{}: {}", command.name, String::from_utf8_lossy(&err));
    }
}

#[test]
fn no_record_is_called_as_what_may_stand_in_the_place_of_its_id() {
    let questions = DERIVATIONS.iter().map(|derivation| derivation.name);
    let rules = crate::analysis::Counterfactual::ALL.iter().map(|rule| rule.word());
    for name in questions.chain(rules) {
        assert!(check_free(Noun::Commitment, name).is_err(), "{name}");
    }
    assert!(check_free(Noun::Definition, options::EVERY).is_err());
}

#[test]
fn help_that_cannot_be_written_is_an_error() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for option in ["--help", "--version", "-h"] {
        let mut err = Vec::new();
        let code = run_on(&mut Console::new(&mut Full, &mut err), &["pledgebook".into(), option.into()]);
        let told = String::from_utf8(err).unwrap();
        assert!(code == 1 && told.starts_with("error: cannot write `standard output`"), "{option}: {told}");
    }
}
