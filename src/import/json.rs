//! JSON of publishers: numbers as the digits that stand there, and errors with their places.

use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::error::{Error, Kind, Origin, Result, SourceText};

/// A text in JSON, which its parts are borrowed from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Json<'t>(pub(super) &'t Arc<SourceText>);

impl<'t> Json<'t> {
    /// The whole text as a value of this shape.
    ///
    /// # Errors
    /// It has another shape.
    pub(super) fn whole<T: Deserialize<'t>>(self) -> Result<T> {
        self.parse(self.0.content())
    }

    /// A part of the text as a value of this shape.
    ///
    /// # Errors
    /// As [`Json::whole`].
    pub(super) fn part<T: Deserialize<'t>>(self, part: &'t RawValue) -> Result<T> {
        self.parse(part.get())
    }

    /// Where a part stands.
    pub(super) fn origin(self, part: &RawValue) -> Origin {
        Origin::new(self.0, self.span(part.get()))
    }

    /// An error that names this part.
    pub(super) fn fault(self, part: &RawValue, reason: String) -> Error {
        self.error(reason, self.span(part.get()))
    }

    fn parse<T: Deserialize<'t>>(self, text: &'t str) -> Result<T> {
        serde_json::from_str(text).map_err(|error| {
            let start = self.span(text).start + offset(text, error.line(), error.column());
            let reason = error.to_string();
            let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason).to_owned();
            self.error(reason, start..start + 1)
        })
    }

    fn error(self, reason: String, span: Range<usize>) -> Error {
        let kind = Kind::UnreadableFile { path: self.0.name().to_string(), reason };
        Error::new(kind).help("take the file as its publisher ships it").at(self.0.place(span))
    }

    /// The bytes of a part, which is a slice of the text.
    fn span(self, part: &str) -> Range<usize> {
        let start = part.as_ptr().addr().saturating_sub(self.0.content().as_ptr().addr());
        start..start + part.len()
    }
}

/// The byte of a line and column, both counted from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

/// What stands in quotes, or a bare word or number as it is; nothing for `null`.
pub(super) fn bare(part: &RawValue) -> Option<&str> {
    let text = part.get();
    if text == "null" { None } else { Some(text.trim_matches('"')) }
}
