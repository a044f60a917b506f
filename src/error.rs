//! (1) What went wrong, where, and what to do about it.
//!
//! An [`Error`] is one finding: a [`Kind`] with typed fields, the [`Place`] in a text where it was found and a way out.
//! Reading a book collects them in [`Errors`], so that a person sees all of them at once.

mod errors;
mod kind;
mod names;
mod noun;
mod place;
mod severity;
mod visible;
mod words;

use std::fmt;
use std::ops::Range;

pub use errors::Errors;
pub use kind::Kind;
pub(crate) use names::{SUGGESTED, nearest, suggest, unknown_name};
pub use noun::Noun;
pub use place::{Origin, Place, SourceText};
pub use severity::Severity;
pub(crate) use visible::escaped;
pub use visible::{is_hidden, visible};
pub(crate) use words::words;

/// A result whose error is one finding, unless it says otherwise.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One finding: what, where and what to do.
///
/// ```
/// use pledgebook::pledge::Pledge;
/// let error = "about 1,5% of GDP".parse::<Pledge>().unwrap_err();
/// assert_eq!(error.kind().to_string(), "`1,5%` is not a number");
/// assert_eq!(error.way_out(), Some("write a decimal point: `1.5%`"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Finding>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    kind: Kind,
    /// The offending bytes inside the text that was parsed, until the place of that text is known.
    span: Option<Range<usize>>,
    place: Option<Place>,
    help: Option<String>,
}

impl Error {
    /// A finding whose place is not known yet.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self(Box::new(Finding { kind, span: None, place: None, help: None }))
    }

    /// The same finding with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// The same finding with a way out where there is one.
    #[must_use]
    pub(crate) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.0.help = help.or(self.0.help);
        self
    }

    /// The same finding, narrowed to these bytes of the text that was parsed.
    #[must_use]
    pub(crate) fn on(mut self, span: Range<usize>) -> Self {
        self.0.span = Some(span);
        self
    }

    /// The same finding at `place`, unless a nearer one is known already.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.0.place.get_or_insert(place);
        self
    }

    /// The same finding in `text`: at its own bytes if it knows them, which start at `span`, else at the whole of `span`.
    #[must_use]
    pub(crate) fn within(self, text: &SourceText, span: Range<usize>) -> Self {
        let inner = self.0.span.clone().map(|inner| span.start + inner.start..span.start + inner.end);
        let place = text.place(inner.filter(|inner| inner.end <= span.end).unwrap_or(span));
        self.at(place)
    }

    /// The same finding so many lines further down, for a text that was read in parts.
    #[must_use]
    pub(crate) fn moved(mut self, lines: isize) -> Self {
        if let Some(place) = self.0.place.as_mut().filter(|place| place.line > 0) {
            place.line = place.line.saturating_add_signed(lines);
        }
        self
    }

    /// The same finding at `place`, whatever was thought before: what brought it about stands there.
    #[must_use]
    pub(crate) fn moved_to(mut self, place: Place) -> Self {
        self.0.place = Some(place);
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// Where, if it happened in a text.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    /// What to do about it.
    #[must_use]
    pub fn way_out(&self) -> Option<&str> {
        self.0.help.as_deref()
    }
}

/// In one line, its hidden letters shown.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place() {
            write!(f, "{}: ", visible(&place.to_string()))?;
        }
        f.write_str(&visible(&self.kind().to_string()))?;
        self.way_out().map_or(Ok(()), |help| write!(f, "; {}", visible(help)))
    }
}

impl std::error::Error for Error {}
