//! From text to a book and to text again nothing is lost, and every format of rows says the same cells.

use pledgebook::book::{Book, Observation};
use pledgebook::quantity::text::unguard;
use pledgebook::render::{Format, Layout};
use pledgebook::table::{Cell, Column, Content, Table};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::answered::answers;
use super::inputs;
use super::invented::{Invented, invented};

/// A row as a file says it.
fn line(row: &Observation) -> String {
    let Observation {
        country,
        measure,
        definition,
        year,
        value,
        unit,
        precision,
        kind,
        publisher,
        vintage,
        source,
        note,
        ..
    } = row;
    let [definition, note] = [definition, note].map(|text| text.clone().unwrap_or_default());
    let precision = precision.map(|unit| unit.to_string()).unwrap_or_default();
    format!(
        "{country},{measure},{definition},{year},{value},{unit},{precision},{kind},{publisher},{vintage},{source},{note}\n"
    )
}

/// The book with its pledges and figures said once more by what was read of them.
fn again(invented: &Invented, book: &Book) -> Vec<(String, String)> {
    let mut files = invented.files();
    files.retain(|(name, _)| !name.starts_with("series/"));
    let rows: String = book.observations.iter().map(line).collect();
    files.push((
        "series/all.csv".to_owned(),
        format!("country,measure,definition,year,value,unit,precision,kind,publisher,vintage,source,note\n{rows}"),
    ));
    files
}

fn written(table: &Table, format: &str) -> String {
    let mut out = Vec::new();
    Format::named(format).unwrap().render(table, &Layout::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

type Rows = Vec<Vec<String>>;

fn of_csv(table: &Table) -> Rows {
    let text = written(table, "csv");
    let records = csv::Reader::from_reader(text.as_bytes()).into_records().map(Result::unwrap).collect::<Vec<_>>();
    records.iter().map(|row| row.iter().map(|cell| unguard(cell).to_owned()).collect()).collect()
}

/// The cells of an object in the order of the columns; what is unknown is empty.
fn of_object(table: &Table, object: &serde_json::Value) -> Vec<String> {
    let cell = |name: &str| object[name].as_str().unwrap_or_default().to_owned();
    table.columns.iter().map(|column| cell(column.name)).collect()
}

fn of_json(table: &Table) -> Rows {
    let read: Vec<serde_json::Value> = serde_json::from_str(&written(table, "json")).unwrap();
    read.iter().map(|object| of_object(table, object)).collect()
}

fn of_jsonl(table: &Table) -> Rows {
    let text = written(table, "jsonl");
    text.lines().map(|line| of_object(table, &serde_json::from_str(line).unwrap())).collect()
}

/// The cells of the rows of a Markdown table, as another program reads them.
fn of_markdown(table: &Table) -> Rows {
    let (text, mut rows) = (written(table, "md"), Rows::new());
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        if event == Event::Start(Tag::TableRow) {
            rows.push(Vec::new());
        }
        let Some(row) = rows.last_mut() else { continue };
        if event == Event::Start(Tag::TableCell) {
            row.push(String::new());
        } else if let (Event::Text(said) | Event::Code(said), Some(cell)) = (&event, row.last_mut()) {
            cell.push_str(said);
        } else if event == Event::End(TagEnd::Table) {
            break;
        }
    }
    rows
}

/// A cell that people read as a program reads it: without gaps, marks and the kind of a figure.
fn bare(column: &Column, cell: &Cell, shown: &str) -> String {
    if column.content != Content::Figure {
        return cell.kind.and_then(|kind| shown.strip_suffix(&format!(" ({kind})"))).unwrap_or(shown).to_owned();
    }
    let digits = shown.trim_start_matches('¦');
    digits.trim_end_matches(|mark: char| mark.is_ascii_lowercase()).replace('\u{a0}', "")
}

proptest! {
    #![proptest_config(inputs(4))]

    #[test]
    fn what_was_read_of_figures_and_pledges_reads_as_the_same(invented in invented()) {
        let book = invented.book();
        for (own, said) in book.commitments.iter().flat_map(|own| invented.commitments.iter().filter(|said| said.id == own.id).map(move |said| (own, said))) {
            let pledge = own.pledge.unwrap();
            prop_assert_eq!(pledge.to_string().parse::<pledgebook::pledge::Pledge>()?, pledge, "{}", &said.pledge);
        }
        let files = again(&invented, &book);
        let session = pledgebook::Session::from_memory(files).unwrap();
        let [one, other] = [&book, session.book()].map(|book| answers(book, book.today()));
        for (name, one) in &one {
            let [one, other] = [one, &other[name]].map(|own| own.as_ref().map(|table| &table.rows));
            prop_assert_eq!(one, other, "{}", name);
        }
    }

    #[test]
    fn every_format_of_rows_says_the_same_cells(invented in invented()) {
        let book = invented.book();
        for (name, table) in answers(&book, book.today()) {
            let Ok(table) = table else { continue };
            let csv = of_csv(&table);
            prop_assert_eq!(&of_json(&table), &csv, "{}", &name);
            prop_assert_eq!(&of_jsonl(&table), &csv, "{}", &name);
            let shown = of_markdown(&table);
            prop_assert_eq!(shown.len(), csv.len(), "{}", &name);
            for ((row, shown), said) in table.rows.iter().zip(&shown).zip(&csv) {
                let cells = row.iter().zip(table.columns).zip(said).filter(|((_, column), _)| !column.heading.is_empty());
                for (((cell, column), said), shown) in cells.zip(shown) {
                    prop_assert_eq!(&bare(column, cell, shown), said, "{} {}", &name, column.name);
                }
            }
        }
    }
}
