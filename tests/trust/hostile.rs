//! Hostile text in every field and through every output: shown, never executed, never breaking what it stands in.
//!
//! One book carries every text in every field that takes one; another has words in their place that mean nothing. Whatever is written of
//! the first is made of the same sorts of parts as what is written of the second, leads nowhere else, and has no hidden letter in it.

#[path = "hostile/book.rs"]
mod book; // a book that carries texts in every field
#[path = "hostile/containers.rs"]
mod containers; // what a container is made of
#[path = "hostile/texts.rs"]
mod texts; // what somebody may write

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use pledgebook::quantity::text::{in_data, unguard, visible};
use tempfile::TempDir;

use super::program::{PROGRAM, program, say};
use super::served::Served;
use containers::Parts;

/// What a workbook makes runs of letters of.
const RUNS: [&str; 7] = ["r", "rPr", "rFont", "sz", "color", "family", "scheme"];

/// Where a text has a line end.
const LINE: &str = "br /";

/// The white space that is data, and stays in it.
const WHITE: &[char] = &['\t', '\r'];

/// Every question with the options that let it be asked of the book.
const QUESTIONS: &[&[&str]] = &[
    &["commitments", "--country", "all"],
    &["scenarios", "--country", "all"],
    &["gdp", "--scenario", "latest"],
    &["amounts", "--scenario", "latest", "--scenario", "path-1"],
    &["amounts", "--gdp", "feed.csv", "--commitment", "c-9", "--any-scale"],
    &["amounts", "--pledge", "about 2% of GDP", "--years", "1960"],
    &["verdicts"],
    &["verdicts", "--then", "1960-12-31", "--years", "1950-1955"],
    &["timeline"],
    &["progress"],
    &["league", "--year", "1960"],
    &["verify"],
    &["sensitivity", "c-9", "--share", "1..3:1"],
    &["claim", "2200 million EUR = 2% of GDP", "--years", "1960"],
    &["why", "LVA", "1960", "--from", "1959", "--to", "1960", "--definition", "d-0"],
    &["diff", "other"],
    &[
        "import",
        "csv",
        "official.csv",
        "--map",
        "publisher==\u{202e}=Bank\u{1b}",
        "--map",
        "title==\u{202e}=1+1",
        "--vintage",
        "2026-01-01",
        "--dry-run",
    ],
];

/// Every derivation.
const DERIVATIONS: &[&[&str]] = &[
    &["explain", "every"],
    &["explain", "c-9"],
    &["explain", "gdp", "--years", "1950-2040"],
    &["explain", "timeline"],
];

/// Two folders, each with a book and files beside it: of hostile texts and of plain ones.
struct Both {
    texts: Vec<String>,
    folders: [TempDir; 2],
}

static BOTH: LazyLock<Both> = LazyLock::new(|| {
    let texts = texts::all();
    let folders = [&texts, &texts::plain()].map(|texts| {
        let folder = tempfile::tempdir().unwrap();
        book::write(&folder.path().join("book"), texts);
        book::write(&folder.path().join("other"), &texts[..texts.len() - 1]);
        let named = |head: &str, row: fn(usize, &str) -> String| {
            texts.iter().enumerate().fold(head.to_owned(), |all, (at, text)| all + &row(at, text) + "\n")
        };
        let feed = |_, text: &str| format!("{},{},110000", book::csv(text), book::FIRST + 9);
        fs::write(folder.path().join("feed.csv"), named("scenario,year,gdp_million\n", feed)).unwrap();
        let official = |at, text: &str| {
            let own = [text, &book::publisher(text)].map(book::csv).join(",");
            format!("LVA,spending,d-0,{},7,EUR million,forecast,{own}", 2050 + at)
        };
        let head = "country,measure,definition,year,value,unit,kind,note,by\n";
        fs::write(folder.path().join("official.csv"), named(head, official)).unwrap();
        folder
    });
    Both { texts, folders }
});

fn pledgebook(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(args).current_dir(folder).env_clear().env("PLEDGEBOOK_BOOK", "book").stdin(Stdio::null());
    command
}

fn said(output: &Output) -> String {
    let err = String::from_utf8(output.stderr.clone()).unwrap();
    // an excerpt keeps a tab, which is as wide as anybody expects
    containers::shows("standard error", &err, &['\t']);
    err
}

/// What a command writes to standard output; it succeeds.
fn written(folder: &Path, args: &[&str]) -> Vec<u8> {
    let output = pledgebook(folder, args).output().unwrap();
    let err = said(&output);
    assert!(output.status.success(), "{args:?}: {err}");
    output.stdout
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// The sorts of parts of what was written in a format, and its words.
fn read(name: &str, format: &str, bytes: Vec<u8>) -> (Parts, String) {
    match format {
        "xlsx" => {
            let (mut parts, words) = containers::office(name, &bytes);
            assert!(!parts.contains("f"), "{name} has a formula");
            // a text that looks like runs of letters is written as such
            parts.retain(|own| !RUNS.contains(&own.as_str()));
            // the format has escapes of its own for what looks like one
            (parts, words.replace("_x005F_", "_"))
        }
        "png" => {
            let said = containers::png(&bytes).join("\n");
            containers::shows(name, &said, &[]);
            (Parts::new(), said)
        }
        "csv" | "json" | "jsonl" => {
            let page = text(bytes);
            let strings = if format == "csv" {
                cells(&page, b',', !name.starts_with("diff") && !name.starts_with("import"))
            } else {
                members(&page, format)
            };
            strings.iter().for_each(|own| containers::shows(name, own, WHITE));
            (Parts::new(), strings.join(" "))
        }
        "md" => {
            let page = text(bytes);
            containers::shows(name, &page, &[]);
            containers::markdown(name, &page)
        }
        "html" | "svg" => {
            let page = text(bytes);
            containers::shows(name, &page, if format == "html" { WHITE } else { &[] });
            if format == "svg" { containers::xml(name, &page) } else { containers::html(name, &page) }
        }
        _ => {
            let page = text(bytes);
            containers::shows(name, &page, &[]);
            (Parts::new(), page)
        }
    }
}

/// The cells of CSV, none of which a spreadsheet runs; every row of a table has as many.
fn cells(page: &str, separator: u8, is_one_table: bool) -> Vec<String> {
    let mut rows = csv::ReaderBuilder::new().delimiter(separator).flexible(!is_one_table).from_reader(page.as_bytes());
    let cells = rows.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let runs = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cells: Vec<String> = cells.collect();
    let is_number = |cell: &str| cell.replace(',', ".").parse::<f64>().is_ok();
    let running = cells.iter().find(|cell| runs(cell) && !is_number(cell));
    assert_eq!(running, None, "runs");
    cells.iter().map(|cell| unguard(cell).to_owned()).collect()
}

/// Every string of JSON, or of lines of it.
fn members(page: &str, format: &str) -> Vec<String> {
    fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => out.push(text.clone()),
            serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
            serde_json::Value::Object(members) => members.values().for_each(|member| strings(member, out)),
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
        }
    }
    let mut out = Vec::new();
    let values = if format == "json" { vec![page] } else { page.lines().collect() };
    values.iter().for_each(|value| strings(&serde_json::from_str(value).unwrap(), &mut out));
    out
}

/// That a command writes the same sorts of parts whatever the texts are; its words of the hostile book.
fn judged(args: &[&str], format: &str) -> String {
    let name = format!("{} as {format}", args.join(" "));
    let [hostile, plain] = BOTH.folders.each_ref().map(|folder| {
        let args = [args, &["--format", format]].concat();
        move || read(&args.join(" "), format, written(folder.path(), &args))
    });
    let (parts, words) = hostile();
    // what has no parts is not asked for twice
    let more = if parts.is_empty() { parts } else { &parts - &plain().0 };
    assert!(more.is_empty(), "{name} has {more:?}");
    words
}

/// That words hold each of the texts, whatever blanks stand in it.
fn holds(name: &str, words: &str, texts: &[String], shown: fn(&str) -> String) {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let words = bare(words);
    let lost: Vec<&String> = texts.iter().filter(|text| !words.contains(&bare(&shown(text)))).collect();
    assert!(lost.is_empty(), "{name} lacks {lost:?}");
}

#[test]
fn tables_hold_nothing_but_text() {
    for format in ["table", "csv", "json", "jsonl", "md", "xlsx"] {
        for question in QUESTIONS {
            let words = judged(question, format);
            let is_data = ["csv", "json", "jsonl", "xlsx"].contains(&format);
            if ["commitments", "scenarios"].contains(&question[0]) && is_data {
                holds(&format!("{question:?} as {format}"), &words, &BOTH.texts, |text| in_data(text));
            }
            if ["commitments", "scenarios"].contains(&question[0]) && format == "md" {
                let in_line: Vec<String> =
                    BOTH.texts.iter().filter(|text| !text.contains(['\n', '\r', '\t'])).cloned().collect();
                holds(&format!("{question:?} as {format}"), &words, &in_line, |text| visible(text).into_owned());
            }
        }
    }
    for question in [&["verdicts"][..], &["scenarios"]] {
        let page = text(written(BOTH.folders[0].path(), &[question, &["--csv-for", "de"]].concat()));
        cells(page.strip_prefix('\u{feff}').unwrap(), b';', true)
            .iter()
            .for_each(|own| containers::shows("--csv-for", own, WHITE));
    }
}

/// The readers of Markdown that pandoc has for what is written here: GitHub's, and its own, which is asked to leave quotes alone.
const READERS: [&str; 2] = ["gfm", "markdown-smart"];

/// A mark that pandoc joins to the letter before it.
const COMPOSED: char = '\u{301}';

#[test]
fn pandoc_makes_nothing_of_text_either() {
    let pages: [&[&str]; 4] = [
        &["commitments", "--country", "all", "--format", "md"],
        &["scenarios", "--country", "all", "--format", "md"],
        &["explain", "every", "--format", "md"],
        &["report"],
    ];
    for (args, reader) in pages.iter().flat_map(|args| READERS.map(|reader| (args, reader))) {
        let name = format!("{} by pandoc as {reader}", args.join(" "));
        let [hostile, plain] = BOTH.folders.each_ref().map(|folder| {
            let page = if args[0] == "report" {
                let place = format!("by-{reader}");
                written(folder.path(), &["report", "-o", &place]);
                fs::read_to_string(folder.path().join(place).join("README.md")).unwrap()
            } else {
                text(written(folder.path(), args))
            };
            containers::by_pandoc(&name, &page, reader)
        });
        let (Some(hostile), Some(plain)) = (hostile, plain) else {
            return say("skipped: no pandoc, so nothing is read by it");
        };
        // an address of the web is led to, and nothing else
        let is_known = |own: &&String| ["br", LINE, "a href=", "a href= class=", "/a"].contains(&own.as_str());
        let more: Vec<_> = hostile.0.difference(&plain.0).filter(|own| !is_known(own)).collect();
        assert!(more.is_empty(), "{name} has {more:?}");
        if args[0] == "commitments" {
            let in_line: Vec<String> =
                BOTH.texts.iter().filter(|text| !text.contains(['\n', '\r', '\t', COMPOSED])).cloned().collect();
            holds(&name, &hostile.1, &in_line, |text| visible(text).into_owned());
        }
    }
}

#[test]
fn derivations_hold_nothing_but_text() {
    for format in ["table", "json", "md"] {
        for derivation in DERIVATIONS {
            judged(derivation, format);
        }
    }
}

#[test]
fn reports_and_pictures_hold_nothing_but_text() {
    let made = BOTH.folders.each_ref().map(|folder| {
        // in a language that has translations, which are the book's too
        written(folder.path(), &["report", "--lang", "lv", "-o", "report"]);
        if crate::many::cases(1) > 1 {
            written(folder.path(), &["report", "-o", "english"]);
        }
        files(folder.path())
    });
    let endings: BTreeSet<&str> =
        made[0].iter().filter_map(|name| name.rsplit_once('.')).map(|(_, ending)| ending).collect();
    for ending in endings {
        let [hostile, plain] = [0, 1].map(|at| {
            let own = made[at].iter().filter(|name| name.ends_with(ending));
            let of = |name: &String| read(name, ending, fs::read(BOTH.folders[at].path().join(name)).unwrap()).0;
            own.flat_map(of).collect::<Parts>()
        });
        let more: Vec<_> = hostile.difference(&plain).filter(|own| *own != LINE).collect();
        assert!(more.is_empty(), "a file .{ending} of a report has {more:?}");
    }
    let page = BOTH.folders[0].path().join("report/README.md");
    match Command::new("pandoc").args(["-f", "gfm", "-t", "docx", "-o", "-"]).arg(page).output() {
        Ok(document) => drop(containers::office("the document that pandoc makes", &document.stdout)),
        Err(_) => say("skipped: no pandoc, so no document is made of a report"),
    }
}

/// The files of the two reports, by their names in a folder.
fn files(folder: &Path) -> Vec<String> {
    let inside = |inner: &str| {
        let names = fs::read_dir(folder.join(inner)).into_iter().flatten().map(|entry| entry.unwrap().file_name());
        names.map(|name| format!("{inner}/{}", name.into_string().unwrap())).collect::<Vec<_>>()
    };
    let all = ["report", "report/charts", "english", "english/charts"].into_iter().flat_map(inside);
    all.filter(|name| !name.rsplit('/').next().unwrap().starts_with('.') && folder.join(name).is_file()).collect()
}

#[test]
fn statements_of_sql_say_the_same_whatever_is_quoted_in_them() {
    for dialect in ["duckdb", "datafusion", "spark", "postgres"] {
        // of verdicts one of each way to write a literal
        let questions =
            if ["duckdb", "spark"].contains(&dialect) { &["amounts", "verdicts"][..] } else { &["amounts"] };
        for question in questions {
            let [hostile, plain] = BOTH.folders.each_ref().map(|folder| {
                let asked = ["--question", question, "--country", "LVA", "--years"];
                let own: &[&str] =
                    if *question == "amounts" { &["1990-2005"] } else { &["1992-1994", "--commitment", "every"] };
                let args = [&["export", "sql", "--dialect", dialect], &asked[..], own].concat();
                let statement = text(written(folder.path(), &args));
                containers::shows(dialect, &statement, WHITE);
                fs::write(folder.path().join(format!("{question}-{dialect}.sql")), &statement).unwrap();
                containers::sql(dialect, &statement)
            });
            similar_asserts::assert_eq!(hostile, plain, "{dialect}, {question}");
        }
    }
    run_in_duckdb(BOTH.folders[0].path());
}

/// The publishers of the verdicts come out of an engine as they are shown.
fn run_in_duckdb(folder: &Path) {
    let Some(python) = std::env::var_os("PLEDGEBOOK_PYTHON") else {
        return say("skipped: no engine without PLEDGEBOOK_PYTHON");
    };
    let script = "import duckdb\nd = duckdb.connect()\n\
                  d.execute('CREATE TABLE scenarios AS SELECT * FROM (SELECT \\'x\\' AS scenario, \
                  UNNEST(RANGE(1992, 1995)) AS year, 100000::DECIMAL(21, 6) AS gdp_million)')\n\
                  print('\\n'.join('|'.join(map(str, row)) for row in d.execute(open('verdicts-duckdb.sql').read()).fetchall()))\n\
                  assert d.execute('SELECT COUNT(*) FROM scenarios').fetchone() == (3,)\n";
    let output = Command::new(python).args(["-c", script]).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let publisher = in_data(book::publisher(&BOTH.texts[1993 - book::FIRST]));
    assert!(String::from_utf8(output.stdout).unwrap().contains(&publisher), "{publisher}");
}

#[test]
fn findings_and_their_excerpts_hold_nothing_but_text() {
    let folder = tempfile::tempdir().unwrap();
    for (at, texts) in BOTH.texts.chunks(20).enumerate() {
        let name = format!("book-{at}");
        book::write(&folder.path().join(&name), texts);
        // bare letters, as far as TOML takes them, and each by its number
        let raw = |text: &String| text.replace(|c: char| c.is_control() || ['"', '\\'].contains(&c), " ");
        let lines = texts.iter().enumerate().map(|(at, text)| {
            format!(
                "[[commitment]]\nid = {}\npledge = \"5% {}\"\nin = \"{}\"\n",
                book::toml(text),
                raw(text),
                raw(text)
            ) + &format!("\"{}\" = {at}\n", raw(text))
        });
        let all = "country = \"LVA\"\ncurrency = \"EUR\"\n".to_owned() + &lines.collect::<String>();
        fs::write(folder.path().join(&name).join("commitments/latvia.toml"), all).unwrap();
        let series = folder.path().join(&name).join("series/\u{202e}vsc\u{1b}[2J.csv");
        fs::write(series, texts.iter().fold("country,".to_owned(), |all, text| all + &book::csv(text) + ",\n"))
            .unwrap();
        let output = pledgebook(folder.path(), &["check", "--book", &name]).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).matches("error: ").count() > 20, "{}", said(&output));
    }
}

#[test]
fn what_is_wrong_with_a_command_line_is_told_in_text() {
    let here = BOTH.folders[0].path();
    let all: String = BOTH.texts.iter().map(|text| text.chars().take(60).collect::<String>()).collect();
    for args in [
        &[&*all][..],
        &["amounts", &all],
        &["amounts", &format!("--{all}")],
        &["amounts", "--pledge", &all, "--years", "1960"],
        &["amounts", "--years", &all],
        &["amounts", "--commitment", &all],
        &["amounts", "--country", &all],
        &["amounts", "--as-of", &all],
        &["amounts", "--format", &all],
        &["amounts", "--growth", &all],
        &["amounts", "--book", &all[..200]],
        &["amounts", "--gdp", &all[..200]],
        &["chart", &all],
        &["claim", &all, "--years", "1960"],
        &["import", &all, "official.csv"],
        &["import", "csv", "official.csv", "--map", &all],
        &["replay", "feed.csv"],
        &["export", "sql", "--dialect", &all],
        &["completions", &all],
        &["man", &all],
    ] {
        let output = pledgebook(here, args).output().unwrap();
        assert!(!output.status.success() && !said(&output).is_empty() && output.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn a_shell_is_offered_the_same_names_in_lines_of_their_own() {
    for shell in ["bash", "fish", "zsh", "elvish", "powershell"] {
        for line in [
            &["explain", ""][..],
            &["amounts", "--scenario", ""],
            &["verdicts", "--basis", ""],
            &["verdicts", "--definition", ""],
        ] {
            let [hostile, plain] = BOTH.folders.each_ref().map(|folder| {
                let mut asked = pledgebook(folder.path(), &["--", "pledgebook"]);
                asked.args(line).envs([("_PLEDGEBOOK_COMPLETE", shell), ("_CLAP_IFS", "\n")]);
                let told = text(asked.env("_CLAP_COMPLETE_INDEX", line.len().to_string()).output().unwrap().stdout);
                containers::shows(shell, &told, &['\t']);
                assert!(!told.contains(['$', '`', ';', '|', '&', '<', '>']) || line[1] != "--basis", "{told}");
                told.lines().count()
            });
            assert!(hostile <= plain, "{shell}: {line:?}");
        }
    }
}

/// A page of the explorer.
fn page(served: &Served, target: &str) -> Vec<u8> {
    served.ask(target).split_once("\r\n\r\n").unwrap().1.as_bytes().to_vec()
}

/// A text in an address.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn pages_of_the_explorer_hold_nothing_but_text() {
    let served = BOTH.folders.each_ref().map(|folder| Served::by(program(folder.path(), "serve --port 0")));
    let pages = [
        "/",
        "/country?country=LVA",
        "/commitment?commitment=c-9",
        "/commitment?commitment=every",
        "/gdp",
        "/compare",
        "/path?id=c-9",
        "/sensitivity?id=c-9",
        "/check",
        "/data",
        "/why?country=LVA&year=1960",
    ];
    let [hostile, plain] = [0, 1].map(|at| {
        let mut parts = Parts::new();
        for target in pages {
            parts.extend(read(target, "html", page(&served[at], target)).0);
        }
        let all = if at == 0 { BOTH.texts.clone() } else { texts::plain() };
        for own in
            all.chunks(all.len() / 8).map(|texts| encoded(&texts.concat().chars().take(3000).collect::<String>()))
        {
            for target in
                [format!("/country?growth={own}"), format!("/commitment?commitment={own}"), format!("/{own}?{own}=x")]
            {
                parts.extend(read(&target, "html", page(&served[at], &target)).0);
            }
        }
        parts
    });
    // a finding about the book, of which the other one has none
    let more: Vec<_> = hostile.difference(&plain).filter(|own| *own != "pre class= tabindex=").collect();
    assert!(more.is_empty(), "pages have {more:?}");
}

#[test]
fn what_is_taken_from_an_official_file_is_a_sound_book() {
    let from = &BOTH.folders[0];
    let here = tempfile::tempdir().unwrap();
    book::write(&here.path().join("book"), &texts::plain());
    let mut args = QUESTIONS.iter().find(|question| question[0] == "import").unwrap().to_vec();
    let official = from.path().join("official.csv");
    args[2] = official.to_str().unwrap();
    args.retain(|own| *own != "--dry-run");
    written(here.path(), &[&args[..], &["--into", "book/series/new.csv"]].concat());
    for name in ["series/new.csv", "sources.toml"] {
        containers::shows(name, &fs::read_to_string(here.path().join("book").join(name)).unwrap(), WHITE);
    }
    let page = text(written(here.path(), &["gdp", "--scenario", "latest", "--format", "csv"]));
    assert!(!page.is_empty());
    assert_eq!(pledgebook(here.path(), &["check"]).output().unwrap().status.code(), Some(0));
    let again =
        said(&pledgebook(here.path(), &[&args[..], &["--into", "book/series/new.csv"]].concat()).output().unwrap());
    assert!(again.contains("nothing to add"), "{again}");
}
