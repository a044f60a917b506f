//! A workbook and the CSV for a language, opened in LibreOffice as somebody in that locale opens them: every number and every text is
//! what plain CSV says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use resvg::usvg::roxmltree::{Document, Node};

/// A locale, the language of its CSV, and what is chosen there as the sign between cells, by its code.
const LOCALES: [(&str, &str, u32); 3] = [("en-US", "en", 44), ("lv-LV", "lv", 59), ("de-DE", "de", 59)];

/// The answers that are read: figures with two and three decimals, negative ones, shares, years together, dates to the month.
const ANSWERS: [(&str, &str); 3] =
    [("amounts", "amounts"), ("verdicts", "verdicts --definition all"), ("gdp", "gdp --country all --years 2024-2026")];

/// What a spreadsheet took a cell for.
#[derive(Debug, Clone, PartialEq)]
enum Read {
    Number(f64),
    Text(String),
}

#[test]
fn libreoffice_reads_every_number_right_in_three_locales() {
    if Command::new("soffice").arg("--version").output().is_err() {
        super::skip("there is no `soffice`");
        return;
    }
    let here = tempfile::tempdir().unwrap();
    for (locale, language, separator) in LOCALES {
        let folder = here.path().join(locale);
        fs::create_dir(&folder).unwrap();
        for (name, line) in ANSWERS {
            super::pledgebook(&folder, &format!("{line} -o {name}.xlsx"));
            super::pledgebook(&folder, &format!("{line} --csv-for {language} -o {name}-csv.csv"));
        }
        let books = ANSWERS.map(|(name, _)| format!("{name}.xlsx"));
        let texts = ANSWERS.map(|(name, _)| format!("{name}-csv.csv"));
        convert(&folder, locale, "--headless", &books);
        // what stands between cells and how letters are written, as the dialog asks for it
        convert(&folder, locale, &format!("--infilter=CSV:{separator},34,76"), &texts);
        for (name, line) in ANSWERS {
            let plain = super::pledgebook(&folder, &format!("{line} --format csv"));
            for file in [name.to_owned(), format!("{name}-csv")] {
                compare(
                    &plain,
                    &fs::read_to_string(folder.join(file + ".fods")).unwrap(),
                    &format!("{name} in {locale}"),
                );
            }
        }
    }
}

/// Opens files in a locale and keeps what was read.
fn convert(folder: &Path, locale: &str, option: &str, files: &[String]) {
    let profile = profile(folder, locale);
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}", profile.display())).args(["--headless", option]);
    office.args(["--convert-to", "fods"]).args(files).current_dir(folder);
    let output = office.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Settings of somebody whose system speaks a language.
fn profile(folder: &Path, locale: &str) -> PathBuf {
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    let settings = format!(
        "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\"><item oor:path=\"/org.openoffice.Setup/L10N\">\
         <prop oor:name=\"ooSetupSystemLocale\" oor:op=\"fuse\"><value>{locale}</value></prop></item></oor:items>"
    );
    fs::write(profile.join("user/registrymodifications.xcu"), settings).unwrap();
    profile
}

/// That a document of a spreadsheet holds what plain CSV holds.
fn compare(plain: &str, document: &str, what: &str) {
    let mut lines = csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_bytes());
    let of_cell = |text: &str| text.parse().map_or_else(|_| Read::Text(text.to_owned()), Read::Number);
    let of_line = |line: csv::StringRecord| until_last(line.iter().map(of_cell).collect(), |cell| !is_blank(cell));
    let meant: Vec<Vec<Read>> = lines.records().map(|line| of_line(line.unwrap())).collect();
    let read = rows(document);
    assert_eq!(read.len(), meant.len(), "{what}: rows");
    for (read, meant) in read.iter().zip(&meant) {
        assert_eq!(read, meant, "{what}");
    }
    let numbers = meant.iter().flatten().filter(|cell| matches!(cell, Read::Number(_))).count();
    assert!(numbers > 100, "{what}: {numbers} numbers");
}

fn is_blank(cell: &Read) -> bool {
    *cell == Read::Text(String::new())
}

/// What stands before the blank rest.
fn until_last<T>(mut list: Vec<T>, holds_something: impl Fn(&T) -> bool) -> Vec<T> {
    let end = list.iter().rposition(holds_something).map_or(0, |last| last + 1);
    list.truncate(end);
    list
}

/// The cells of the first sheet, without blank ends; a day is its text.
fn rows(document: &str) -> Vec<Vec<Read>> {
    let document = Document::parse(document).unwrap();
    let named = |name: &'static str| move |node: &Node<'_, '_>| node.tag_name().name() == name;
    let sheet = document.descendants().find(named("table")).unwrap();
    let rows = sheet.descendants().filter(named("table-row")).flat_map(|row| {
        let read =
            until_last(row.children().filter(Node::is_element).flat_map(cells).collect(), |cell| !is_blank(cell));
        // the blank rest of a sheet is one row, very often
        std::iter::repeat_n(read, times(row, "number-rows-repeated"))
    });
    until_last(rows.collect(), |row| !row.is_empty())
}

/// How often a row or a cell stands there, as far as it matters.
fn times(node: Node<'_, '_>, name: &str) -> usize {
    let said = node.attributes().find(|own| own.name() == name);
    said.map_or(1, |times| times.value().parse().unwrap()).min(100)
}

/// A cell as often as it stands there.
fn cells(cell: Node<'_, '_>) -> impl Iterator<Item = Read> {
    let said = |name: &str| cell.attributes().find(|own| own.name() == name).map(|own| own.value());
    let kind = said("value-type").unwrap_or_default();
    let number = said("value").filter(|_| kind == "float").map(|value| value.parse().unwrap());
    let day = said("date-value").map(str::to_owned);
    let lines = cell.children().filter(|node| node.tag_name().name() == "p");
    let text = || {
        lines
            .map(|line| line.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect::<String>())
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert!(said("formula").is_none());
    let texts = day.unwrap_or_else(text);
    (0..times(cell, "number-columns-repeated"))
        .map(move |_| number.map_or_else(|| Read::Text(texts.clone()), Read::Number))
}
