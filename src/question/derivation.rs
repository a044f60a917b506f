//! How an answer is derived.

use crate::error::Errors;
use crate::table::Step;

use super::Query;

/// The derivation of an answer.
#[derive(Debug, Clone, Copy)]
pub struct Derivation {
    /// The name of the question.
    pub name: &'static str,
    /// Its steps.
    pub build: fn(&Query<'_>) -> Result<Step, Errors>,
}
