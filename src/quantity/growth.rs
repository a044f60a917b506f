//! Growth from one year to the next.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::error::{Error, Kind, Result};

use super::decimal::{self, Digits};

/// A rate of growth in per cent, above −100%.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Growth(Decimal);

impl Growth {
    /// What the year before is multiplied with: 1 + rate.
    ///
    /// ```
    /// # use pledgebook::quantity::Growth;
    /// let growth: Growth = "-2%".parse()?;
    /// assert_eq!(growth.factor()?.to_string(), "0.98");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// It needs more than 28 digits.
    pub fn factor(self) -> Result<Decimal> {
        Ok(decimal::add(Decimal::ONE, decimal::shift(self.0, -2)?)?.normalize())
    }
}

impl FromStr for Growth {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let Some(number) = text.strip_suffix('%') else {
            let kind = Kind::MissingUnit { number: text.to_owned() };
            return Err(Error::new(kind).help(format!("write `{}%`", text.trim())));
        };
        let rate = Digits::PLEDGE.parse_signed_before(number.trim_end(), "%")?;
        if rate <= Decimal::new(-100, 0) {
            let kind = Kind::NotPositive { text: format!("GDP after {text}") };
            return Err(Error::new(kind).help("write a rate above -100%"));
        }
        Ok(Self(rate))
    }
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}
