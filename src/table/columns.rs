//! Every column that a table may have, each a constant.
//!
//! A question lists those it answers with, and may give one another heading:
//!
//! ```
//! use pledgebook::table::{Column, columns};
//! const AMOUNT: Column = columns::AMOUNT_MILLION.headed("pledged, m");
//! assert_eq!((AMOUNT.name, AMOUNT.heading), ("amount_million", "pledged, m"));
//! ```

mod figures;
mod words;

pub use figures::*;
pub use words::*;
