//! Which commitments are asked about.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::book::{Commitment, Records};
use crate::quantity::Country;

use super::Query;

/// Where one of several commitments counts it is that with the least of these, in whatever order the book has them: the one announced
/// last, of those of a day the strongest, and of those the first by id.
pub(super) fn precedence(commitment: &Commitment) -> impl Ord + use<'_> {
    (Reverse(commitment.announced.last_day()), commitment.strength, commitment.id.as_str())
}

impl<'b> Query<'b> {
    /// Commitments that had been announced by then, of the countries, the family and with the ids asked for, superseded ones
    /// included.
    pub fn known(&self) -> impl Iterator<Item = &'b Commitment> + '_ {
        self.known_of(self.countries())
    }

    fn known_of(&self, countries: Vec<Country>) -> impl Iterator<Item = &'b Commitment> + '_ {
        let countries: BTreeSet<Country> = countries.into_iter().collect();
        self.listed().into_iter().filter(move |commitment| {
            commitment.is_known_on(self.as_of)
                && countries.contains(&commitment.country)
                && self.family.as_ref().is_none_or(|family| self.book.family_of(commitment) == Some(family))
        })
    }

    /// Those that were said, else those of the book with the ids asked for, else all, in the book's order.
    pub(super) fn listed(&self) -> Vec<&'b Commitment> {
        if !self.said.is_empty() {
            return self.said.iter().collect();
        }
        if self.commitments.is_empty() {
            return self.book.commitments.iter().collect();
        }
        Records::in_order(self.commitments.iter().flat_map(|id| self.book.commitments_named(id)))
    }

    /// Those of them that stand: not superseded by then, unless superseded ones are asked for.
    pub fn standing(&self) -> impl Iterator<Item = &'b Commitment> + '_ {
        self.known().filter(|commitment| self.stands(commitment))
    }

    /// The same, where scenarios were brought along of every country that their lines may be about: of all, unless some were asked
    /// for.
    pub(super) fn standing_in_lines(&self) -> impl Iterator<Item = &'b Commitment> + '_ {
        let all = || self.book.every_country().collect();
        let countries = if self.feed.is_some() && self.countries.is_none() { all() } else { self.countries() };
        self.known_of(countries).filter(|commitment| self.stands(commitment))
    }

    fn stands(&self, commitment: &Commitment) -> bool {
        self.all || !self.said.is_empty() || self.book.superseded_by(commitment, self.as_of).is_none()
    }
}
