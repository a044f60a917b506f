//! What the cases of a grid are about, as a picture says it.

use crate::book::{Commitment, Observation};
use crate::error::Result;
use crate::quantity::YearRange;
use crate::question::Query;

use super::subject::Subject;

/// What all cases have alike.
pub(in crate::question) struct About<'b> {
    pub(in crate::question) commitment: &'b Commitment,
    pub(in crate::question) years: YearRange,
    /// The scenario or basis that GDP is of.
    pub(in crate::question) scenario: String,
    /// The money that is held against every amount.
    pub(in crate::question) spent: Option<&'b Observation>,
}

impl<'b> About<'b> {
    /// What [`sensitivity`](super) is asked about.
    ///
    /// # Errors
    /// As that.
    pub(in crate::question) fn of(query: &Query<'b>) -> Result<Self> {
        let subject = Subject::of(query)?;
        let scenario = subject.ground().to_owned();
        Ok(Self { commitment: subject.commitment, years: subject.years, scenario, spent: subject.spent })
    }
}
