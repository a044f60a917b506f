//! Any text at all: no reader panics, and every error has its place inside the text.

use std::fs;
use std::path::Path;

use pledgebook::book::{Files, Reading};
use pledgebook::error::{Errors, Place};
use pledgebook::gdp::feed::{Countries, Feed};
use pledgebook::pledge::{Pledge, Tolerance, When};
use pledgebook::quantity::{Country, Currency, Date, Digits, FiscalYear, Growth, Money, Share, Year, YearRange};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::inputs;
use super::pledges::canonical;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/books/small");
/// The files of the small book.
const FILES: [&str; 6] =
    ["book.toml", "definitions.toml", "sources.toml", "scenarios.toml", "commitments/aaa.toml", "series/gdp.csv"];
const FEED: &str = "scenario,year,gdp_million,country\nlow,2026,1000,AAA\n\"high, \"\"or so\",2026,2000.5,BBB\n";

/// Something in the place of some bytes of a text.
#[derive(Debug, Clone)]
struct Edit {
    at: Index,
    length: usize,
    new: Vec<u8>,
}

fn edit() -> impl Strategy<Value = Edit> {
    let signs =
        select(vec!["\"", ",", "\n", "\r", "\0", "=", "[", "]", "[[", "'", "\u{feff}", "ā", "-", "9", "{", "#"]);
    let new = prop_oneof![
        vec(any::<u8>(), 0..4),
        any::<String>().prop_map(String::into_bytes),
        signs.prop_map(|sign| sign.as_bytes().to_vec())
    ];
    (any::<Index>(), 0..6usize, new).prop_map(|(at, length, new)| Edit { at, length, new })
}

fn edited(text: &[u8], edits: &[Edit]) -> Vec<u8> {
    edits.iter().fold(text.to_vec(), |mut bytes, edit| {
        let start = edit.at.index(bytes.len() + 1);
        let end = (start + edit.length).min(bytes.len());
        bytes.splice(start..end, edit.new.clone());
        bytes
    })
}

/// Whether a place lies in the text: its line is there, and its excerpt stands on it.
fn is_inside(place: &Place, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let Some(above) = place.line.checked_sub(1) else { return place.excerpt.is_empty() };
    let line = text.split('\n').nth(above);
    let within = place.excerpt.get(place.span.clone()).is_some();
    within && line.is_some_and(|line| line.contains(&place.excerpt) && place.column <= line.chars().count() + 1)
}

/// What texts of the small book are called elsewhere.
const TRANSLATIONS: &str =
    "text,translation\nDefence spending,Aizsardzība\n\"Speech to parliament\",\"Runa, Saeimā\"\nYearbook,\n";

/// What is wrong with the findings about a file of these bytes, if anything is.
fn astray(findings: &Errors, file: &str, bytes: &[u8]) -> Option<String> {
    let inside = |place: &Place| &*place.file != file || is_inside(place, bytes);
    let lost = findings.iter().find(|finding| finding.place().is_none_or(|place| !inside(place)));
    lost.map(|finding| format!("{finding:?} in {:?}", String::from_utf8_lossy(bytes)))
}

/// What reading the small book finds with one of its files like this.
fn findings(name: &str, bytes: &[u8]) -> (Errors, String) {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for file in FILES {
        fs::create_dir_all(here.join(file).parent().unwrap()).unwrap();
        fs::copy(Path::new(SMALL).join(file), here.join(file)).unwrap();
    }
    fs::create_dir_all(here.join(name).parent().unwrap()).unwrap();
    fs::write(here.join(name), bytes).unwrap();
    let files = Files::read(here).unwrap();
    (Reading::new(&files).findings().clone(), files.shown(name))
}

/// Everything that is read of a word or two.
fn read_as_all(text: &str) {
    let _ = (text.parse::<Pledge>(), text.parse::<Tolerance>(), When::parse_in(text, None), text.parse::<YearRange>());
    let _ = (text.parse::<Money>(), text.parse::<Share>(), text.parse::<Date>(), text.parse::<Year>());
    let _ = (text.parse::<Currency>(), text.parse::<Country>(), text.parse::<Growth>(), text.parse::<FiscalYear>());
    let _ = Digits::SERIES.parse_signed(text);
}

/// A way out that is looked for by reading what is left of a text must not look for one of its own.
#[test]
fn a_text_of_one_piece_over_and_over_is_read_to_its_end() {
    let letters = (' '..='~').map(String::from);
    let words = ["1e", "1,", "1 ", "+1", "-.", "about ", "5% of ", "2026-", "2026/27 ", "€", "\u{a0}", "\u{2212}"];
    for piece in letters.chain(words.map(str::to_owned)) {
        let long = piece.repeat(20_000);
        for text in [long.clone(), format!("{long}1"), format!("5{long}"), format!("5 {long}% of GDP")] {
            read_as_all(&text);
        }
        let feed = format!("scenario,country,year,gdp_million\na,AAA,2026,{}1\n", long.replace([',', '"'], ""));
        let countries = Countries { default: None, known: &[], guards: &[] };
        let _ = Feed::read("paths.csv", feed.into_bytes(), countries);
    }
}

proptest! {
    #![proptest_config(inputs(200))]

    #[test]
    fn no_text_makes_a_small_parser_panic(text in any::<String>(), pledge in canonical(), edits in vec(edit(), 1..3)) {
        let near = String::from_utf8_lossy(&edited(pledge.as_bytes(), &edits)).into_owned();
        for text in [text.as_str(), &near] {
            read_as_all(text);
            if let Ok(pledge) = text.parse::<Pledge>() {
                prop_assert_eq!(pledge.to_string().parse::<Pledge>()?, pledge, "{}", text);
                prop_assert!(pledge.slack().is_ok(), "{}", text);
            }
        }
    }

    #[test]
    fn any_bytes_are_a_feed_or_an_error_in_its_place(bytes in vec(any::<u8>(), 0..60), edits in vec(edit(), 1..4)) {
        for bytes in [bytes, edited(FEED.as_bytes(), &edits)] {
            if let Err(errors) = Feed::read("paths.csv", bytes.clone(), Countries { default: Some("AAA".parse()?), known: &[], guards: &[] }) {
                prop_assert_eq!(astray(&errors, "paths.csv", &bytes), None);
            }
        }
    }
}

proptest! {
    #![proptest_config(inputs(100))] // each writes and reads a whole book

    #[test]
    fn any_edit_of_a_book_is_read_or_an_error_in_its_place(name in select(&FILES[..]), edits in vec(edit(), 1..4)) {
        let bytes = edited(&fs::read(Path::new(SMALL).join(name)).unwrap(), &edits);
        let (found, shown) = findings(name, &bytes);
        prop_assert_eq!(astray(&found, &shown, &bytes), None);
    }

    #[test]
    fn any_bytes_are_a_file_of_a_book_or_an_error_in_its_place(name in select(&FILES[..]), bytes in vec(any::<u8>(), 0..60), text in any::<String>()) {
        for bytes in [bytes, text.into_bytes()] {
            let (found, shown) = findings(name, &bytes);
            prop_assert_eq!(astray(&found, &shown, &bytes), None);
        }
    }

    #[test]
    fn any_bytes_are_translations_or_an_error_in_their_place(bytes in vec(any::<u8>(), 0..60), edits in vec(edit(), 1..4)) {
        for bytes in [bytes, edited(TRANSLATIONS.as_bytes(), &edits)] {
            let (found, shown) = findings("translations/lv.csv", &bytes);
            prop_assert_eq!(astray(&found, &shown, &bytes), None);
        }
    }
}
