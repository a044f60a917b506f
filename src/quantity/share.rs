//! Shares of a whole, in per cent.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::error::{Error, Kind, Result};

use super::decimal::{self, Digits};
use super::{Between, Money};

/// A share in per cent, with the digits that were stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(Decimal);

impl Share {
    /// So many per cent.
    #[must_use]
    pub fn from_percent(percent: Decimal) -> Self {
        Self(percent)
    }

    /// The share in per cent, with the digits that were stated.
    #[must_use]
    pub fn percent(self) -> Decimal {
        self.0
    }

    /// What it may be the rounding of: half a unit of its last digit on either side, 2.01 ± 0.005 for `2.01%`.
    #[must_use]
    pub fn between(self) -> Between {
        Between::stated(self.0)
    }

    /// The amount this share of `whole` comes to, unrounded: percent × whole ÷ 100.
    ///
    /// 0.25% of EUR 43 953 million is EUR 109.8825 million:
    /// ```
    /// # use pledgebook::quantity::{Money, Share};
    /// let share: Share = "0.25%".parse()?;
    /// assert_eq!(share.of("43953 million EUR".parse()?)?, "109.8825 million EUR".parse()?);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// The amount needs more than 28 digits.
    pub fn of(self, whole: Money) -> Result<Money> {
        let millions = decimal::shift(decimal::multiply(self.0, whole.millions())?, -2)?;
        Ok(Money::from_millions(millions, whole.currency()))
    }
}

impl FromStr for Share {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let Some(number) = text.strip_suffix('%') else {
            let kind = Kind::MissingUnit { number: text.to_owned() };
            return Err(Error::new(kind).help(format!("write `{}%`", text.trim())));
        };
        Digits::PLEDGE.parse_before(number.trim_end(), "%").map(Self)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}
