//! Spark: `div` of decimals gives 64 bits and wraps around past them, in silence; `/` of whole ones has six places and is exact where
//! nothing remains. A product whose type has more than 38 digits loses places, so that types are narrow; with ANSI mode, which is on
//! unless it is turned off, other overflow is an error. In a literal a backslash means something, at the end of a comment it takes the
//! next line into it, and `${…}` is replaced everywhere before a statement is read, in comments too, where `${system:line.separator}` ends one.

use super::{Dialect, to_line_end};

pub(in crate::export) const DIALECT: Dialect = Dialect {
    name: "spark",
    engine: "Spark",
    text: "STRING",
    whole: "DECIMAL(38, 0)",
    digits: 38,
    quoted,
    comment,
    settings: Some(
        "`spark.sql.ansi.enabled` and `spark.sql.decimalOperations.allowPrecisionLoss`, which are true unless they are set",
    ),
    cut: |above, below| format!("({above} - {above} % {below}) / {below}"),
};

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('$', "\\u0024"))
}

fn comment(text: &str) -> String {
    let dot = if text.ends_with('\\') { "." } else { "" };
    to_line_end(&format!("{}{dot}", text.replace("${", "$ {")))
}
