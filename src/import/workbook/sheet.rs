//! The filled cells of one sheet, each with its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::{Origin, Place, SourceText};
use crate::quantity::Year;

const DIGITS_OF_A_YEAR: usize = 4;

/// A row: its filled cells by column, counted from 0.
pub(in crate::import) type Row = BTreeMap<u32, Cell>;

/// A sheet, row by row.
pub(in crate::import) struct Sheet {
    file: String,
    name: String,
    rows: BTreeMap<u32, Row>,
}

/// A filled cell.
pub(in crate::import) struct Cell {
    pub(in crate::import) content: Content,
    /// The colour of its letters.
    pub(in crate::import) colour: Option<Colour>,
    /// How many decimals of a number it shows, where its format says so.
    pub(in crate::import) decimals: Option<u32>,
    /// Whether it shows its number as per cent: 0.021 as 2.1%.
    pub(in crate::import) is_percent: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Content {
    /// A text, `#REF!` among them where somebody typed it.
    Text(String),
    /// A number, as the shortest text that means it.
    Number(String),
    /// A formula without a result.
    Error,
}

/// A colour, of which each part goes up to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Colour {
    pub(in crate::import) red: u8,
    pub(in crate::import) green: u8,
    pub(in crate::import) blue: u8,
}

impl Cell {
    /// Its text, without blanks around it; nothing of a number.
    pub(in crate::import) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text.trim()),
            Content::Number(_) | Content::Error => None,
        }
    }

    /// Its text or number, as it is read.
    pub(in crate::import) fn written(&self) -> &str {
        match &self.content {
            Content::Text(text) | Content::Number(text) => text.trim(),
            Content::Error => "",
        }
    }

    /// Whether it begins as a year and goes on as something else: `2015p`, `2026/27`, `2026-01-01`, but not `2,014.5`.
    pub(in crate::import) fn is_almost_a_year(&self) -> bool {
        let text = self.written();
        let Some((digits, rest)) = text.split_at_checked(DIGITS_OF_A_YEAR) else { return false };
        digits.parse::<Year>().is_ok() && rest.starts_with(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
    }
}

impl Sheet {
    pub(super) fn new(file: &str, name: &str) -> Self {
        Self { file: file.to_owned(), name: name.to_owned(), rows: BTreeMap::new() }
    }

    pub(super) fn insert(&mut self, row: u32, column: u32, cell: Cell) {
        self.rows.entry(row).or_default().insert(column, cell);
    }

    /// Its rows from the top, without the empty ones.
    pub(in crate::import) fn rows(&self) -> impl Iterator<Item = (u32, &Row)> {
        self.rows.iter().map(|(at, row)| (*at, row))
    }

    /// How errors name the sheet.
    pub(in crate::import) fn title(&self) -> String {
        format!("{}, sheet `{}`", self.file, self.name)
    }

    /// How errors name a cell of it.
    pub(in crate::import) fn spot(&self, row: u32, column: u32) -> String {
        format!("{}, cell {}{}", self.title(), letters(column), row + 1)
    }

    /// The place of a cell.
    pub(in crate::import) fn place(&self, row: u32, column: u32) -> Place {
        Place::file(&self.spot(row, column))
    }

    /// Where a figure was read.
    pub(in crate::import) fn origin(&self, row: u32, column: u32) -> Origin {
        Origin::new(&Arc::new(SourceText::new(&self.spot(row, column), "")), 0..0)
    }
}

/// A column as spreadsheets name it: `A` to `Z`, then `AA`.
fn letters(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => last.to_string(),
        before => format!("{}{last}", letters(before - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 51, 701, 702, 16_383].map(letters), ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    }
}
