//! Refusals: of what is not said, and of pledges to which no path leads.

use crate::book::Commitment;
use crate::error::{Error, Kind};

/// Something that has to be told.
pub(super) fn missing(what: &str, option: &str, help: &str) -> Error {
    Error::new(Kind::MissingOption { what: what.to_owned(), option: option.to_owned() }).help(help)
}

/// A pledge to which no path leads, and why.
pub(super) fn no_path(commitment: &Commitment, reason: String) -> Error {
    Error::new(Kind::NoPath { commitment: commitment.id.clone(), reason })
}
