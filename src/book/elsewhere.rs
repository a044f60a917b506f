//! What a book that was read about some countries alone knows of the figures of the others.

use crate::quantity::{Date, Year};

/// What the whole book says beyond the figures that were read of it; nothing of a book that was read whole.
#[derive(Debug, Clone, Default)]
pub struct Elsewhere {
    /// The latest year of a figure.
    pub(super) latest_year: Option<Year>,
    /// Who published figures in which document, in the order of the rows.
    pub(super) editions: Vec<Edition>,
}

/// Figures of one publisher and document.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    pub(super) publisher: String,
    pub(super) vintage: Date,
    pub(super) source: String,
    /// Whether they are of GDP.
    pub(super) of_gdp: bool,
}
