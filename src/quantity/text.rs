//! Quantities and cells as text, for every writer of the program alike: what each format takes for more than text is told here,
//! once, a file for each.

mod csv; // a cell of comma-separated values
mod visible; // a line on a terminal
mod markdown; // words, code and links in Markdown
mod xml; // words in SVG

use rust_decimal::Decimal;

pub use csv::{guard, push_csv_cell, unguard};
pub use markdown::{markdown, markdown_code, markdown_link, markdown_message, markdown_paragraph};
pub use visible::{in_data, in_one_line, is_hidden, visible};
pub use xml::{from_xml, push_xml};

/// A decimal without the zeros that end its fraction, as `43953` for `43953.00`.
#[must_use]
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Items as a sentence has them: `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn listed(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} {and} {last}", others.join(", ")),
    }
}

/// The digits before the point in groups of three, as `43 953.5`; `gap` stands between them.
#[must_use]
pub fn grouped(number: &str, gap: char) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    // a feed may have zeros in front
    let zeros = whole.len() - whole.trim_start_matches('0').len();
    let whole = &whole[zeros.min(whole.len().saturating_sub(1))..];
    let mut out = String::with_capacity(2 * number.len());
    out.push_str(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(gap);
        }
        out.push(digit);
    }
    out + fraction
}

/// With a capital at its beginning.
#[cfg(feature = "chart")]
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
