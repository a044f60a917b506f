//! The pledges that countries hold for a year: their own, and those that they have in common with others.

use std::collections::BTreeMap;

use crate::book::{Commitment, Definition};
use crate::pledge::{Base, Pledge, When};
use crate::quantity::{Country, Year};

use super::Query;
use super::standing::precedence;

/// The standing commitments with a figure under a definition, or under another one of its family whose shares are of the same.
pub(super) struct Held<'b> {
    definition: &'b Definition,
    standing: Vec<&'b Commitment>,
}

impl<'b> Held<'b> {
    pub(super) fn new(query: &Query<'b>, definition: &'b Definition) -> Self {
        let book = query.book;
        let is_alike = |own: &Definition| {
            let is_whole = own.family == definition.family && own.whole.is_none();
            (own.id == definition.id || is_whole) && own.whose_spending() == definition.whose_spending()
        };
        // against a share of spending nothing but such a share is held
        let fits = |pledge: Pledge| definition.of.is_none() || pledge.share_of(Base::DefenceSpending).is_some();
        let counts = |commitment: &&Commitment| {
            commitment.pledge.is_some_and(fits) && book.definition_of(commitment).is_some_and(is_alike)
        };
        Self { definition, standing: query.standing().filter(counts).collect() }
    }

    /// Those that a country holds for a year, the first to be named first: its own before one that others have as well, one
    /// under the definition itself before one of its family, then by [`precedence`].
    pub(super) fn by(&self, country: Country, year: Year) -> Vec<&'b Commitment> {
        let binds = |own: &&&Commitment| own.country == country && own.when.is_some_and(|when| when.names(year));
        let mut held: Vec<&Commitment> = self.standing.iter().filter(binds).copied().collect();
        held.retain(|own| self.is_under_it(own) || own.group.is_none());
        held.sort_by_key(|own| (own.group.is_some(), !self.is_under_it(own), precedence(own)));
        held
    }

    /// Those under the definition that countries have in common for a year, and those for a later one that they are to be reached
    /// by: of each of these years the first by [`precedence`].
    pub(super) fn in_common(&self, year: Year) -> Vec<(Year, &'b Commitment)> {
        let mut last: BTreeMap<Year, &Commitment> = BTreeMap::new();
        for own in self.standing.iter().filter(|own| own.group.is_some() && self.is_under_it(own)) {
            let of = |when: When| when.by().filter(|by| *by > year).or(when.names(year).then_some(year));
            let Some(of) = own.when.and_then(of) else { continue };
            let known = last.entry(of).or_insert(own);
            if precedence(own) < precedence(known) {
                *known = own;
            }
        }
        last.into_iter().collect()
    }

    fn is_under_it(&self, commitment: &Commitment) -> bool {
        commitment.definition.as_ref().is_some_and(|own| own.id == self.definition.id)
    }
}
