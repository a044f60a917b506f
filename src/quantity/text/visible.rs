//! Text with its hidden letters shown: one rule, and one notation, for whatever a person may come to see. What goes wrong is told by
//! the same rule, which therefore stands there.

use std::borrow::Cow;

use crate::error::escaped;
pub use crate::error::{is_hidden, visible};

/// White space other than a blank.
const BREAKS: [char; 3] = ['\t', '\n', '\r'];

/// The same of a text that is kept as data, in the cell of a table or a record: white space is part of it, and stays. What was shown
/// so once is not changed by it again.
///
/// ```
/// # use pledgebook::quantity::text::in_data;
/// assert_eq!(in_data("two\n\tlines\u{7}\u{202e}"), "two\n\tlines\\u{7}\\u{202e}");
/// ```
#[must_use]
pub fn in_data(text: impl Into<String>) -> String {
    let text = text.into();
    match escaped(&text, |c| is_hidden(c) && !BREAKS.contains(&c)) {
        Cow::Owned(shown) => shown,
        Cow::Borrowed(_) => text,
    }
}

/// The same of a text that is set in lines of our own: white space is a blank.
///
/// ```
/// # use pledgebook::quantity::text::in_one_line;
/// assert_eq!(in_one_line("two\r\nlines\u{7}"), r"two lines\u{7}");
/// ```
#[must_use]
pub fn in_one_line(text: &str) -> Cow<'_, str> {
    match text.contains(BREAKS) {
        true => Cow::Owned(visible(&text.replace("\r\n", " ").replace(BREAKS, " ")).into_owned()),
        false => visible(text),
    }
}
