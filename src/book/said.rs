//! Pledges that somebody says, beside those of a book.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::{Origin, Result, SourceText};
use crate::pledge::{Pledge, Sentence, When};
use crate::quantity::{Country, Currency, Date};

use super::{Book, Commitment, Reference, Strength};

impl Book {
    /// A pledge in words as a country of the book would say it, for the years that the words name; a definition says what spending counts.
    ///
    /// # Errors
    /// The words are no pledge, each error with its place in them, or the book has no such country or definition.
    pub fn said(
        &self,
        id: String,
        country: Country,
        words: &Arc<SourceText>,
        definition: Option<&str>,
    ) -> Result<Commitment> {
        let (text, all) = (words.content(), 0..words.content().len());
        let read = Sentence::read(text, self.speaker(country));
        let Sentence { pledge, when, .. } = read.map_err(|error| error.within(words, all.clone()))?;
        let definition = definition.map(|id| self.named_definition(id)).transpose()?.map(|own| own.id.as_str());
        let speaker = (country, self.known_currency(country)?);
        Ok(Commitment::said(id, speaker, definition, (pledge, when), &Origin::new(words, all)))
    }
}

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
