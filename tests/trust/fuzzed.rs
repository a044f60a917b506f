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

#[test]
fn a_name_may_be_long_and_nearly_another_one() {
    let long = |name: &str| name.repeat(20_000);
    let definitions = include_str!("../books/small/definitions.toml");
    let known: String = (0..500)
        .map(|at| format!("[[definition]]\nid = \"{}-{at}\"\ntitle = \"T\"\nfamily = \"f\"\n", "d".repeat(90)))
        .collect();
    let longest = format!("[[definition]]\nid = \"{}-1\"\ntitle = \"{}\"\nfamily = \"f\"\n", long("d"), long("t"));
    let commitments = include_str!("../books/small/commitments/aaa.toml");
    let (head, commitment) = commitments.split_once("[[commitment]]").unwrap();
    let missed = |at: usize, id: &str| {
        let other = commitment.replace("floor-2026", &format!("c-{at}"));
        format!(
            "[[commitment]]{}",
            other
                .replace("\"defence\"\nann", &format!("\"{id}\"\nann"))
                .replace("= \"defence\"", &format!("= \"{id}\""))
        )
    };
    let many: String = (0..500).map(|at| missed(at, &format!("{}-x{at}", "d".repeat(90)))).collect();
    let all = format!("{head}{many}{}", missed(500, &format!("{}-2", long("d"))));
    let translations = format!("text,translation\n{}x,y\n{}z,y\n", long("t"), long("t"));
    let files = [
        ("definitions.toml", format!("{definitions}{known}{longest}")),
        ("commitments/aaa.toml", all),
        ("translations/lv.csv", translations),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let reading = reading(&files);
    assert_eq!(reading.findings().count(Severity::Error), 501);
    let told = |end: &str| {
        reading.findings().iter().filter(|error| error.way_out().is_some_and(|help| help.ends_with(end))).count()
    };
    // the nearest is named for as many as are shown
    assert_eq!((told("?"), told("definition")), (50, 451));
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
