//! What the book calls things: titles, publishers and documents, as the answers print them.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Commitment, Source};
use crate::quantity::text::in_data;
use crate::table::Citation;

use super::Query;

impl<'b> Query<'b> {
    /// The title of a definition; its id where the book has none of it.
    pub(super) fn title_of<'t>(&self, definition: &'t str) -> &'t str
    where
        'b: 't,
    {
        self.book.definition(definition).map_or(definition, |known| &known.title)
    }

    /// The title of the definition that a commitment names; empty where it names none.
    pub(super) fn title_of_definition<'t>(&self, commitment: &'t Commitment) -> &'t str
    where
        'b: 't,
    {
        commitment.definition.as_ref().map_or("", |definition| self.title_of(&definition.id))
    }

    /// The title of a scenario of the book; the bases, which are built in, have none.
    pub(super) fn title_of_scenario(&self, scenario: &str) -> &'b str {
        self.book.scenario(scenario).map_or("", |own| &own.title)
    }

    /// Who published the document of a commitment.
    pub(super) fn publisher_of(&self, commitment: &Commitment) -> &'b str {
        self.book.source(&commitment.source.id).map_or("", |source| &source.publisher)
    }

    /// The document with an id. A step says itself by whom its figure is.
    pub(super) fn citation(&self, id: &str) -> Option<Citation> {
        Some(citation(self.book.source(id)?, None))
    }

    /// The documents with these ids, each once, in the order of first use.
    #[must_use]
    pub fn citations(&self, ids: &[String]) -> Vec<Citation> {
        let (mut seen, short) = (BTreeSet::new(), self.short_names());
        let known = ids.iter().filter_map(|id| self.book.source(id)).filter(|source| seen.insert(&source.id));
        known.map(|source| citation(source, short.get(source.id.as_str()).copied())).collect()
    }

    /// The publisher that the figures of each document name, where all of them name one, and all such documents that name it are
    /// by the same publisher: else it would be spelled out in several ways.
    fn short_names(&self) -> BTreeMap<&'b str, &'b str> {
        let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (source, publisher) in self.book.cited() {
            named.entry(source).or_default().insert(publisher);
        }
        named.retain(|_, names| names.len() == 1);
        let alone: Vec<(&Source, &str)> =
            named.into_iter().filter_map(|(id, names)| Some((self.book.source(id)?, *names.first()?))).collect();
        let mut publishers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (by, short) in &alone {
            publishers.entry(short).or_default().insert(&by.publisher);
        }
        let is_one = |short: &str| publishers.get(short).is_some_and(|own| own.len() == 1);
        let sure = alone.iter().filter(|(by, short)| by.publisher != *short && is_one(short));
        sure.map(|(by, short)| (by.id.as_str(), *short)).collect()
    }
}

/// A document, and the short name of its publisher.
fn citation(source: &Source, short: Option<&str>) -> Citation {
    Citation {
        id: source.id.clone(),
        publisher: in_data(&source.publisher),
        short: short.map(in_data),
        title: in_data(&source.title),
        published: source.published,
        url: source.url.as_ref().map(in_data),
        note: source.note.as_ref().map(in_data),
    }
}
