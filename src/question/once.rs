//! Names that an answer gathers while its rows are made: documents, scenarios, reasons.

use std::collections::BTreeSet;

/// Names, each once, in the order of first use.
#[derive(Debug, Default)]
pub(super) struct Once {
    names: Vec<String>,
    seen: BTreeSet<String>,
}

impl Once {
    pub(super) fn add(&mut self, name: &str) {
        if !self.seen.contains(name) {
            self.seen.insert(name.to_owned());
            self.names.push(name.to_owned());
        }
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }
}

impl<'n> Extend<&'n str> for Once {
    fn extend<I: IntoIterator<Item = &'n str>>(&mut self, names: I) {
        names.into_iter().for_each(|name| self.add(name));
    }
}
