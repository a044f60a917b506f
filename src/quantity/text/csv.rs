//! A cell of comma-separated values. It is data: nothing in it is written otherwise than it is, but for the guard; what hides in a text is
//! shown already where the cell is made.

use std::borrow::Cow;

/// The characters that make a spreadsheet run a cell.
const RUNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text cell with a `'` before it where a spreadsheet would run it.
///
/// ```
/// # use pledgebook::quantity::text::guard;
/// assert_eq!(guard("=1+1"), "'=1+1");
/// assert_eq!(guard("4% of GDP"), "4% of GDP");
/// ```
#[must_use]
pub fn guard(text: &str) -> Cow<'_, str> {
    if is_guarded(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a guard belongs before the text: it runs, or it looks as if one stood there already.
fn is_guarded(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(RUNS)
}

/// The cell as it was before [`guard`].
#[must_use]
pub fn unguard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|bare| is_guarded(bare)).unwrap_or(text)
}

/// Appends a CSV cell, quoted only if it holds what stands between cells, a quote, CR or LF.
pub fn push_csv_cell(line: &mut String, text: &str, separator: char) {
    if !text.contains([separator, '"', '\r', '\n']) {
        line.push_str(text);
        return;
    }
    line.push('"');
    line.push_str(&text.replace('"', "\"\""));
    line.push('"');
}
