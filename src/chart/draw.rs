//! Any figure onto a sheet.

pub(crate) mod backend; // plotters' backend over the sheet
pub(crate) mod canvas; // any figure onto a sheet
pub(crate) mod grid; // its thin lines, which make way for texts
pub(crate) mod bands; // its shaded ranges
pub(crate) mod bars; // its bars
pub(crate) mod lines; // its lines
pub(crate) mod rows; // its rows
pub(crate) mod steps; // its steps
pub(crate) mod marks; // its marks
