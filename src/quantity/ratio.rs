//! Quotients, and the one rounding rule.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::error::{Error, Kind, Result};

use super::decimal::{LARGEST, add, multiply, shift, subtract, too_large};

/// A quotient that is kept as its two parts, since dividing would round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    above: Decimal,
    below: Decimal,
}

impl Ratio {
    /// `above` ÷ `below`.
    ///
    /// # Errors
    /// `below` is zero.
    pub fn new(above: Decimal, below: Decimal) -> Result<Self> {
        if below.is_zero() {
            return Err(Error::new(Kind::DivisionByZero { what: above.to_string() }));
        }
        Ok(Self { above, below })
    }

    /// `part` ÷ `whole`, in per cent.
    ///
    /// ```
    /// # use pledgebook::quantity::{Decimal, Ratio};
    /// let share = Ratio::percent(Decimal::from(1_577), Decimal::from(43_000))?;
    /// assert_eq!(share.round(2)?.to_string(), "3.67");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// `whole` is zero, or a hundred times `part` needs more than 28 digits.
    pub fn percent(part: Decimal, whole: Decimal) -> Result<Self> {
        Self::new(multiply(part, Decimal::ONE_HUNDRED)?, whole)
    }

    /// This ÷ a value or another quotient, in per cent, not divided yet.
    ///
    /// # Errors
    /// The other one is zero, or a part of it needs more than 28 digits.
    pub fn percent_of(&self, whole: impl Into<Self>) -> Result<Self> {
        let (above, whole) = (multiply(self.above, Decimal::ONE_HUNDRED)?, whole.into());
        if self.below == whole.below {
            return Self::new(above, whole.above);
        }
        Self::new(multiply(above, whole.below)?, multiply(self.below, whole.above)?)
    }

    /// How the quotient compares with a value or another quotient, by multiplying crosswise instead of dividing.
    ///
    /// ```
    /// # use pledgebook::quantity::{Decimal, Ratio};
    /// let third = Ratio::new(Decimal::ONE, Decimal::from(3))?;
    /// assert!(third.compare("0.333333333333333333".parse::<Decimal>().unwrap())?.is_gt());
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A product needs more than 28 digits.
    pub fn compare(&self, value: impl Into<Self>) -> Result<Ordering> {
        let other = value.into();
        if self.below == other.below && self.below.is_sign_positive() {
            return Ok(self.above.cmp(&other.above));
        }
        let order = multiply(self.above, other.below)?.cmp(&multiply(other.above, self.below)?);
        let reversed = self.below.is_sign_negative() != other.below.is_sign_negative();
        Ok(if reversed { order.reverse() } else { order })
    }

    /// The smaller of both.
    ///
    /// # Errors
    /// As [`Ratio::compare`].
    pub fn min(self, other: Self) -> Result<Self> {
        Ok(if self.compare(other)?.is_lt() { self } else { other })
    }

    /// The larger of both.
    ///
    /// # Errors
    /// As [`Ratio::compare`].
    pub fn max(self, other: Self) -> Result<Self> {
        Ok(if self.compare(other)?.is_gt() { self } else { other })
    }

    /// What is missing to a value or another quotient: `value` − this, not divided yet.
    ///
    /// # Errors
    /// A part of it needs more than 28 digits.
    pub fn gap_to(&self, value: impl Into<Self>) -> Result<Self> {
        let minus = Self { above: subtract(Decimal::ZERO, self.above)?, below: self.below };
        minus.plus(value)
    }

    /// The sum with a value or another quotient, not divided yet.
    ///
    /// # Errors
    /// A part of it needs more than 28 digits.
    pub fn plus(&self, value: impl Into<Self>) -> Result<Self> {
        let other = value.into();
        if self.below == other.below {
            return Ok(Self { above: add(self.above, other.above)?, below: self.below });
        }
        let above = add(multiply(self.above, other.below)?, multiply(other.above, self.below)?)?;
        Ok(Self { above, below: multiply(self.below, other.below)? })
    }

    /// So many times it, not divided yet.
    ///
    /// # Errors
    /// A part of it needs more than 28 digits.
    pub fn times(&self, value: Decimal) -> Result<Self> {
        Ok(Self { above: multiply(self.above, value)?, below: self.below })
    }

    /// So many per cent of it, not divided yet.
    ///
    /// # Errors
    /// A part of it needs more than 28 digits.
    pub fn per_cent(&self, percent: Decimal) -> Result<Self> {
        let Self { above, below } = self.times(percent)?;
        Ok(Self { above: shift(above, -2)?, below })
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        !self.above.is_zero() && self.above.is_sign_negative() != self.below.is_sign_negative()
    }

    /// This ÷ `whole`, not divided yet.
    ///
    /// # Errors
    /// `whole` is zero, or a part of it needs more than 28 digits.
    pub fn over(&self, whole: Decimal) -> Result<Self> {
        Self::new(self.above, multiply(self.below, whole)?)
    }

    /// The value, where there is nothing to divide.
    #[must_use]
    pub fn exact(&self) -> Option<Decimal> {
        Some(self.above).filter(|_| self.below == Decimal::ONE)
    }

    /// The value, rounded to `places` digits after the point where there is something to divide.
    ///
    /// # Errors
    /// The result needs more than 28 digits.
    pub fn exact_or(&self, places: u32) -> Result<Decimal> {
        self.exact().map_or_else(|| self.round(places), Ok)
    }

    /// The quotient with `places` digits after the point, rounded once, half away from zero.
    ///
    /// ```
    /// # use pledgebook::quantity::{Decimal, Ratio};
    /// let share = Ratio::new(Decimal::from(100), Decimal::from(43_953))?;
    /// assert_eq!(share.round(6)?.to_string(), "0.002275");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// The result needs more than 28 digits.
    pub fn round(&self, places: u32) -> Result<Decimal> {
        let negative = (self.above.mantissa() < 0) != (self.below.mantissa() < 0);
        let (above, below) = (self.above.mantissa().unsigned_abs(), self.below.mantissa().unsigned_abs());
        let power = i64::from(places) + i64::from(self.below.scale()) - i64::from(self.above.scale());
        let rounded = divide(above, below, power).filter(|m| *m <= LARGEST).ok_or_else(|| too_large("a quotient"))?;
        let mantissa = i128::try_from(rounded).map_err(|_| too_large("a quotient"))?;
        exact_at(if negative { -mantissa } else { mantissa }, places).ok_or_else(|| too_large("a quotient"))
    }
}

impl From<Decimal> for Ratio {
    fn from(value: Decimal) -> Self {
        Self { above: value, below: Decimal::ONE }
    }
}

/// `mantissa` ÷ 10^`places` with all its zeros, so that it prints with just these places.
fn exact_at(mantissa: i128, places: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(mantissa, places).ok()
}

/// above × 10^power ÷ below, rounded half up, digit by digit where the power is positive.
fn divide(above: u128, below: u128, power: i64) -> Option<u128> {
    let steps = u32::try_from(power.unsigned_abs()).ok()?;
    if power < 0 {
        // A divisor that does not fit is over twice the dividend, so the quotient rounds to zero.
        let Some(below) = 10u128.checked_pow(steps).and_then(|factor| below.checked_mul(factor)) else {
            return Some(0);
        };
        return Some(above / below + u128::from(above % below >= below.div_ceil(2)));
    }
    let (mut quotient, mut rest) = (above / below, above % below);
    for _ in 0..steps {
        rest *= 10;
        quotient = quotient.checked_mul(10)?.checked_add(rest / below)?;
        rest %= below;
    }
    Some(quotient + u128::from(rest >= below.div_ceil(2)))
}

/// `value` with `places` digits after the point, half away from zero: the one rounding rule.
///
/// ```
/// # use pledgebook::quantity::{Decimal, round};
/// assert_eq!(round("2197.645".parse().unwrap(), 2)?.to_string(), "2197.65");
/// assert_eq!(round("-0.001".parse().unwrap(), 2)?.to_string(), "0.00");
/// # Ok::<(), pledgebook::Error>(())
/// ```
/// # Errors
/// The result needs more than 28 digits.
pub fn round(value: Decimal, places: u32) -> Result<Decimal> {
    Ratio::from(value).round(places)
}
