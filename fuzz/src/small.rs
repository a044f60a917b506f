//! A small book, whose files an input may replace, and everything that is asked of it.

use pledgebook::book::{Book, Files, Reading};
use pledgebook::chart::CHARTS;
use pledgebook::question::{QUESTIONS, Query, ask, ask_picture};
use pledgebook::render::{FORMATS, Layout};
use pledgebook::verdict::doubts;

/// The files of the book `tests/books/small`.
const FILES: [(&str, &str); 7] = [
    ("book.toml", include_str!("../../tests/books/small/book.toml")),
    ("commitments/aaa.toml", include_str!("../../tests/books/small/commitments/aaa.toml")),
    ("definitions.toml", include_str!("../../tests/books/small/definitions.toml")),
    ("scenarios.toml", include_str!("../../tests/books/small/scenarios.toml")),
    ("series/gdp.csv", include_str!("../../tests/books/small/series/gdp.csv")),
    ("series/spending.csv", include_str!("../../tests/books/small/series/spending.csv")),
    ("sources.toml", include_str!("../../tests/books/small/sources.toml")),
];

/// The book with other files, if their names are those of a book.
pub fn reading<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Option<Reading> {
    let own = FILES.iter().map(|(name, text)| (*name, text.as_bytes()));
    Some(Reading::new(&Files::from_memory("", own.chain(files)).ok()?))
}

/// Reads the book with other files, and asks everything that needs no more than a book, in every format.
pub fn ask_everything<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) {
    let Some(reading) = reading(files) else { return };
    // every finding is told, with the line that it is about
    let told = reading.findings().iter().map(ToString::to_string).collect::<String>();
    assert!(reading.book().is_some() || !told.is_empty());
    if let Some(book) = reading.book() {
        ask_about(book);
    }
}

fn ask_about(book: &Book) {
    let Some(day) = book.latest_date() else { return };
    let _ = doubts(book, day);
    let query = Query::new(book, day);
    let tables = QUESTIONS.iter().filter_map(|own| ask(own.name, &query).ok());
    let tables: Vec<_> = tables.chain(CHARTS.iter().filter_map(|own| ask_picture(own.name, &query).ok())).collect();
    for format in FORMATS {
        let _ = format.render_all(&tables, &Layout::default(), &mut std::io::sink());
    }
}
