//! The documents that a page rests on, each once.

use std::collections::BTreeSet;

use crate::quantity::text::{markdown, markdown_link};
use crate::table::Citation;

use super::wording::Wording;

impl Wording<'_> {
    /// Publisher, title and day, with what a reader should know about them.
    pub(super) fn sources(self, citations: &[Citation]) -> String {
        let mut seen = BTreeSet::new();
        let once = citations.iter().filter(|citation| seen.insert(&citation.id));
        once.map(|citation| self.source(citation)).collect::<Vec<_>>().join("\n")
    }

    fn source(self, citation: &Citation) -> String {
        let title = match &citation.url {
            Some(url) => markdown_link(&citation.title, url),
            None => markdown(&citation.title).into_owned(),
        };
        let note = citation.note.as_deref().map(|note| format!(" ({})", self.text(note))).unwrap_or_default();
        format!("- {}, {title}, {}{note}", self.first_text(&citation.publisher), self.lang.day(citation.published))
    }
}
