//! Tables as the bytes of their files.

use crate::error::{Error, Kind, Result};
use crate::render::{Format, Layout, RenderError};
use crate::table::Table;

/// Whether workbooks can be written.
pub(super) fn has_workbook() -> bool {
    Format::named("xlsx").is_ok()
}

/// Tables in a format, with the usual layout, which a command gives.
pub(super) fn written(format: &str, tables: &[Table], command: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match Format::named(format)?.render_all(tables, &Layout { command, ..Layout::default() }, &mut bytes) {
        Err(RenderError::Value(error)) => Err(error),
        Err(RenderError::Write(error)) => Err(unwritten(error)),
        Ok(()) => Ok(bytes),
    }
}

/// Whether a workbook has no room for what CSV has: a limit of spreadsheets, and no fault of the tables.
pub(super) fn is_limit(error: &Error) -> bool {
    matches!(error.kind(), Kind::TooLongCell { .. } | Kind::TooManyRows { .. })
}

/// Memory takes whatever is written to it, so that this is a mistake of ours.
pub(super) fn unwritten(error: impl std::error::Error) -> Error {
    Error::new(Kind::CannotWrite { path: "the report".to_owned(), reason: error.to_string() })
}
