//! GDP that grows by so many points a year more, or less, than on its path.

use crate::error::{Error, Kind, Result};
use crate::gdp::fixed;
use crate::quantity::{Decimal, Ratio, shift};

/// So many hundredths of a point a year are looked through for those that lead to a GDP, on either side.
const WIDEST: i64 = 10_000;

/// GDP of a path, in millions: of a year that stays as it is, and of those behind it, whose growth is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Of the year that stays.
    pub start: Decimal,
    /// Of each year behind it, on the path.
    pub path: Vec<Decimal>,
}

impl Moved {
    /// GDP of the years behind the first, where each grows by so many points more than on the path: before × (own ÷ own before +
    /// points ÷ 100), fixed to whole units of the currency before the next year builds on it; without points the path itself.
    ///
    /// 1 000 that grows by 5% and then by 2% is 1 070.6 in the second year, and 1 091.8 with a point more in each:
    /// ```
    /// use pledgebook::analysis::Moved;
    /// use pledgebook::quantity::Decimal;
    /// let moved = Moved { start: Decimal::from(1_000), path: vec![Decimal::from(1_050), Decimal::from(1_071)] };
    /// assert_eq!(moved.by(Decimal::ZERO)?, moved.path);
    /// assert_eq!(moved.by(Decimal::ONE)?, [Decimal::from(1_060), Decimal::new(10_918, 1)]);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A year is left without GDP above zero, or its GDP needs more than 28 digits.
    pub fn by(&self, points: Decimal) -> Result<Vec<Decimal>> {
        if points.is_zero() {
            return Ok(self.path.clone());
        }
        let (mut before, mut own_before) = (self.start, self.start);
        let mut next = |own: Decimal| {
            let factor = Ratio::new(own, own_before)?.plus(shift(points, -2)?)?;
            (before, own_before) = (fixed(&factor.times(before)?)?, own);
            if before > Decimal::ZERO {
                return Ok(before);
            }
            let text = format!("GDP at {points} points of growth a year");
            Err(Error::new(Kind::NotPositive { text }).help("take fewer points off"))
        };
        self.path.iter().map(|own| next(*own)).collect()
    }

    /// The points a year at which GDP of the last year is this, with two digits, rounded half away from zero; nothing where they are
    /// more than a hundred on either side.
    ///
    /// # Errors
    /// GDP of a year needs more than 28 digits.
    pub fn points_to(&self, gdp: &Ratio) -> Result<Option<Decimal>> {
        // whether so many hundredths and a half lead beyond it, so that as many are its rounding or more
        let is_beyond = |hundredths: i64| match self.by(Decimal::new(10 * hundredths + 5, 3)) {
            Ok(path) => {
                let order = Ratio::from(path.last().copied().unwrap_or(self.start)).compare(*gdp)?;
                Ok(order.is_gt() || order.is_eq() && hundredths < 0)
            }
            Err(error) if matches!(error.kind(), Kind::NotPositive { .. }) => Ok(false),
            Err(error) => Err(error),
        };
        // the answer lies above `low` and at most at `high`; one place beyond the widest, on either side, is for all that are farther
        let (mut low, mut high) = (-WIDEST - 2, WIDEST + 1);
        while low + 1 < high {
            let middle = (low + high).div_euclid(2);
            if is_beyond(middle)? { high = middle } else { low = middle }
        }
        Ok((high.abs() <= WIDEST).then(|| Decimal::new(high, 2)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn moved()(start in 1_000_000_000i64..9_000_000_000, growth in prop::collection::vec(-80i64..300, 1..5)) -> Moved {
            let mut gdp = start;
            let mut next = |growth: &i64| { gdp += gdp / 1_000 * growth; Decimal::new(gdp, 4) };
            let path = growth.iter().map(&mut next).collect();
            Moved { start: Decimal::new(start, 4), path }
        }
    }

    proptest! {
        #[test]
        fn more_points_are_more_gdp_in_every_year(moved in moved(), points in -500i64..500, more in 1i64..300) {
            let [one, other] = [points, points + more].map(|points| moved.by(Decimal::new(points, 2)).unwrap());
            prop_assert!(one.iter().zip(&other).all(|(one, other)| one < other));
            prop_assert_eq!(moved.by(Decimal::ZERO).unwrap(), moved.path);
        }

        #[test]
        fn growth_in_the_first_year_is_its_own_and_the_points(moved in moved(), points in -500i64..500) {
            let points = Decimal::new(points, 2);
            let growth = |gdp: &[Decimal]| (gdp[0] - moved.start) * Decimal::ONE_HUNDRED;
            let wanted = growth(&moved.path) + points * moved.start;
            prop_assert!((growth(&moved.by(points).unwrap()) - wanted).abs() <= Decimal::new(5, 5));
        }

        #[test]
        fn the_points_that_lead_to_a_gdp_are_found(moved in moved(), points in -900i64..900) {
            let points = Decimal::new(points, 2);
            let gdp = moved.by(points).unwrap().pop().unwrap();
            prop_assert_eq!(moved.points_to(&gdp.into()).unwrap(), Some(points));
        }
    }

    #[test]
    fn what_no_growth_leads_to_has_no_points() {
        let moved = Moved { start: Decimal::ONE_HUNDRED, path: vec![Decimal::ONE_HUNDRED] };
        assert_eq!(moved.points_to(&Decimal::from(1_000).into()).unwrap(), None);
        assert!(moved.by(Decimal::from(-100)).unwrap_err().to_string().ends_with("take fewer points off"));
    }
}
