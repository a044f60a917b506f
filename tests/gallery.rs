//! What the project shows of itself is what the program gives: the pictures in `charts/`, the README's table and lists.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says why")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use pledgebook::chart::CHARTS;
use pledgebook::render::FORMATS;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What a command writes about the compiled-in book, in a folder of its own.
fn written(command: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("written");
    let program = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .args(command)
        .arg("-o")
        .arg(&inner)
        .env_remove("PLEDGEBOOK_BOOK")
        .output()
        .unwrap();
    assert!(program.status.success(), "{}", String::from_utf8_lossy(&program.stderr));
    (folder, inner)
}

/// The pictures that have to be told something, each with what it is told; places are below the root of the project.
const TOLD: &[(&str, &[&str])] = &[
    ("fan", &["--gdp", "tests/gallery/scenarios.csv"]),
    ("why", &["LVA", "2026", "--from", "2025"]),
    ("sensitivity", &["lva-defence-2026", "--growth", "-2..2:1", "--share", "4.5..5.5:0.25"]),
];

/// Draws them beside the others.
fn draw_told(charts: &Path) {
    for (name, told) in TOLD {
        for ending in ["svg", "png"] {
            let picture = charts.join(format!("{name}.{ending}"));
            let mut program = Command::new(env!("CARGO_BIN_EXE_pledgebook"));
            program.current_dir(root()).args(["chart", name]).args(*told).arg("-o").arg(&picture);
            assert!(program.env_remove("PLEDGEBOOK_BOOK").status().unwrap().success(), "{name}");
        }
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Whether the gallery is to be written anew, which nobody does by accident.
fn blessed() -> bool {
    let wanted = env::var_os("PLEDGEBOOK_BLESS").is_some_and(|value| value == "1");
    assert!(!(wanted && env::var_os("CI").is_some()), "expectations are not rewritten where CI is set");
    wanted
}

#[test]
fn charts_are_all_there_are_and_what_has_to_be_told_something() {
    let (_folder, charts) = written(&["chart", "all"]);
    draw_told(&charts);
    let blessed = blessed();
    for chart in CHARTS {
        for ending in ["svg", "png"] {
            let name = format!("{}.{ending}", chart.name);
            let (shown, drawn) = (root().join("charts").join(&name), charts.join(&name));
            if blessed {
                fs::copy(&drawn, &shown).unwrap();
            }
            assert!(
                fs::read(shown).unwrap() == fs::read(drawn).unwrap(),
                "{name} differs from what is drawn now; look at both, then bless"
            );
        }
    }
    let gallery = fs::read_dir(root().join("charts")).unwrap().count();
    // no test draws the explorer: a browser shows `/country?growth=2026=1.5%25,2027=4.2%25,2028=5.2%25` of `serve`, 1280 × 900
    assert_eq!(
        gallery,
        CHARTS.len() * 2 + 1,
        "`charts/` holds two files for each chart, `explorer.png` and nothing else"
    );
}

#[test]
fn readme_shows_the_table_of_the_report() {
    let (_folder, report) = written(&["report"]);
    let readme = read(&root().join("README.md"));
    let (_, rest) = readme.split_once("<!-- from report/README.md -->\n").unwrap();
    let (table, _) = rest.split_once("<!-- until here -->").unwrap();
    assert!(read(&report.join("README.md")).contains(table), "the README's table is not that of the report:\n{table}");
}

#[test]
fn readme_names_everything_there_is() {
    let readme = read(&root().join("README.md"));
    let help = Command::new(env!("CARGO_BIN_EXE_pledgebook")).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 5, "{help}");
    for command in commands.into_iter().filter(|command| *command != "help") {
        let named = readme.contains(&format!("| `{command}`")) || readme.contains(&format!("| `{command} "));
        assert!(named, "the README's table of commands lacks `{command}`");
    }
    let names = CHARTS.iter().map(|chart| chart.name).chain(FORMATS.iter().map(|format| format.name));
    for name in names {
        assert!(readme.contains(&format!("`{name}`")), "the README does not name `{name}`");
    }
}
