//! What a file of Eurostat has, before anybody asks what it means.

use crate::error::Origin;
use crate::quantity::Date;

use super::flags::Flags;

/// What a file has, whichever of the three it is.
pub(super) struct Message {
    pub(super) series: Vec<Series>,
    pub(super) updated: Option<Date>,
}

/// Figures of the same dimensions.
pub(super) struct Series {
    pub(super) dimensions: Vec<(String, String)>,
    pub(super) points: Vec<Point>,
}

/// A figure as the file has it.
pub(super) struct Point {
    pub(super) time: String,
    pub(super) value: String,
    pub(super) flags: Flags,
    pub(super) origin: Origin,
}
