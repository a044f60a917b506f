//! How commitments are judged, as somebody asks for it.

use crate::gdp::Ground;
use crate::quantity::Date;

/// How commitments are judged.
#[derive(Debug, Clone, Default)]
pub struct Judging {
    /// The GDP on which every commitment is judged; none is its own basis, else `latest`.
    pub on: Vec<Ground>,
    /// By which definitions.
    pub by: Definitions,
    /// Whether only outturns and estimates of years that are over count.
    pub strict: bool,
    /// Whether words are set against words: no slack but that of `about`, and no precision of figures.
    pub as_written: bool,
    /// An earlier day, whose knowledge is set beside that of the day asked about.
    pub then: Option<Date>,
}

/// By which definitions a commitment is judged; those of its own family alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Definitions {
    /// Its own.
    #[default]
    Own,
    /// The one of this id; commitments of other families are left out.
    One(String),
    /// Its own, and behind it every other one that has a figure and is no part of another.
    Family,
}
