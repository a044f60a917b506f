//! pledgebook for Python.
//!
//! A thin layer over a [`Session`](pledgebook::Session): what Python gives becomes typed at the border, once, and what comes out is a
//! table, a picture or a decimal. Everything that is asked runs without the lock of the interpreter.

mod raised; // what goes wrong, as an exception
mod given; // what Python gives: exact numbers, days, years
mod made; // what Python gets: decimals and dates
mod typed; // the cells of a column as one type
mod arrow; // a table as Arrow
mod html; // a table in a notebook
mod table; // a table
mod frames; // a table in other libraries
mod pledge; // a pledge in words
mod book; // a book, and what narrows it
mod told; // what a question is told
mod questions; // what a book answers with a table
mod analyses; // what follows from figures and pledges, as tables and derivations
mod picture; // what a book answers with a picture, and a report
mod single; // what a book answers with one figure

use pyo3::prelude::*;

#[pymodule]
mod _pledgebook {
    #[pymodule_export]
    use super::book::{Book, from_files, open};
    #[pymodule_export]
    use super::picture::Picture;
    #[pymodule_export]
    use super::pledge::{Pledge, pledge};
    #[pymodule_export]
    use super::single::{AmountOf, Outcome, Ruling, VerdictOn};
    #[pymodule_export]
    use super::table::Table;

    use super::{Bound, PyModule, PyModuleMethods, PyResult};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
