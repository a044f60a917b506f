//! What pages ask of whoever answers command lines.

use crate::book::{Reading, Stamp};
use crate::error::{Errors, Kind};
use crate::session::Answer;

/// A command with what is said to it: the fields of a form, each named like an option.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The words of the command, as `chart` and `amounts`.
    pub words: Vec<String>,
    /// The name of an option, or of an argument without one, and its value; one without a value is not said.
    pub fields: Vec<(String, String)>,
}

/// What is answered to a command.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    /// Its answers.
    pub answers: Vec<Answer>,
    /// What stands for itself, as `check` sums up.
    pub shown: String,
    /// The notes and warnings beside them, a line each.
    pub told: String,
    /// The command line that gives the same.
    pub command: String,
}

/// Why there is no answer.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// What is wrong, in the words of the command line.
    pub message: String,
    /// What is wrong, where it is something about the book or the words.
    pub errors: Errors,
}

/// Whoever reads a book and answers command lines about it.
pub trait Desk: Send + Sync + 'static {
    /// What the book looks like from outside.
    fn stamp(&self) -> Stamp;

    /// Reads the book.
    ///
    /// # Errors
    /// Its files cannot be read.
    fn read(&self) -> Result<Reading, Errors>;

    /// The fields that a command knows.
    fn offers(&self, words: &[&str]) -> Vec<&str>;

    /// The answer to a command.
    ///
    /// # Errors
    /// What the command line says.
    fn answer(&self, reading: &Reading, asked: &Asked) -> Result<Answered, Refusal>;

    /// What a command writes in a format, to the byte.
    ///
    /// # Errors
    /// What the command line says.
    fn write(&self, reading: &Reading, asked: &Asked, format: &str) -> Result<Vec<u8>, Refusal>;

    /// The page beside the files of the book, for people, as Markdown; nothing where it has none.
    fn page(&self) -> Option<String> {
        None
    }

    /// Findings as people read them.
    fn message(&self, errors: &Errors) -> String;
}

impl Refusal {
    /// Why nothing is drawn, where the book has no figures for what was asked, which is said in the place of a picture.
    pub(super) fn undrawn(&self) -> Option<&str> {
        let (Kind::NothingToDraw { reason, .. } | Kind::TooMuchToDraw { reason, .. }) = self.errors.first()?.kind()
        else {
            return None;
        };
        Some(reason)
    }
}
