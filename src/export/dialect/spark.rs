//! Spark: `div` of decimals is exact, cuts off and gives 64 bits; a product whose type has more than 38 digits loses places, so that
//! types are narrow; with ANSI mode, which is on unless it is turned off, overflow is an error. In a literal a backslash means
//! something, and `${…}` is replaced everywhere before a statement is read.

use super::Dialect;

pub(super) const DIALECT: Dialect = Dialect {
    name: "spark",
    engine: "Spark",
    text: "STRING",
    whole: "DECIMAL(38, 0)",
    digits: 38,
    quoted,
    cut: |above, below| format!("{above} div {below}"),
};

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('$', "\\u0024"))
}
