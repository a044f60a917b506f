//! What would be spent otherwise: that which extra money is beyond.

use crate::error;

error::words! {
    /// What would be spent otherwise.
    Counterfactual:
    /// The same money as in the year in which a path starts.
    FlatCash = "flat-cash",
    /// The same share of GDP.
    ConstantShare = "constant-share",
    /// The same money at constant prices, by the GDP deflator.
    ConstantReal = "constant-real",
}
