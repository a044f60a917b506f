//! How a figure hangs on GDP: not at all, or as a + b × GDP, or as a + b ÷ GDP; nothing else comes of the model.

use std::cmp::Ordering;

use num_bigint::BigInt;

use crate::error::Result;
use crate::quantity::{Decimal, Ratio, text};

/// A figure as GDP makes it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Figure {
    /// These digits on any GDP.
    Known(String),
    /// So many times GDP and something more, rounded to so many places.
    OfGdp { times: Ratio, more: Ratio, places: u32 },
    /// So much divided by GDP and something more, rounded to so many places.
    ByGdp { times: Ratio, more: Ratio, places: u32 },
}

/// A figure on a GDP, the places to which it is rounded, and its digits.
pub(super) type Point<'s> = (Ratio, &'s Ratio, u32, &'s str);

impl Figure {
    /// What has these values on GDP, if it is one of these.
    ///
    /// # Errors
    /// It has more digits than can be kept.
    pub(super) fn through(points: &[Point<'_>]) -> Result<Option<Self>> {
        let Some((_, first, places, digits)) = points.first().copied() else { return Ok(None) };
        for (_, value, ..) in points {
            if !value.compare(*first)?.is_eq() {
                return Self::moving(points, places);
            }
        }
        Ok(Some(Self::Known(digits.to_owned())))
    }

    fn moving(points: &[Point<'_>], places: u32) -> Result<Option<Self>> {
        let on = |at: fn(&Ratio) -> Result<Ratio>| {
            points.iter().map(|(gdp, value, ..)| Ok((at(gdp)?, **value))).collect::<Result<Vec<_>>>()
        };
        if let Some([times, more]) = line(&on(|gdp| Ok(*gdp))?)? {
            return Ok(Some(Self::OfGdp { times, more, places }));
        }
        let by_gdp = line(&on(|gdp| Ratio::from(Decimal::ONE).over(*gdp))?)?;
        Ok(by_gdp.map(|[times, more]| Self::ByGdp { times, more, places }))
    }

    /// GDP itself.
    pub(super) fn is_gdp(&self) -> bool {
        matches!(self, Self::OfGdp { times, more, .. } if more.is_zero() && times.compare(Decimal::ONE).is_ok_and(Ordering::is_eq))
    }

    /// The share and what is added, where they are decimals so short that no engine cuts their product with GDP.
    pub(super) fn product(&self) -> Option<[String; 2]> {
        let Self::OfGdp { times, more, .. } = self else { return None };
        Some([decimal(times, (2, 10))?, decimal(more, (16, 12))?])
    }

    /// a, b, c and d of (a + b × g) ÷ (c + d × g), g being GDP in millionths: the figure in its last place.
    pub(super) fn quotient(&self) -> Option<([BigInt; 4], u32)> {
        let million = || BigInt::from(1_000_000);
        let parts = |times: &Ratio, more: &Ratio| {
            let ([times, by], [more, over]) = (times.whole_numbers(), more.whole_numbers());
            (times * &over, more * &by, by * over)
        };
        let (whole, places) = match self {
            Self::Known(_) => return None,
            Self::OfGdp { times, more, places } => {
                let (times, more, below) = parts(times, more);
                ([more * million(), times, below * million(), BigInt::ZERO], *places)
            }
            Self::ByGdp { times, more, places } => {
                let (times, more, below) = parts(times, more);
                ([times * million(), more, BigInt::ZERO, below], *places)
            }
        };
        let [a, b, c, d] = whole;
        let unit = BigInt::from(10).pow(places);
        let whole = [a * &unit, b * unit, c, d];
        let common = whole.iter().fold(BigInt::ZERO, common_divisor);
        Some((whole.map(|part| part / &common), places))
    }
}

/// The line on which points lie: its slope, and its height at nothing.
fn line(points: &[(Ratio, Ratio)]) -> Result<Option<[Ratio; 2]>> {
    let [(start, first), (end, last), ..] = points else { return Ok(None) };
    let slope = first.gap_to(*last)?.over(start.gap_to(*end)?)?;
    let height = slope.times(*start)?.gap_to(*first)?;
    for (at, value) in points {
        if !slope.times(*at)?.plus(height)?.compare(*value)?.is_eq() {
            return Ok(None);
        }
    }
    Ok(Some([slope, height]))
}

/// The digits of a quotient that is a decimal with at most so many of them before and behind the point.
fn decimal(ratio: &Ratio, (before, behind): (usize, u32)) -> Option<String> {
    let digits = ratio.round(behind).ok().filter(|rounded| ratio.compare(*rounded).is_ok_and(Ordering::is_eq))?;
    let digits = text::plain(digits);
    let whole = digits.trim_start_matches('-').split('.').next().unwrap_or_default();
    (whole.len() <= before).then_some(digits)
}

fn common_divisor(one: BigInt, other: &BigInt) -> BigInt {
    let (mut one, mut other) = (one, other.clone());
    while other != BigInt::ZERO {
        (one, other) = (other.clone(), one % other);
    }
    if one < BigInt::ZERO { -one } else { one }
}
