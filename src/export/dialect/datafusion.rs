//! DataFusion: whole numbers past 64 bits are decimals without places, whose quotient has four and is cut off there; on the way to it
//! the upper one takes four digits more, and overflow is an error.

use super::{Dialect, standard, to_line_end};

pub(in crate::export) const DIALECT: Dialect = Dialect {
    name: "datafusion",
    engine: "DataFusion",
    text: "VARCHAR",
    whole: "DECIMAL(38, 0)",
    digits: 34,
    quoted: standard,
    comment: to_line_end,
    settings: None,
    cut: |above, below| format!("({above} - {above} % {below}) / {below}"),
};
