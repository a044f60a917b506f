//! What is known of one thing, fact by fact.

use askama::Template;

use crate::report::html::leads;

/// What is known of one thing.
#[derive(Template)]
#[template(path = "facts.html", config = "src/askama.toml")]
pub(super) struct Facts {
    /// The part of the page that they are.
    part: &'static str,
    facts: Vec<(String, Vec<Fact>)>,
}

/// Words, and where they lead.
pub(super) struct Fact {
    words: String,
    address: Option<String>,
    /// Whether the address is outside of the pages.
    outside: bool,
}

impl Fact {
    pub(super) fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), address: None, outside: false }
    }

    /// Words that lead to another page.
    pub(super) fn leading(words: impl Into<String>, address: String) -> Self {
        Self { words: words.into(), address: Some(address), outside: false }
    }

    /// Words that lead to a document.
    pub(super) fn document(words: impl Into<String>, address: Option<&str>) -> Self {
        let address = address.filter(|address| leads(address)).map(str::to_owned);
        Self { words: words.into(), address, outside: true }
    }
}

impl Facts {
    /// None yet, of a part of the page.
    pub(super) fn named(part: &'static str) -> Self {
        Self { part, facts: Vec::new() }
    }

    /// The same with one more; nothing where there is nothing to say.
    pub(super) fn with(mut self, label: impl Into<String>, facts: impl IntoIterator<Item = Fact>) -> Self {
        let facts: Vec<Fact> = facts.into_iter().filter(|fact| !fact.words.is_empty()).collect();
        if !facts.is_empty() {
            self.facts.push((label.into(), facts));
        }
        self
    }
}
