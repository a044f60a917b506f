//! DuckDB: `/` of decimals and whole numbers is a double, `//` of `HUGEINT` is exact and cuts off; overflow is an error.

use super::{Dialect, standard, to_line_end};

pub(in crate::export) const DIALECT: Dialect = Dialect {
    name: "duckdb",
    engine: "DuckDB",
    text: "VARCHAR",
    whole: "HUGEINT",
    digits: 38,
    quoted: standard,
    comment: to_line_end,
    settings: None,
    cut: |above, below| format!("{above} // {below}"),
};
