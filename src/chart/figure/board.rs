//! Rows of a scoreboard.

use super::series::Role;

/// What a verdict comes to, which decides its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Reached.
    Met,
    /// Reached at the precision at which it was stated.
    MetRounded,
    /// Not reached.
    Missed,
    /// Left open by the figures.
    Undecided,
    /// Nothing to judge by.
    Unjudged,
}

/// A row of a scoreboard.
#[derive(Debug, Clone, PartialEq)]
pub struct Bullet {
    /// What was pledged, in a few words.
    pub title: String,
    /// The pledge itself, and its years.
    pub pledge: String,
    /// How much of the pledge the figure is; 1 is all of it.
    pub reached: Option<f64>,
    /// From where to where the stated digits leave it open, in the same measure.
    pub allowed: (f64, f64),
    /// What the figure is.
    pub role: Role,
    /// The verdict.
    pub standing: Standing,
    /// The verdict in words.
    pub verdict: String,
    /// The figure in words.
    pub figure: String,
    /// Why the verdict is as it is, in a few words; empty where nothing is to be said.
    pub reason: String,
}
