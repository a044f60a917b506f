//! A table: rows with exact cells, which every library of tables can take.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use pledgebook::question::{Query, doubts_behind};
use pledgebook::render::{Format, Layout};
use pledgebook::{Session, table};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyList};

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
    pub(crate) table: Arc<table::Table>,
    pub(crate) session: Session,
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

    pub(crate) fn typed(&self) -> Answer<&[Typed]> {
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
