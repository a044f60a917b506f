//! Books of other countries, currencies and causes go through every command and every picture.
//!
//! `tests/golden/<book>/<country>/` holds what comes out: `commands.txt` the commands with what they say, `report/` the texts of
//! the report, `index.html` its page as one file without what is inside of pictures, `report-lv.md` and `annex-lv.md` its page in Latvian,
//! `pictures.txt` and `pictures-lv.txt` the words of its pictures in each language, `pictures-of-family.txt` those of another
//! family.
//! `PLEDGEBOOK_BLESS=1 cargo test --test golden` rewrites it; read the difference before you keep it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use pledgebook::chart::{CHARTS, Countries};
use similar_asserts::SimpleDiff;

/// A country of a book of `tests/books`: a pledge of its own, another family than that it opens with, and its GDP by hand in
/// millions.
struct Country {
    book: &'static str,
    code: &'static str,
    commitment: &'static str,
    family: &'static str,
    gdp: u32,
}

const COUNTRIES: [Country; 4] = [
    Country { book: "north", code: "EST", commitment: "est-budget-2025", family: "support", gdp: 46_000 },
    Country { book: "north", code: "NOR", commitment: "nor-core-2025", family: "support", gdp: 5_600_000 },
    Country { book: "aid", code: "IRL", commitment: "irl-relief", family: "relief", gdp: 610_000 },
    Country { book: "aid", code: "SWE", commitment: "swe-budget-2026", family: "climate", gdp: 6_700_000 },
];

/// What is asked about each country, `{commitment}` and `{gdp}` being its own; `mine.csv` is a scenario file.
const COMMANDS: &[&str] = &[
    "check",
    "commitments",
    "scenarios",
    "gdp --years 2024-2027",
    "amounts --years 2026",
    "amounts --years 2025-2026 --total",
    "amounts --growth 2027=2.5% --years 2027",
    "amounts --gdp-level 2027={gdp} --years 2027",
    "amounts --gdp mine.csv",
    "amounts --gdp mine.csv --summary",
    "verdicts",
    "verdicts --years 2025 --total",
    "verdicts --strict",
    "verdicts --then 2025-12-31 --years 2025",
    "explain {commitment}",
    "chart list",
];

/// Those that take no country: they are about the whole book, about no book, or name what is of one country.
const OF_NO_COUNTRY: [&str; 3] = ["check", "chart list", "explain"];

/// Texts by their path below a folder.
type Tree = BTreeMap<String, String>;

/// What comes out for each country, once for all tests.
static CAME: LazyLock<BTreeMap<&str, Tree>> =
    LazyLock::new(|| COUNTRIES.iter().map(|country| (country.code, came(country))).collect());

#[test]
fn every_book_goes_through_every_command_and_picture() {
    let bless = std::env::var_os("PLEDGEBOOK_BLESS").is_some_and(|value| value == "1");
    assert!(!(bless && std::env::var_os("CI").is_some()), "expectations are not rewritten where CI is set");
    let mut wrong = Vec::new();
    for country in &COUNTRIES {
        let (came, golden) = (&CAME[country.code], root().join("tests/golden").join(country.book).join(country.code));
        if bless {
            let _ = fs::remove_dir_all(&golden);
            came.iter().for_each(|(path, text)| write(&golden.join(path), text));
        }
        let expected = read(&golden);
        let paths: BTreeSet<&String> = expected.keys().chain(came.keys()).collect();
        let text = |tree: &Tree, path: &String| tree.get(path).cloned().unwrap_or_default();
        for path in paths.into_iter().filter(|path| expected.get(*path) != came.get(*path)) {
            let diff = SimpleDiff::from_str(&text(&expected, path), &text(came, path), "expected", "came").to_string();
            wrong.push(format!("{}/{path}\n{diff}", country.code));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} differences", wrong.join("\n"), wrong.len());
}

#[test]
fn a_country_is_told_nothing_of_another_one() {
    for country in &COUNTRIES {
        let others = COUNTRIES.iter().filter(|other| other.code != country.code).map(|other| other.code);
        let foreign: Vec<&str> = others.chain(["LVA", "Latvia", "NATO", "Ukraine"]).collect();
        let causes: &[&str] = if country.book == "aid" { &["efence", "ilitary", "izsardzīb"] } else { &[] };
        // a listing of scenarios and the countings of `check` are about the whole book
        for (path, text) in CAME[country.code].iter().filter(|(path, _)| *path != "commands.txt") {
            let text = of_one_country(path, text);
            let word = foreign.iter().chain(causes).find(|word| text.contains(**word));
            assert!(word.is_none(), "{} of {}: {word:?}", path, country.code);
        }
    }
}

/// What a text says without the pictures that set several countries side by side.
fn of_one_country(path: &str, text: &str) -> String {
    let several = || CHARTS.iter().filter(|chart| chart.countries == Countries::Several).map(|chart| chart.name);
    if several().any(|name| path.ends_with(&format!("charts/{name}.csv"))) {
        return String::new();
    }
    let begins = |section: &&str| several().any(|name| section.starts_with(&format!("{name}\n")));
    let sections = text.split("# ").filter(|section| !begins(section)).collect::<Vec<_>>().join("# ");
    let shows = |line: &&str| several().any(|name| line.contains(&format!("](charts/{name}.svg)")));
    sections.lines().filter(|line| !shows(line)).collect::<Vec<_>>().join("\n")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Everything that comes out for a country.
fn came(country: &Country) -> Tree {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let feed = format!(
        "scenario,year,gdp_million\nmine,2026,{0}\nmine,2027,{0}\nhalf,2026,{1}\n",
        country.gdp,
        country.gdp / 2
    );
    fs::write(here.join("mine.csv"), feed).unwrap();
    let run = |line: &str| {
        let book = root().join("tests/books").join(country.book);
        let asked =
            ["--country", country.code].into_iter().filter(|_| OF_NO_COUNTRY.iter().all(|one| !line.starts_with(one)));
        let arguments = line.split(' ').chain(asked);
        Command::new(env!("CARGO_BIN_EXE_pledgebook"))
            .args(arguments)
            .current_dir(here)
            .env_clear()
            .env("PLEDGEBOOK_BOOK", book)
            .output()
            .unwrap()
    };
    let mut came = Tree::new();
    let mut said = String::new();
    for line in COMMANDS {
        let line = line.replace("{commitment}", country.commitment).replace("{gdp}", &country.gdp.to_string());
        let shown = shown(&run(&line)).replace(&format!("{}/", root().display()), "");
        write!(said, "$ pledgebook {line}\n{shown}\n").unwrap();
    }
    came.insert("commands.txt".to_owned(), said);
    let drawn = |line: &str, folder: &str, parts: &[[&str; 2]]| {
        let output = run(line);
        assert!(output.status.success(), "{line} of {}: {}", country.code, shown(&output));
        words(&here.join(folder), parts) + &shown(&output)
    };
    let of_family = format!("chart all --family {} -o family", country.family);
    let all = [["<title id=\"t\">", "</"], ["<desc id=\"d\">", "</"], [" aria-label=\"", "\""]];
    came.insert("pictures.txt".to_owned(), drawn("report", "report/charts", &all));
    came.insert("pictures-lv.txt".to_owned(), drawn("report --lang lv -o lv", "lv/charts", &all));
    for (name, file) in [("report-lv.md", "README.md"), ("annex-lv.md", "annex.md")] {
        came.insert(name.to_owned(), fs::read_to_string(here.join("lv").join(file)).unwrap());
    }
    let index = fs::read_to_string(here.join("report/index.html")).unwrap();
    came.insert("index.html".to_owned(), without_pictures(&index));
    came.insert("pictures-of-family.txt".to_owned(), drawn(&of_family, "family", &all[..2]));
    let report = read(&here.join("report"))
        .into_iter()
        .filter(|(path, _)| [".md", ".csv", ".json"].iter().any(|ending| path.ends_with(ending)));
    came.extend(report.map(|(path, text)| (format!("report/{path}"), text)));
    came
}

/// What a run says, and its exit code where it is not 0.
fn shown(output: &Output) -> String {
    let said = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat();
    match output.status.code() {
        Some(0) => said,
        code => format!("{said}exit code {code:?}\n"),
    }
}

/// The name and the words of each picture in a folder: what it is called, what it says to those who do not see it, and its texts, each
/// between its beginning and its end.
fn words(folder: &Path, parts: &[[&str; 2]]) -> String {
    let mut words = String::new();
    for (name, svg) in read(folder).iter().filter(|(name, _)| name.ends_with(".svg")) {
        writeln!(words, "# {}\n", name.trim_end_matches(".svg")).unwrap();
        for [begin, end] in parts {
            for text in svg.split(begin).skip(1) {
                writeln!(words, "{}", text.split_once(end).unwrap().0).unwrap();
            }
        }
        words.push('\n');
    }
    words
}

/// A page as one file without what is inside of its pictures, styles and scripts.
fn without_pictures(page: &str) -> String {
    ["svg", "style", "script"].iter().fold(page.to_owned(), |page, name| {
        let (begin, end) = (format!("<{name}"), format!("</{name}>"));
        let mut parts = page.split(&end).map(|part| part.split_once(&begin).map_or(part, |(before, _)| before));
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| format!("{out}<{name} />{part}"))
    })
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The texts below a folder; none where there is no folder. Files that are no text are left out.
fn read(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            tree.extend(read(&path).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)));
        } else if let Ok(text) = fs::read_to_string(&path) {
            tree.insert(name, text);
        }
    }
    tree
}
