//! What Python gives: exact numbers, days and years. A float is refused wherever digits count, since it has lost some already.

use pledgebook::quantity::{Date, YearRange};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};

use crate::made;
use crate::raised::Raised;

/// What to pass in the place of a float.
const NO_FLOAT: &str = "a float does not hold the digits that were written: pass `Decimal(\"2.5\")` or text";

fn is_whole(object: &Bound<'_, PyAny>) -> bool {
    object.is_instance_of::<PyInt>() && !object.is_instance_of::<PyBool>()
}

fn wrong_type(object: &Bound<'_, PyAny>, expected: &str) -> PyErr {
    let found = object.get_type().name().map_or_else(|_| "that".to_owned(), |name| name.to_string());
    PyTypeError::new_err(format!("{expected}, not `{found}`"))
}

/// A number with all its digits, as text: from a `Decimal`, a whole number or text.
pub(crate) struct Exact(pub(crate) String);

impl<'py> FromPyObject<'_, 'py> for Exact {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyString>() || is_whole(&object) {
            return Ok(Self(object.str()?.to_string()));
        }
        if object.is_instance(made::decimal_type(object.py())?)? {
            return Ok(Self(object.call_method1("__format__", ("f",))?.extract()?));
        }
        Err(match object.is_instance_of::<PyFloat>() {
            true => PyTypeError::new_err(NO_FLOAT),
            false => wrong_type(&object, "a number is a `Decimal`, an `int` or text"),
        })
    }
}

/// A day: a `datetime.date`, or text as `2025-11-30`.
pub(crate) struct Day(pub(crate) Date);

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let is_text = object.is_instance_of::<PyString>();
        if !is_text && !object.is_instance(made::date_type(object.py())?)? {
            return Err(wrong_type(&object, "a day is a `datetime.date` or text"));
        }
        let text = if is_text { object.to_owned() } else { object.call_method1("strftime", ("%Y-%m-%d",))? };
        let day: Date = text.extract::<String>()?.parse().map_err(Raised::from)?;
        Ok(Self(day))
    }
}

/// A year or a run of years: a whole number, or text as `2026-2030`.
pub(crate) struct Years(pub(crate) YearRange);

impl<'py> FromPyObject<'_, 'py> for Years {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if !object.is_instance_of::<PyString>() && !is_whole(&object) {
            return Err(wrong_type(&object, "years are an `int`, or text as `2026-2030`"));
        }
        let years: YearRange = object.str()?.to_string().parse().map_err(Raised::from)?;
        Ok(Self(years))
    }
}

/// One text, or several.
#[derive(FromPyObject)]
pub(crate) enum Texts {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Texts {
    /// All of them.
    pub(crate) fn all(&self) -> Vec<&str> {
        match self {
            Self::One(text) => vec![text],
            Self::Several(texts) => texts.iter().map(String::as_str).collect(),
        }
    }
}
