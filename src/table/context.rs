//! What a table is about, and where its figures come from.

use crate::book::Fingerprint;
use crate::quantity::{Country, Currency, Date};

/// What a table is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The title of the book.
    pub book: String,
    /// The digest of its files; of what rests on no book none.
    pub fingerprint: Option<Fingerprint>,
    /// The country, where it is about one alone.
    pub country: Option<Country>,
    /// The currency of its amounts, where there is one alone.
    pub currency: Option<Currency>,
    /// The day whose knowledge it shows.
    pub as_of: Date,
}

/// A document that figures come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The id of the source in the book.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// By what other name the figures from it say that they are published, where all of them say the same one.
    pub short: Option<String>,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub published: Date,
    /// Its address, if it has one.
    pub url: Option<String>,
    /// A remark, such as that it is a secondary report.
    pub note: Option<String>,
}
