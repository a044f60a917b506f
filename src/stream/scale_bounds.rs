//! The scale guard in the units of the stream, so that a line costs two comparisons of integers.

use crate::gdp::ScaleGuard;
use crate::quantity::{Decimal, Year};

use super::units::GDP_PLACES;

/// For each year from [`Year::FIRST`] the bounds that GDP in millionths of a million lies between, both left out.
pub(super) struct ScaleBounds(Vec<(u128, u128)>);

impl ScaleBounds {
    /// The bounds of a guard; where nothing is known they leave nothing out.
    pub(super) fn of(guard: Option<&ScaleGuard>) -> Self {
        let bounds = |year| guard.and_then(|guard| guard.bounds(year)).map(|(low, high)| (floor(low), ceiling(high)));
        Self(Year::FIRST.to(Year::LAST).map(|year| bounds(year).unwrap_or((0, u128::MAX))).collect())
    }

    /// Whether GDP is in scale with what is known of its year, which is counted from [`Year::FIRST`].
    #[inline]
    pub(super) fn hold(&self, year: usize, gdp: u128) -> bool {
        let (low, high) = self.0[year];
        low < gdp && gdp < high
    }
}

/// A bound in millionths of a million, rounded down: a whole number is above it just if it is above the bound.
fn floor(bound: Decimal) -> u128 {
    let (above, below) = millionths(bound);
    above / below
}

/// A bound in millionths of a million, rounded up.
fn ceiling(bound: Decimal) -> u128 {
    let (above, below) = millionths(bound);
    above.div_ceil(below)
}

/// A bound in millionths of a million, as what stands above and below the line.
fn millionths(bound: Decimal) -> (u128, u128) {
    let power = |places: u32| 10u128.pow(places);
    (
        bound.mantissa().unsigned_abs() * power(GDP_PLACES.saturating_sub(bound.scale())),
        power(bound.scale().saturating_sub(GDP_PLACES)),
    )
}
