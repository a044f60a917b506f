//! (3) The pledge language: what an actor said it will spend, as a value.
//!
//! ```
//! use pledgebook::pledge::Pledge;
//! let pledge: Pledge = "no less than €7.2m".parse()?;
//! assert_eq!(pledge.to_string(), "at least 7.2 million EUR");
//! # Ok::<(), pledgebook::Error>(())
//! ```

mod grammar;
mod slack;
mod token;
mod when;
mod words;

use std::fmt;
use std::str::FromStr;

pub use slack::{Slack, SlackOrigin, Tolerance};
pub use when::When;

use crate::error::{Error, Result};
use crate::quantity::{Currency, Decimal, Money, Scale, Share};

/// How a stated figure binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// The stated figure is to be reached; no word.
    Exactly,
    /// A floor.
    AtLeast,
    /// A ceiling.
    AtMost,
    /// Near the stated figure.
    About,
}

impl Qualifier {
    /// The canonical words with a blank after them, or nothing.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::AtLeast => "at least ",
            Self::AtMost => "at most ",
            Self::About => "about ",
        }
    }

    /// Whether the figure is to stay below what is stated.
    #[must_use]
    pub fn is_ceiling(self) -> bool {
        match self {
            Self::AtMost => true,
            Self::Exactly | Self::AtLeast | Self::About => false,
        }
    }
}

/// What a share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Nominal GDP of the year.
    Gdp,
    /// The country's defence spending of the year, under the definition that the commitment's own one names.
    DefenceSpending,
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gdp => "GDP",
            Self::DefenceSpending => "defence spending",
        })
    }
}

/// The figure of a pledge, with the digits and the scale in which it was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// `5% of GDP`
    Share {
        /// The share as stated.
        share: Share,
        /// What it is a share of.
        base: Base,
    },
    /// `7.2 million EUR`
    Amount {
        /// The number before the scale, as stated.
        number: Decimal,
        /// The word between number and currency.
        scale: Scale,
        /// The currency.
        currency: Currency,
    },
}

/// A pledged quantity in the words of the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pledge {
    /// How the figure binds.
    pub qualifier: Qualifier,
    /// The figure.
    pub quantity: Quantity,
}

impl Pledge {
    /// The stated figure: per cent of a share, millions of an amount.
    ///
    /// # Errors
    /// An amount needs more than 28 digits.
    pub fn stated(&self) -> Result<Decimal> {
        match self.quantity {
            Quantity::Share { share, .. } => Ok(share.percent()),
            Quantity::Amount { number, scale, currency } => Ok(Money::scaled(number, scale, currency)?.millions()),
        }
    }

    /// The share of GDP that it states, if it states one.
    #[must_use]
    pub fn share_of_gdp(&self) -> Option<Share> {
        match self.quantity {
            Quantity::Share { share, base: Base::Gdp } => Some(share),
            Quantity::Share { base: Base::DefenceSpending, .. } | Quantity::Amount { .. } => None,
        }
    }

    /// As [`Qualifier::is_ceiling`].
    #[must_use]
    pub fn is_ceiling(&self) -> bool {
        self.qualifier.is_ceiling()
    }

    /// The unit of the stated figure, as messages name it: `pp` or `million EUR`.
    #[must_use]
    pub fn unit(&self) -> String {
        match self.quantity {
            Quantity::Share { .. } => "pp".to_owned(),
            Quantity::Amount { currency, .. } => format!("million {currency}"),
        }
    }
}

impl FromStr for Pledge {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        grammar::parse(text)
    }
}

impl fmt::Display for Pledge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.qualifier.prefix())?;
        match self.quantity {
            Quantity::Share { share, base } => write!(f, "{share} of {base}"),
            Quantity::Amount { number, scale, currency } => {
                write!(f, "{number} {}{currency}", scale.prefix())
            }
        }
    }
}
