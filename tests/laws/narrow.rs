//! The compiled-in book about some countries alone answers about them as the whole one does.

use pledgebook::book::Book;
use pledgebook::quantity::Country;
use pledgebook::question::{Query, ask};
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::{SHIPPED, inputs};

/// The answers about some countries, with all that is said around their rows.
fn answers(book: &Book, countries: &[Country]) -> Vec<String> {
    let countries = Some(countries.to_vec()).filter(|asked| !asked.is_empty());
    ["amounts", "verdicts", "gdp", "commitments", "scenarios"]
        .map(|question| {
            let query = Query { countries: countries.clone(), ..Query::new(book, book.today()) };
            format!("{:?}", ask(question, &query).unwrap())
        })
        .to_vec()
}

fn countries() -> Vec<Country> {
    SHIPPED.countries.iter().map(|(country, _)| *country).collect()
}

#[test]
fn each_country_by_itself_is_answered_alike() {
    for country in countries() {
        let about = Book::embedded_about(&[country]).unwrap();
        assert!(about.observations.len() < SHIPPED.observations.len());
        assert_eq!(answers(&about, &[country]), answers(&SHIPPED, &[country]), "{country}");
    }
}

#[test]
fn of_no_country_it_is_about_its_own() {
    let about = Book::embedded_about(&[]).unwrap();
    assert_eq!(answers(&about, &[]), answers(&SHIPPED, &[]));
    assert_eq!(about.fingerprint.to_string(), SHIPPED.fingerprint.to_string());
}

proptest! {
    #![proptest_config(inputs(10))]

    #[test]
    fn several_countries_are_answered_alike(some in subsequence(countries(), 1..8)) {
        let about = Book::embedded_about(&some).unwrap();
        prop_assert_eq!(answers(&about, &some), answers(&SHIPPED, &some));
    }
}
