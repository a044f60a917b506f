//! How precise a stated figure is, and what a pledge allows.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind, Result};
use crate::quantity::{Currency, Decimal, Digits, Interval, Money, Share, add, multiply, subtract};

use super::{Amount, Pledge, Qualifier, Quantity, Relation, Step};

/// A stated tolerance, which takes the place of the slack.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tolerance {
    /// `0.1 pp`: percentage points.
    Points(Decimal),
    /// `5%` of the pledged value.
    OfValue(Share),
    /// `50 million EUR`
    Amount(Money),
}

/// How precise a stated figure is taken to be, in per cent or millions, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slack {
    /// In the unit of [`Pledge::stated`].
    pub value: Decimal,
    /// Where it comes from.
    pub origin: SlackOrigin,
}

/// Where a slack comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SlackOrigin {
    /// Half a unit of the last stated digit.
    LastDigit,
    /// A twentieth of the value, since half a unit of the last stated digit would be as much or more.
    TwentiethOfValue,
    /// The same with `about`: a tenth of the value.
    TenthOfValue,
    /// A tolerance that takes its place.
    Tolerance(Tolerance),
}

impl FromStr for Tolerance {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let text = text.trim();
        let points = text.strip_suffix("pp").map(|number| Digits::PLEDGE.parse(number.trim_end()).map(Self::Points));
        let share = || text.ends_with('%').then(|| text.parse().map(Self::OfValue));
        points.or_else(share).unwrap_or_else(|| text.parse().map(Self::Amount)).map_err(|_| {
            let kind = Kind::NotATolerance { text: text.to_owned() };
            let help = format!("write `0.1 pp`, `5%` (of the value) or `50 million {}`", Currency::EXAMPLE);
            Error::new(kind).help(help)
        })
    }
}

impl fmt::Display for Tolerance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Points(points) => write!(f, "{points} pp"),
            Self::OfValue(share) => share.fmt(f),
            Self::Amount(money) => money.fmt(f),
        }
    }
}

impl Pledge {
    /// Half a unit of the last stated digit, but never more than a twentieth of the value, with `about` than a tenth; in the unit
    /// of [`Pledge::stated`]. Of a pledge that is set against a year half the unit: how much it comes to is known only with that year.
    ///
    /// `4%` was stated to the unit: half of it is 0.5 pp, a twentieth of the value 0.2 pp.
    /// ```
    /// # use pledgebook::pledge::Pledge;
    /// let pledge: Pledge = "4%".parse()?;
    /// assert_eq!(pledge.slack()?.value.normalize().to_string(), "0.2");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// The slack needs more than 28 digits.
    pub fn slack(&self) -> Result<Slack> {
        let half_unit = match self.quantity {
            Quantity::Share { share, .. } | Quantity::Shares { low: share, .. } => half_of_last_digit(share.percent()),
            Quantity::Amount(amount) | Quantity::Amounts { low: amount, .. } => half_unit(amount)?,
            Quantity::Relative { to, .. } => match to {
                Relation::More(Step::Amount(amount)) | Relation::Less(Step::Amount(amount)) => half_unit(amount)?,
                Relation::More(_) | Relation::Less(_) | Relation::Times(_) | Relation::PercentOf(_) => {
                    half_of_last_digit(to.stated()?)
                }
            },
        };
        if self.relative_to().is_some() {
            return Ok(Slack { value: half_unit, origin: SlackOrigin::LastDigit });
        }
        let (part, origin) = match self.qualifier {
            Qualifier::About => (Decimal::new(1, 1), SlackOrigin::TenthOfValue),
            Qualifier::Exactly | Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::AtMost | Qualifier::LessThan => {
                (Decimal::new(5, 2), SlackOrigin::TwentiethOfValue)
            }
        };
        let most = multiply(self.stated()?, part)?;
        Ok(if half_unit < most {
            Slack { value: half_unit, origin: SlackOrigin::LastDigit }
        } else {
            Slack { value: most, origin }
        })
    }

    /// The slack, or the tolerance that takes its place.
    ///
    /// # Errors
    /// The tolerance is in a unit that the pledge does not have, or needs more than 28 digits.
    pub fn slack_or(&self, tolerance: Option<Tolerance>) -> Result<Slack> {
        let Some(tolerance) = tolerance else { return self.slack() };
        let value = match (tolerance, self.currency()) {
            (Tolerance::OfValue(share), _) => multiply(multiply(share.percent(), self.stated()?)?, Decimal::new(1, 2))?,
            (Tolerance::Points(points), None) => points,
            (Tolerance::Amount(money), Some(currency)) if money.currency() == currency => money.millions(),
            (Tolerance::Points(_), Some(_)) | (Tolerance::Amount(_), _) => return Err(self.mismatch(tolerance)),
        };
        Ok(Slack { value, origin: SlackOrigin::Tolerance(tolerance) })
    }

    fn mismatch(&self, tolerance: Tolerance) -> Error {
        let kind = Kind::ToleranceMismatch { tolerance: tolerance.to_string(), pledge: self.to_string() };
        Error::new(kind).help(format!("write it in {}, or in `%` of the value", self.unit()))
    }

    /// What the pledge allows: the stated figure where it binds, widened by `slack` where it says `about`.
    ///
    /// In the unit of [`Pledge::stated`]; a floor has no upper end, a ceiling no lower one.
    /// # Errors
    /// An end needs more than 28 digits.
    pub fn bounds(&self, slack: Decimal) -> Result<Interval<Decimal>> {
        let stated = self.stated()?;
        Ok(match self.qualifier {
            Qualifier::Exactly => Interval { low: Some(stated), high: Some(self.upper()?.unwrap_or(stated)) },
            Qualifier::AtLeast | Qualifier::MoreThan => Interval { low: Some(stated), high: None },
            Qualifier::AtMost | Qualifier::LessThan => Interval { low: None, high: Some(stated) },
            Qualifier::About => Interval { low: Some(subtract(stated, slack)?), high: Some(add(stated, slack)?) },
        })
    }
}

/// 0.5 for `5`, 0.05 for `5.0`.
fn half_of_last_digit(number: Decimal) -> Decimal {
    Decimal::new(5, number.scale() + 1)
}

/// The same of an amount, in millions.
fn half_unit(amount: Amount) -> Result<Decimal> {
    Ok(Amount { number: half_of_last_digit(amount.number), ..amount }.money()?.millions())
}
