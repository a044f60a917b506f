//! Scenario files: the same answers as from the book, whatever the line ends.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pledgebook::Errors;
use pledgebook::book::{Book, Files, Reading};
use pledgebook::gdp::feed::{Countries, Feed};
use pledgebook::quantity::Decimal;
use pledgebook::question::{Query, question};
use pledgebook::render::{Format, Layout};
use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs;
use super::pledges::canonical;
use super::tables::ALLIES;

const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
const HEADER: &str = "country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n";

/// GDP by year, as text.
type Paths = BTreeMap<u16, String>;

fn gdp() -> impl Strategy<Value = Paths> {
    let value = (1..=999_999_999u64, 0..=6usize).prop_map(|(whole, places)| match places {
        0 => whole.to_string(),
        _ => format!("{whole}.{:0places$}", whole % 10u64.pow(u32::try_from(places).unwrap())),
    });
    btree_map(2024..=2030u16, value, 1..7)
}

/// The small book with this one commitment and this GDP.
fn book(pledge: &str, when: &str, gdp: &Paths) -> Book {
    let folder = tempfile::tempdir().unwrap();
    let (from, here) = (Path::new(TESTS).join("books/small"), folder.path());
    for name in ["commitments", "series"] {
        fs::create_dir(here.join(name)).unwrap();
    }
    for name in ["book.toml", "definitions.toml", "sources.toml", "scenarios.toml"] {
        fs::copy(from.join(name), here.join(name)).unwrap();
    }
    let commitment = fs::read_to_string(from.join("commitments/aaa.toml")).unwrap();
    let commitment = commitment.replace("at least 2.5% of GDP", pledge).replace("in         = 2026", when);
    fs::write(here.join("commitments/aaa.toml"), commitment).unwrap();
    let row = |(year, value): (&u16, &String)| {
        format!("AAA,gdp,,{year},{value},EUR million,1,forecast,Statistics,2025-06-30,yearbook,\n")
    };
    fs::write(here.join("series/gdp.csv"), HEADER.to_owned() + &gdp.iter().map(row).collect::<String>()).unwrap();
    Reading::new(&Files::read(here).unwrap()).into_book().unwrap()
}

/// A scenario file that says the same, in the order of years.
fn file(scenario: &str, gdp: &Paths) -> String {
    let lines = gdp.iter().map(|(year, value)| format!("{scenario},{year},{value}\n"));
    "scenario,year,gdp_million\n".to_owned() + &lines.collect::<String>()
}

/// What `amounts` answers as CSV; nothing if a result is too large to be kept.
fn answer(query: &Query<'_>) -> Option<String> {
    let table = (question("amounts").unwrap().build)(query);
    let refused = |errors: &Errors| errors.iter().all(|error| error.kind().name() == "too-large");
    let table = table.map_err(|errors| assert!(refused(&errors), "{errors}")).ok()?;
    let mut out = Vec::new();
    Format::named("csv").unwrap().render(&table, &Layout { decimals: 6, ..Layout::default() }, &mut out).unwrap();
    String::from_utf8(out).ok()
}

fn fed<'b>(book: &'b Book, bytes: &[u8]) -> Query<'b> {
    let feed = Feed::read("paths.csv", bytes.to_vec(), Countries::of(book, &[])).unwrap();
    Query { feed: Some(feed), ..Query::new(book, book.latest_date().unwrap()) }
}

/// Every column but that of GDP, which a feed repeats as it was fed, of the years that the file has.
fn rows(csv: &str, gdp: &Paths) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let is_fed = |year: &str| year.parse().map_or(true, |year| gdp.contains_key(&year));
    rows.filter(|row| is_fed(&row[3])).map(|row| [&row[..6], &row[7..]].concat()).collect()
}

const TIMES: [&str; 5] =
    ["in = 2026", "in = \"2025-2028\"", "in = \"2026-\"", "by = 2029", "since = 2025\nuntil = 2027"];

proptest! {
    #![proptest_config(inputs(150))]

    #[test]
    fn a_fed_path_comes_to_what_the_book_says(pledge in canonical(), when in select(&TIMES[..]), gdp in gdp()) {
        let book = book(&pledge, when, &gdp);
        let scenarios = vec!["latest".to_owned()];
        let booked = answer(&Query { scenarios, ..Query::new(&book, book.latest_date().unwrap()) });
        let fed = answer(&fed(&book, file("latest", &gdp).as_bytes()));
        prop_assert_eq!(fed.map(|fed| rows(&fed, &gdp)), booked.map(|booked| rows(&booked, &gdp)));
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_change_no_byte(gdp in gdp(), blank in any::<bool>(), last in any::<bool>()) {
        let plain = file("a, b", &gdp).replace("a, b", "\"a, b\"");
        let expected = answer(&fed(&ALLIES, plain.as_bytes()));
        let lines = if blank { plain.replace('\n', "\n\n") } else { plain };
        let lines = if last { lines.trim_end().to_owned() } else { lines };
        for mark in ["", "\u{feff}"] {
            for end in ["\n", "\r\n"] {
                let text = format!("{mark}{}", lines.replace('\n', end));
                prop_assert_eq!(answer(&fed(&ALLIES, text.as_bytes())), expected.clone());
            }
        }
    }

    #[test]
    fn an_amount_lies_between_its_ends(pledge in canonical(), when in select(&TIMES[..]), gdp in gdp()) {
        let book = book(&pledge, when, &gdp);
        let answer = answer(&Query::new(&book, book.latest_date().unwrap()));
        for row in answer.map(|csv| rows(&csv, &gdp)).unwrap_or_default() {
            let [low, amount, high] = [7, 8, 9].map(|at| row[at].parse::<Decimal>().ok());
            prop_assert!(low.is_none_or(|low| Some(low) <= amount), "{:?}", row);
            prop_assert!(high.is_none_or(|high| amount.is_some_and(|amount| amount <= high)), "{:?}", row);
        }
    }
}
