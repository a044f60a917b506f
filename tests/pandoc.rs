//! The page of a report survives pandoc: columns as wide as what must not break in them, pictures that fit, the words of pictures kept,
//! and few pages.
//!
//! Where `pandoc` is absent this is skipped with a line that says so, and so are its pages where `soffice` is.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Command, Output};

use resvg::usvg::roxmltree::{Document, Node};
use tempfile::TempDir;
use zip::ZipArchive;

/// The page of Latvia is at most of so many pages.
const PAGES: usize = 7;

/// How wide a picture is that fills most of the text of a page, on paper of A4 or of letter, in the units of Office and in points.
const WIDE_EMU: RangeInclusive<u64> = 4_500_000..=5_731_200;
const WIDE_POINTS: RangeInclusive<f64> = 400.0..=480.0;

/// What pandoc takes for the width of a page, and what a letter and the edges of a cell take of it in a wide typeface of 12 points, in
/// twentieths of a point.
const WIDTH: usize = 7920;
const LETTER: usize = 135;
const EDGES: usize = 216;

/// What a program says, if it is there; else a line that says what is left out.
fn run(program: &str, arguments: &[&str], folder: &Path) -> Option<Output> {
    match Command::new(program).args(arguments).current_dir(folder).output() {
        Ok(output) => {
            assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
            Some(output)
        }
        Err(_) => {
            // past the harness, which keeps what a test prints for itself
            let _ =
                writeln!(std::io::stderr(), "skipped: no {program}, so the page of a report is not looked at in it");
            None
        }
    }
}

/// A report in a language.
fn report(lang: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["report", "--lang", lang, "-o", "report"];
    run(env!("CARGO_BIN_EXE_pledgebook"), &arguments, folder.path()).unwrap();
    folder
}

/// A text inside of a document.
fn inside(document: &Path, name: &str) -> String {
    let mut text = String::new();
    let mut archive = ZipArchive::new(File::open(document).unwrap()).unwrap();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The elements of a name, whatever stands before its colon.
fn all<'d>(node: Node<'d, 'd>, name: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// What an attribute says, whatever stands before its colon.
fn said<'d>(node: Node<'d, 'd>, name: &str) -> &'d str {
    node.attributes().find(|own| own.name() == name).map(|own| own.value()).unwrap_or_default()
}

/// All words below a node.
fn words(node: Node<'_, '_>) -> String {
    all(node, "t").filter_map(|node| node.text()).collect()
}

/// What the pictures say that a page shows, in its order.
fn alts(report: &Path, page: &str) -> Vec<String> {
    let page = fs::read_to_string(report.join(page)).unwrap();
    let names = page.split("](charts/").skip(1).filter_map(|rest| rest.split_once(".svg)\\")).map(|(name, _)| name);
    names.map(|name| description(&fs::read_to_string(report.join(format!("charts/{name}.svg"))).unwrap())).collect()
}

/// What a picture says in words.
fn description(svg: &str) -> String {
    let read = Document::parse(svg).unwrap();
    all(read.root(), "desc").next().and_then(|node| node.text()).unwrap_or_default().to_owned()
}

/// That each column of each table has room for every number in it, in a document of Word.
fn columns_hold(document: &Document<'_>) {
    for table in all(document.root(), "tbl") {
        let columns: Vec<usize> = all(table, "gridCol").map(|node| said(node, "w").parse().unwrap()).collect();
        let width = all(table, "tblW").next().map(|node| (said(node, "type"), said(node, "w")));
        assert_eq!(width, Some(("pct", "5000")), "a table is as wide as the page");
        assert!(columns.iter().sum::<usize>().abs_diff(WIDTH) < 10, "{columns:?}");
        for row in all(table, "tr") {
            for (cell, column) in all(row, "tc").zip(&columns) {
                let text = words(cell);
                for number in text.split(' ').filter(|word| word.contains(|letter: char| letter.is_ascii_digit())) {
                    let room = number.chars().count() * LETTER + EDGES;
                    assert!(*column >= room, "`{number}` breaks in a column of {column}: {columns:?}");
                }
            }
        }
    }
}

/// That no group of three digits is parted from those before it.
fn numbers_are_whole(document: &Document<'_>) {
    for paragraph in all(document.root(), "p") {
        let text = words(paragraph);
        let is_group = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        let parted = text.split(' ').zip(text.split(' ').skip(1)).find(|(before, behind)| {
            before.ends_with(|last: char| last.is_ascii_digit())
                && is_group(behind.trim_end_matches(['.', ',', ')', ';']))
        });
        assert_eq!(parted, None, "{text}");
    }
}

fn in_word(report: &Path, page: &str) {
    let read = inside(&report.join("page.docx"), "word/document.xml");
    let document = Document::parse(&read).unwrap();
    columns_hold(&document);
    numbers_are_whole(&document);
    // pandoc binds what follows an abbreviation
    let unbound = |text: &str| text.replace('\u{a0}', " ");
    let told: Vec<String> = all(document.root(), "docPr").map(|node| unbound(said(node, "descr"))).collect();
    assert_eq!(told, alts(report, page).iter().map(|alt| unbound(alt)).collect::<Vec<_>>());
    for extent in all(document.root(), "inline").flat_map(|node| all(node, "extent")) {
        let wide: u64 = said(extent, "cx").parse().unwrap();
        assert!(WIDE_EMU.contains(&wide), "a picture is {wide} EMU wide");
    }
}

fn in_open_document(report: &Path, page: &str) {
    let file = report.join("page.odt");
    let read = inside(&file, "content.xml");
    let document = Document::parse(&read).unwrap();
    let columns = all(document.root(), "table-column-properties");
    assert!(columns.into_iter().all(|node| !said(node, "rel-column-width").is_empty()), "every column has its width");
    let mut told = Vec::new();
    for frame in all(document.root(), "frame") {
        let wide: f64 = said(frame, "width").trim_end_matches("pt").parse().unwrap();
        assert!(WIDE_POINTS.contains(&wide), "a picture is {wide} points wide");
        // pandoc gives a frame no words; those of the picture are inside of it
        let picture = all(frame, "image").next().map(|node| said(node, "href")).unwrap_or_default();
        told.push(description(&inside(&file, picture)));
    }
    assert_eq!(told, alts(report, page));
}

fn in_html(report: &Path, page: &str) {
    let html = fs::read_to_string(report.join("page.html")).unwrap();
    let tables = html.matches("<table").count();
    assert_eq!((html.matches("<colgroup>").count(), html.matches("<img").count()), (tables, alts(report, page).len()));
    let html = html.split_whitespace().collect::<Vec<_>>().join(" ");
    for alt in alts(report, page) {
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(html.contains(&format!("alt=\"{alt}\"")), "{alt}");
    }
}

/// How many pages each document of a folder has that LibreOffice sets.
fn pages(folder: &Path, documents: [&str; 2]) -> Option<[usize; 2]> {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let arguments = [&["--headless", &profile, "--convert-to", "pdf"], &documents[..]].concat();
    run("soffice", &arguments, folder)?;
    Some(documents.map(|name| {
        let pdf = fs::read(folder.join(name).with_extension("pdf")).unwrap();
        pdf.windows(11).filter(|bytes| bytes == b"/Type/Page/").count()
    }))
}

#[test]
fn a_page_survives_pandoc() {
    for lang in ["en", "lv"] {
        let folder = report(lang);
        let report = folder.path().join("report");
        for page in ["README.md", "annex.md"] {
            for arguments in [&["-o", "page.docx"][..], &["-o", "page.odt"], &["-s", "-o", "page.html"]] {
                let arguments = [&[page, "-M", "title=A"], arguments].concat();
                if run("pandoc", &arguments, &report).is_none() {
                    return;
                }
            }
            in_word(&report, page);
            in_open_document(&report, page);
            in_html(&report, page);
        }
    }
}

#[test]
fn the_page_of_latvia_has_few_pages() {
    for lang in ["en", "lv"] {
        let folder = report(lang);
        let report = folder.path().join("report");
        let documents = ["word.docx", "open.odt"];
        if documents.iter().any(|file| run("pandoc", &["README.md", "-o", file], &report).is_none()) {
            return;
        }
        let Some(pages) = pages(&report, documents) else { return };
        assert!(pages.iter().all(|pages| (1..=PAGES).contains(pages)), "pages in {lang}: {pages:?}");
    }
}
