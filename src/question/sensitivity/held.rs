//! What shares come to on a GDP, and how the money stands to them.

use crate::analysis::Estimate;
use crate::error::Result;
use crate::quantity::{Between, Decimal, multiply, shift, subtract};
use crate::verdict::{Scale, Verdict};

/// GDP, and the money that is held against shares of it.
pub(super) struct On {
    gdp: Decimal,
    /// The money, and what it is in per cent of GDP, and between what.
    pub(super) spent: Option<(Decimal, Estimate)>,
}

/// A cell of a grid.
pub(super) struct Held {
    /// The share of GDP, in millions.
    pub(super) amount: Decimal,
    /// What of it the money leaves missing.
    pub(super) gap: Option<Decimal>,
    /// As that of a verdict on this GDP; open without money.
    pub(super) verdict: Verdict,
}

impl On {
    /// Money on a GDP: divided once, whatever the shares are.
    pub(super) fn new(gdp: &Between, spent: Option<&Between>) -> Result<Self> {
        let spent = spent.map(|spent| Ok((spent.value, spent.percent_of(gdp)?))).transpose();
        spent.map(|spent| Self { gdp: gdp.value, spent })
    }

    /// A share of the GDP, and how the money stands to it.
    pub(super) fn at(&self, share: Decimal, scale: &Scale) -> Result<Held> {
        let amount = shift(multiply(share, self.gdp)?, -2)?;
        let Some((spent, (figure, ends))) = &self.spent else {
            return Ok(Held { amount, gap: None, verdict: Verdict::Open });
        };
        let verdict = scale.judge(figure, ends, &[*scale, *scale])?;
        Ok(Held { amount, gap: Some(subtract(amount, *spent)?), verdict })
    }
}
