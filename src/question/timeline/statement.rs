//! The statements in the order in which they were made.

use std::ptr;

use crate::book::Commitment;
use crate::pledge::When;

use super::super::Query;
use super::super::commitments::binds;

/// What was said once: a commitment, or one of a group as that of each of its members that are asked about.
pub(super) struct Statement<'b> {
    pub(super) commitments: Vec<&'b Commitment>,
    first: &'b Commitment,
}

/// All that had been said by then, in the order of days, those of one day in the book's.
pub(super) fn statements<'b>(query: &Query<'b>) -> Vec<Statement<'b>> {
    let mut all: Vec<&Commitment> = query.known().filter(|commitment| binds(query, commitment)).collect();
    all.sort_by_key(|commitment| commitment.announced.last_day());
    let of_one = |one: &&Commitment, other: &&Commitment| one.id == other.id;
    all.chunk_by(of_one).map(|same| Statement { commitments: same.to_vec(), first: same[0] }).collect()
}

impl<'b> Statement<'b> {
    /// The commitment, of a group that of the first member.
    pub(super) fn first(&self) -> &'b Commitment {
        self.first
    }

    /// The one commitment that it is; nothing where it is one of several countries, for each of which it comes to something else.
    pub(super) fn alone(&self) -> Option<&'b Commitment> {
        Some(self.first).filter(|first| self.commitments.iter().all(|own| ptr::eq(*own, *first)))
    }

    /// The years that it was made for; of several members those of whom was one first.
    pub(super) fn when(&self) -> Option<When> {
        self.commitments.iter().filter_map(|own| own.when).min_by_key(|when| when.first())
    }

    /// Whether it is for more than one year.
    pub(super) fn is_of_years(&self) -> bool {
        self.when().is_some_and(|when| when.last() != Some(when.first()))
    }
}
