//! A derivation: how a figure came about, step by step, down to the lines of files.

use crate::quantity::text::in_data;

use super::Citation;

/// A step of a derivation, and the steps that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Step {
    /// What the step is about, as `GDP` or `rounding`.
    pub name: String,
    /// What it says.
    pub words: String,
    /// The file and line that it was read from.
    pub place: Option<String>,
    /// The document that it was taken from.
    pub source: Option<Citation>,
    /// What it rests on.
    pub steps: Vec<Step>,
}

impl Step {
    /// A step that rests on nothing yet; hidden letters are shown, as in cells.
    pub fn new(name: impl Into<String>, words: impl Into<String>) -> Self {
        Self { name: in_data(name), words: in_data(words), ..Self::default() }
    }

    /// The same step, read from a line of a file.
    #[must_use]
    pub fn at(self, place: &impl ToString) -> Self {
        Self { place: Some(in_data(place.to_string())), ..self }
    }

    /// The same step, taken from a document.
    #[must_use]
    pub fn citing(self, source: Option<Citation>) -> Self {
        Self { source, ..self }
    }

    /// The same step, resting on these too.
    #[must_use]
    pub fn on(mut self, steps: impl IntoIterator<Item = Self>) -> Self {
        self.steps.extend(steps);
        self
    }
}
