//! One request for a page: the book that is held, what the address says, and what the page asks about it.

use crate::book::Book;
use crate::error::{Errors, Result as Found};
use crate::quantity::{Country, Date};
use crate::question::Query;

use super::address::written;
use super::desk::{Answered, Asked, Desk, Refusal};
use super::shelf::Held;

/// One request for a page.
pub(super) struct Visit<'v> {
    pub(super) held: &'v Held,
    pub(super) desk: &'v dyn Desk,
    /// Where the page is.
    pub(super) path: &'static str,
    /// What the address says, in its order.
    pub(super) fields: Vec<(String, String)>,
}

impl<'v> Visit<'v> {
    /// The book that is held.
    pub(super) fn book(&self) -> Result<&'v Book, Refusal> {
        self.held
            .reading
            .book()
            .ok_or_else(|| Refusal { message: self.held.wrong.to_string(), errors: Errors::default() })
    }

    /// The first value of a field.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a field.
    pub(super) fn values<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.fields.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Whether the address says one of these.
    pub(super) fn says(&self, names: &[&str]) -> bool {
        self.fields.iter().any(|(own, _)| names.contains(&own.as_str()))
    }

    /// The one country that the page is about; what is no country is refused by the commands that are told it.
    pub(super) fn country(&self) -> Result<Country, Refusal> {
        let book = self.book()?;
        let said = self.field("country").and_then(|code| book.named_country(code).ok());
        Ok(said.unwrap_or(book.country))
    }

    /// The day whose knowledge is shown; what is no day is refused likewise.
    pub(super) fn as_of(&self) -> Result<Date, Refusal> {
        let book = self.book()?;
        Ok(self.field("as-of").and_then(|day| day.parse().ok()).unwrap_or_else(|| book.today()))
    }

    /// Everything about the country as it was known on the day.
    pub(super) fn query(&self) -> Result<Query<'v>, Refusal> {
        Ok(Query { countries: Some(vec![self.country()?]), ..Query::new(self.book()?, self.as_of()?) })
    }

    /// A command, told what is said of its options: what the address says, and in its place what stands in `instead` under the same
    /// name, where that is not empty.
    pub(super) fn asked(&self, words: &[&str], instead: &[(&str, &str)]) -> Asked {
        let offers = self.desk.offers(words);
        let own = self
            .fields
            .iter()
            .filter(|(name, _)| offers.contains(&name.as_str()) && instead.iter().all(|(other, _)| other != name));
        let is_said = |(name, value): &&(&str, &str)| !value.is_empty() && offers.contains(name);
        let instead = instead.iter().filter(is_said);
        let instead = instead.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Asked {
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            fields: own.cloned().chain(instead).collect(),
        }
    }

    /// What a command answers.
    pub(super) fn answer(&self, asked: &Asked) -> Result<Answered, Refusal> {
        self.desk.answer(&self.held.reading, asked)
    }

    /// What is wrong, as a refusal.
    pub(super) fn refused(&self, errors: &Errors) -> Refusal {
        Refusal { message: self.desk.message(errors), errors: errors.clone() }
    }

    /// What was found, or what is wrong, as a refusal.
    pub(super) fn found<T>(&self, found: Found<T>) -> Result<T, Refusal> {
        found.map_err(|error| self.refused(&error.into()))
    }

    /// The address of another page, which keeps what every page asks for.
    pub(super) fn leading_to(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let kept = ["country", "as-of"].into_iter().filter(|name| fields.iter().all(|(own, _)| own != name));
        let kept = kept.filter_map(|name| Some((name, self.field(name)?)));
        written(path, kept.chain(fields.iter().copied()))
    }
}
