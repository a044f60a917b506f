//! Quotients.

mod order; // which of two is the larger

use num_bigint::BigInt;
use rust_decimal::Decimal;

use crate::error::{Error, Kind, Result};

use super::decimal::{add, multiply, shift, subtract, too_large};
use super::fraction::Fraction;
use super::parts::Parts;
use super::rounding::quotient;

/// A quotient that is kept as its two parts, since dividing would round.
///
/// Parts that need more than the 28 digits of a decimal are kept in lowest terms, as whole numbers of up to 77.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio(pub(super) Parts);

impl Ratio {
    /// `above` ÷ `below`.
    ///
    /// # Errors
    /// `below` is zero.
    pub fn new(above: Decimal, below: Decimal) -> Result<Self> {
        if below.is_zero() {
            return Err(Error::new(Kind::DivisionByZero { what: above.to_string() }));
        }
        Ok(Self::short(above, below))
    }

    fn short(above: Decimal, below: Decimal) -> Self {
        Self(Parts::Short { above, below })
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
    /// `whole` is zero.
    pub fn percent(part: Decimal, whole: Decimal) -> Result<Self> {
        Self::from(part).percent_of(whole)
    }

    /// What two quotients come to: by the rule for decimals where these hold it, else by that for longer parts.
    fn combined(
        &self,
        other: &Self,
        decimals: impl FnOnce([Decimal; 2], [Decimal; 2]) -> Result<Self>,
        longer: impl FnOnce(&Fraction, &Fraction) -> Fraction,
    ) -> Result<Self> {
        let short = self.0.decimals().and_then(|own| decimals(own, other.0.decimals()?));
        short.or_else(|_| Parts::kept(&longer(&self.0.fraction(), &other.0.fraction())).map(Self))
    }

    /// This ÷ a value or another quotient, in per cent, not divided yet.
    ///
    /// # Errors
    /// The other one is zero, or a part of it needs more than 77 digits.
    pub fn percent_of(&self, whole: impl Into<Self>) -> Result<Self> {
        self.times(Decimal::ONE_HUNDRED)?.over(whole)
    }

    /// What is missing to a value or another quotient: `value` − this, not divided yet.
    ///
    /// # Errors
    /// A part of it needs more than 77 digits.
    pub fn gap_to(&self, value: impl Into<Self>) -> Result<Self> {
        let minus = match self.0 {
            Parts::Short { above, below } => Parts::Short { above: subtract(Decimal::ZERO, above)?, below },
            Parts::Long { is_negative, parts } => Parts::Long { is_negative: !is_negative, parts },
        };
        Self(minus).plus(value)
    }

    /// The sum with a value or another quotient, not divided yet.
    ///
    /// # Errors
    /// A part of it needs more than 77 digits.
    pub fn plus(&self, value: impl Into<Self>) -> Result<Self> {
        let sum = |[above, below]: [Decimal; 2], [other, whole]: [Decimal; 2]| {
            if below == whole {
                return Ok(Self::short(add(above, other)?, below));
            }
            let above = add(multiply(above, whole)?, multiply(other, below)?)?;
            Ok(Self::short(above, multiply(below, whole)?))
        };
        self.combined(&value.into(), sum, Fraction::plus)
    }

    /// The product with a value or another quotient, not divided yet.
    ///
    /// # Errors
    /// A part of it needs more than 77 digits.
    pub fn times(&self, value: impl Into<Self>) -> Result<Self> {
        let product = |[above, below]: [Decimal; 2], [other, whole]: [Decimal; 2]| {
            Ok(Self::short(multiply(above, other)?, multiply(below, whole)?))
        };
        self.combined(&value.into(), product, Fraction::times)
    }

    /// So many per cent of it, not divided yet.
    ///
    /// # Errors
    /// A part of it needs more than 77 digits.
    pub fn per_cent(&self, percent: impl Into<Self>) -> Result<Self> {
        let product = self.times(percent)?;
        let short = product.0.decimals().and_then(|[above, below]| Ok(Self::short(shift(above, -2)?, below)));
        short.or_else(|_| product.over(Decimal::ONE_HUNDRED))
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Parts::Short { above, .. } if above.is_zero())
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match self.0 {
            Parts::Short { above, below } => !above.is_zero() && above.is_sign_negative() != below.is_sign_negative(),
            Parts::Long { is_negative, .. } => is_negative,
        }
    }

    /// This ÷ a value or another quotient, not divided yet.
    ///
    /// # Errors
    /// That is zero, or a part of it needs more than 77 digits.
    pub fn over(&self, whole: impl Into<Self>) -> Result<Self> {
        let whole = whole.into();
        let upside_down = match whole.0 {
            Parts::Short { above, .. } if above.is_zero() => {
                let what =
                    self.round(2).map_or_else(|_| "a quotient".to_owned(), |value| value.normalize().to_string());
                return Err(Error::new(Kind::DivisionByZero { what }));
            }
            Parts::Short { above, below } => Self::short(below, above),
            Parts::Long { is_negative, parts: [above, below] } => {
                Self(Parts::Long { is_negative, parts: [below, above] })
            }
        };
        let quotient = |[above, below]: [Decimal; 2], [other, whole]: [Decimal; 2]| {
            // what both are divided by falls out
            if below == other {
                return Ok(Self::short(above, whole));
            }
            Ok(Self::short(multiply(above, other)?, multiply(below, whole)?))
        };
        self.combined(&upside_down, quotient, Fraction::times)
    }

    /// The same, where both of its parts are decimals.
    ///
    /// # Errors
    /// One needs more than 28 digits.
    pub fn in_decimals(self) -> Result<Self> {
        self.0.decimals().map(|_| self)
    }

    /// The value, where there is nothing to divide.
    #[must_use]
    pub fn exact(&self) -> Option<Decimal> {
        let [above, below] = self.0.decimals().ok()?;
        (below == Decimal::ONE).then_some(above)
    }

    /// The two whole numbers in lowest terms whose quotient it is; the lower one is above zero.
    #[must_use]
    pub(crate) fn whole_numbers(&self) -> [BigInt; 2] {
        self.0.fraction().whole_numbers()
    }

    /// The value, rounded to `places` digits after the point where there is something to divide.
    ///
    /// # Errors
    /// The result needs more than 28 digits.
    pub fn exact_or(&self, places: u32) -> Result<Decimal> {
        self.exact().map_or_else(|| self.round(places), Ok)
    }

    /// The value with all of its digits where they have an end, however it was put together, else rounded to `places` digits after
    /// the point.
    ///
    /// 1 ÷ 160 ends, 1 ÷ 150 does not:
    /// ```
    /// # use pledgebook::quantity::{Decimal, Ratio};
    /// let part = |whole: i64| Ratio::new(Decimal::ONE, Decimal::from(whole));
    /// assert_eq!(part(160)?.ended_or(4)?.to_string(), "0.00625");
    /// assert_eq!(part(150)?.ended_or(4)?.to_string(), "0.0067");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// The result needs more than 28 digits.
    pub fn ended_or(&self, places: u32) -> Result<Decimal> {
        let ended = || self.round(self.0.fraction().places()?).ok();
        self.exact().or_else(ended).map_or_else(|| self.round(places), Ok)
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
        let rounded = match self.0 {
            Parts::Short { above, below } => quotient([above, below], places),
            Parts::Long { .. } => self.0.fraction().round(places),
        };
        rounded.ok_or_else(|| too_large("a quotient"))
    }
}

impl From<Decimal> for Ratio {
    fn from(value: Decimal) -> Self {
        Self::short(value, Decimal::ONE)
    }
}

#[cfg(test)]
mod tests;
