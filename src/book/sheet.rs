//! CSV with places: rows as text fields, each of which knows where it stands.

use std::ops::Range;
use std::str::FromStr;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};
use serde::Deserialize;

use crate::error::{self, Error, Errors, Kind, Place, SourceText};

/// A column that a reader knows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    /// Whether the header must have it.
    pub(crate) required: bool,
}

/// A CSV text whose header and shape are sound.
#[derive(Debug)]
pub(crate) struct Sheet {
    text: Arc<SourceText>,
    header: StringRecord,
    rows: Vec<(StringRecord, Range<usize>)>,
}

/// A row of a sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'s> {
    sheet: &'s Sheet,
    record: &'s StringRecord,
    span: &'s Range<usize>,
}

impl Sheet {
    /// Reads header and rows.
    ///
    /// # Errors
    /// An empty file, a header with other columns, a row with more or fewer cells, a quote that is never closed; all at once.
    pub(crate) fn read(text: &Arc<SourceText>, columns: &[Column]) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let sheet = Self::with_header(text, columns, &mut errors)?;
        sheet.rows().filter_map(|row| row.check_width().err()).for_each(|error| errors.push(error));
        if errors.is_empty() { Ok(sheet) } else { Err(errors) }
    }

    /// Reads header and rows, whose cells are not counted yet; what is wrong with the header and a last quote that is never closed
    /// goes to `errors`.
    ///
    /// # Errors
    /// An empty file.
    pub(crate) fn with_header(text: &Arc<SourceText>, columns: &[Column], errors: &mut Errors) -> error::Result<Self> {
        let mut rows = records(text, errors);
        if rows.is_empty() {
            let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
            let help = format!("write at least the header: `{}`", names.join(","));
            return Err(Error::new(Kind::EmptyFile {}).help(help).at(Place::file(text.name())));
        }
        let (header, span) = rows.remove(0);
        let header: StringRecord = header.iter().map(str::trim).collect();
        let sheet = Self { text: Arc::clone(text), header, rows };
        sheet.check_header(&span, columns, errors);
        Ok(sheet)
    }

    /// The names of the columns in their order.
    pub(crate) fn header(&self) -> &StringRecord {
        &self.header
    }

    /// The rows in their order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(record, span)| Row { sheet: self, record, span })
    }

    fn check_header(&self, span: &Range<usize>, columns: &[Column], errors: &mut Errors) {
        let place = |index: usize| self.text.place(cell_span(&self.text, span, index));
        for (index, name) in self.header.iter().enumerate() {
            if !columns.iter().any(|column| column.name == name) {
                let separated = name.contains([';', '\t']);
                let help = match name {
                    "" => Some("take a comma out, or name the column".to_owned()),
                    _ if separated => Some("write commas between the columns".to_owned()),
                    _ => error::suggest(name, columns.iter().map(|column| column.name)),
                };
                errors.push(
                    Error::new(Kind::UnknownColumn { column: name.to_owned() }).maybe_help(help).at(place(index)),
                );
            } else if self.header.iter().take(index).any(|before| before == name) {
                let kind = Kind::ColumnTwice { column: name.to_owned() };
                errors.push(Error::new(kind).help("leave one of the two out").at(place(index)));
            }
        }
        for column in
            columns.iter().filter(|column| column.required && !self.header.iter().any(|name| name == column.name))
        {
            let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
            let help = format!("the header is `{}`", names.join(","));
            errors.push(
                Error::new(Kind::MissingColumn { column: column.name.to_owned() })
                    .help(help)
                    .at(self.text.place(span.clone())),
            );
        }
    }
}

impl<'s> Row<'s> {
    /// The cells as the fields of a record of texts.
    pub(crate) fn cells<T: Deserialize<'s>>(&self) -> error::Result<T> {
        self.record.deserialize(Some(&self.sheet.header)).map_err(|_| {
            let (found, expected) = (self.record.len().to_string(), self.sheet.header.len().to_string());
            Error::new(Kind::TooFewCells { found, expected }).at(self.sheet.text.place(self.span.clone()))
        })
    }

    /// The cell in this column, if the row is long enough.
    pub(crate) fn text(&self, column: &str) -> Option<&'s str> {
        self.record.get(self.sheet.header.iter().position(|name| name == column)?)
    }

    /// The bytes of the whole row.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// A result whose error stands in this column.
    pub(crate) fn at<T>(&self, column: &str, result: error::Result<T>) -> error::Result<T> {
        result.map_err(|error| error.within(&self.sheet.text, self.cell(column)))
    }

    /// The value of a cell that must not be empty; an error stands in its column.
    pub(crate) fn parse<T: FromStr<Err = Error>>(&self, column: &str, cell: &str) -> error::Result<T> {
        self.at(column, filled(column, cell).and_then(str::parse))
    }

    /// The bytes of the cell in this column, without its quotes.
    pub(crate) fn cell(&self, column: &str) -> Range<usize> {
        let index = self.sheet.header.iter().position(|name| name == column).unwrap_or(0);
        cell_span(&self.sheet.text, self.span, index)
    }

    /// That the row has as many cells as the header.
    ///
    /// # Errors
    /// It has more or fewer.
    pub(crate) fn check_width(&self) -> error::Result<()> {
        let (found, expected) = (self.record.len(), self.sheet.header.len());
        if found == expected {
            return Ok(());
        }
        let (many, few) = (found.to_string(), expected.to_string());
        Err(if found > expected {
            let extra = cell_span(&self.sheet.text, self.span, expected);
            let kind = Kind::TooManyCells { found: many, expected: few };
            Error::new(kind)
                .help("put a text that holds a comma in quotes, or take a comma out")
                .at(self.sheet.text.place(extra))
        } else {
            let kind = Kind::TooFewCells { found: many, expected: few };
            let end = self.span.end;
            Error::new(kind).help("write a comma for each empty cell too").at(self.sheet.text.place(end..end))
        })
    }
}

/// A cell that must not be empty.
pub(crate) fn filled<'r>(column: &str, cell: &'r str) -> error::Result<&'r str> {
    if cell.trim().is_empty() {
        let kind = Kind::EmptyCell { column: column.to_owned() };
        return Err(Error::new(kind).help("write a value, or leave the whole line out"));
    }
    Ok(cell)
}

/// The rows of a text with their bytes, line ends left off; blank lines are none.
fn records(text: &Arc<SourceText>, errors: &mut Errors) -> Vec<(StringRecord, Range<usize>)> {
    let content = text.content();
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(content.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    let mut start = 0;
    while reader.read_record(&mut record).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(content.len()).min(content.len());
        let raw = &content[start..end];
        let first = start + (raw.len() - raw.trim_start_matches(['\r', '\n']).len());
        let span = first..first + content[first..end].trim_end_matches(['\r', '\n']).len();
        if let Err((bytes, kind)) = fields(&content[span.clone()]) {
            let behind = matches!(kind, Kind::TextAfterQuote { .. });
            let help = if behind {
                "put the whole cell in quotes, and write a quote inside it twice"
            } else {
                "close it, and write a quote inside a text twice"
            };
            let place = text.place(span.start + bytes.start..span.start + bytes.end);
            errors.push(Error::new(kind).help(help).at(place));
        } else if !content[span.clone()].trim().is_empty() {
            rows.push((record.clone(), span));
        }
        start = end;
    }
    rows
}

fn cell_span(text: &SourceText, row: &Range<usize>, index: usize) -> Range<usize> {
    let fields = fields(&text.content()[row.clone()]).unwrap_or_default();
    let field = fields.get(index).cloned().unwrap_or(row.len()..row.len());
    row.start + field.start..row.start + field.end
}

/// What is wrong with a quote, and at which bytes of the row.
type Fault = (Range<usize>, Kind);

/// The bytes of each field of a raw row, without quotes.
fn fields(raw: &str) -> Result<Vec<Range<usize>>, Fault> {
    let bytes = raw.as_bytes();
    let mut fields = Vec::new();
    let mut at = 0;
    loop {
        let quoted = bytes.get(at) == Some(&b'"');
        let end = if quoted { closing_quote(bytes, at) } else { at };
        if end >= bytes.len() && quoted {
            return Err((at..at + 1, Kind::UnterminatedQuote {}));
        }
        let stop = bytes[end..].iter().position(|byte| *byte == b',').map_or(bytes.len(), |comma| end + comma);
        if quoted && stop > end + 1 {
            return Err((end + 1..stop, Kind::TextAfterQuote { text: raw[end + 1..stop].to_owned() }));
        }
        fields.push(if quoted { at + 1..end } else { at..stop });
        if stop == bytes.len() {
            return Ok(fields);
        }
        at = stop + 1;
    }
}

/// Where the quote that opens here is closed, or the end of the row; a quote written twice is a letter.
fn closing_quote(bytes: &[u8], open: usize) -> usize {
    let mut end = open + 1;
    while let Some(byte) = bytes.get(end) {
        match (byte, bytes.get(end + 1)) {
            (b'"', Some(b'"')) => end += 2,
            (b'"', _) => break,
            _ => end += 1,
        }
    }
    end.min(bytes.len())
}
