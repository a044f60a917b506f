//! DuckDB: `/` of decimals and whole numbers is a double, `//` of `HUGEINT` is exact and cuts off; overflow is an error.

use super::{Dialect, standard};

pub(super) const DIALECT: Dialect = Dialect {
    name: "duckdb",
    engine: "DuckDB",
    text: "VARCHAR",
    whole: "HUGEINT",
    digits: 38,
    quoted: standard,
    cut: |above, below| format!("{above} // {below}"),
};
