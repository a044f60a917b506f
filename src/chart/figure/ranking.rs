//! Rows of a ranking: each a dot on one scale, with where it came from and where it was to be.

use super::series::Role;

/// The most rows that have room.
pub(crate) const ROWS: usize = 60;

/// Rows from the largest value to the smallest, on one scale from zero, which take the place of the axes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ranking {
    /// The rows from above to below.
    pub rows: Vec<Placing>,
    /// The values that all rows are held against.
    pub levels: Vec<Level>,
    /// What stands over the figures, and over the changes.
    pub heads: [String; 2],
}

/// A row of a ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Placing {
    /// Its place, as a number; empty where there is none.
    pub rank: String,
    /// Whose row it is.
    pub name: String,
    /// What its figure is, which decides whether its dot is hollow.
    pub role: Role,
    /// Its place on the scale; none where there is no figure.
    pub value: Option<f64>,
    /// Where it was before.
    pub earlier: Option<f64>,
    /// What it pledged by itself.
    pub pledge: Option<f64>,
    /// The figure in words, or that there is none.
    pub figure: String,
    /// How far it moved, in words.
    pub change: String,
    /// Whether it is the one that the picture is about.
    pub marked: bool,
}

/// A value that all rows are held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Its place on the scale.
    pub at: f64,
    /// What it is, in a few words.
    pub label: String,
}

impl Ranking {
    /// Every value with a place on the scale.
    pub(crate) fn values(&self) -> impl Iterator<Item = f64> {
        let of_row = |row: &Placing| [row.value, row.earlier, row.pledge].into_iter().flatten();
        self.rows.iter().flat_map(of_row).chain(self.levels.iter().map(|level| level.at))
    }
}
