//! Where does a number come from: what a commitment comes to and how it is judged, step by step, down to the lines of files.
//!
//! Nothing is computed here: every figure is the one that the other questions print.

mod figures;
mod gdp;
mod pledge;
mod verdict;

use crate::book::{Basis, Commitment};
use crate::error::{Errors, Result};
use crate::evaluate::{self, Outcome};
use crate::gdp::Resolution;
use crate::quantity::YearRange;
use crate::table::Step;
use crate::verdict::{Case, Judge, Judgement};

use super::Query;

/// On which GDP a commitment is explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// What it comes to under a scenario.
    Scenario(String),
    /// How it is judged on a basis, without one on its own.
    Basis(Option<Basis>),
}

/// The derivation of a commitment in each of its years that are asked about.
///
/// # Errors
/// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
pub fn explain(query: &Query<'_>, commitment: &Commitment, on: &On) -> Result<Step, Errors> {
    let basis = match on {
        On::Scenario(_) => Basis::Latest,
        On::Basis(basis) => basis.clone().or_else(|| commitment.basis.clone()).unwrap_or(Basis::Latest),
    };
    let name = match on {
        On::Scenario(id) => id.clone(),
        On::Basis(_) => basis.to_string(),
    };
    let resolution = query.resolver().resolve(&name, commitment.country)?;
    let mut root = Step::new(&*commitment.id, &*commitment.title).on([pledge::step(query, commitment)?]);
    let judge = Judge::new(query.book, query.as_of, false);
    for years in Judge::years(commitment, &resolution.path, query.years) {
        root = root.on([match on {
            On::Scenario(_) => amount(query, commitment, &resolution, years)?,
            On::Basis(_) => judged(query, &judge, commitment, (&basis, &resolution), years)?,
        }]);
    }
    if commitment.pledge.is_none() {
        let nothing = Judgement::without_figure(commitment);
        root = root.on([Step::new("verdict", format!("{}: {}", nothing.verdict, nothing.reason))]);
    }
    Ok(root)
}

/// What it comes to under a scenario.
fn amount(query: &Query<'_>, commitment: &Commitment, resolution: &Resolution<'_>, years: YearRange) -> Result<Step> {
    let name = format!("{years} under `{}`", resolution.path.scenario);
    let Some(pledged) = query.pledged(commitment)? else { return Ok(Step::new(name, "")) };
    let outcome = evaluate::over(&pledged, &resolution.path, years)?;
    Ok(Step::new(name, "").on(gdp::steps(query, resolution, &outcome)?).on(pledge::amount(&pledged, &outcome)?))
}

/// How it is judged on a basis.
fn judged<'b>(
    query: &Query<'b>,
    judge: &Judge<'b>,
    commitment: &'b Commitment,
    (basis, resolution): (&Basis, &Resolution<'_>),
    years: YearRange,
) -> Result<Step> {
    let name = format!("{years} on `{basis}`");
    let Some(definition) = query.book.definition_of(commitment) else { return Ok(Step::new(name, "")) };
    let judgements = judge.judge(commitment, definition, (basis, &resolution.path), years)?;
    let case: Option<&Case<'_>> = judgements.iter().find_map(|judgement| judgement.case.as_ref());
    let Some(case) = case else { return Ok(Step::new(name, "")) };
    let outcome = Outcome { reason: case.unknown(), ..case.outcome.clone() };
    let mut step = Step::new(name, "");
    step = if case.rests_on_gdp() {
        step.on(gdp::steps(query, resolution, &outcome)?).on(pledge::amount(&case.pledged, &outcome)?)
    } else {
        step.on(verdict::whole(query, case)?)
    };
    for judgement in &judgements {
        step = step.on([verdict::step(query, judge, case, judgement)?]);
    }
    Ok(step.on(verdict::passed_over(query, judge, case, &judgements)?))
}
