//! The statements that state a figure, with what each came to and comes to, as a picture shows them.

use crate::book::Commitment;
use crate::error::Result;
use crate::evaluate::Outcome;
use crate::pledge::{Pledge, When};
use crate::quantity::Ratio;
use crate::question::Query;

use super::known::Known;
use super::statement::statements;

/// A statement that states a figure.
pub(in crate::question) struct Told<'b> {
    pub(in crate::question) commitment: &'b Commitment,
    pub(in crate::question) pledge: Pledge,
    pub(in crate::question) when: When,
    /// What it came to when it was made, and what it comes to now.
    pub(in crate::question) amounts: [Option<Ratio>; 2],
    pub(in crate::question) sources: Vec<String>,
}

/// All of them in their order.
///
/// # Errors
/// As [`timeline`](super).
pub(in crate::question) fn told<'b>(query: &Query<'b>) -> Result<Vec<Told<'b>>> {
    let (mut known, mut all) = (Known::new(query), Vec::new());
    for statement in statements(query) {
        let Some((commitment, when)) = statement.alone().zip(statement.when()) else { continue };
        let Some(pledge) = commitment.pledge else { continue };
        let both = known.then_and_now(commitment)?;
        let sources = both.iter().flatten().flat_map(Outcome::sources).map(str::to_owned);
        let sources = std::iter::once(commitment.source.id.clone()).chain(sources).collect();
        let amounts = both.map(|outcome| outcome?.amount);
        all.push(Told { commitment, pledge, when, amounts, sources });
    }
    Ok(all)
}
