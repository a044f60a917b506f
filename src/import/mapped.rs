//! Tables without a format of their own: rows by what `--map` says of their columns.

mod mapping; // what is said with `--map`
mod unit; // money of any scale in millions
mod found; // what a name is in a row
mod table; // a table whose columns are found

use crate::error::Errors;

use super::grid::Grid;
use super::{Edition, Format, Official, Wanted};

pub use mapping::Name;
pub(super) use mapping::{Mapping, Said};
pub(super) use table::Manner;
use table::{Table, unsaid};

/// What a row cannot be without, beside a definition where its measure has one.
const NEEDED: [Name; 7] =
    [Name::Country, Name::Measure, Name::Year, Name::Value, Name::Unit, Name::Kind, Name::Publisher];

/// The rows of a table.
///
/// # Errors
/// What a row needs and nothing is said of, a column that is not there, a cell that is not what it is said to be.
pub(super) fn read(
    format: &Format,
    file: &Official<'_>,
    (grid, manner): (&Grid, Manner),
    mapping: &Mapping,
    wanted: &Wanted,
) -> Result<Edition, Errors> {
    let header = grid.first();
    check_said(file, mapping)?;
    let table = Table::find((file, grid, header), manner, mapping, wanted)?;
    let title = mapping.text(Name::Title).unwrap_or(last_part(file.name)).to_owned();
    let mut edition = Edition::of(format.document(table.published, "", title));
    let mut errors = Errors::default();
    for line in grid.lines().skip(1) {
        match line.check(&header).and_then(|()| table.row(line, &mut edition)) {
            // what is wrong with an option is wrong in every row
            Err(error) if error.place().is_none_or(|place| place.file.starts_with("--")) => return Err(error.into()),
            row => edition.rows.extend(errors.keep(row).flatten()),
        }
    }
    if errors.is_empty() { Ok(edition) } else { Err(errors) }
}

/// That something is said of all that a row needs.
fn check_said(file: &Official<'_>, mapping: &Mapping) -> Result<(), Errors> {
    let mut errors = Errors::default();
    NEEDED.iter().filter(|name| mapping.said(**name).is_none()).for_each(|name| errors.push(unsaid(file.name, *name)));
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// The name of a file without its folder.
fn last_part(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
