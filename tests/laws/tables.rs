//! Tables and their texts: no order changes a number, and what is written reads back.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use pledgebook::book::{Book, Files, Reading};
#[cfg(feature = "chart")]
use pledgebook::chart::CHARTS;
use pledgebook::quantity::text::{in_data, is_hidden, unguard};
use pledgebook::question::{PICTURES, QUESTIONS, Query, Question, question};
use pledgebook::render::{FORMATS, Format, Layout};
use pledgebook::table::{Cell, Column, Content, Context, Table, Unit, Value, columns};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{SHIPPED, answered, inputs};

const COLUMNS: &[Column] = &[columns::NOTE, columns::REASON, columns::SCENARIO];

/// A book with two countries and pledges of every sort.
pub(super) static ALLIES: LazyLock<Book> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/allies");
    Reading::new(&Files::read(&folder).unwrap()).into_book().unwrap()
});

fn table(rows: &[Vec<String>]) -> Table {
    let context = Context {
        book: String::new(),
        fingerprint: None,
        country: None,
        currency: None,
        as_of: "2025-11-20".parse().unwrap(),
    };
    let rows = rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect();
    Table { name: "texts", columns: COLUMNS, rows, context, notes: Vec::new(), sources: Vec::new() }
}

fn written(table: &Table, format: &Format) -> String {
    let mut out = Vec::new();
    format.render(table, &Layout::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Texts that a writer of CSV may stumble over, such as nobody sees, and any other.
fn cell() -> impl Strategy<Value = String> {
    let hidden: Vec<char> = ('\0'..=char::MAX).filter(|own| is_hidden(*own)).collect();
    let hidden = vec(prop_oneof![select(hidden), select(vec!['\'', '=', 'a'])], 0..4).prop_map(String::from_iter);
    prop_oneof!["[-=+@'\t\r\n,\"a ]{0,6}", hidden, any::<String>()]
}

/// What a format of data says of cells: the words themselves, hidden letters as escapes.
fn said(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(in_data).collect()).collect()
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
        prop_assert!(text.starts_with("note,reason,scenario\n") && text.ends_with('\n'));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        prop_assert_eq!(reader.headers().unwrap(), vec!["note", "reason", "scenario"]);
        let read: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(|cell| unguard(cell).to_owned()).collect()).collect();
        prop_assert_eq!(read, said(&rows));
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
        prop_assert_eq!(read, said(&rows));
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

/// Every answer about a book: of rows and of pictures, of all commitments and of those that it opens with.
fn answers(book: &Book) -> Vec<(&'static Question, Table)> {
    let as_of = book.latest_date().unwrap();
    let mut all = Query { all: true, total: true, ..Query::new(book, as_of) };
    all.countries = Some(book.countries.iter().map(|(country, _)| *country).collect());
    all.compare = Some("latest".to_owned());
    all.judging.then = Some("2025-06-30".parse().unwrap());
    let queries = [Query::new(book, as_of), all];
    let asked =
        queries.iter().flat_map(|query| QUESTIONS.iter().chain(PICTURES).map(move |question| (query, question)));
    asked.filter_map(|(query, question)| Some((question, answered(question, query)?))).collect()
}

#[test]
fn every_question_has_its_answer_in_every_format() {
    for (question, table) in answers(&ALLIES) {
        assert_eq!(table.name, question.name);
        for format in FORMATS.iter().filter(|format| !format.is_binary()) {
            let is_empty = table.rows.is_empty(); // of which lines of JSON are none
            assert!(is_empty || written(&table, format).ends_with('\n'), "{} as {}", question.name, format.name);
        }
    }
}

/// Whether a cell is of the type of its column.
type Fits = fn(&Cell) -> bool;

/// The columns whose cells are all of one type, which no word can take the place of.
const TYPED: &[(Column, Fits)] = &[
    (columns::COUNTRY, |cell| cell.country().is_some()),
    (columns::CURRENCY, |cell| matches!(cell.value, Value::Currency(_))),
    (columns::YEAR, |cell| cell.years().is_some()),
    (columns::FIRST_YEAR, |cell| cell.years().is_some()),
    (columns::LAST_YEAR, |cell| cell.years().is_some()),
    (columns::PLEDGE, |cell| matches!(cell.value, Value::Pledge(_))),
    (columns::STRENGTH, |cell| cell.strength().is_some()),
    (columns::BASIS, |cell| cell.basis().is_some()),
    (columns::ROLE, |cell| cell.role().is_some()),
    (columns::KIND, |cell| cell.of_figure().is_some()),
    (columns::GDP_KIND, |cell| cell.of_figure().is_some()),
    (columns::SPENT_KIND, |cell| cell.of_figure().is_some()),
    (columns::VERDICT, |cell| cell.verdict().is_some()),
    (columns::THEN_VERDICT, |cell| cell.verdict().is_some()),
    (columns::ANNOUNCED, |cell| cell.date().is_some()),
    (columns::PUBLISHED, |cell| cell.date().is_some()),
    (columns::VINTAGE, |cell| cell.date().is_some()),
    (columns::GDP_VINTAGE, |cell| cell.date().is_some()),
    (columns::SPENT_VINTAGE, |cell| cell.date().is_some()),
    (columns::DATE, |cell| cell.date().is_some()),
];

#[test]
fn a_table_has_a_cell_for_each_column_and_of_its_type() {
    let mut met: BTreeSet<&str> = BTreeSet::new();
    for (question, table) in [&*ALLIES, &*SHIPPED].into_iter().flat_map(answers) {
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{}", question.name);
            for (column, cell) in table.columns.iter().zip(row).filter(|(_, cell)| **cell != Cell::UNKNOWN) {
                assert!(column.takes(cell), "{}: {cell:?} in {column:?}", question.name);
                if let Some((typed, fits)) =
                    TYPED.iter().find(|(typed, _)| typed.name == column.name && typed.content == column.content)
                {
                    assert!(fits(cell), "{}: {cell:?} in {column:?}", question.name);
                    met.insert(typed.name);
                }
            }
        }
    }
    assert_eq!(met.len(), TYPED.len(), "{met:?}");
}

#[test]
fn a_column_of_figures_has_a_unit_and_its_name_says_it() {
    for (question, table) in answers(&ALLIES) {
        for column in table.columns {
            let expected = match column.unit {
                Unit::None | Unit::OfRow => "",
                Unit::Millions => "_million",
                Unit::Percent => "_pct",
                Unit::Points => "_pp",
                Unit::Count if column.name == columns::RANK.name => "rank",
                Unit::Count => "count",
            };
            assert!(column.name.contains(expected), "{}: {column:?}", question.name);
            assert_eq!(column.content == Content::Figure, column.unit != Unit::None, "{}: {column:?}", question.name);
        }
    }
}

#[cfg(feature = "chart")]
#[test]
fn a_picture_bears_the_name_of_its_question() {
    let names = |questions: &[Question]| questions.iter().map(|question| question.name).collect::<Vec<_>>();
    assert_eq!(names(PICTURES), CHARTS.iter().map(|chart| chart.name).collect::<Vec<_>>());
}
