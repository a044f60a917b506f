//! What Python gets: decimals and dates, from the digits that the program prints.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// `decimal.Decimal`
pub(crate) fn decimal_type(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static TYPE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    TYPE.import(py, "decimal", "Decimal")
}

/// `datetime.date`
pub(crate) fn date_type(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static TYPE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    TYPE.import(py, "datetime", "date")
}

/// A decimal with these digits.
pub(crate) fn decimal<'py>(py: Python<'py>, digits: &impl ToString) -> PyResult<Bound<'py, PyAny>> {
    decimal_type(py)?.call1((digits.to_string(),))
}

/// A date of this day.
pub(crate) fn date<'py>(py: Python<'py>, day: &impl ToString) -> PyResult<Bound<'py, PyAny>> {
    date_type(py)?.call_method1("fromisoformat", (day.to_string(),))
}
