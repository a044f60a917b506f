//! Money, a share, and the whole that it is a share of: any two imply the third.

use crate::error::Result;
use crate::quantity::{Between, Decimal, Interval, Ratio, multiply};

/// A value, and the least and the most that it may be; an end that is not there is no bound.
pub type Estimate = (Ratio, Interval<Ratio>);

/// Two of money, a share in per cent, and the whole, each as it was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Two {
    /// The whole is sought.
    MoneyAndShare(Between, Between),
    /// The share is sought.
    MoneyAndWhole(Between, Between),
    /// The money is sought.
    ShareAndWhole(Between, Between),
}

/// The two that were stated and the third that follows: money and whole in millions, the share in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Three {
    /// The money.
    pub money: Estimate,
    /// The share.
    pub share: Estimate,
    /// The whole.
    pub whole: Estimate,
}

impl Two {
    /// All three, the third as an interval: with money m ± p and a share q ± r the whole lies between (m − p) ÷ (q + r) and
    /// (m + p) ÷ (q − r), and each of the others likewise.
    ///
    /// 1 201 ± 0.5 as 2.01 ± 0.005 per cent is of 59 751, between 59 578 and 59 925:
    /// ```
    /// use pledgebook::analysis::Two;
    /// use pledgebook::quantity::Between;
    /// let money = Between::new("1201".parse().unwrap(), "1".parse().ok())?;
    /// let share = Between::new("2.01".parse().unwrap(), "0.01".parse().ok())?;
    /// let (whole, ends) = Two::MoneyAndShare(money, share).solve()?.whole;
    /// assert_eq!(whole.round(0)?.to_string(), "59751");
    /// let ends = [ends.low, ends.high].map(|end| end.unwrap().round(0).unwrap().to_string());
    /// assert_eq!(ends, ["59578", "59925"]);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// The share or the whole is zero where it is divided by, or a part of a quotient needs more than 28 digits.
    pub fn solve(&self) -> Result<Three> {
        Ok(match self {
            // money ÷ share in per cent is the whole, as money ÷ whole in per cent is the share
            Self::MoneyAndShare(money, share) => {
                Three { money: stated(money)?, share: stated(share)?, whole: money.percent_of(share)? }
            }
            Self::MoneyAndWhole(money, whole) => {
                Three { money: stated(money)?, share: money.percent_of(whole)?, whole: stated(whole)? }
            }
            Self::ShareAndWhole(share, whole) => {
                Three { money: part(share, whole)?, share: stated(share)?, whole: stated(whole)? }
            }
        })
    }
}

/// What was stated, with its ends.
fn stated(figure: &Between) -> Result<Estimate> {
    Ok((figure.value.into(), figure.interval()?))
}

/// A share of a whole: the product of both, of their least, and of their most.
fn part(share: &Between, whole: &Between) -> Result<Estimate> {
    let of = |share: Decimal, whole: Decimal| Ratio::new(multiply(share, whole)?, Decimal::ONE_HUNDRED);
    let ([least, most], [low, high]) = (share.ends()?, whole.ends()?);
    Ok((of(share.value, whole.value)?, Interval { low: Some(of(least, low)?), high: Some(of(most, high)?) }))
}
