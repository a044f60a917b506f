//! TSV: one series a row, its dimensions in the first cell, its figures with their flags behind it.

use std::sync::Arc;

use crate::error::{Error, Errors, Kind, SourceText};
use crate::import::grid::{Cell, Grid, Line};

use super::flags::Flags;
use super::message::{Message, Point, Series};

/// What stands behind the names of the dimensions in the header.
const TIME: &str = "\\TIME_PERIOD";

/// Whether a text is one, by its header.
pub(super) fn is_one(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.split('\t').next().is_some_and(|names| names.trim_end().ends_with(TIME))
}

/// Reads a text; when it was updated it does not say.
pub(super) fn read(text: &Arc<SourceText>) -> Result<Message, Errors> {
    let grid = Grid::read(text, '\t')?;
    let header = grid.first();
    let names = header.cell(0).text.into_owned();
    let names: Vec<&str> = names.trim_end_matches(TIME).split(',').map(str::trim).collect();
    let series = grid.lines().skip(1).map(|line| {
        line.check(&header)?;
        Ok(Series { dimensions: dimensions(&names, &line.cell(0))?, points: points(&header, &line) })
    });
    Ok(Message { series: series.collect::<Result<_, Error>>()?, updated: None })
}

fn dimensions(names: &[&str], cell: &Cell<'_>) -> Result<Vec<(String, String)>, Error> {
    let codes: Vec<&str> = cell.text.split(',').map(str::trim).collect();
    let (found, expected) = (codes.len(), names.len());
    let kind = match found.cmp(&expected) {
        std::cmp::Ordering::Equal => {
            return Ok(names.iter().zip(codes).map(|(name, code)| ((*name).to_owned(), code.to_owned())).collect());
        }
        std::cmp::Ordering::Less => Kind::TooFewCells { found, expected },
        std::cmp::Ordering::Greater => Kind::TooManyCells { found, expected },
    };
    Err(Error::new(kind).help("the first cell has a code for each dimension of the header").at(cell.origin().place()))
}

/// The figures of a row; a cell that is all blank is none, and a colon stands for one that is missing, flags or not.
fn points(header: &Line<'_>, line: &Line<'_>) -> Vec<Point> {
    let cells = header.cells().zip(line.cells()).skip(1).filter(|(_, cell)| !cell.text.is_empty());
    cells
        .map(|(time, cell)| {
            let (value, flags) = cell.text.split_once(' ').unwrap_or((&*cell.text, ""));
            let (letters, confidentiality) = flags.split_once('@').unwrap_or((flags, ""));
            Point {
                time: time.text.into_owned(),
                value: value.to_owned(),
                flags: Flags::new(letters, confidentiality),
                origin: cell.origin(),
            }
        })
        .collect()
}
