//! Equal steps from one value to another.

use crate::quantity::Decimal;

/// Values from the first to the last by equal steps, both ends included where the last step reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// The first value.
    pub first: Decimal,
    /// None is beyond it.
    pub last: Decimal,
    /// From one value to the next, above zero.
    pub step: Decimal,
}
