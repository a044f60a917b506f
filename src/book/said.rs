//! Pledges that somebody says, beside those of a book.

use std::collections::BTreeMap;

use crate::error::Origin;
use crate::pledge::{Pledge, When};
use crate::quantity::{Country, Currency, Date};

use super::{Commitment, Reference, Strength};

impl Commitment {
    /// A pledge in words as a commitment of a country, whose GDP is in that currency: it stands in no document, and was known on
    /// every day. Without years it is asked about every year with GDP.
    #[must_use]
    pub fn said(
        id: String,
        (country, currency): (Country, Currency),
        definition: Option<&str>,
        (pledge, when): (Pledge, Option<When>),
        origin: &Origin,
    ) -> Self {
        let reference = |id: &str| Reference { id: id.to_owned(), origin: origin.clone() };
        Self {
            id,
            country,
            currency,
            group: None,
            title: pledge.to_string(),
            pledge: Some(pledge),
            when,
            path: BTreeMap::new(),
            definition: definition.map(reference),
            announced: Date::FIRST,
            strength: Strength::Statement,
            source: reference(""),
            basis: None,
            tolerance: None,
            tolerance_reason: None,
            supersedes: None,
            part_of: None,
            overlaps: Vec::new(),
            note: None,
            origin: origin.clone(),
        }
    }
}
