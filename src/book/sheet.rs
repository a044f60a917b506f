//! CSV with places: rows as text fields, each of which knows where it stands.

mod fields;
mod records;

use std::ops::Range;
use std::str::FromStr;
use std::sync::Arc;

use csv::StringRecord;
use serde::Deserialize;

use crate::error::{self, Error, Errors, Kind, Place, SourceText};

use fields::fields;
use records::{Record, records};

/// No file has more columns: a header that is longer is a text of another kind.
const MOST_COLUMNS: usize = 100;

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
    /// The names of the columns as the reader knows them.
    header: StringRecord,
    /// Whether they stand in the order in which the reader names them.
    is_in_order: bool,
    /// The header as it is written.
    written: Record,
    rows: Vec<Record>,
}

/// A row of a sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'s> {
    sheet: &'s Sheet,
    record: &'s Record,
}

impl Sheet {
    /// Reads header and rows.
    ///
    /// # Errors
    /// An empty file, a header with other columns, a row with more or fewer cells, a quote that is never closed; all at once.
    pub(crate) fn read(text: &Arc<SourceText>, columns: &[Column]) -> Result<Self, Errors> {
        let (sheet, mut errors) = Self::unchecked(text, columns, |name| name)?;
        sheet.rows().filter_map(|row| row.check().err()).for_each(|error| errors.push(error));
        if errors.is_empty() { Ok(sheet) } else { Err(errors) }
    }

    /// Reads header and rows, each of which is still to be checked, and gives what is wrong with the header; `known_as` says
    /// which column a name in the header stands for.
    ///
    /// # Errors
    /// An empty file.
    pub(crate) fn unchecked(
        text: &Arc<SourceText>,
        columns: &[Column],
        known_as: fn(&str) -> &str,
    ) -> error::Result<(Self, Errors)> {
        let mut rows = records(text);
        if rows.is_empty() {
            let help = format!("write at least the header: `{}`", listed(columns));
            return Err(Error::new(Kind::EmptyFile {}).help(help).at(Place::file(text.name())));
        }
        let mut written = rows.remove(0);
        written.cells = written.cells.iter().map(str::trim).collect();
        let header: StringRecord = written.cells.iter().map(known_as).collect();
        let is_in_order = header.iter().eq(columns.iter().map(|column| column.name));
        let mut errors = written.fault.clone().map(Errors::from).unwrap_or_default();
        let sheet = Self { text: Arc::clone(text), header, is_in_order, written, rows };
        if errors.is_empty() {
            sheet.check_header(columns, &mut errors);
        }
        Ok((sheet, errors))
    }

    /// The names in the header, in their order, as they are written.
    pub(crate) fn header(&self) -> &StringRecord {
        &self.written.cells
    }

    /// Where a column stands among the others.
    pub(crate) fn position(&self, column: &str) -> Option<usize> {
        self.header.iter().position(|name| name == column)
    }

    /// Where the header names the column at this position.
    pub(crate) fn place_in_header(&self, index: usize) -> Place {
        self.text.place(cell_span(&self.text, &self.written.span, index))
    }

    /// Where the header stands.
    pub(crate) fn header_place(&self) -> Place {
        self.text.place(self.written.span.clone())
    }

    /// The rows in their order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row { sheet: self, record })
    }

    fn check_header(&self, columns: &[Column], errors: &mut Errors) {
        if self.header.len() > MOST_COLUMNS {
            let kind = Kind::TooManyColumns { found: self.header.len(), most: MOST_COLUMNS };
            let help = format!("the header is `{}`", listed(columns));
            return errors.push(Error::new(kind).help(help).at(self.place_in_header(MOST_COLUMNS)));
        }
        let is_known = |name: &str| columns.iter().any(|column| column.name == name);
        let names_none = !self.header.iter().any(is_known);
        for (index, name) in self.header.iter().enumerate() {
            if !is_known(name) {
                let separated = name.contains([';', '\t']);
                let help = match name {
                    "" => Some("take a comma out, or name the column".to_owned()),
                    _ if separated => Some("write commas between the columns".to_owned()),
                    _ if names_none => Some(format!("the first line names the columns: `{}`", listed(columns))),
                    _ => error::suggest(name, columns.iter().map(|column| column.name)),
                };
                let kind = Kind::UnknownColumn { column: name.to_owned() };
                errors.push(Error::new(kind).maybe_help(help).at(self.place_in_header(index)));
            } else if self.header.iter().take(index).any(|before| before == name) {
                let kind = Kind::ColumnTwice { column: name.to_owned() };
                errors.push(Error::new(kind).help("leave one of the two out").at(self.place_in_header(index)));
            }
        }
        for column in columns.iter().filter(|column| column.required && self.position(column.name).is_none()) {
            let help = format!("the header is `{}`", listed(columns));
            errors.push(
                Error::new(Kind::MissingColumn { column: column.name.to_owned() }).help(help).at(self.header_place()),
            );
        }
    }
}

impl<'s> Row<'s> {
    /// The cells as the fields of a record of texts, which are in the order of the columns that the reader named.
    pub(crate) fn cells<T: Deserialize<'s>>(&self) -> error::Result<T> {
        // to look each name up takes longer than to read the rest of a row
        let header = (!self.sheet.is_in_order).then_some(&self.sheet.header);
        self.record.cells.deserialize(header).map_err(|_| {
            let (found, expected) = (self.record.cells.len(), self.sheet.header.len());
            Error::new(Kind::TooFewCells { found, expected }).at(self.sheet.text.place(self.record.span.clone()))
        })
    }

    /// The cell in this column, if the row is long enough.
    pub(crate) fn text(&self, column: &str) -> Option<&'s str> {
        self.record.cells.get(self.sheet.position(column)?)
    }

    /// The bytes of the whole row.
    pub(crate) fn span(&self) -> Range<usize> {
        self.record.span.clone()
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
        let index = self.sheet.position(column).unwrap_or(0);
        cell_span(&self.sheet.text, &self.record.span, index)
    }

    /// Whether it has as many cells as the header.
    pub(crate) fn is_whole(&self) -> bool {
        self.record.cells.len() == self.sheet.header.len()
    }

    /// That its quotes are sound, and that it has as many cells as the header.
    ///
    /// # Errors
    /// One of the two is not so.
    pub(crate) fn check(&self) -> error::Result<()> {
        if let Some(fault) = &self.record.fault {
            return Err(fault.clone());
        }
        let (found, expected) = (self.record.cells.len(), self.sheet.header.len());
        if found == expected {
            return Ok(());
        }
        Err(if found > expected {
            let extra = cell_span(&self.sheet.text, &self.record.span, expected);
            let kind = Kind::TooManyCells { found, expected };
            Error::new(kind)
                .help("put a text that holds a comma in quotes, write decimals behind a point, or take a comma out")
                .at(self.sheet.text.place(extra))
        } else {
            let kind = Kind::TooFewCells { found, expected };
            let end = self.record.span.end;
            Error::new(kind).help("write a comma for each empty cell too").at(self.sheet.text.place(end..end))
        })
    }
}

/// The names of the columns that a header must have, as such a header.
fn listed(columns: &[Column]) -> String {
    let required = columns.iter().filter(|column| column.required);
    required.map(|column| column.name).collect::<Vec<_>>().join(",")
}

/// A cell that must not be empty.
pub(crate) fn filled<'r>(column: &str, cell: &'r str) -> error::Result<&'r str> {
    if cell.trim().is_empty() {
        let kind = Kind::EmptyCell { column: column.to_owned() };
        return Err(Error::new(kind).help("write a value, or leave the whole line out"));
    }
    Ok(cell)
}

fn cell_span(text: &SourceText, row: &Range<usize>, index: usize) -> Range<usize> {
    let fields = fields(&text.content()[row.clone()]).unwrap_or_default();
    let field = fields.get(index).cloned().unwrap_or(row.len()..row.len());
    row.start + field.start..row.start + field.end
}
