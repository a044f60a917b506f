//! What stands below a table of the rows of a scenario file, once all of them are made.

use crate::render::Marks;
use crate::table::{Cell, Citation, Table};

use super::scenario_reader::Work;

/// What the rows of a file come to.
pub(super) struct Below {
    /// Those that were kept, not written.
    pub(super) rows: Vec<Vec<Cell>>,
    /// What their figures are marked with.
    pub(super) marks: Marks,
    /// The documents that they and the table above them rest on.
    pub(super) sources: Vec<Citation>,
    /// How many of them are `missed`.
    pub(super) missed: usize,
}

impl Below {
    /// No rows yet below a table.
    pub(super) fn of(table: &Table) -> Self {
        Self { rows: Vec::new(), marks: Marks::default(), sources: table.sources.clone(), missed: 0 }
    }
}

/// Work that makes rows.
pub(super) trait Rowing: Work {
    /// Adds what has come of it all.
    fn end(self, below: &mut Below);
}
