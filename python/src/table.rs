//! A table: rows with exact cells, which every library of tables can take.

use std::ffi::CStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use arrow_schema::{ArrowError, Metadata, Schema};
use pledgebook::question::{Query, doubts_behind};
use pledgebook::render::{Format, Layout};
use pledgebook::{Session, table};
use pyo3::exceptions::{PyImportError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyIterator, PyList};

use crate::arrow;
use crate::html::html;
use crate::raised::{Answer, Raised};
use crate::typed::{Typed, typed};

/// The most decimals that money is told with.
const MOST_DECIMALS: u32 = 6;

/// Rows and columns that answer one question.
///
/// A column has one type, the narrowest that holds each of its cells exactly: `int` where all are counts or whole years,
/// `datetime.date` where all are full days, `decimal.Decimal` for money, shares and points, else `str`: also a year of which some row
/// is a run of years, and a date of which some is a month. What is unknown is `None`. There are no floats.
///
/// >>> import pledgebook as pb
/// >>> table = pb.open().over(2026).amounts("lva-ukraine-2026")
/// >>> len(table), table.columns[:3]
/// (7, ['scenario', 'country', 'commitment'])
/// >>> table.rows()[0]["amount_million"]
/// Decimal('113.56')
#[pyclass(frozen, module = "pledgebook")]
pub(crate) struct Table {
    table: Arc<table::Table>,
    session: Session,
    warnings: Vec<String>,
    decimals: u32,
    typed: OnceLock<Vec<Typed>>,
}

impl Table {
    /// What a book answered to a query.
    pub(crate) fn new(table: table::Table, session: &Session, query: &Query<'_>) -> Self {
        let warnings = doubts_behind(query, &table).iter().map(ToString::to_string).collect();
        let (table, decimals) = (Arc::new(table), Layout::default().decimals);
        Self { table, session: session.clone(), warnings, decimals, typed: OnceLock::new() }
    }

    fn typed(&self) -> Answer<&[Typed]> {
        if self.typed.get().is_none() {
            // whoever came first has made the same
            let _ = self.typed.set(typed(&self.table, self.decimals)?);
        }
        Ok(self.typed.get().map_or(&[], Vec::as_slice))
    }

    fn row<'py>(&self, py: Python<'py>, row: usize) -> Answer<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        for (column, typed) in self.table.columns.iter().zip(self.typed()?) {
            dict.set_item(column.name, typed.cell(py, row)?)?;
        }
        Ok(dict)
    }

    fn written(&self, format: &Format) -> Answer<Vec<u8>> {
        let mut out = Vec::new();
        format.render(&self.table, &Layout { decimals: self.decimals, ..Layout::default() }, &mut out)?;
        Ok(out)
    }

    fn text(&self, py: Python<'_>, format: &str) -> Answer<String> {
        let bytes = py.detach(|| self.written(Format::named(format)?))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

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
    /// The question that the table answers, as `amounts`.
    #[getter]
    fn name(&self) -> &str {
        self.table.name
    }

    /// The names of the columns, in their order.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.table.columns.iter().map(|column| column.name).collect()
    }

    /// Sentences that belong below the table.
    #[getter]
    fn notes(&self) -> Vec<String> {
        self.table.notes.clone()
    }

    /// Warnings about GDP that the rows rest on and that is out of scale with what else is known.
    #[getter]
    fn warnings(&self) -> Vec<String> {
        self.warnings.clone()
    }

    /// The documents that the figures come from, each a dict with `id`, `publisher`, `title`, `published`, `url` and `note`.
    #[getter]
    fn sources<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyDict>>> {
        let document = |source: &table::Citation| {
            let dict = PyDict::new(py);
            dict.set_item("id", &source.id)?;
            dict.set_item("publisher", &source.publisher)?;
            dict.set_item("title", &source.title)?;
            dict.set_item("published", source.published.to_string())?;
            dict.set_item("url", &source.url)?;
            dict.set_item("note", &source.note)?;
            Ok(dict)
        };
        self.table.sources.iter().map(document).collect()
    }

    /// The same table, money that is computed with so many decimals, 0 to 6.
    ///
    /// >>> import pledgebook as pb
    /// >>> table = pb.open().over(2026).under("budget-2026").amounts("lva-ukraine-2026")
    /// >>> [row["amount_million"] for row in table.with_decimals(4)]
    /// [Decimal('109.8825')]
    fn with_decimals(&self, decimals: u32) -> PyResult<Self> {
        if decimals > MOST_DECIMALS {
            return Err(PyValueError::new_err(format!("money has 0 to {MOST_DECIMALS} decimals, not {decimals}")));
        }
        let (table, session, warnings) = (Arc::clone(&self.table), self.session.clone(), self.warnings.clone());
        Ok(Self { table, session, warnings, decimals, typed: OnceLock::new() })
    }

    /// The rows, each a dict by the names of the columns.
    fn rows<'py>(&self, py: Python<'py>) -> Answer<Vec<Bound<'py, PyDict>>> {
        (0..self.table.rows.len()).map(|row| self.row(py, row)).collect()
    }

    fn __len__(&self) -> usize {
        self.table.rows.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> Answer<Bound<'py, PyIterator>> {
        Ok(PyList::new(py, self.rows(py)?)?.try_iter()?)
    }

    fn __repr__(&self) -> String {
        let (rows, columns) = (self.table.rows.len(), self.table.columns.len());
        let rows_are = if rows == 1 { "row" } else { "rows" };
        format!("<pledgebook.Table `{}`: {rows} {rows_are}, {columns} columns>", self.table.name)
    }

    fn _repr_html_(&self) -> Answer<String> {
        Ok(html(&self.table, self.decimals)?)
    }

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

    /// The table as CSV, as the program writes it.
    fn to_csv(&self, py: Python<'_>) -> Answer<String> {
        self.text(py, "csv")
    }

    /// The table as JSON, as the program writes it: every value a text, what is unknown null.
    fn to_json(&self, py: Python<'_>) -> Answer<String> {
        self.text(py, "json")
    }

    /// The table in Markdown, as the program writes it.
    fn to_markdown(&self, py: Python<'_>) -> Answer<String> {
        self.text(py, "md")
    }

    /// Writes the table into a file, in the format that its ending means.
    fn save(&self, py: Python<'_>, path: PathBuf) -> Answer<()> {
        let format = Format::of_file(&path).map_or_else(|| Format::named(&ending(&path)), Ok)?;
        let bytes = py.detach(|| self.written(format))?;
        std::fs::write(path, bytes).map_err(|error| Raised::Python(error.into()))
    }
}

/// The ending of a file name.
pub(crate) fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}
