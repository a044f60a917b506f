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
#[derive(Debug, PartialEq)]
enum Read {
    Number(f64),
    Text(String),
}

#[test]
fn libreoffice_reads_every_number_right_in_three_locales() {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("skipped: there is no `soffice`");
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
    let rows = rows(document);
    let mut numbers = 0;
    for (record, read) in csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_bytes()).records().zip(rows)
    {
        let record = record.unwrap();
        for (at, text) in record.iter().enumerate() {
            let (came, nothing) = (read.get(at), Read::Text(String::new()));
            let meant = text.parse().map_or_else(|_| Read::Text(text.to_owned()), Read::Number);
            assert_eq!(came.unwrap_or(&nothing), &meant, "{what}: {record:?}");
            numbers += usize::from(matches!(meant, Read::Number(_)));
        }
    }
    assert!(numbers > 100, "{what}: {numbers} numbers");
}

/// The cells of the first sheet; a day is its text.
fn rows(document: &str) -> Vec<Vec<Read>> {
    let document = Document::parse(document).unwrap();
    let named = |name: &'static str| move |node: &Node<'_, '_>| node.tag_name().name() == name;
    let sheet = document.descendants().find(named("table")).unwrap();
    sheet
        .descendants()
        .filter(named("table-row"))
        .map(|row| row.children().filter(Node::is_element).flat_map(cells).collect())
        .collect()
}

/// A cell as often as it stands there; the blank rest of a row is left out.
fn cells(cell: Node<'_, '_>) -> impl Iterator<Item = Read> {
    let said = |name: &str| cell.attributes().find(|own| own.name() == name).map(|own| own.value());
    let times: usize = said("number-columns-repeated").map_or(1, |times| times.parse().unwrap());
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
    (0..times.min(100)).map(move |_| number.map_or_else(|| Read::Text(texts.clone()), Read::Number))
}
