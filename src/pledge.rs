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
use crate::quantity::{Currency, Decimal, Money, Scale, Share, Year};

/// How a stated figure binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// The stated figure is to be reached; no word.
    Exactly,
    /// A floor.
    AtLeast,
    /// A floor, itself excluded.
    MoreThan,
    /// A ceiling.
    AtMost,
    /// A ceiling, itself excluded.
    LessThan,
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
            Self::MoreThan => "more than ",
            Self::AtMost => "at most ",
            Self::LessThan => "less than ",
            Self::About => "about ",
        }
    }

    /// Whether the figure is to stay below what is stated.
    #[must_use]
    pub fn is_ceiling(self) -> bool {
        match self {
            Self::AtMost | Self::LessThan => true,
            Self::Exactly | Self::AtLeast | Self::MoreThan | Self::About => false,
        }
    }

    /// Whether the stated figure itself is not enough.
    #[must_use]
    pub fn is_strict(self) -> bool {
        match self {
            Self::MoreThan | Self::LessThan => true,
            Self::Exactly | Self::AtLeast | Self::AtMost | Self::About => false,
        }
    }
}

/// What a share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Nominal GDP of the year.
    Gdp,
    /// Gross national income of the year.
    Gni,
    /// The country's defence spending of the year, under the definition that the commitment's own one names.
    DefenceSpending,
    /// Nominal GDP of one named year, whatever the year of the pledge.
    GdpOf(Year),
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gdp => f.write_str("GDP"),
            Self::Gni => f.write_str("GNI"),
            Self::DefenceSpending => f.write_str("defence spending"),
            Self::GdpOf(year) => write!(f, "GDP of {year}"),
        }
    }
}

/// An amount with the digits and the scale in which it was stated: `7.2 million EUR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The number before the scale, as stated.
    pub number: Decimal,
    /// The word between number and currency.
    pub scale: Scale,
    /// The currency.
    pub currency: Currency,
}

impl Amount {
    /// The amount as money.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn money(&self) -> Result<Money> {
        Money::scaled(self.number, self.scale, self.currency)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.number, self.scale.prefix(), self.currency)
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
    /// `5% to 6% of GDP`: kept from the lower end on.
    Shares {
        /// The lower end as stated.
        low: Share,
        /// The upper end as stated.
        high: Share,
        /// What both are shares of.
        base: Base,
    },
    /// `7.2 million EUR`
    Amount(Amount),
    /// `10 to 12 billion EUR`, in one currency: kept from the lower end on.
    Amounts {
        /// The lower end as stated.
        low: Amount,
        /// The upper end as stated.
        high: Amount,
    },
    /// `20% more than in 2024`: set against what was spent in a year.
    Relative {
        /// How much of it, or how much on top of it.
        to: Relation,
        /// The year whose spending it is set against.
        year: Year,
    },
}

/// How a pledge stands to what was spent in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// So much on top of it.
    More(Step),
    /// So much taken off it.
    Less(Step),
    /// So many times it: `twice that of 2021`.
    Times(Decimal),
    /// So many per cent of it: `120% that of 2021`.
    PercentOf(Share),
}

/// A change of spending, as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// `20%` of it.
    Share(Share),
    /// `0.2 pp`: percentage points of GDP.
    Points(Decimal),
    /// `5 billion GBP`
    Amount(Amount),
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
    /// The stated figure: per cent of a share, millions of an amount, of a range its lower end; of what is set against spending of
    /// a year the number that was said.
    ///
    /// # Errors
    /// An amount needs more than 28 digits.
    pub fn stated(&self) -> Result<Decimal> {
        match self.quantity {
            Quantity::Share { share, .. } | Quantity::Shares { low: share, .. } => Ok(share.percent()),
            Quantity::Amount(amount) | Quantity::Amounts { low: amount, .. } => Ok(amount.money()?.millions()),
            Quantity::Relative { to, .. } => to.stated(),
        }
    }

    /// The upper end of a range, in the unit of [`Pledge::stated`].
    ///
    /// # Errors
    /// An amount needs more than 28 digits.
    pub fn upper(&self) -> Result<Option<Decimal>> {
        match self.quantity {
            Quantity::Shares { high, .. } => Ok(Some(high.percent())),
            Quantity::Amounts { high, .. } => Ok(Some(high.money()?.millions())),
            Quantity::Share { .. } | Quantity::Amount(_) | Quantity::Relative { .. } => Ok(None),
        }
    }

    /// What it states a share of, if it states one.
    #[must_use]
    pub fn base(&self) -> Option<Base> {
        match self.quantity {
            Quantity::Share { base, .. } | Quantity::Shares { base, .. } => Some(base),
            Quantity::Amount(_) | Quantity::Amounts { .. } | Quantity::Relative { .. } => None,
        }
    }

    /// The currency of the amount that it states, if it states one.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match self.quantity {
            Quantity::Amount(amount) | Quantity::Amounts { low: amount, .. } => Some(amount.currency),
            Quantity::Relative {
                to: Relation::More(Step::Amount(amount)) | Relation::Less(Step::Amount(amount)),
                ..
            } => Some(amount.currency),
            Quantity::Share { .. } | Quantity::Shares { .. } | Quantity::Relative { .. } => None,
        }
    }

    /// The year whose spending it is set against, if it is.
    #[must_use]
    pub fn relative_to(&self) -> Option<Year> {
        match self.quantity {
            Quantity::Relative { year, .. } => Some(year),
            Quantity::Share { .. } | Quantity::Shares { .. } | Quantity::Amount(_) | Quantity::Amounts { .. } => None,
        }
    }

    /// The share of GDP of the year that it states, if it states one; of a range its lower end.
    #[must_use]
    pub fn share_of_gdp(&self) -> Option<Share> {
        match self.quantity {
            Quantity::Share { share, base: Base::Gdp } | Quantity::Shares { low: share, base: Base::Gdp, .. } => {
                Some(share)
            }
            Quantity::Share { .. } | Quantity::Shares { .. } | Quantity::Amount(_) | Quantity::Amounts { .. } => None,
            Quantity::Relative { .. } => None,
        }
    }

    /// Whether spending is to stay below what is stated: `at most`, or so much `less than in` a year.
    ///
    /// A cut turns the words round: `at most 20% less than in 2024` is a floor.
    #[must_use]
    pub fn is_ceiling(&self) -> bool {
        let is_cut = matches!(self.quantity, Quantity::Relative { to: Relation::Less(_), .. });
        self.qualifier.is_ceiling() != is_cut
    }

    /// The unit of the stated figure, as messages name it: `pp` or `million EUR`.
    #[must_use]
    pub fn unit(&self) -> String {
        match self.currency() {
            Some(currency) => format!("million {currency}"),
            None => "pp".to_owned(),
        }
    }
}

impl Relation {
    /// The number that was said, in per cent, points, millions or times.
    ///
    /// # Errors
    /// An amount needs more than 28 digits.
    pub fn stated(&self) -> Result<Decimal> {
        match self {
            Self::More(step) | Self::Less(step) => match step {
                Step::Share(share) => Ok(share.percent()),
                Step::Points(points) => Ok(*points),
                Step::Amount(amount) => Ok(amount.money()?.millions()),
            },
            Self::Times(times) => Ok(*times),
            Self::PercentOf(share) => Ok(share.percent()),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share(share) => share.fmt(f),
            Self::Points(points) => write!(f, "{points} pp"),
            Self::Amount(amount) => amount.fmt(f),
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
        self.quantity.fmt(f)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share { share, base } => write!(f, "{share} of {base}"),
            Self::Shares { low, high, base } => write!(f, "{low} to {high} of {base}"),
            Self::Amount(amount) => amount.fmt(f),
            Self::Amounts { low, high } if low.scale == high.scale => write!(f, "{} to {high}", low.number),
            Self::Amounts { low, high } => write!(f, "{} {}to {high}", low.number, low.scale.prefix()),
            Self::Relative { to, year } => to.fmt(f).and_then(|()| write!(f, " {year}")),
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::More(step) => write!(f, "{step} more than in"),
            Self::Less(step) => write!(f, "{step} less than in"),
            Self::Times(times) if *times == Decimal::TWO && times.scale() == 0 => f.write_str("twice that of"),
            Self::Times(times) => write!(f, "{times} times that of"),
            Self::PercentOf(share) => write!(f, "{share} that of"),
        }
    }
}
