//! Neighbouring years of one edition that are too far apart to be both right.

use crate::book::{Measure, Observation};
use crate::error::{Error, Result};
use crate::gdp::leaping;
use crate::quantity::{Decimal, multiply};

use crate::verdict::editions::{Edition, named, stated};

/// Every two neighbouring years of a series of which one is more than five times the other, however each was rounded.
///
/// What begins or ends at zero is no leap; growth may be anything; GDP has a rule of its own, which knows of other editions too.
pub(super) fn leaps(edition: Edition<'_, '_>) -> Vec<Error> {
    let levels = edition.series().filter(|rows| rows.first().is_some_and(|row| is_level(row.measure)));
    let pairs = levels.flat_map(|rows| rows.windows(2)).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
    pairs.filter(|(first, then)| is_leap(first, then)).map(|(first, then)| leap(first, then)).collect()
}

fn is_level(measure: Measure) -> bool {
    match measure {
        Measure::Gni | Measure::GdpDeflator | Measure::ExchangeRate => true,
        Measure::Spending | Measure::SpendingShare => true,
        Measure::Gdp | Measure::RealGrowth | Measure::ConsumerInflation => false,
    }
}

fn is_leap(first: &Observation, then: &Observation) -> bool {
    let neighbours = first.year.next() == Some(then.year) && !first.value.is_zero() && !then.value.is_zero();
    // what has too many digits to be compared is no slip of the pen
    neighbours && (is_far_above(first, then).unwrap_or(false) || is_far_above(then, first).unwrap_or(false))
}

/// Whether the least that a figure may stand for is more than five times the most that another one may.
fn is_far_above(more: &Observation, less: &Observation) -> Result<bool> {
    let ([least, _], [_, most]) = (more.between()?.ends()?, less.between()?.ends()?);
    Ok(multiply(most, Decimal::from(5))? < least)
}

fn leap(first: &Observation, then: &Observation) -> Error {
    let said = |row: &Observation| format!("{} in {}", stated(row), row.year);
    leaping(&named(then), (said(first), &first.origin), (said(then), &then.origin))
}
