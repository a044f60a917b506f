//! What fuzzing found: inputs that grow and are still answered before anybody wonders. Each is so long that a step of it for every
//! other one would not come to an end here.

use std::fmt::Write as _;

use pledgebook::Errors;
use pledgebook::book::{Book, Files, Reading};
use pledgebook::error::Severity;
use pledgebook::question::{Query, explain};
use pledgebook::table::Step;

/// The book `tests/books/small` with other files.
fn reading(files: &[(&str, &str)]) -> Reading {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/books/small"));
    let own = Files::read(folder).unwrap();
    let own = own.iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    let others = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    Reading::new(&Files::from_memory("", own.chain(others)).unwrap())
}

#[test]
fn every_record_of_a_file_may_be_wrong() {
    for line in ["x = \"never closed\n", "announced = 2025-99-99\n"] {
        let text = format!("[[commitment]]\n{line}").repeat(20_000);
        let reading = reading(&[("commitments/aaa.toml", &text)]);
        let errors = reading.findings().count(Severity::Error);
        assert!(reading.book().is_none() && errors >= 20_000, "{line}: {errors}");
    }
}

/// How many steps of a derivation have this name.
fn named(step: &Step, name: &str) -> usize {
    usize::from(step.name == name) + step.steps.iter().map(|inner| named(inner, name)).sum::<usize>()
}

#[test]
fn every_edition_that_is_passed_over_is_explained() -> Result<(), Errors> {
    let mut sources = include_str!("../books/small/sources.toml").to_owned();
    let mut rows = include_str!("../books/small/series/gdp.csv").to_owned();
    for edition in 0..3_000 {
        let day = format!("{}-{:02}-{:02}", 1990 + edition / 336, 1 + edition / 28 % 12, 1 + edition % 28);
        let id = format!("edition-{edition}");
        writeln!(sources, "[[source]]\nid = \"{id}\"\ntitle = \"T\"\npublisher = \"Bureau\"\npublished = {day}")
            .unwrap();
        writeln!(rows, "AAA,gdp,,2026,1000,EUR million,1,forecast,Bureau,{day},{id},").unwrap();
    }
    let reading = reading(&[("sources.toml", &sources), ("series/gdp.csv", &rows)]);
    let book: Book = reading.into_book()?;
    let query = Query::new(&book, book.today());
    let derivation = explain(&query, &book.commitments[0])?;
    assert_eq!(named(&derivation, "passed over"), 3_001);
    Ok(())
}
