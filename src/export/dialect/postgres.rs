//! PostgreSQL: `numeric` has as many digits as are needed, `div` is exact and cuts off.

use super::{Dialect, standard, to_line_end};

pub(in crate::export) const DIALECT: Dialect = Dialect {
    name: "postgres",
    engine: "PostgreSQL",
    text: "TEXT",
    whole: "NUMERIC",
    digits: 1000,
    quoted: standard,
    comment: to_line_end,
    settings: None,
    cut: |above, below| format!("div({above}, {below})"),
};
