//! The pledges that the book opens with, and what they come to on each path of GDP.

use std::collections::BTreeMap;

use crate::book::Commitment;
use crate::error::Result;
use crate::evaluate::{self, Outcome};
use crate::gdp::Paths;
use crate::pledge::{Quantity, When};

use super::Query;

/// What a pledge comes to on a path of GDP.
#[derive(Debug, Clone)]
pub struct OnPath {
    /// The scenario; none where GDP makes no difference.
    pub scenario: Option<String>,
    /// What it comes to.
    pub outcome: Outcome,
}

/// The standing commitments of the statement that the book opens with, for each country: one of its own before one of a group.
#[must_use]
pub fn opening<'b>(query: &Query<'b>) -> Vec<&'b Commitment> {
    let mut first = BTreeMap::new();
    let stated = query.standing().filter(|commitment| commitment.pledge.is_some());
    let (own, shared): (Vec<_>, Vec<_>) = stated.partition(|commitment| commitment.group.is_none());
    let opens = |commitment: &&'b Commitment| {
        *first.entry(commitment.country).or_insert(&commitment.source.id) == &commitment.source.id
    };
    own.into_iter().chain(shared).filter(opens).collect()
}

/// Those commitments with what each comes to, by year, then scenario.
///
/// # Errors
/// An amount cannot be kept exactly.
pub fn opening_on_paths<'b>(query: &Query<'b>) -> Result<Vec<(&'b Commitment, Vec<OnPath>)>> {
    let mut paths = Paths::new(query.resolver());
    let each = opening(query).into_iter();
    each.map(|commitment| Ok((commitment, on_paths(query, commitment, &mut paths)?))).collect()
}

/// What a commitment comes to; an amount that no GDP changes stands once.
fn on_paths(query: &Query<'_>, commitment: &Commitment, paths: &mut Paths<'_>) -> Result<Vec<OnPath>> {
    let Some((pledged, when)) = query.pledged(commitment)?.zip(commitment.when) else { return Ok(Vec::new()) };
    let fixed = matches!(pledged.pledge.quantity, Quantity::Amount(_) | Quantity::Amounts { .. });
    let mut found = Vec::new();
    for scenario in query.scenarios_of(commitment.country).into_iter().take(if fixed { 1 } else { usize::MAX }) {
        let path = paths.of(&scenario, commitment.country)?;
        let outcomes = match when {
            When::Sum(years) | When::Mean(years) => vec![evaluate::over(&pledged, &path, years)?],
            When::Each(_) | When::From(_) | When::By(_) => {
                let years = evaluate::years(when, &path, query.years);
                years.into_iter().map(|year| evaluate::in_year(&pledged, &path, year)).collect::<Result<_>>()?
            }
        };
        let scenario = (!fixed).then_some(scenario);
        found.extend(outcomes.into_iter().map(|outcome| OnPath { scenario: scenario.clone(), outcome }));
    }
    found.sort_by_key(|on_path| on_path.outcome.years);
    Ok(found)
}
