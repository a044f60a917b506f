//! What pages say, in each language, beside what they say as pictures do.

mod finding;
mod page;
mod reason;

pub(super) use finding::{SENTENCES as FINDING, Told};
pub(super) use page::SENTENCES as PAGE;
pub(super) use reason::{Grounds, SENTENCES as REASON};
