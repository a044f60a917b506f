//! What quotients come to with as many digits as it takes: sums of many, and roots.

use rust_decimal::Decimal;

use crate::error::Result;

use super::Ratio;
use super::decimal::too_large;
use super::fraction::Fraction;
use super::parts::Parts;

impl Ratio {
    /// The sum of any number of quotients, reckoned with as many digits as it takes: where it needs more than can be kept it is cut
    /// behind fourteen digits after the point, so that rounded to fewer it is what all of it is.
    ///
    /// # Errors
    /// It has more than 13 digits before the point.
    pub fn sum(terms: impl IntoIterator<Item = Self>) -> Result<Self> {
        let zero = Fraction::of(Decimal::ZERO, Decimal::ONE);
        let sum = terms.into_iter().fold(zero, |sum, term| sum.plus(&term.0.fraction()));
        let cut = || sum.cut().map(Self::from).ok_or_else(|| too_large("a sum"));
        Parts::kept(&sum).map(Self).or_else(|_| cut())
    }

    /// The value `step` of `steps` equal steps of growth on the way from one to another, with `places` digits after the point, rounded
    /// half away from zero: the root of first^(steps − step) × last^step of which there are `steps` factors.
    ///
    /// From 100 to 400 in two steps it doubles twice:
    /// ```
    /// # use pledgebook::quantity::{Decimal, Ratio};
    /// let [first, last] = [100, 400].map(|value| Ratio::from(Decimal::from(value)));
    /// assert_eq!(Ratio::grown(first, last, (1, 2), 2)?.to_string(), "200.00");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// One of the two is below zero, there are fewer steps than `step`, or the result needs more than 28 digits.
    pub fn grown(first: Self, last: Self, step: (u32, u32), places: u32) -> Result<Decimal> {
        let root = Fraction::geometric(&first.0.fraction(), &last.0.fraction(), step, places);
        root.ok_or_else(|| too_large("a root"))
    }
}
