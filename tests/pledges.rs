//! Sentences in the manner of ministers and communiqués, each read as it stands in a table or refused with a way out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::path::Path;

use pledgebook::pledge::{Sentence, Speaker};

/// Set to write what is read now into the table.
const BLESS: &str = "PLEDGEBOOK_BLESS";

/// A row of the table: a sentence, who says it, and the way out where it is refused.
struct Row<'t> {
    sentence: &'t str,
    speaker: &'t str,
    help: &'t str,
}

impl<'t> Row<'t> {
    /// A line of the table; nothing of its heading and of prose.
    fn of(line: &'t str) -> Option<Self> {
        let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
        let [sentence, speaker, _, help] = cells[..] else { panic!("{line}: four cells") };
        let is_row = !(sentence == "sentence" || sentence.starts_with("---"));
        is_row.then_some(Self { sentence, speaker, help })
    }

    /// Its currency, and the first day of its fiscal year.
    fn speaker(&self) -> Speaker {
        let mut words = self.speaker.split_whitespace();
        let currency = words.next().map(|code| code.parse().unwrap());
        Speaker { currency, fiscal_year: words.next().map(|day| day.parse().unwrap()) }
    }

    /// What is read, and the way out where nothing is.
    fn answer(&self) -> (String, String) {
        match Sentence::read(self.sentence, self.speaker()) {
            Ok(sentence) => (sentence.to_string(), String::new()),
            Err(error) => (error.kind().to_string(), error.way_out().unwrap_or_default().to_owned()),
        }
    }
}

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pledges/sentences.md")
}

fn table() -> String {
    std::fs::read_to_string(path()).unwrap()
}

#[test]
fn every_sentence_is_read_or_refused_as_the_table_says() {
    let table = table();
    let mut written = String::new();
    for line in table.lines() {
        let Some(row) = Row::of(line) else {
            writeln!(written, "{line}").unwrap();
            continue;
        };
        let (read, help) = row.answer();
        let cell = |text: &str| if text.is_empty() { String::new() } else { format!("{text} ") };
        let (speaker, read, help) = (cell(row.speaker), cell(&read), cell(&help));
        writeln!(written, "| {} | {speaker}| {read}| {help}|", row.sentence).unwrap();
    }
    if std::env::var_os(BLESS).is_some() {
        assert!(std::env::var_os("CI").is_none(), "expectations are not written where nobody reads them");
        return std::fs::write(path(), written).unwrap();
    }
    similar_asserts::assert_eq!(table, written);
}

/// The rows that are read, with what is read.
fn readable(table: &str) -> impl Iterator<Item = (Row<'_>, Sentence)> {
    table.lines().filter_map(Row::of).filter_map(|row| {
        let sentence = Sentence::read(row.sentence, row.speaker()).ok()?;
        Some((row, sentence))
    })
}

#[test]
fn what_is_printed_is_read_as_the_same_by_anybody() {
    for (row, sentence) in readable(&table()) {
        let abroad = Speaker { currency: None, ..row.speaker() };
        let again = Sentence::read(&sentence.to_string(), abroad).unwrap();
        assert_eq!((again.pledge, again.when), (sentence.pledge, sentence.when), "{}", row.sentence);
    }
}

#[test]
fn neither_case_nor_blanks_matter() {
    for (row, sentence) in readable(&table()) {
        let spaced = format!("  {} ", row.sentence.replace(' ', " \u{a0} "));
        for said in [row.sentence.to_uppercase(), row.sentence.to_lowercase(), spaced] {
            let again = Sentence::read(&said, row.speaker()).unwrap_or_else(|error| panic!("{said}: {error}"));
            assert_eq!((again.pledge, again.when), (sentence.pledge, sentence.when), "{said}");
        }
    }
}

#[test]
fn a_way_out_that_shows_a_pledge_shows_one_that_is_read() {
    let table = table();
    let mut shown = 0;
    for row in table.lines().filter_map(Row::of).filter(|row| !row.help.is_empty()) {
        for text in row.help.split('`').skip(1).step_by(2).filter(|text| is_whole(text)) {
            assert!(Sentence::read(text, row.speaker()).is_ok(), "{}: `{text}` is refused in turn", row.sentence);
            shown += 1;
        }
    }
    assert!(shown > 20, "only {shown} pledges in all helps");
}

/// Whether a text in a help is meant as a whole pledge: it begins with a figure that is no year, or with a word before one.
fn is_whole(text: &str) -> bool {
    let first = text.split([' ', '-', '/']).next().unwrap_or_default();
    let is_year = first.len() == 4 && first.parse::<u16>().is_ok();
    let is_figure = first.starts_with(|c: char| c.is_ascii_digit()) && !is_year && text.contains([' ', '%']);
    is_figure || (["at", "about", "twice"].contains(&first) && text.contains(|c: char| c.is_ascii_digit()))
}

#[test]
fn the_table_is_long_and_without_a_sentence_twice() {
    let table = table();
    let mut sentences: Vec<(&str, &str)> =
        table.lines().filter_map(Row::of).map(|row| (row.sentence, row.speaker)).collect();
    let count = sentences.len();
    assert!(count >= 120, "{count} sentences");
    sentences.sort_unstable();
    sentences.dedup();
    assert_eq!(sentences.len(), count);
}
