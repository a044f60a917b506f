//! (3) The pledge language: what an actor said it will spend, as a value.
//!
//! ```
//! use pledgebook::pledge::Pledge;
//! let pledge: Pledge = "no less than €7.2m".parse()?;
//! assert_eq!(pledge.to_string(), "at least 7.2 million EUR");
//! # Ok::<(), pledgebook::Error>(())
//! ```

mod grammar;
mod quantity;
mod reader;
mod relation;
mod slack;
mod speaker;
mod sentence;
mod token;
mod when;
mod words;

use std::fmt;

pub use quantity::{Amount, Base, Quantity, Relation, Step};
pub use sentence::Sentence;
pub use slack::{Slack, SlackOrigin, Tolerance};
pub use speaker::Speaker;
pub use when::When;

use crate::error::{Error, Kind, Result};
use crate::quantity::{Currency, Decimal, Share, Year};

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

    /// That it is not for the year whose spending it is set against: `20% more than in 2024` is for other years than 2024.
    ///
    /// # Errors
    /// It is for that year.
    pub fn check_years(&self, when: When) -> Result<()> {
        let Some(year) = self.relative_to().filter(|year| when.counted_with(*year).is_some()) else { return Ok(()) };
        let kind = Kind::AgainstItself { pledge: self.to_string(), year: year.number() };
        Err(Error::new(kind).help("say other years, or another one to set it against"))
    }

    /// The share of GDP of the year that it states, if it states one; of a range its lower end.
    #[must_use]
    pub fn share_of_gdp(&self) -> Option<Share> {
        self.share_of(Base::Gdp)
    }

    /// The share of this that it states, if it states one; of a range its lower end.
    #[must_use]
    pub fn share_of(&self, whole: Base) -> Option<Share> {
        match self.quantity {
            Quantity::Share { share, base } | Quantity::Shares { low: share, base, .. } => {
                Some(share).filter(|_| base == whole)
            }
            Quantity::Amount(_) | Quantity::Amounts { .. } | Quantity::Relative { .. } => None,
        }
    }

    /// Whether it comes to more where GDP of its year is higher.
    #[must_use]
    pub fn rises_with_gdp(&self) -> bool {
        match self.quantity {
            Quantity::Relative { to, .. } => to.is_in_points(),
            Quantity::Share { .. } | Quantity::Shares { .. } | Quantity::Amount(_) | Quantity::Amounts { .. } => {
                self.share_of_gdp().is_some()
            }
        }
    }

    /// Whether it names both ends of a range.
    #[must_use]
    pub fn is_range(&self) -> bool {
        matches!(self.quantity, Quantity::Shares { .. } | Quantity::Amounts { .. })
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

impl fmt::Display for Pledge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.qualifier.prefix())?;
        self.quantity.fmt(f)
    }
}
