//! How quotients compare.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::error::Result;

use super::super::decimal::multiply;
use super::Ratio;

impl Ratio {
    /// How the quotient compares with a value or another quotient, by multiplying crosswise instead of dividing.
    ///
    /// ```
    /// # use pledgebook::quantity::{Decimal, Ratio};
    /// let third = Ratio::new(Decimal::ONE, Decimal::from(3))?;
    /// assert!(third.compare("0.333333333333333333".parse::<Decimal>().unwrap())?.is_gt());
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// None: products of any length are compared.
    pub fn compare(&self, value: impl Into<Self>) -> Result<Ordering> {
        let other = value.into();
        let short = self.0.decimals().and_then(|own| in_decimals(own, other.0.decimals()?));
        Ok(short.unwrap_or_else(|_| self.0.fraction().compare(&other.0.fraction())))
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
}

/// How two quotients compare.
fn in_decimals([above, below]: [Decimal; 2], [other, whole]: [Decimal; 2]) -> Result<Ordering> {
    if below == whole && below.is_sign_positive() {
        return Ok(above.cmp(&other));
    }
    let order = multiply(above, whole)?.cmp(&multiply(other, below)?);
    let reversed = below.is_sign_negative() != whole.is_sign_negative();
    Ok(if reversed { order.reverse() } else { order })
}
