//! Where the amounts of a timeline come from: of each statement its words, and GDP as it was known then and is now.

use crate::book::{Basis, Commitment};
use crate::error::Result;
use crate::evaluate;
use crate::quantity::Date;
use crate::table::Step;

use super::super::Query;
use super::super::explain::{gdp, pledge};
use super::known::{as_known_on, years};
use super::statement::Statement;

/// All of it, a step for each statement; of one of several countries a step for each of them inside of it.
pub(super) fn derivation(query: &Query<'_>, statements: &[Statement<'_>]) -> Result<Step> {
    let root =
        Step::new("timeline", format!("what had been said by {}, in the order in which it was said", query.as_of));
    let steps: Vec<Step> = statements.iter().map(|own| statement(query, own)).collect::<Result<_>>()?;
    Ok(root.on(steps))
}

fn statement(query: &Query<'_>, statement: &Statement<'_>) -> Result<Step> {
    let own = statement.first();
    let step = Step::new(&*own.id, &*own.title);
    if statement.alone().is_some() {
        return Ok(step.on(of(query, own)?));
    }
    let of_each = |own: &&Commitment| Ok(Step::new(own.country.code(), "").on(of(query, own)?));
    Ok(step.on(statement.commitments.iter().map(of_each).collect::<Result<Vec<_>>>()?))
}

/// Its words, what it came to, and what it comes to.
fn of(query: &Query<'_>, own: &Commitment) -> Result<Vec<Step>> {
    let mut steps = vec![pledge::step(query, own)?];
    steps.extend(amount(query, own, "then", own.announced.to_day())?);
    steps.extend(amount(query, own, "now", query.as_of)?);
    Ok(steps)
}

/// What it comes to as known on a day, and GDP that this rests on; nothing where it states no figure.
fn amount(query: &Query<'_>, own: &Commitment, name: &str, day: Date) -> Result<Option<Step>> {
    let query = as_known_on(query, day);
    let Some((pledged, years)) = query.pledged(own)?.zip(years(&query, own)) else { return Ok(None) };
    let resolution = query.resolver().resolve(&Basis::Latest.to_string(), own.country)?;
    let outcome = evaluate::over(&pledged, &resolution.path, years)?;
    let step = Step::new(name, format!("{years} on `{}` as known on {day}", Basis::Latest));
    let step = step.on(gdp::steps(&query, &resolution, &pledged.pledge, &outcome)?);
    Ok(Some(step.on(pledge::amount(&query, &pledged, &outcome)?)))
}
