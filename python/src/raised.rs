//! What goes wrong, as an exception with a place and a way out.

use pledgebook::error::{Error, Errors, Place, visible};
use pledgebook::quantity::text::in_data;
use pledgebook::render::RenderError;
use pyo3::{PyErr, import_exception};

import_exception!(pledgebook._errors, PledgebookError);

/// A result whose error becomes an exception.
pub(crate) type Answer<T> = Result<T, Raised>;

/// What went wrong: in what was asked, or in what Python itself was asked to do.
pub(crate) enum Raised {
    Findings(Errors),
    Python(PyErr),
}

/// A finding as Python takes it: kind, message, place and way out, their hidden letters shown.
type Finding = (&'static str, String, Option<(String, usize, usize, String)>, Option<String>);

fn finding(error: &Error) -> Finding {
    let shown = |text: &str| visible(text).into_owned();
    // an excerpt keeps its tabs and line ends, which are the file's own
    let place = |place: &Place| (shown(&place.file), place.line, place.column, in_data(&*place.excerpt));
    (error.kind().name(), shown(&error.kind().to_string()), error.place().map(place), error.way_out().map(shown))
}

impl From<Raised> for PyErr {
    fn from(raised: Raised) -> Self {
        match raised {
            Raised::Python(error) => error,
            Raised::Findings(errors) => {
                let errors = errors.without_warnings();
                let findings: Vec<Finding> = errors.iter().map(finding).collect();
                PledgebookError::new_err((errors.to_string(), findings))
            }
        }
    }
}

impl From<Errors> for Raised {
    fn from(errors: Errors) -> Self {
        Self::Findings(errors)
    }
}

impl From<Error> for Raised {
    fn from(error: Error) -> Self {
        Self::Findings(error.into())
    }
}

impl From<PyErr> for Raised {
    fn from(error: PyErr) -> Self {
        Self::Python(error)
    }
}

impl From<RenderError> for Raised {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Value(error) => error.into(),
            RenderError::Write(error) => Self::Python(error.into()),
        }
    }
}
