//! Where the figures of an analysis come from, step by step, down to the lines of files.

use crate::error::{self, Errors, Noun, Result};
use crate::table::Step;

use super::derivation::Derivation;
use super::{Query, claim, gdp, league, path, sensitivity, timeline, why};

/// Every question whose answer can be derived; those of commitments are derived by [`explain`](super::explain).
pub const DERIVATIONS: &[Derivation] = &[
    path::DERIVATION,
    why::DERIVATION,
    sensitivity::DERIVATION,
    claim::DERIVATION,
    timeline::DERIVATION,
    gdp::DERIVATION,
    league::DERIVATION,
];

/// The derivation of the answer to the question of this name: every figure is the one that its table prints.
///
/// # Errors
/// There is no such question, or what stands in the way of its answer.
pub fn derive(name: &str, query: &Query<'_>) -> Result<Step, Errors> {
    let names = DERIVATIONS.iter().map(|own| own.name);
    let unknown = || error::unknown_name(Noun::Question, name, names, "`question::DERIVATIONS` lists them");
    let derivation = DERIVATIONS.iter().find(|own| own.name == name).ok_or_else(unknown)?;
    (derivation.build)(query)
}
