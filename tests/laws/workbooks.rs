//! What another program reads from a workbook is what stands in the CSV of the same table, to the last digit and letter.
#![cfg(all(feature = "xlsx", feature = "import"))]

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Range, Reader, Xlsx};
use pledgebook::quantity::text::{in_data, unguard};
use pledgebook::render::{Format, Layout};
use pledgebook::table::{Cell, Citation, Column, Context, Table, Value, columns};
use proptest::prelude::*;

use crate::inputs;

const COLUMNS: &[Column] = &[columns::SCENARIO, columns::YEAR, columns::NOTE, columns::ANNOUNCED, columns::GDP_MILLION];

fn table(rows: Vec<Vec<Cell>>) -> Table {
    let as_of = "2025-11-20".parse().unwrap();
    let context = Context { book: String::new(), fingerprint: None, country: None, currency: None, as_of };
    Table { name: "amounts", columns: COLUMNS, rows, context, notes: Vec::new(), sources: Vec::new() }
}

fn written(name: &str, tables: &[Table]) -> Vec<u8> {
    let mut out = Vec::new();
    Format::named(name).unwrap().render_all(tables, &Layout::default(), &mut out).unwrap();
    out
}

/// The cells of CSV below its header, without guards.
fn of_csv(table: &Table) -> Vec<Vec<String>> {
    let bytes = written("csv", std::slice::from_ref(table));
    let records = csv::Reader::from_reader(bytes.as_slice()).into_records().map(Result::unwrap).collect::<Vec<_>>();
    records.iter().map(|record| record.iter().map(|cell| unguard(cell).to_owned()).collect()).collect()
}

/// The sheets of a workbook, in none of which is a formula: the table, and what is known of it.
fn sheets(table: &Table) -> [Range<Data>; 2] {
    let mut workbook = Xlsx::new(Cursor::new(written("xlsx", std::slice::from_ref(table)))).unwrap();
    let names = ["amounts", "About"];
    assert_eq!(workbook.sheet_names(), names);
    names.map(|name| {
        let formulas = workbook.worksheet_formula(name).unwrap();
        assert!(formulas.is_empty(), "{name}: {formulas:?}");
        workbook.worksheet_range(name).unwrap()
    })
}

/// The cells of a sheet below its header, each as CSV would have it: a number with as many decimals as the text beside it.
fn of_workbook(table: &Table, like: &[Vec<String>]) -> Vec<Vec<String>> {
    let [sheet, _] = sheets(table);
    let cell = |row: usize, column: usize, text: &String| match sheet
        .get_value((u32::try_from(row).unwrap() + 1, u32::try_from(column).unwrap()))
    {
        None | Some(Data::Empty) => String::new(),
        Some(Data::String(text)) => text.clone(),
        Some(Data::Float(number)) => {
            let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            format!("{number:.decimals$}")
        }
        Some(Data::DateTime(day)) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Some(other) => panic!("{other:?}"),
    };
    let row = |(at, row): (usize, &Vec<String>)| (0..).zip(row).map(|(column, text)| cell(at, column, text)).collect();
    like.iter().enumerate().map(row).collect()
}

/// Texts that a spreadsheet, its format or a program that writes it may stumble over, and any other.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-=+@'\t\r\n,\"a ]{0,6}",
        "(_x00[04]1_|<r>|</r>|<t>|&amp;|\u{0}|\u{7}|\u{1b}|\u{fffe}|\u{ffff}| |_x){0,5}",
        "<r>(_x00[04]1_|a){1,3}</r>",
        "[0-9]{1,4}[-./][0-9]{1,2}",
        any::<String>(),
    ]
}

fn row() -> impl Strategy<Value = Vec<Cell>> {
    let years = prop_oneof!["20[0-9]{2}", Just("2022-2025".to_owned())].prop_map(|text| text.parse().unwrap());
    let day = prop_oneof![
        "1900-0[1-4]-1[0-9]",
        "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])",
        "20[0-9]{2}-0[1-9]",
        "20[0-9]{2}"
    ];
    let figure = prop_oneof!["-?(0|[1-9][0-9]{0,19})(\\.[0-9]{0,5}[1-9])?", "[1-9][0-9]{13,14}0{0,4}(\\.0)?"];
    let figure = figure.prop_filter("a zero has no sign", |text| text != "-0");
    (text(), years, text(), day, prop::option::of(figure)).prop_map(|(name, years, note, day, figure)| {
        let figure = figure.map_or(Cell::UNKNOWN, |text| Value::Stated(text).into());
        vec![
            Cell::name(name),
            Value::Years(years).into(),
            Cell::text(note),
            Value::Date(day.parse().unwrap()).into(),
            figure,
        ]
    })
}

proptest! {
    #![proptest_config(inputs(200))]

    #[test]
    fn a_workbook_holds_what_csv_holds(rows in prop::collection::vec(row(), 0..6)) {
        let table = table(rows);
        let csv = of_csv(&table);
        prop_assert_eq!(of_workbook(&table, &csv), csv);
    }

    #[test]
    fn what_a_workbook_says_of_itself_is_text(words in prop::array::uniform6(text())) {
        let [book, note, publisher, title, url, remark] = words.clone();
        let (id, published, url, remark) = ("id".to_owned(), "2025".parse().unwrap(), Some(url), Some(remark));
        let sources = vec![Citation { id, publisher, short: None, title, published, url, note: remark }];
        let empty = table(Vec::new());
        let context = Context { book, ..empty.context.clone() };
        let [_, about] = sheets(&Table { context, notes: vec![note], sources, ..empty });
        let texts: Vec<&str> = about.used_cells().filter_map(|(_, _, cell)| cell.get_string()).collect();
        for own in words.iter().filter(|own| !own.is_empty()) {
            prop_assert!(texts.contains(&in_data(own).as_str()), "{own:?} is not in {texts:?}");
        }
    }

    #[test]
    fn the_same_tables_are_the_same_bytes(rows in prop::collection::vec(row(), 0..6)) {
        let tables = [table(rows.clone()), table(rows)];
        prop_assert_eq!(written("xlsx", &tables), written("xlsx", &tables));
    }
}

/// A part of a workbook.
fn part(name: &str, tables: &[Table]) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(written("xlsx", tables))).unwrap();
    let mut text = String::new();
    parts.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_sheet_prints_on_its_side_with_the_names_of_its_columns_on_every_page() {
    let tables = [table(Vec::new())];
    let sheet = part("xl/worksheets/sheet1.xml", &tables);
    for said in [r#"fitToPage="1""#, r#"paperSize="9""#, r#"fitToHeight="0""#, r#"orientation="landscape""#] {
        assert!(sheet.contains(said), "{said} is not in {sheet}");
    }
    assert!(part("xl/workbook.xml", &tables).contains("amounts!$1:$1</definedName>"));
}

#[test]
fn a_workbook_was_made_on_the_day_that_it_shows() {
    let properties = part("docProps/core.xml", &[table(Vec::new())]);
    let days: Vec<&str> = properties.match_indices("T00:00:00Z<").map(|(at, _)| &properties[at - 10..at]).collect();
    assert_eq!((days, properties.matches("W3CDTF").count()), (vec!["2025-11-20"; 2], 2), "{properties}");
}

#[test]
fn a_text_that_no_cell_holds_is_refused_with_its_place() {
    let render = |letters: usize| {
        let rows =
            vec![vec![Cell::name("a"), Cell::UNKNOWN, Cell::text("ž".repeat(letters)), Cell::UNKNOWN, Cell::UNKNOWN]];
        Format::named("xlsx").unwrap().render(&table(rows), &Layout::default(), &mut Vec::new())
    };
    assert!(render(32_767).is_ok());
    assert!(render(32_768).unwrap_err().to_string().starts_with("`note` in row 2 of the sheet `amounts` "));
}
