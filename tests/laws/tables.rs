//! Tables and their texts: no order changes a number, and what is written reads back.

use std::path::Path;
use std::sync::LazyLock;

use pledgebook::book::{Book, Files, Reading};
use pledgebook::quantity::text::unguard;
use pledgebook::question::{QUESTIONS, Query, question};
use pledgebook::render::{FORMATS, Format, Layout};
use pledgebook::table::{Cell, Column, Content, Context, Table};
use proptest::collection::vec;
use proptest::prelude::*;

use super::inputs;

const COLUMNS: &[Column] = &[
    Column { name: "a", heading: "A", content: Content::Text },
    Column { name: "b", heading: "B", content: Content::Name },
    Column { name: "c", heading: "C", content: Content::Text },
];

/// A book with two countries and pledges of every sort.
pub(super) static ALLIES: LazyLock<Book> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/allies");
    Reading::new(&Files::read(&folder).unwrap()).into_book().unwrap()
});

fn table(rows: &[Vec<String>]) -> Table {
    let context = Context { country: None, currency: None, as_of: "2025-11-20".parse().unwrap() };
    let rows = rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect();
    Table { name: "texts", columns: COLUMNS, rows, context, notes: Vec::new(), sources: Vec::new() }
}

fn written(table: &Table, format: &Format) -> String {
    let mut out = Vec::new();
    (format.render)(table, &Layout::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Texts that a writer of CSV may stumble over, and any other.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[-=+@'\t\r\n,\"a ]{0,6}", any::<String>()]
}

/// The rows of `amounts`, sorted, for the scenarios in this order.
fn sorted(scenarios: Vec<String>) -> Vec<String> {
    let query = Query { scenarios, ..Query::new(&ALLIES, ALLIES.latest_date().unwrap()) };
    let mut rows: Vec<String> = (question("amounts").unwrap().build)(&query)
        .map(|table| written(&table, Format::named("csv").unwrap()))
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    rows.sort();
    rows
}

proptest! {
    #![proptest_config(inputs(200))]

    #[test]
    fn what_csv_writes_a_reader_reads_back(rows in vec(vec(cell(), 3), 0..6)) {
        let text = written(&table(&rows), Format::named("csv").unwrap());
        prop_assert!(text.starts_with("a,b,c\n") && text.ends_with('\n'));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        prop_assert_eq!(reader.headers().unwrap(), vec!["a", "b", "c"]);
        let read: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(|cell| unguard(cell).to_owned()).collect()).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn no_cell_of_csv_runs_in_a_spreadsheet(rows in vec(vec(cell(), 3), 1..4)) {
        let text = written(&table(&rows), Format::named("csv").unwrap());
        for row in csv::Reader::from_reader(text.as_bytes()).records() {
            let row = row.unwrap();
            prop_assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{:?}", row);
        }
    }

    #[test]
    fn what_json_writes_a_reader_reads_back(rows in vec(vec(cell(), 3), 0..6)) {
        let text = written(&table(&rows), Format::named("json").unwrap());
        let read: Vec<std::collections::BTreeMap<String, Option<String>>> = serde_json::from_str(&text).unwrap();
        let read: Vec<Vec<String>> =
            read.into_iter().map(|row| row.into_values().map(Option::unwrap_or_default).collect()).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    #[cfg(feature = "cli")]
    fn no_format_lets_a_terminal_obey(rows in vec(vec(cell(), 3), 1..4)) {
        let shown = written(&table(&rows), Format::named("table").unwrap());
        let obeyed = ['\u{1b}', '\u{7}', '\r'].into_iter().find(|sign| shown.contains(*sign));
        prop_assert_eq!(obeyed, None);
    }

    #[test]
    fn the_order_of_scenarios_changes_no_number(
        order in Just(["latest", "bank-view", "budgeted", "publisher:Bank"].map(str::to_owned).to_vec()).prop_shuffle(),
    ) {
        let mut expected = order.clone();
        expected.sort();
        prop_assert_eq!(sorted(order), sorted(expected));
    }
}

#[test]
fn every_question_has_its_answer_in_every_format() {
    for question in QUESTIONS {
        let query = Query::new(&ALLIES, ALLIES.latest_date().unwrap());
        let table = (question.build)(&query).unwrap();
        assert_eq!(table.name, question.name);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", question.name);
        for format in FORMATS {
            assert!(written(&table, format).ends_with('\n'), "{} as {}", question.name, format.name);
        }
    }
}
