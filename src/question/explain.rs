//! Where does a number come from: what a commitment comes to and how it is judged, step by step, down to the lines of files.
//!
//! Nothing is computed here: every figure is the one that the other questions print.

pub(super) mod gdp;
mod leaf;
mod mean;
pub(super) mod pledge;
mod relative;
mod verdict;

use crate::book::{Commitment, Definition};
use crate::error::{Errors, Result};
use crate::evaluate::{self, Outcome};
use crate::gdp::{Ground, Resolution};
use crate::quantity::YearRange;
use crate::table::Step;
use crate::verdict::{Case, Judge, Judgement};

use super::Query;
use super::judgements::{definitions, grounds};

/// The derivation of a commitment in each of its years that are asked about: what it comes to and how it is judged, on each GDP and by
/// each definition that is asked for, else on its own.
///
/// # Errors
/// The country has no such scenario, two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
pub fn explain(query: &Query<'_>, commitment: &Commitment) -> Result<Step, Errors> {
    let mut root = Step::new(&*commitment.id, &*commitment.title).on([pledge::step(query, commitment)?]);
    let judge = query.judge();
    let definitions = definitions(query, commitment);
    for ground in grounds(query, commitment) {
        let resolution = query.resolver().resolve(&ground.to_string(), commitment.country)?;
        for years in Judge::years(commitment, &resolution.path, query.years) {
            for definition in &definitions {
                let on = (&ground, &resolution);
                root = root.on([judged(query, &judge, (commitment, definition), on, years)?]);
            }
        }
    }
    if commitment.pledge.is_none() {
        let nothing = Judgement::without_figure(commitment);
        root = root.on([Step::new("verdict", format!("{}: {}", nothing.verdict, nothing.reason))]);
    }
    Ok(root)
}

/// What it comes to and how it is judged, on a GDP and by a definition.
fn judged<'b>(
    query: &Query<'b>,
    judge: &Judge<'b>,
    (commitment, definition): (&'b Commitment, &'b Definition),
    (ground, resolution): (&Ground, &Resolution<'_>),
    years: YearRange,
) -> Result<Step> {
    let by = match query.book.definition_of(commitment) {
        Some(own) if own.id == definition.id => String::new(),
        Some(_) | None => format!(" by `{}`", definition.id),
    };
    let name = match ground {
        Ground::Basis(basis) => format!("{years} on `{basis}`{by}"),
        Ground::Scenario(scenario) => format!("{years} under `{scenario}`{by}"),
    };
    let judgements = judge.judge(commitment, definition, (ground, &resolution.path), years)?;
    let case: Option<&Case<'_>> = judgements.iter().find_map(|judgement| judgement.case.as_ref());
    let Some(case) = case else { return Ok(Step::new(name, "")) };
    let pledged = query.set(case.pledged.clone(), Some(&definition.id))?;
    let outcome = evaluate::over(&pledged, &resolution.path, years)?;
    let outcome = Outcome { reason: outcome.reason.as_ref().and_then(|_| case.unknown()), ..outcome };
    let mut step = Step::new(name, "");
    step = if case.rests_on_gdp() {
        step.on(gdp::steps(query, resolution, &pledged.pledge, &outcome)?)
            .on(pledge::amount(query, &pledged, &outcome)?)
    } else {
        step.on(verdict::whole(query, case)?)
    };
    for judgement in &judgements {
        let own = judgement.case.as_ref().unwrap_or(case);
        step = step.on([verdict::step(query, (judge, resolution), own, judgement)?]);
    }
    Ok(step.on(verdict::passed_over(query, judge, case, &judgements)?))
}
