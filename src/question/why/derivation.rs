//! Where each part of a change comes from: its formula with the figures in it, down to the lines of files.

use crate::error::Result;
use crate::question::Query;
use crate::table::Step;

use super::{QUESTION, Why};

/// The ends, then each part.
pub(super) fn step(_: &Query<'_>, _: &Why<'_>) -> Result<Step> {
    Ok(Step::new(QUESTION.name, ""))
}
