//! How precise a stated figure is, and what a pledge allows.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind, Result};
use crate::quantity::{Between, Currency, Decimal, Digits, Interval, Money, Share, add, multiply, subtract};

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
    /// of [`Pledge::stated`], of a range that of its lower end.
    ///
    /// `4%` was stated to the unit: half of it is 0.5 pp, a twentieth of the value 0.2 pp. What is set against spending of a year has
    /// a value only with that, see [`Pledge::slack_against`]: its half a unit stands alone.
    /// ```
    /// # use pledgebook::pledge::Pledge;
    /// let pledge: Pledge = "4%".parse()?;
    /// assert_eq!(pledge.slack()?.value.normalize().to_string(), "0.2");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// The slack needs more than 28 digits.
    pub fn slack(&self) -> Result<Slack> {
        match self.quantity {
            Quantity::Share { share, .. } | Quantity::Shares { low: share, .. } => self.of_share(share),
            Quantity::Amount(amount) | Quantity::Amounts { low: amount, .. } => self.of_amount(amount),
            Quantity::Relative { to, .. } => Ok(Slack { value: to.half_unit()?, origin: SlackOrigin::LastDigit }),
        }
    }

    fn of_share(&self, share: Share) -> Result<Slack> {
        self.capped(share.between().half, share.percent())
    }

    fn of_amount(&self, amount: Amount) -> Result<Slack> {
        let Between { value, half } = amount.between()?;
        self.capped(half, value)
    }

    /// Half a unit, or so much of the value as it is at most.
    fn capped(&self, half_unit: Decimal, value: Decimal) -> Result<Slack> {
        let (part, origin) = self.qualifier.most_slack();
        let most = multiply(value, part)?;
        Ok(match half_unit < most {
            true => Slack { value: half_unit, origin: SlackOrigin::LastDigit },
            false => Slack { value: most, origin },
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
            (Tolerance::Points(points), None) if self.is_in_points() => points,
            (Tolerance::Amount(money), Some(currency)) if money.currency() == currency => money.millions(),
            (Tolerance::Points(_) | Tolerance::Amount(_), _) => return Err(self.mismatch(tolerance)),
        };
        Ok(Slack { value, origin: SlackOrigin::Tolerance(tolerance) })
    }

    /// Whether what it comes to is a share of its base.
    fn is_in_points(&self) -> bool {
        match self.quantity {
            Quantity::Share { .. } | Quantity::Shares { .. } => true,
            Quantity::Amount(_) | Quantity::Amounts { .. } => false,
            Quantity::Relative { to, .. } => to.is_in_points(),
        }
    }

    fn mismatch(&self, tolerance: Tolerance) -> Error {
        let kind = Kind::ToleranceMismatch { tolerance: tolerance.to_string(), pledge: self.to_string() };
        let has_unit = self.currency().is_some() || self.is_in_points();
        let own = if has_unit { format!("in {}, or ", self.unit()) } else { String::new() };
        Error::new(kind).help(format!("write it {own}in `%` of the value"))
    }

    /// What the pledge allows: the stated figure where it binds, widened by `slack` where it says `about`.
    ///
    /// In the unit of [`Pledge::stated`]; a floor has no upper end, a ceiling no lower one. What is set against spending of a year
    /// allows what [`Pledge::bounds_around`] says.
    /// # Errors
    /// An end needs more than 28 digits.
    pub fn bounds(&self, slack: Decimal) -> Result<Interval<Decimal>> {
        let stated = self.stated()?;
        let near = [subtract(stated, slack)?, add(stated, slack)?];
        Ok(self.binding(stated, self.upper()?.unwrap_or(stated), near))
    }

    /// What binds: the stated figure, the upper end of a range, or both ends of what is near.
    pub(super) fn binding<T>(&self, stated: T, upper: T, [least, most]: [T; 2]) -> Interval<T> {
        let (low, high) = match (self.qualifier, self.is_ceiling()) {
            (Qualifier::About, _) => (Some(least), Some(most)),
            (Qualifier::Exactly, false) => (Some(stated), Some(upper)),
            (_, true) => (None, Some(stated)),
            (_, false) => (Some(stated), None),
        };
        Interval { low, high }
    }
}

impl Qualifier {
    /// The part of the value that a slack is at most.
    pub(super) fn most_slack(self) -> (Decimal, SlackOrigin) {
        match self {
            Self::About => (Decimal::new(1, 1), SlackOrigin::TenthOfValue),
            Self::Exactly | Self::AtLeast | Self::MoreThan | Self::AtMost | Self::LessThan => {
                (Decimal::new(5, 2), SlackOrigin::TwentiethOfValue)
            }
        }
    }
}

impl Relation {
    /// Half a unit of the last digit of the number that was said.
    pub(super) fn half_unit(&self) -> Result<Decimal> {
        match self {
            Self::More(Step::Amount(amount)) | Self::Less(Step::Amount(amount)) => Ok(amount.between()?.half),
            Self::More(_) | Self::Less(_) | Self::Times(_) | Self::PercentOf(_) => {
                Ok(Between::stated(self.stated()?).half)
            }
        }
    }
}
