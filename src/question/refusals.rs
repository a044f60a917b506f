//! Refusals of what is asked: something that is not said, or that has no meaning here.

use crate::error::{Error, Kind};

/// What has to be told to be answered.
pub(super) fn missing(what: &str, option: &str, help: impl Into<String>) -> Error {
    Error::new(Kind::MissingOption { what: what.to_owned(), option: option.to_owned() }).help(help)
}

/// What has no meaning beside the rest of what is asked.
pub(super) fn needless(option: impl Into<String>, reason: impl Into<String>, help: impl Into<String>) -> Error {
    Error::new(Kind::NeedlessOption { option: option.into(), reason: reason.into() }).help(help)
}
