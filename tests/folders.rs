//! Commands that write whole folders, and the scripts of shells: their pictures and long texts are checked, not kept.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use pledgebook::chart::CHARTS;
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A folder in which the report on the compiled-in book stands; drawing it takes a while.
static SHIPPED: LazyLock<TempDir> = LazyLock::new(|| {
    let here = tempfile::tempdir().unwrap();
    done(here.path(), &["report", "-o", "elsewhere/briefing"]);
    here
});

fn pledgebook(here: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pledgebook")).args(args).current_dir(here).env_clear().output().unwrap()
}

fn done(here: &Path, args: &[&str]) -> String {
    let output = pledgebook(here, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The files below a folder, by their path in it; hidden ones too.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, fs::read(path).unwrap());
        }
    }
    found
}

fn names(folder: &Path) -> Vec<String> {
    files(folder).into_keys().collect()
}

/// The pictures for which a book is enough.
fn pictures() -> impl Iterator<Item = &'static str> {
    CHARTS.iter().filter(|chart| chart.needs.is_none()).map(|chart| chart.name)
}

/// The files of a report: the page, the answers, and of each picture both formats and its data.
fn report_files() -> Vec<String> {
    let answers = [
        ".pledgebook",
        "README.md",
        "amounts.csv",
        "annex.md",
        "commitments.csv",
        "datapackage.json",
        "gdp.csv",
        "index.html",
        "report.xlsx",
        "sources.csv",
        "verdicts.csv",
    ];
    let pictures = pictures().flat_map(|name| ["svg", "png", "csv"].map(|ending| format!("charts/{name}.{ending}")));
    let mut files: Vec<String> = answers.map(str::to_owned).into_iter().chain(pictures).collect();
    files.sort();
    files
}

#[test]
fn a_report_is_the_answers_in_one_folder() {
    let (here, report) = (SHIPPED.path(), SHIPPED.path().join("elsewhere/briefing"));
    let expected: Vec<String> = report_files().iter().map(|name| format!("elsewhere/briefing/{name}")).collect();
    assert_eq!(names(here), expected);
    for name in ["amounts", "verdicts", "gdp", "commitments"] {
        let answer = done(here, &[name, "--format", "csv"]);
        assert_eq!(fs::read_to_string(report.join(format!("{name}.csv"))).unwrap(), answer, "{name}.csv");
    }
    for name in pictures() {
        let svg = fs::read_to_string(report.join(format!("charts/{name}.svg"))).unwrap();
        let (_, recorded) = svg.split_once("pledgebook chart ").unwrap();
        let recorded = recorded.split_once('\n').unwrap().0.split_whitespace();
        assert_eq!(svg, done(here, &std::iter::once("chart").chain(recorded).collect::<Vec<_>>()), "{name}.svg");
        assert!(svg.contains("<title") && svg.contains("<desc") && svg.contains("role=\"img\""));
    }
    // the command of a report is that of the SVG, whose type a PNG has no use for
    let painted = |png: &[u8]| png.windows(4).position(|name| name == b"IDAT").map(|at| png[at..].to_vec());
    let png = fs::read(report.join("charts/share.png")).unwrap();
    let alone = pledgebook(here, &["chart", "share", "--preset", "a4-column", "--format", "png"]).stdout;
    assert!(painted(&png).is_some() && painted(&png) == painted(&alone));
}

#[test]
fn a_report_names_every_file_and_no_path() {
    let report = SHIPPED.path().join("elsewhere/briefing");
    let page = fs::read_to_string(report.join("README.md")).unwrap();
    let led_to =
        report_files().into_iter().filter(|name| ![".pledgebook", "README.md", "index.html"].contains(&&**name));
    let annex = fs::read_to_string(report.join("annex.md")).unwrap();
    for name in led_to {
        let link = format!("({name})");
        assert!(page.contains(&link) || annex.contains(&link), "neither the page nor its annex leads to `{name}`");
    }
    let index = fs::read_to_string(report.join("index.html")).unwrap();
    for name in pictures() {
        assert!(index.contains(&format!("<desc id=\"{name}-d\">")), "`{name}` is not on the page of one file");
    }
    assert!(!page.contains("elsewhere") && !page.contains(SHIPPED.path().to_str().unwrap()));
    assert!(page.ends_with('\n') && !page.ends_with("\n\n"), "a text ends with one line end");
}

#[test]
fn the_same_book_gives_the_same_report_from_anywhere() {
    let there = tempfile::tempdir().unwrap();
    done(there.path(), &["new", "mine"]);
    done(there.path(), &["report", "--book", "mine", "-o", "again"]);
    assert_eq!(files(&SHIPPED.path().join("elsewhere/briefing")), files(&there.path().join("again")));
}

#[test]
fn a_report_on_several_countries_holds_the_report_on_each() {
    let here = tempfile::tempdir().unwrap();
    let allies = Path::new(ROOT).join("tests/books/allies");
    let report = |arguments: &[&str]| {
        done(here.path(), &[&["report", "--book", allies.to_str().unwrap()], arguments].concat());
    };
    report(&["--country", "all"]);
    let page = fs::read_to_string(here.path().join("report/README.md")).unwrap();
    let index = fs::read_to_string(here.path().join("report/index.html")).unwrap();
    assert!(page.starts_with("# What AAA and BBB have pledged\n"), "{page}");
    for (country, title, unit) in
        [("AAA", "# What AAA has pledged\n", "EUR million"), ("BBB", "# What BBB has pledged\n", "USD million")]
    {
        report(&["--country", country, "-o", country]);
        let mut alone = files(&here.path().join(country));
        assert!(alone.remove(".pledgebook").is_some());
        assert_eq!(files(&here.path().join("report").join(country)), alone, "{country}");
        let own = String::from_utf8(alone.remove("README.md").unwrap()).unwrap();
        let annex = String::from_utf8(alone.remove("annex.md").unwrap()).unwrap();
        assert!(own.starts_with(title) && annex.contains("`progress`") && annex.contains(unit), "{own}{annex}");
        assert!(page.contains(&format!("## [{country}]({country}/README.md)\n\nPledged on ")), "{page}");
        assert!(index.contains(&format!("<h2><a href=\"{country}/index.html\">{country}</a></h2>")), "{index}");
    }
}

#[test]
fn a_report_replaces_its_own_folder_and_an_empty_one() {
    let here = tempfile::tempdir().unwrap();
    let report = here.path().join("report");
    let small = Path::new(ROOT).join("tests/books/small");
    let write = || done(here.path(), &["report", "--book", small.to_str().unwrap()]);
    fs::create_dir(&report).unwrap();
    write();
    let first = files(here.path());
    fs::write(report.join("amounts.csv"), "changed").unwrap();
    fs::write(report.join("old.csv"), "from an older version").unwrap();
    write();
    assert_eq!(files(here.path()), first);
}

#[test]
fn a_new_book_is_the_shipped_one_and_sound() {
    let here = tempfile::tempdir().unwrap();
    fs::create_dir(here.path().join("empty")).unwrap();
    for folder in ["mine", "empty"] {
        done(here.path(), &["new", folder]);
        assert_eq!(files(&here.path().join(folder)), files(&Path::new(ROOT).join("data")));
        let shipped = done(here.path(), &["amounts", "--format", "csv"]);
        assert_eq!(done(here.path(), &["amounts", "--format", "csv", "--book", folder]), shipped);
        assert!(done(here.path(), &["check", "--book", folder]).contains(": sound: "));
    }
}

#[test]
fn a_picture_has_the_size_that_was_asked_for() {
    let here = tempfile::tempdir().unwrap();
    done(here.path(), &["chart", "share", "-o", "share.png", "--size", "800x450", "--scale", "2"]);
    let png = fs::read(here.path().join("share.png")).unwrap();
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((&png[..8], side(16), side(20)), (&b"\x89PNG\r\n\x1a\n"[..], 1600, 900));
    let svg = done(here.path(), &["chart", "share", "--size", "800x450"]);
    assert!(svg.contains("width=\"800\"") && svg.contains("height=\"450\""));
}

#[test]
fn nobody_reading_on_is_no_error() {
    let here = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .args(["completions", "zsh"])
        .current_dir(here.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[cfg(unix)]
#[test]
fn a_book_takes_figures_and_their_document_or_neither() {
    use std::os::unix::fs::PermissionsExt;
    let here = tempfile::tempdir().unwrap();
    let case = Path::new(ROOT).join("tests/cases/import-into");
    fs::copy(case.join("files/data_explorer.csv"), here.path().join("data_explorer.csv")).unwrap();
    for (name, bytes) in files(&Path::new(ROOT).join("tests/books/tracked")) {
        let path = here.path().join("tracked").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let series = here.path().join("tracked/series/kiel.csv");
    fs::copy(case.join("out/tracked/series/kiel.csv"), &series).unwrap();
    let header = fs::read_to_string(&series).unwrap().lines().next().unwrap().to_owned() + "\n";
    fs::write(&series, header).unwrap();
    fs::set_permissions(&series, fs::Permissions::from_mode(0o444)).unwrap();
    let before = files(here.path());
    let args = "import kiel data_explorer.csv --vintage 2026-02-28 --book tracked --into tracked/series/kiel.csv";
    let output = pledgebook(here.path(), &args.split(' ').collect::<Vec<_>>());
    assert!(!output.status.success());
    assert_eq!(files(here.path()), before);
}
