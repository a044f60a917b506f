//! What a name is in a row of a table, and where that was read.

use std::borrow::Cow;
use std::str::FromStr;

use crate::error::{Error, Kind, Result, SourceText};
use crate::quantity::{Country, Year};

use super::super::countries::{by_code, by_name};
use super::super::grid::Cell;
use super::mapping::Name;

/// What a name is in a row, and where that was read; empty where nothing is said of it.
pub(super) struct Found<'g> {
    pub(super) name: Name,
    pub(super) text: Cow<'g, str>,
    pub(super) cell: Option<Cell<'g>>,
}

impl Found<'_> {
    /// A result whose error stands where this was read.
    pub(super) fn at<T>(&self, result: Result<T>) -> Result<T> {
        match &self.cell {
            Some(cell) => cell.at(result),
            None => result.map_err(|error| {
                let said = SourceText::new("--map", format!("{}=={}", self.name, self.text));
                error.at(said.place(0..said.content().len()))
            }),
        }
    }

    pub(super) fn filled(&self) -> Result<&str> {
        let kind = || Kind::EmptyCell { column: self.name.to_string() };
        let empty = || Error::new(kind()).help("fill the cell, or say with `--map COLUMN:CODE` which rows are meant");
        self.at(if self.text.trim().is_empty() { Err(empty()) } else { Ok(&*self.text) })
    }

    pub(super) fn parse<T: FromStr<Err = Error>>(&self) -> Result<T> {
        self.filled().and_then(|text| self.at(text.parse()))
    }

    /// The country of a code or a name; nothing for a cell that is none, as of an aggregate.
    pub(super) fn country(&self) -> Result<Option<Country>> {
        match (by_code(&self.text).or_else(|| by_name(&self.text)), &self.cell) {
            (Some(country), _) => Ok(Some(country)),
            (None, Some(_)) => Ok(None),
            (None, None) => self.parse().map(Some),
        }
    }

    /// The year of a cell, also as `2024-A1`; nothing for a shorter time.
    pub(super) fn year(&self) -> Result<Option<Year>> {
        let text = self.filled()?;
        let (year, rest) = text.split_at_checked(4).unwrap_or((text, ""));
        let rest = rest.strip_prefix('-').unwrap_or(rest);
        match (year.parse::<Year>(), rest) {
            (Ok(year), "" | "A1") => Ok(Some(year)),
            (Ok(_), rest) if is_part_of_year(rest) => Ok(None),
            (_, _) => self.parse().map(Some),
        }
    }
}

/// Whether it is a month, a day, a quarter or another part of a year, as `01`, `01-31`, `Q1`, `W52`.
fn is_part_of_year(text: &str) -> bool {
    let digits = text.trim_start_matches(['B', 'D', 'M', 'Q', 'S', 'T', 'W']);
    let is_day = |c: char| c.is_ascii_digit() || matches!(c, '-' | 'T' | ':' | 'Z' | '.' | '+');
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(is_day)
}
