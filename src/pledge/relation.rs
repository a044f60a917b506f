//! What is set against spending of a year comes to, and how precisely it was said.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio};

use super::slack::{half_of_last_digit, half_unit};
use super::{Relation, Step};

/// A hundredth.
const PER_CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

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
            Self::PercentOf(share) => spent.times(share.percent())?.times(PER_CENT),
        }
    }

    /// Half a unit of its last stated digit, of a share or multiple times what was spent.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn half_unit_on(&self, spent: &Ratio) -> Result<Ratio> {
        match self {
            Self::More(Step::Points(points)) | Self::Less(Step::Points(points)) => {
                Ok(half_of_last_digit(*points).into())
            }
            Self::More(Step::Amount(amount)) | Self::Less(Step::Amount(amount)) => Ok(half_unit(*amount)?.into()),
            Self::More(Step::Share(share)) | Self::Less(Step::Share(share)) | Self::PercentOf(share) => {
                spent.times(half_of_last_digit(share.percent()))?.times(PER_CENT)
            }
            Self::Times(times) => spent.times(half_of_last_digit(*times)),
        }
    }
}

impl Step {
    /// How much it is where so much was spent.
    fn of(&self, spent: &Ratio) -> Result<Ratio> {
        match self {
            Self::Share(share) => spent.times(share.percent())?.times(PER_CENT),
            Self::Points(points) => Ok((*points).into()),
            Self::Amount(amount) => Ok(amount.money()?.millions().into()),
        }
    }
}
