//! A table in other libraries: handed over as Arrow, without a copy.

use std::ffi::CStr;

use arrow_schema::{ArrowError, Metadata, Schema};
use pyo3::exceptions::{PyImportError, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};

use crate::arrow;
use crate::raised::{Answer, Raised};
use crate::table::Table;
use crate::typed::Typed;

impl Table {
    /// What is known of the table as a whole.
    fn about(&self) -> Metadata {
        let (context, book) = (&self.table.context, self.session.book());
        Metadata::new()
            .with("question", self.table.name)
            .with("book", &context.book)
            .with("as_of", context.as_of.to_string())
            .with("fingerprint", book.fingerprint.to_string())
    }

    /// A structure of Arrow's C interface, in a capsule of the name that it has there.
    fn capsule<'py, T: Send + 'static>(
        &self,
        py: Python<'py>,
        name: &'static CStr,
        make: fn(Schema, &[Typed]) -> Result<T, ArrowError>,
    ) -> Answer<Bound<'py, PyCapsule>> {
        let structure = py.detach(|| {
            let typed = self.typed()?;
            let made = make(arrow::schema(self.table.columns, typed, self.about()), typed);
            made.map_err(|error| Raised::Python(PyRuntimeError::new_err(error.to_string())))
        })?;
        Ok(PyCapsule::new_with_value(py, structure, name)?)
    }
}

/// A package that is not needed but for this, or what to install.
fn package<'py>(py: Python<'py>, name: &str, method: &str) -> PyResult<Bound<'py, PyModule>> {
    py.import(name).map_err(|error| {
        if !error.is_instance_of::<PyImportError>(py) {
            return error;
        }
        let missing =
            PyImportError::new_err(format!("`{method}` needs the package `{name}`: pip install 'pledgebook[{name}]'"));
        missing.set_cause(py, Some(error));
        missing
    })
}

#[pymethods]
impl Table {
    /// The types of the columns in a capsule, as Arrow's PyCapsule interface has it.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> Answer<Bound<'py, PyCapsule>> {
        self.capsule(py, c"arrow_schema", arrow::schema_alone)
    }

    /// The table in a capsule, as Arrow's PyCapsule interface has it; types are those of the table, whatever others are asked for.
    #[pyo3(signature = (requested_schema=None))]
    #[allow(unused_variables, reason = "the interface lets a producer keep its types, and a consumer looks")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> Answer<Bound<'py, PyCapsule>> {
        self.capsule(py, c"arrow_array_stream", arrow::stream)
    }

    /// The table as a `pyarrow.Table`, its metadata saying of which book it is, as of when.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        package(slf.py(), "pyarrow", "to_arrow")?.call_method1("table", (slf,))
    }

    /// The table as a `pandas.DataFrame` whose columns keep their Arrow types, so that no decimal becomes a float.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let pandas = package(py, "pandas", "to_pandas")?;
        package(py, "pyarrow", "to_pandas")?;
        let types = PyDict::new(py);
        types.set_item("types_mapper", pandas.getattr("ArrowDtype")?)?;
        Self::to_arrow(slf)?.call_method("to_pandas", (), Some(&types))
    }

    /// The table as a `polars.DataFrame`.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        package(slf.py(), "polars", "to_polars")?.call_method1("DataFrame", (slf,))
    }
}
