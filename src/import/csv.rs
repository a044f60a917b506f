//! Any tidy table: one figure a row, its columns as `--map` says.

use crate::error::{Error, Errors, Kind};
use crate::quantity::Year;

use super::decoded::decoded;
use super::grid::{Grid, Line, separator};
use super::mapped::{self, Manner, Mapping, Name, Said};
use super::{Edition, Format, Official, Wanted};

pub(super) const ENTRY: Format = Format {
    name: "csv",
    about: "any table of one figure a row, as `--map` says; a column that is named as in a book needs none",
    recognises: |_| false,
    read,
};

fn read(file: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let text = decoded(file);
    let grid = Grid::read(&text, separator(text.content()))?;
    let mut mapping = Mapping::read(wanted)?;
    if let Some(header) = grid.lines().next() {
        mapping = by_their_names(mapping, &header);
        check_long(file, &mapping, &header)?;
    }
    mapped::read(ENTRY.name, file, (&grid, Manner::default()), &mapping, wanted)
}

/// The mapping, in which a column stands for what it is named after if nothing else is said.
fn by_their_names(mapping: Mapping, header: &Line<'_>) -> Mapping {
    let is_there = |name: &Name| header.cells().any(|cell| cell.text == name.word());
    Name::ALL
        .iter()
        .filter(|name| is_there(name))
        .fold(mapping, |mapping, name| mapping.or(*name, Said::Column(name.to_string())))
}

/// That years stand in a column, and are none.
fn check_long(file: &Official<'_>, mapping: &Mapping, header: &Line<'_>) -> Result<(), Error> {
    let years = header.cells().filter(|cell| cell.text.get(..4).is_some_and(|start| start.parse::<Year>().is_ok()));
    if mapping.said(Name::Year).is_some() || years.count() < 2 {
        return Ok(());
    }
    let reason = "its years are columns, one figure a row is read".to_owned();
    let kind = Kind::ForeignFile { file: file.name.to_owned(), format: ENTRY.name.to_owned(), reason };
    Err(Error::new(kind)
        .help("write a line for each year, with a column of years and one of figures")
        .at(header.cell(0).origin().place()))
}
