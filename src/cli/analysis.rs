//! Questions that are told more than others: the command that answers one, and `explain` and `chart` before it, take the same options.

use crate::question::Query;

use super::console::Console;
use super::given::Given;
use super::{Failure, claim, path, sensitivity, table_command, timeline, why};

/// A question with options of its own.
pub(super) struct Analysis {
    /// Its name, also that of its derivation and of its picture.
    pub(super) name: &'static str,
    /// What it is told.
    pub(super) arguments: fn(clap::Command) -> clap::Command,
    /// Reads the book, and lets that be answered which is asked of it.
    pub(super) ask: fn(Given<'_>, &mut Answer<'_>) -> Result<(), Failure>,
}

/// What is done about a question.
pub(super) type Answer<'a> = dyn FnMut(&Query<'_>) -> Result<(), Failure> + 'a;

/// Every one of them.
pub(super) const ANALYSES: &[&Analysis] =
    &[&path::ANALYSIS, &why::ANALYSIS, &sensitivity::ANALYSIS, &claim::ANALYSIS, &timeline::ANALYSIS];

impl Analysis {
    /// Writes the rows of the answer.
    pub(super) fn write(&self, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
        (self.ask)(given, &mut |query| table_command::write(self.name, query, given, console))
    }
}
