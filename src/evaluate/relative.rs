//! Pledges that are set against what was spent in a year: a change of it, or a multiple.

use crate::error::Result;
use crate::pledge::Relation;
use crate::quantity::Ratio;

use super::{Gdp, Outcome, Pledged, Reference, ShareOfGdp, Unknown, in_money, of_base};

/// What a pledge comes to that is set against an amount, reckoned on GDP of its years and, for points, of the year of that amount.
///
/// 20% more than 100 million is 120 million, twice that 200 million. With 100 million on a GDP of 40 000 million, 0.2 pp more of a
/// GDP of 50 000 million is (100 ÷ 40 000 + 0.2%) × 50 000 million, 225 million: a quotient, which is not divided.
///
/// # Errors
/// A figure needs more than 28 digits.
pub(super) fn relative(
    pledged: &Pledged,
    to: Relation,
    reference: &Reference,
    earlier: Option<Gdp>,
    unknown: Outcome,
) -> Result<Outcome> {
    let spent = reference.spent.millions();
    let spent = match (to.is_in_points(), earlier) {
        (false, _) => spent.into(),
        (true, Some(gdp)) => Ratio::percent(spent, gdp.money.millions())?,
        (true, None) => return Ok(unknown),
    };
    let value = to.of(&spent)?;
    if value.is_negative() {
        return Ok(Outcome { reason: Some(Unknown::BelowZero { year: reference.year }), ..unknown });
    }
    let (slack, _) = pledged.pledge.slack_against(&spent, &value, pledged.tolerance)?;
    let bounds = pledged.pledge.bounds_around(value, slack)?;
    match to.is_in_points() {
        true => of_base(ShareOfGdp::Quotient(value), bounds, unknown),
        false => in_money(value, bounds, unknown),
    }
}
