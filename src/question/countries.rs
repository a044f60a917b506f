//! Countries beside each other: which of them, and which is the one that is looked for.

use super::Query;

impl Query<'_> {
    /// The same about every country of the book, unless some are asked for.
    pub(super) fn of_every_country(&self) -> Self {
        let every = || self.book.every_country().collect();
        Query { countries: Some(self.countries.clone().unwrap_or_else(every)), ..self.clone() }
    }

    /// The same about several countries, for a picture that sets them side by side: those asked for, or every one of the book where
    /// only one is, which is looked for among the others then.
    pub(super) fn beside_others(&self) -> Self {
        let countries = self.countries.clone().filter(|asked| asked.len() > 1);
        Query { countries, ..self.clone() }.of_every_country()
    }
}
