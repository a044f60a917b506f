//! Whose words a pledge is in.

use crate::quantity::{Currency, FiscalYear};

/// What some words mean to the country that says them; to nobody in particular they mean nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Speaker {
    /// Its currency: what `$`, `kroner` or `crowns` are.
    pub currency: Option<Currency>,
    /// The day on which its fiscal year begins, where that is not the calendar year: what `2027/28` is.
    pub fiscal_year: Option<FiscalYear>,
}
