//! Sizes and weights of type.

use super::typeface::Weight;

/// The steps in a pixel: places and sizes are whole numbers of them once they are drawn.
pub(crate) const STEPS: f64 = 16.0;

/// A kind of text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) size: f64,
    pub(crate) weight: Weight,
}

impl Type {
    /// The distance between two lines of it.
    pub(crate) fn leading(self) -> f64 {
        self.size * 1.26
    }
}
