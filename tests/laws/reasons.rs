//! Which GDP counts and why the others do not: every figure of a year that was published by then appears once, chosen or passed over, and no later one.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use pledgebook::book::{Book, Files, Kind, Measure, Observation, Reading};
use pledgebook::gdp::Ground;
use pledgebook::gdp::{Fate, Resolver};
use pledgebook::quantity::{Date, Money, Year};
use pledgebook::question::{Judging, Query, explain};
use pledgebook::table::Step;
use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/books/small");
const HEADER: &str = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";
const SCENARIOS: &str = "\
[[scenario]]\nid = \"exact\"\ntitle = \"One vintage\"\nbase = \"latest\"\nvintage = 2025-06-30\n\
[[scenario]]\nid = \"early\"\ntitle = \"An early view\"\nbase = \"latest\"\nas_of = 2025-06-30\npublishers = [\"Bank\", \"Statistics\"]\n\
[[scenario]]\nid = \"lean\"\ntitle = \"A lean year\"\nbase = \"publisher:Bank\"\ncountry = \"AAA\"\nnominal_growth = { 2026 = \"-2%\" }\n\
[[scenario]]\nid = \"leaner\"\ntitle = \"Two lean years\"\nbase = \"lean\"\ncountry = \"AAA\"\nnominal_growth = { 2027 = \"-2%\" }\n";
const NAMES: [&str; 7] = ["latest", "budgeted", "publisher:Bank", "exact", "early", "lean", "leaner"];

/// What tells two figures apart: year, kind, publisher and vintage.
type Key = (u16, &'static str, &'static str, &'static str);

/// Figures of GDP, no two of equal rank.
fn figures() -> impl Strategy<Value = String> {
    let kind = select(vec!["outturn", "estimate", "plan", "forecast"]);
    let vintage = select(vec!["2024-10-14", "2025-06-30", "2025-09-30", "2026-02-27"]);
    let key = (2025..=2027u16, kind, select(vec!["Statistics", "Bank", "Elsewhere"]), vintage);
    btree_map(key, (1000..2000u32, select(vec!["EUR", "EUR", "EUR", "USD"])), 1..16).prop_map(|rows| {
        let row = |text: &mut String, ((year, kind, publisher, vintage), (value, unit)): (Key, (u32, &str))| {
            writeln!(text, "AAA,gdp,,{year},{value},{unit} million,1,{kind},{publisher},{vintage},yearbook,").unwrap();
        };
        rows.into_iter().fold(HEADER.to_owned(), |mut text, entry| {
            row(&mut text, entry);
            text
        })
    })
}

/// The small book with these figures, and a pledge for each of their years.
fn book(figures: &str) -> Book {
    let folder = tempfile::tempdir().unwrap();
    let (from, here) = (Path::new(SMALL), folder.path());
    for name in ["commitments", "series"] {
        fs::create_dir(here.join(name)).unwrap();
    }
    for name in ["book.toml", "definitions.toml", "sources.toml"] {
        fs::copy(from.join(name), here.join(name)).unwrap();
    }
    let commitment = fs::read_to_string(from.join("commitments/aaa.toml")).unwrap();
    let commitment = commitment.replace("in         = 2026", "in = \"2025-2027\"");
    fs::write(here.join("commitments/aaa.toml"), commitment).unwrap();
    fs::write(here.join("scenarios.toml"), SCENARIOS).unwrap();
    fs::write(here.join("series/gdp.csv"), figures).unwrap();
    Reading::new(&Files::read(here).unwrap()).into_book().unwrap()
}

fn published(book: &Book, year: Year, as_of: Date) -> Vec<&Observation> {
    let of_year = book.observations.iter().filter(|row| row.measure == Measure::Gdp && row.year == year);
    of_year.filter(|row| row.vintage.is_known_on(as_of)).collect()
}

/// The places of the figures that a derivation names for GDP of a year: the one that counts, and those passed over.
fn told(derivation: &Step, year: Year) -> (Option<String>, Vec<String>) {
    let of_year = derivation.steps.iter().find(|step| step.name.starts_with(&year.to_string())).unwrap();
    let gdp = of_year.steps.iter().find(|step| step.name == format!("GDP {year}")).unwrap();
    let passed = gdp.steps.iter().filter(|step| step.name == "passed over");
    (gdp.place.clone(), passed.map(|step| step.place.clone().unwrap()).collect())
}

proptest! {
    #![proptest_config(inputs(120))]

    #[test]
    fn every_figure_is_chosen_or_passed_over(figures in figures(), name in select(&NAMES[..]), day in select(vec!["2025-01-01", "2025-07-01", "2026-03-01"])) {
        let book = book(&figures);
        let as_of = day.parse()?;
        let commitment = &book.commitments[0];
        let resolution = Resolver::new(&book, as_of).resolve(name, book.country)?;
        let derivation = explain(&Query { judging: Judging { on: vec![Ground::named(name)], ..Judging::default() }, ..Query::new(&book, as_of) }, commitment).unwrap();
        for year in ["2025", "2026", "2027"].map(|year| year.parse::<Year>().unwrap()) {
            let considered = resolution.considered(year);
            let place = |row: &Observation| row.origin.to_string();
            let places = |mut places: Vec<String>| { places.sort(); places };
            let all = places(published(&book, year, as_of).into_iter().map(place).collect());
            prop_assert_eq!(places(considered.iter().map(|one| place(one.row)).collect()), all);
            let (chosen, passed): (Vec<_>, Vec<_>) = considered.iter().partition(|one| one.fate == Fate::Chosen);
            match (chosen[..].first(), resolution.path.value(year)) {
                (Some(one), Some(value)) => {
                    prop_assert_eq!(chosen.len(), 1);
                    prop_assert_eq!(Some(value.gdp), one.row.currency().map(|own| Money::from_millions(one.row.value, own)));
                }
                (None, Some(value)) => prop_assert_eq!(value.kind, Kind::Assumption),
                (None, None) => {}
                (Some(one), None) => prop_assert!(false, "{:?} counts and is not there", one.row),
            }
            let (counts, others) = told(&derivation, year);
            prop_assert_eq!(places(others), places(passed.iter().map(|one| place(one.row)).collect()));
            prop_assert!(chosen.iter().all(|one| counts == Some(place(one.row))), "{:?}", counts);
        }
    }
}
