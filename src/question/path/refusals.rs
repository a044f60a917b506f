//! Refusals of pledges to which no path leads.

use crate::book::Commitment;
use crate::error::{Error, Kind};

/// A pledge to which no path leads, and why.
pub(super) fn no_path(commitment: &Commitment, reason: String) -> Error {
    Error::new(Kind::NoPath { commitment: commitment.id.clone(), reason })
}
