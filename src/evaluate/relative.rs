//! Pledges that are set against what was spent in a year: a change of it, or a multiple.

use crate::error::Result;
use crate::pledge::{Qualifier, Relation, Step};
use crate::quantity::{Decimal, Interval, Ratio, add, multiply, subtract};

use super::{Gdp, Outcome, Pledged, Quotient, Reference, ShareOfGdp, Unknown, in_money};

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
    outcome: Outcome,
) -> Result<Outcome> {
    let (spent, year) = (reference.spent, reference.year);
    let below_zero = |outcome| Ok(Outcome { reason: Some(Unknown::BelowZero { year }), ..outcome });
    if !is_in_points(to) {
        let (amount, bounds) = spread(pledged, to, |number| changed(to, spent.millions(), number))?;
        if amount < Decimal::ZERO {
            return below_zero(outcome);
        }
        return in_money(pledged, amount, bounds, outcome);
    }
    let Some((earlier, gdp)) = earlier.zip(outcome.gdp.as_ref()) else { return Ok(outcome) };
    let (before, now) = (earlier.money.millions(), gdp.money.millions());
    // a hundred times GDP of the year before, times each share
    let share = |points: Decimal| {
        let (spent, points) = (multiply(spent.millions(), Decimal::ONE_HUNDRED)?, multiply(points, before)?);
        if is_cut(to) { subtract(spent, points) } else { add(spent, points) }
    };
    let (stated, bounds) = spread(pledged, to, share)?;
    if stated < Decimal::ZERO {
        return below_zero(outcome);
    }
    let below = multiply(before, Decimal::ONE_HUNDRED)?;
    let amount = |share: Decimal| Ratio::new(multiply(share, now)?, below);
    let quotient = Quotient { currency: spent.currency(), amount: amount(stated)?, bounds: bounds.try_map(amount)? };
    let share = Some(ShareOfGdp::Quotient(Ratio::new(stated, before)?));
    Ok(Outcome { share, quotient: Some(quotient), ..outcome })
}

/// Whether points of GDP are added or taken off.
fn is_in_points(to: Relation) -> bool {
    matches!(to, Relation::More(Step::Points(_)) | Relation::Less(Step::Points(_)))
}

fn is_cut(to: Relation) -> bool {
    matches!(to, Relation::Less(_))
}

/// The stated figure and what the pledge allows, by what a number in the place of the stated one comes to.
///
/// A cut turns the ends round and has no floor of its own; a slack is at most a part of the figure.
fn spread(
    pledged: &Pledged,
    to: Relation,
    value: impl Fn(Decimal) -> Result<Decimal>,
) -> Result<(Decimal, Interval<Decimal>)> {
    let stated = value(to.stated()?)?;
    let Interval { low, high } = pledged.bounds.try_map(&value)?;
    let (low, high) = match (is_cut(to), pledged.pledge.qualifier) {
        (false, _) => (low, high),
        (true, Qualifier::Exactly) => (None, low),
        (true, _) => (high, low),
    };
    let most = pledged.most_slack.map(|part| multiply(stated, part)).transpose()?;
    let [least, most] = [most.map(|most| subtract(stated, most)), most.map(|most| add(stated, most))];
    let (least, most) = (least.transpose()?, most.transpose()?);
    // an end that is left out stays so
    Ok((
        stated,
        Interval {
            low: low.map(|low| least.map_or(low, |least| low.max(least))),
            high: high.map(|high| most.map_or(high, |most| high.min(most))),
        },
    ))
}

/// An amount changed by a number in the unit of the relation.
fn changed(to: Relation, from: Decimal, number: Decimal) -> Result<Decimal> {
    let percent = |percent: Decimal| multiply(multiply(from, percent)?, Decimal::new(1, 2));
    match to {
        Relation::More(Step::Share(_)) => percent(add(Decimal::ONE_HUNDRED, number)?),
        Relation::Less(Step::Share(_)) => percent(subtract(Decimal::ONE_HUNDRED, number)?),
        Relation::More(Step::Amount(_) | Step::Points(_)) => add(from, number),
        Relation::Less(Step::Amount(_) | Step::Points(_)) => subtract(from, number),
        Relation::Times(_) => multiply(from, number),
        Relation::PercentOf(_) => percent(number),
    }
}
