//! Rows and documents as the plain text of a book.

use crate::book::{Observation, Source};
use crate::quantity::text::{guard, push_csv_cell};

/// The columns of `series/*.csv`, as the first line of a file.
pub const HEADER: &str = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";

/// Rows as a file of `series/`.
///
/// Reading it back gives the same rows.
#[must_use]
pub fn series(rows: &[Observation]) -> String {
    rows.iter().fold(HEADER.to_owned(), |text, row| text + &line(row))
}

/// A row as a line of a file of `series/`, with its end.
#[must_use]
pub fn line(row: &Observation) -> String {
    let text = |value: Option<String>| value.unwrap_or_default();
    let cells = [
        row.country.to_string(),
        row.measure.to_string(),
        text(row.definition.clone()),
        row.year.to_string(),
        row.value.to_string(),
        row.unit.to_string(),
        text(row.precision.map(|precision| precision.to_string())),
        row.kind.to_string(),
        guard(&row.publisher).into_owned(),
        row.vintage.to_string(),
        row.source.clone(),
        text(row.note.as_deref().map(|note| guard(note).into_owned())),
    ];
    let mut line = String::new();
    for (index, cell) in cells.iter().enumerate() {
        line.push_str(if index == 0 { "" } else { "," });
        push_csv_cell(&mut line, cell, ',');
    }
    line + "\n"
}

/// A document as a record of `sources.toml`.
#[must_use]
pub fn record(document: &Source) -> String {
    let Source { id, title, publisher, published, url, licence, shares_to, secondary, note } = document;
    let published = published.to_string();
    let shares_to = shares_to.map(|unit| unit.to_string());
    let words = [
        ("id", Some(id)),
        ("title", Some(title)),
        ("publisher", Some(publisher)),
        ("published", Some(&published)),
        ("url", url.as_ref()),
        ("licence", licence.as_ref()),
        ("shares_to", shares_to.as_ref()),
        ("note", note.as_ref()),
    ];
    let keys = words.into_iter().filter_map(|(key, value)| Some(format!("{key:<9} = {}\n", quoted(value?))));
    let secondary = secondary.then(|| "secondary = true\n".to_owned());
    keys.chain(secondary).fold("[[source]]\n".to_owned(), |text, line| text + &line)
}

/// A text as TOML has it: what JSON escapes, and the one letter more.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}
