//! Statements in the order in which they were made: each from its day to the end of its time, and what replaced it.

/// The most statements that have room.
pub(crate) const STATEMENTS: usize = 60;

/// Statements from above to below on one axis of days, which take the place of the axes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chronicle {
    /// The statements, in the order in which they were made.
    pub statements: Vec<Statement>,
    /// What stands over their words, their strengths and their figures.
    pub heads: [String; 3],
}

/// One statement. Places are decimal years.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// What was said, in a few words.
    pub words: String,
    /// How firmly, in a word.
    pub strength: String,
    /// How heavy its line is, in widths of a line: the firmer, the heavier.
    pub weight: f64,
    /// The day on which it was made.
    pub from: f64,
    /// The end of its time, or the day on which another one replaced it.
    pub until: f64,
    /// The number of the statement that replaced it, below it.
    pub replaced_by: Option<usize>,
    /// What it came to and comes to.
    pub figure: String,
}
