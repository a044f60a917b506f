//! What would be spent otherwise: that which extra money is beyond.

use crate::error::{self, Result};
use crate::quantity::{Decimal, Ratio};

error::words! {
    /// What would be spent otherwise.
    Counterfactual:
    /// The same money as in the year in which a path starts.
    FlatCash = "flat-cash",
    /// The same share of GDP.
    ConstantShare = "constant-share",
    /// The same money at constant prices, by the GDP deflator.
    ConstantReal = "constant-real",
}

/// The year from which something goes on: the share of GDP and the money that were spent in it, in per cent and in millions, as far as
/// they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// The share.
    pub share: Option<Ratio>,
    /// The money.
    pub money: Option<Ratio>,
}

impl Counterfactual {
    /// What a later year would be spent by this rule, in millions: the money of the first year, its share of GDP of the later one, or
    /// its money times what prices are by then (index ÷ index); nothing where what the rule needs is not known.
    ///
    /// 2.0% of GDP of 4 543 billion would be 90.86 billion, so that 159 billion are 68 billion beyond:
    /// ```
    /// use pledgebook::analysis::{Counterfactual, Spent};
    /// use pledgebook::quantity::Decimal;
    /// let before = Spent { share: Some(Decimal::new(20, 1).into()), money: None };
    /// let otherwise = Counterfactual::ConstantShare.millions(before, Some(Decimal::from(4_543_000)), None)?.unwrap();
    /// assert_eq!(otherwise.gap_to(Decimal::from(159_000))?.round(0)?.to_string(), "68140");
    /// assert_eq!(Counterfactual::FlatCash.millions(before, Some(Decimal::from(4_543_000)), None)?, None);
    /// # Ok::<(), pledgebook::Error>(())
    /// ```
    /// # Errors
    /// A part of a quotient needs more than 77 digits.
    pub fn millions(self, before: Spent, gdp: Option<Decimal>, prices: Option<Ratio>) -> Result<Option<Ratio>> {
        match self {
            Self::FlatCash => Ok(before.money),
            Self::ConstantShare => before.share.zip(gdp).map(|(share, gdp)| share.per_cent(gdp)).transpose(),
            Self::ConstantReal => before.money.zip(prices).map(|(money, prices)| money.times(prices)).transpose(),
        }
    }
}
