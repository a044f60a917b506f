//! The figure of a pledge.

use std::fmt;

use crate::error::Result;
use crate::quantity::{Between, Currency, Decimal, Money, Scale, Share, Year};

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

    /// What it may be the rounding of, in millions: half a unit of its last digit on either side.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn between(&self) -> Result<Between> {
        let millions = |number| Ok(Self { number, ..*self }.money()?.millions());
        let Between { value, half } = Between::stated(self.number);
        Ok(Between { value: millions(value)?, half: millions(half)? })
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

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share { share, base } => write!(f, "{share} of {base}"),
            Self::Shares { low, high, base } => write!(f, "{low} to {high} of {base}"),
            Self::Amount(amount) => amount.fmt(f),
            Self::Amounts { low, high } if low.scale == high.scale => write!(f, "{} to {high}", low.number),
            // a number without a scale would be of the other end's
            Self::Amounts { low, high } if low.scale == Scale::One => write!(f, "{low} to {high}"),
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
