//! pledgebook for Python.

use pyo3::prelude::*;

#[pymodule]
fn _pledgebook(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))
}
