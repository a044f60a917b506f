//! Official workbooks, each made here in its publisher's layout: what is read of them, and what is refused.
#![cfg(feature = "import")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod book;
mod limits;
mod nato;
mod sipri;

use pledgebook::Errors;
use pledgebook::import::{Edition, Official, Wanted, read};

/// What a file comes to, as published on a day.
fn import(format: &str, bytes: &[u8]) -> Result<Edition, Errors> {
    let wanted = Wanted { vintage: Some("2026-07-10".parse().unwrap()), ..Wanted::default() };
    read(Some(format), &Official { name: "book.xlsx", bytes }, &wanted)
}

/// The rows as `LVA spending nato 2024 1331 EUR million ±1 estimate: note`, in their order.
fn rows(edition: &Edition) -> Vec<String> {
    let row = |row: &pledgebook::book::Observation| {
        let definition = row.definition.as_ref().map(|own| format!(" {own}")).unwrap_or_default();
        let note = row.note.as_ref().map(|own| format!(": {own}")).unwrap_or_default();
        let precision = row.precision.unwrap();
        let (country, measure, year, value, unit, kind) =
            (row.country, row.measure, row.year, row.value, row.unit, row.kind);
        format!("{country} {measure}{definition} {year} {value} {unit} ±{precision} {kind}{note}")
    };
    edition.rows.iter().map(row).collect()
}

/// What was left out, as `22 shares of GDP of aggregates`.
fn left_out(edition: &Edition) -> Vec<String> {
    edition.left_out.iter().map(|own| format!("{} {}", own.count, own.what)).collect()
}
