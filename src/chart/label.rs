//! Where labels go without meeting anything.

pub(crate) mod room; // where texts go without meeting
pub(crate) mod leader; // where they go that found no room beside their mark
pub(crate) mod stack; // labels in a column
pub(crate) mod search; // in which order they are set
pub(crate) mod obstacles; // what they keep clear of
pub(crate) mod labels; // those of a figure
