//! Published figures as what they may stand for: a value, and all that it may be the rounding of.

use crate::error::Result;

use super::{Decimal, Interval, Ratio, add, multiply, subtract};

/// A published value, which is not below zero, and half of the unit to which it was published: the true one lies within that on either
/// side, both ends included, and is not below zero either.
///
/// 43 000 published to the billion lies between 42 500 and 43 500, and 300 between 0 and 800:
/// ```
/// # use pledgebook::quantity::{Between, Decimal};
/// let of = |value: i64| Between::new(value.into(), Some(1000.into()))?.ends();
/// assert_eq!(of(43_000)?, [42_500.into(), 43_500.into()]);
/// assert_eq!(of(300)?, [Decimal::ZERO, 800.into()]);
/// # Ok::<(), pledgebook::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// As published.
    pub value: Decimal,
    /// How far the true value may lie from it.
    pub half: Decimal,
}

impl Between {
    /// A value, exact where it was not said to which unit it was published.
    ///
    /// # Errors
    /// Half of the precision needs more than 28 digits.
    pub fn new(value: Decimal, precision: Option<Decimal>) -> Result<Self> {
        let half = precision.map_or(Ok(Decimal::ZERO), |unit| multiply(unit, Decimal::new(5, 1)))?;
        Ok(Self { value, half })
    }

    /// A value whose last digit says how precise it is: 5 ± 0.5 for `5`, 5 ± 0.05 for `5.0`.
    #[must_use]
    pub fn stated(value: Decimal) -> Self {
        Self { value, half: Decimal::new(5, value.scale() + 1) }
    }

    /// Both ends.
    ///
    /// # Errors
    /// An end needs more than 28 digits.
    pub fn ends(&self) -> Result<[Decimal; 2]> {
        Ok([subtract(self.value, self.half)?.max(Decimal::ZERO), add(self.value, self.half)?])
    }

    /// How many digits behind the point it was published with.
    ///
    /// # Errors
    /// Its unit needs more than 28 digits.
    pub fn digits(&self) -> Result<u32> {
        let unit = add(self.half, self.half)?.normalize();
        Ok(if unit.is_zero() { self.value.scale() } else { unit.scale() })
    }

    /// All that it may stand for.
    ///
    /// # Errors
    /// An end needs more than 28 digits.
    pub fn interval(&self) -> Result<Interval<Ratio>> {
        let [low, high] = self.ends()?.map(Ratio::from);
        Ok(Interval { low: Some(low), high: Some(high) })
    }

    /// The sum: values and precisions are added.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn plus(&self, other: &Self) -> Result<Self> {
        Ok(Self { value: add(self.value, other.value)?, half: add(self.half, other.half)? })
    }

    /// This as a percentage of a whole: the published quotient, and its least and its most.
    ///
    /// 1 577 ± 0.5 of 43 000 ± 500 is 3.67%, between 1 576.5 ÷ 43 500 and 1 577.5 ÷ 42 500.
    /// # Errors
    /// A part of a quotient needs more than 28 digits, or the whole is zero.
    pub fn percent_of(&self, whole: &Self) -> Result<(Ratio, Interval<Ratio>)> {
        let ([low, high], [least, most]) = (self.ends()?, whole.ends()?);
        // A whole that may be zero leaves the quotient without an upper end.
        let above = (least > Decimal::ZERO).then(|| Ratio::percent(high, least)).transpose()?;
        let below = (most > Decimal::ZERO).then(|| Ratio::percent(low, most)).transpose()?;
        Ok((Ratio::percent(self.value, whole.value)?, Interval { low: below, high: above }))
    }

    /// So many per cent of it: of the published figure, of its least and of its most.
    ///
    /// # Errors
    /// A product needs more than 28 digits.
    pub fn share(&self, percent: &Ratio) -> Result<(Ratio, [Ratio; 2])> {
        let of = |whole: Decimal| percent.per_cent(whole);
        let [least, most] = self.ends()?;
        Ok((of(self.value)?, [of(least)?, of(most)?]))
    }
}
