//! What shares come to on a GDP, and how the money stands to them.

use crate::analysis::Estimate;
use crate::error::Result;
use crate::quantity::{Between, Decimal, multiply, shift, subtract};
use crate::verdict::{Scale, Verdict};

use super::unspent::Unspent;

/// GDP, and the money that is held against shares of it.
pub(super) struct On<'s> {
    gdp: Decimal,
    /// The money, and what it is in per cent of GDP, and between what.
    pub(super) spent: Option<(Decimal, Estimate)>,
    unspent: Option<&'s Unspent>,
}

/// A cell of a grid.
pub(super) struct Held {
    /// The share of GDP, in millions.
    pub(super) amount: Decimal,
    /// What of it the money leaves missing.
    pub(super) gap: Option<Decimal>,
    /// As that of a verdict on this GDP; without money what holds of every GDP.
    pub(super) verdict: Option<Verdict>,
}

impl<'s> On<'s> {
    /// Money on a GDP: divided once, whatever the shares are.
    pub(super) fn new(gdp: &Between, spent: Option<&Between>, unspent: Option<&'s Unspent>) -> Result<Self> {
        let spent = spent.map(|spent| Ok((spent.value, spent.percent_of(gdp)?))).transpose();
        spent.map(|spent| Self { gdp: gdp.value, spent, unspent })
    }

    /// A share of the GDP, and how the money stands to it.
    pub(super) fn at(&self, share: Decimal, scale: &Scale) -> Result<Held> {
        let amount = shift(multiply(share, self.gdp)?, -2)?;
        let Some((spent, (figure, ends))) = &self.spent else {
            let verdict = self.unspent.map(|unspent| unspent.verdict(scale)).transpose()?.flatten();
            return Ok(Held { amount, gap: None, verdict });
        };
        let verdict = Some(scale.judge(figure, ends, &[*scale, *scale])?);
        Ok(Held { amount, gap: Some(subtract(amount, *spent)?), verdict })
    }
}
