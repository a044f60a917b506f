//! What a question is answered with, before it is written.

use crate::report::Planned;
use crate::table::{Step, Table};

/// What a question is answered with, before it is written.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Rows.
    Rows(Table),
    /// Where they come from.
    Derivation(Step),
    /// A picture.
    Picture(Box<Planned>),
}

impl Answer {
    /// The rows, if it is rows.
    #[must_use]
    pub fn rows(&self) -> Option<&Table> {
        if let Self::Rows(table) = self { Some(table) } else { None }
    }

    /// The picture, if it is one.
    #[must_use]
    pub fn picture(&self) -> Option<&Planned> {
        if let Self::Picture(picture) = self { Some(picture) } else { None }
    }

    /// The derivation, if it is one.
    #[must_use]
    pub fn into_derivation(self) -> Option<Step> {
        if let Self::Derivation(step) = self { Some(step) } else { None }
    }
}
