//! What a page shows of what commands answer.

use crate::report::Planned;
use crate::session::Answer;
use crate::table::{Step, Table};

use super::address::{pairs, written};
use super::desk::{Answered, Asked, Refusal};
use super::picture::Picture;
use super::piece::{Piece, Rows};
use super::tree::Derivation;
use super::visit::Visit;

impl Visit<'_> {
    /// The rows of a command, each figure leading to where it comes from.
    pub(super) fn rows(&self, words: &[&str], instead: &[(&str, &str)]) -> Result<Piece, Refusal> {
        let asked = self.asked(words, instead);
        let answered = self.answer(&asked)?;
        let tables: Vec<&Table> = answered.answers.iter().filter_map(Answer::rows).collect();
        Ok(Piece::Rows(Rows::of(self, &asked, &answered, &tables)?))
    }

    /// A picture, or why it is not there.
    pub(super) fn picture(&self, name: &str, instead: &[(&str, &str)]) -> Result<Piece, Refusal> {
        self.first_picture(&[name], instead)
    }

    /// The first of these pictures that is there, or why the last is not.
    pub(super) fn first_picture(&self, names: &[&str], instead: &[(&str, &str)]) -> Result<Piece, Refusal> {
        let mut missing = String::new();
        for name in names {
            let asked = self.asked(&["chart", name], instead);
            match self.answer(&asked) {
                Ok(answered) => match answered.answers.iter().find_map(Answer::picture) {
                    Some(planned) => return Ok(Piece::Picture(self.drawn(&asked, &answered, planned))),
                    None => missing.clone_from(&answered.told),
                },
                Err(refusal) => match refusal.undrawn() {
                    Some(reason) => missing = format!("There is no picture: {reason}."),
                    None => return Err(refusal),
                },
            }
        }
        Ok(Piece::Missing { name: names.join("-"), words: missing })
    }

    fn drawn(&self, asked: &Asked, answered: &Answered, planned: &Planned) -> Picture {
        // rows of a command that is called as the picture is
        let offers = self.desk.offers(&[planned.chart.name]);
        let fields = asked.fields.iter().filter(|(name, _)| offers.contains(&name.as_str())).cloned().collect();
        let rows = Asked { words: vec![planned.chart.name.to_owned()], fields };
        // what the address does not say may mean something to the picture alone
        let is_said = rows.fields.iter().all(|field| self.fields.contains(field));
        let is_there = !offers.is_empty() && (is_said || self.answer(&rows).is_ok());
        let rows = is_there.then(|| written(&format!("/{}.csv", planned.chart.name), pairs(&rows.fields)));
        Picture::of(asked, answered, planned, rows)
    }

    /// Where an answer comes from.
    pub(super) fn derivation(&self, words: &[&str], instead: &[(&str, &str)]) -> Result<Piece, Refusal> {
        let answered = self.answer(&self.asked(words, instead))?;
        let steps: Vec<Step> = answered.answers.into_iter().filter_map(Answer::into_derivation).collect();
        Ok(Piece::Derivation(Derivation { steps, told: answered.told, command: answered.command }))
    }
}
