//! One request for a page: the book that is held, what the address says, and what the page asks about it.

use crate::book::Book;
use crate::error::Errors;
use crate::report::Planned;
use crate::session::Answer;
use crate::table::{Step, Table};

use super::address::written;
use super::desk::{Answered, Asked, Desk, Refusal};
use super::piece::{Picture, Piece, Rows};
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

impl Visit<'_> {
    /// The book that is held.
    pub(super) fn book(&self) -> Result<&Book, Refusal> {
        self.held
            .reading
            .book()
            .ok_or_else(|| Refusal { message: self.held.wrong.to_string(), errors: Errors::default() })
    }

    /// The first value of a field.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// A command, told what the address says of its options; `instead` takes the place of what the address says under the same name,
    /// and is left out where it is empty.
    pub(super) fn asked(&self, words: &[&str], instead: &[(&str, &str)]) -> Asked {
        let offers = self.desk.offers(words);
        let own = self
            .fields
            .iter()
            .filter(|(name, _)| offers.contains(name) && instead.iter().all(|(other, _)| other != name));
        let instead = instead.iter().filter(|(_, value)| !value.is_empty());
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

    /// The rows of a command, each figure leading to where it comes from.
    pub(super) fn rows(&self, words: &[&str], instead: &[(&str, &str)]) -> Result<Piece, Refusal> {
        let asked = self.asked(words, instead);
        let answered = self.answer(&asked)?;
        let tables: Vec<&Table> = answered.answers.iter().filter_map(Answer::rows).collect();
        Ok(Piece::Rows(Rows::of(self, &asked, &answered, &tables)?))
    }

    /// A picture, or why it is not there.
    pub(super) fn picture(&self, name: &str, instead: &[(&str, &str)]) -> Result<Piece, Refusal> {
        let asked = self.asked(&["chart", name], instead);
        let answered = match self.answer(&asked) {
            Ok(answered) => answered,
            Err(refusal) if refusal.is_about_the_book() => return Ok(Piece::Message(refusal.message)),
            Err(refusal) => return Err(refusal),
        };
        let planned: Option<&Planned> = answered.answers.iter().find_map(Answer::picture);
        Ok(planned.map_or(Piece::Message(answered.told.clone()), |planned| {
            Piece::Picture(Picture::of(&asked, &answered, planned))
        }))
    }

    /// Where an answer comes from.
    pub(super) fn derivation(&self, words: &[&str], instead: &[(&str, &str)]) -> Result<Piece, Refusal> {
        let mut answered = self.answer(&self.asked(words, instead))?;
        let steps: Vec<Step> = answered.answers.drain(..).filter_map(Answer::into_derivation).collect();
        Ok(Piece::Derivation { steps, command: answered.command })
    }

    /// What is wrong, as a refusal.
    pub(super) fn refused(&self, errors: &Errors) -> Refusal {
        Refusal { message: self.desk.message(errors), errors: errors.clone() }
    }

    /// The address of another page, which keeps what every page asks for.
    pub(super) fn leading_to(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let kept = ["country", "as-of"].into_iter().filter(|name| fields.iter().all(|(own, _)| own != name));
        let kept = kept.filter_map(|name| Some((name, self.field(name)?)));
        let all = kept.chain(fields.iter().copied()).filter(|(_, value)| !value.is_empty());
        written(path, &all.map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>())
    }
}
