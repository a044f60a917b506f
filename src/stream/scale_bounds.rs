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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_between_the_bounds_is_in_scale_and_the_bounds_are_not() {
        let bounds = ScaleBounds(vec![(0, u128::MAX), (5, 9)]);
        assert_eq!([4, 5, 6, 8, 9, 10].map(|gdp| bounds.hold(1, gdp)), [false, false, true, true, false, false]);
        assert!(bounds.hold(0, 1));
    }

    #[test]
    fn a_bound_is_rounded_to_the_side_that_keeps_it_outside() {
        for (bound, below, above) in [
            ("3", 3_000_000, 3_000_000),
            ("2.5", 2_500_000, 2_500_000),
            ("0.000001", 1, 1),
            ("0.0000015", 1, 2),
            ("12.34567891", 12_345_678, 12_345_679),
        ] {
            let bound = bound.parse().unwrap();
            assert_eq!((floor(bound), ceiling(bound)), (below, above), "{bound}");
        }
    }
}
