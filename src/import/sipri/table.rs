//! The lines of a sheet below the header that begins with `Country`.

use crate::error::{Error, Kind, Result};
use crate::import::workbook::{Cell, Row, Sheet, unreadable};
use crate::quantity::Year;

/// A sheet of figures.
pub(super) struct Table<'s> {
    pub(super) sheet: &'s Sheet,
    /// The texts above the header.
    pub(super) preamble: Vec<&'s str>,
    pub(super) first: Year,
    pub(super) last: Year,
    pub(super) lines: Vec<Line<'s>>,
    /// How many lines have a name and nothing else.
    pub(super) regions: usize,
}

/// The line of a country.
pub(super) struct Line<'s> {
    pub(super) row: u32,
    pub(super) name: &'s str,
    pub(super) currency: Option<&'s str>,
    pub(super) notes: Option<&'s str>,
    pub(super) figures: Vec<Figure<'s>>,
}

/// A cell under a year.
pub(super) struct Figure<'s> {
    pub(super) column: u32,
    pub(super) year: Year,
    pub(super) cell: &'s Cell,
}

/// Where what stands in a line.
struct Header {
    name: u32,
    currency: Option<u32>,
    notes: Option<u32>,
    years: Vec<(u32, Year)>,
}

impl<'s> Figure<'s> {
    /// The text of the number; nothing where the cell says that there is none: `...` is not known, in `xxx` there was no such country.
    pub(super) fn text(&self) -> Option<&'s str> {
        let text = self.cell.written();
        let is_mark = |mark: char| text.chars().all(|c| c == mark || c.is_whitespace());
        (!is_mark('.') && !is_mark('x')).then_some(text)
    }
}

impl<'s> Table<'s> {
    /// Reads a sheet.
    ///
    /// # Errors
    /// It has no header, or one of whose years one is none.
    pub(super) fn read(sheet: &'s Sheet) -> Result<Self> {
        let mut rows = sheet.rows();
        let mut preamble = Vec::new();
        let mut almost = None;
        let header = rows.by_ref().find_map(|(at, row)| {
            let header = Header::of(row);
            preamble.extend(row.values().filter_map(Cell::text).filter(|_| header.is_none()));
            almost = row.iter().find(|(_, cell)| header.is_some() && cell.is_almost_a_year()).map(|own| (at, own));
            header
        });
        if let Some((row, (column, cell))) = almost {
            let kind = Kind::NotAYear { text: cell.written().to_owned() };
            return Err(Error::new(kind).help("take the workbook as SIPRI ships it").at(sheet.place(row, *column)));
        }
        let ends = header.as_ref().and_then(|header| Some((header.years.first()?.1, header.years.last()?.1)));
        let Some((header, (first, last))) = header.zip(ends) else {
            let reason = "it has no row that begins with `Country` and names years";
            return Err(unreadable(&sheet.title(), reason, "take the workbook as SIPRI ships it"));
        };
        let (mut lines, mut regions) = (Vec::new(), 0);
        for (at, row) in rows {
            match header.line(at, row) {
                Some(line) if line.figures.is_empty() => regions += 1,
                Some(line) => lines.push(line),
                None => {}
            }
        }
        Ok(Self { sheet, preamble, first, last, lines, regions })
    }
}

impl Header {
    fn of(row: &Row) -> Option<Self> {
        let column = |name: &str| row.iter().find(|(_, cell)| cell.text() == Some(name)).map(|(at, _)| *at);
        let years = row.iter().filter_map(|(at, cell)| Some((*at, cell.written().parse().ok()?))).collect();
        Some(Self { name: column("Country")?, currency: column("Currency"), notes: column("Notes"), years })
    }

    fn line<'s>(&self, at: u32, row: &'s Row) -> Option<Line<'s>> {
        let text = |column: Option<u32>| row.get(&column?).map(Cell::written);
        let figure =
            |(column, year): &(u32, Year)| Some(Figure { column: *column, year: *year, cell: row.get(column)? });
        Some(Line {
            row: at,
            name: row.get(&self.name)?.text()?,
            currency: text(self.currency),
            notes: text(self.notes),
            figures: self.years.iter().filter_map(figure).collect(),
        })
    }
}
