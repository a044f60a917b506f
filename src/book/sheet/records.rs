//! A text as rows of cells, each with its bytes.

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

use crate::error::{Error, Kind, SourceText};

use super::fields::{Fault, fields};

/// The cells of a row, its bytes, and what is wrong with its quotes.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) cells: StringRecord,
    pub(super) span: Range<usize>,
    pub(super) fault: Option<Error>,
}

/// The rows of a text with their bytes, line ends left off; blank lines are none.
pub(super) fn records(text: &SourceText) -> Vec<Record> {
    let content = text.content();
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(content.as_bytes());
    let mut rows = Vec::new();
    let mut cells = StringRecord::new();
    let mut start = 0;
    while reader.read_record(&mut cells).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(content.len()).min(content.len());
        let raw = &content[start..end];
        let first = start + (raw.len() - raw.trim_start_matches(['\r', '\n']).len());
        let span = first..first + content[first..end].trim_end_matches(['\r', '\n']).len();
        let row = &content[span.clone()];
        // without a quote none can be wrong
        let fault = if row.contains('"') { fields(row).err() } else { None };
        let fault = fault.map(|fault| fault_of_quotes(fault, text, span.start));
        if fault.is_some() || !row.trim().is_empty() {
            rows.push(Record { cells: cells.clone(), span, fault });
        }
        start = end;
    }
    rows
}

/// The error of a quote in the row that starts at this byte.
fn fault_of_quotes((bytes, kind): Fault, text: &SourceText, row: usize) -> Error {
    let help = if matches!(kind, Kind::TextAfterQuote { .. }) {
        "put the whole cell in quotes, and write a quote inside it twice"
    } else {
        "close it, and write a quote inside a text twice"
    };
    Error::new(kind).help(help).at(text.place(row + bytes.start..row + bytes.end))
}
