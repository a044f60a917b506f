//! Spark: `div` of decimals gives 64 bits and wraps around past them, in silence; `/` of whole ones has six places and is exact where
//! nothing remains. A product whose type has more than 38 digits loses places, so that types are narrow; with ANSI mode, which is on
//! unless it is turned off, other overflow is an error. In a literal a backslash means something, and `${…}` is replaced everywhere before
//! a statement is read.

use super::Dialect;

pub(super) const DIALECT: Dialect = Dialect {
    name: "spark",
    engine: "Spark",
    text: "STRING",
    whole: "DECIMAL(38, 0)",
    digits: 38,
    quoted,
    cut: |above, below| format!("({above} - {above} % {below}) / {below}"),
};

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('$', "\\u0024"))
}
