//! What a pledge comes to that is set against spending of a year, and how precisely it was said.

use crate::error::Result;
use crate::quantity::{Decimal, Interval, Ratio};

use super::{Pledge, Quantity, Relation, SlackOrigin, Step, Tolerance};

impl Relation {
    /// What it comes to where so much was spent, in per cent or millions.
    ///
    /// 20% more than 100 million is 120 million:
    /// ```
    /// # use pledgebook::pledge::{Relation, Step};
    /// # use pledgebook::quantity::Decimal;
    /// let more = Relation::More(Step::Share("20%".parse()?));
    /// assert_eq!(more.of(&Decimal::ONE_HUNDRED.into())?.round(0)?.to_string(), "120");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// It needs more than 28 digits.
    pub fn of(&self, spent: &Ratio) -> Result<Ratio> {
        match self {
            Self::More(step) => spent.plus(step.of(spent)?),
            Self::Less(step) => step.of(spent)?.gap_to(*spent),
            Self::Times(times) => spent.times(*times),
            Self::PercentOf(share) => spent.per_cent(share.percent()),
        }
    }

    /// Whether points of GDP are added or taken off, so that it is set against a share of GDP.
    #[must_use]
    pub fn is_in_points(&self) -> bool {
        matches!(self, Self::More(Step::Points(_)) | Self::Less(Step::Points(_)))
    }

    /// Half a unit of its last stated digit, of a share or multiple times what was spent.
    fn half_unit_of(&self, spent: &Ratio) -> Result<Ratio> {
        let half = self.half_unit()?;
        match self {
            Self::More(Step::Share(_)) | Self::Less(Step::Share(_)) | Self::PercentOf(_) => spent.per_cent(half),
            Self::Times(_) => spent.times(half),
            Self::More(Step::Points(_) | Step::Amount(_)) | Self::Less(Step::Points(_) | Step::Amount(_)) => {
                Ok(half.into())
            }
        }
    }
}

impl Pledge {
    /// The slack of a pledge that comes to `value` set against `spent` in a year, or the tolerance that takes its place, and which of
    /// them it is; all three in one unit, of points in per cent of GDP.
    ///
    /// 20% more than 100 million is 120 million: half a per cent of the 100, 0.5 million, is less than a twentieth of the 120.
    /// ```
    /// # use pledgebook::pledge::Pledge;
    /// # use pledgebook::quantity::{Decimal, Ratio};
    /// let pledge: Pledge = "20% more than in 2021".parse()?;
    /// let [spent, value] = [100, 120].map(|millions| Ratio::from(Decimal::from(millions)));
    /// assert_eq!(pledge.slack_against(&spent, &value, None)?.0.round(1)?.to_string(), "0.5");
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// The slack needs more than 28 digits, or the tolerance is in a unit that the pledge does not have.
    pub fn slack_against(
        &self,
        spent: &Ratio,
        value: &Ratio,
        tolerance: Option<Tolerance>,
    ) -> Result<(Ratio, SlackOrigin)> {
        let (slack, origin) = match (tolerance, self.quantity) {
            (Some(of_value @ Tolerance::OfValue(share)), _) => {
                (value.per_cent(share.percent())?, SlackOrigin::Tolerance(of_value))
            }
            (None, Quantity::Relative { to, .. }) => {
                let (half, (part, origin)) = (to.half_unit_of(spent)?, self.qualifier.most_slack());
                let most = value.times(part)?;
                if half.compare(most)?.is_lt() { (half, SlackOrigin::LastDigit) } else { (most, origin) }
            }
            (Some(Tolerance::Points(_) | Tolerance::Amount(_)) | None, _) => {
                let slack = self.slack_or(tolerance)?;
                (slack.value.into(), slack.origin)
            }
        };
        Ok((if slack.is_negative() { Decimal::ZERO.into() } else { slack }, origin))
    }

    /// What a pledge allows that comes to `value`, likewise: that where it binds, widened by `slack` where it says `about`.
    ///
    /// # Errors
    /// An end needs more than 28 digits.
    pub fn bounds_around(&self, value: Ratio, slack: Ratio) -> Result<Interval<Ratio>> {
        Ok(self.binding(value, value, [slack.gap_to(value)?, value.plus(slack)?]))
    }
}

impl Step {
    /// How much it is where so much was spent.
    fn of(&self, spent: &Ratio) -> Result<Ratio> {
        match self {
            Self::Share(share) => spent.per_cent(share.percent()),
            Self::Points(points) => Ok((*points).into()),
            Self::Amount(amount) => Ok(amount.money()?.millions().into()),
        }
    }
}
