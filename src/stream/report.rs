//! What has come of a scenario file: how far the work is, and why it ended.

use std::{fmt, io};

use crate::error::{Error, Errors};
use crate::render::RenderError;

/// How far the work is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file, its header left off.
    pub bytes: u64,
    /// Lines that were good.
    pub lines: u64,
}

/// What has come of a scenario file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// How far the work went: to the end.
    pub progress: Progress,
    /// Bytes of rows.
    pub written: u64,
    /// How many rows are `missed`.
    pub missed: usize,
    /// How many lines were left out.
    pub bad: u64,
    /// What is wrong with the first of them.
    pub errors: Errors,
}

/// Why the work ended early.
#[derive(Debug)]
pub enum Stop {
    /// Something is wrong with the file, or a figure cannot be kept exactly.
    Error(Error),
    /// The writer failed; of a closed pipe the kind is [`io::ErrorKind::BrokenPipe`].
    Write(io::Error),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Error(error) => error.fmt(f),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Stop {}

impl From<RenderError> for Stop {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Value(error) => Self::Error(error),
            RenderError::Write(error) => Self::Write(error),
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}
