//! How commitments are judged, as somebody asks for it.

use crate::book::Basis;
use crate::quantity::Date;

/// How commitments are judged.
#[derive(Debug, Clone, Default)]
pub struct Judging {
    /// The bases on which every commitment is judged; none is its own, else `latest`.
    pub bases: Vec<Basis>,
    /// The definition on which the commitments of its family are judged, in the place of their own.
    pub definition: Option<String>,
    /// Whether only outturns and estimates of years that are over count.
    pub strict: bool,
    /// Whether words are set against words: no slack but that of `about`, and no precision of figures.
    pub as_written: bool,
    /// An earlier day, whose knowledge is set beside that of the day asked about.
    pub then: Option<Date>,
}
