//! Both parts of a quotient, in as few digits as hold them.

use rust_decimal::Decimal;

use crate::error::Result;

use super::decimal::too_large;
use super::fraction::{Digits, Fraction};

/// What is above and what is below; that is not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    /// Two decimals, as they were put together.
    Short { above: Decimal, below: Decimal },
    /// Whole numbers in lowest terms, at least one of which no decimal holds.
    Long { is_negative: bool, parts: [Digits; 2] },
}

impl Parts {
    /// Both parts, if they are decimals.
    pub(super) fn decimals(&self) -> Result<[Decimal; 2]> {
        match self {
            Self::Short { above, below } => Ok([*above, *below]),
            Self::Long { .. } => Err(too_large("a quotient")),
        }
    }

    /// The same in lowest terms.
    pub(super) fn fraction(&self) -> Fraction {
        match self {
            Self::Short { above, below } => Fraction::of(*above, *below),
            Self::Long { is_negative, parts } => Fraction::from_digits(*is_negative, *parts),
        }
    }

    /// Those of a fraction: decimals where they hold it, else as many digits as can be kept.
    pub(super) fn kept(fraction: &Fraction) -> Result<Self> {
        if let Some([above, below]) = fraction.decimals() {
            return Ok(Self::Short { above, below });
        }
        let parts = fraction.digits().ok_or_else(|| too_large("a quotient"))?;
        Ok(Self::Long { is_negative: fraction.is_negative(), parts })
    }
}
