//! Rows that are held up to a limit: for what is laid out only once all of it is known.

use crate::error::{Error, Result};
use crate::table::Cell;

/// The rows of the blocks that were handed in, and of the one that is read.
pub(super) struct Held {
    pub(super) rows: Vec<Vec<Cell>>,
    block: Vec<Vec<Cell>>,
    /// How many rows there may be, and what is said of more.
    limit: usize,
    too_many: Error,
}

impl Held {
    /// No rows yet.
    pub(super) fn new(limit: usize, too_many: Error) -> Self {
        Self { rows: Vec::new(), block: Vec::new(), limit, too_many }
    }

    /// Forgets the block.
    pub(super) fn clear(&mut self) {
        self.block.clear();
    }

    /// How many rows the block has.
    pub(super) fn count(&self) -> usize {
        self.block.len()
    }

    /// Leaves the block so many rows.
    pub(super) fn cut(&mut self, count: usize) {
        self.block.truncate(count);
    }

    /// Takes a row.
    ///
    /// # Errors
    /// It is one too many.
    pub(super) fn push(&mut self, row: Vec<Cell>) -> Result<()> {
        if self.rows.len() + self.block.len() == self.limit {
            return Err(self.too_many.clone());
        }
        self.block.push(row);
        Ok(())
    }

    /// The block was handed in.
    pub(super) fn settle(&mut self) {
        self.rows.append(&mut self.block);
    }
}
