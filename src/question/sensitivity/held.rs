//! What a share comes to on a GDP, and how the money stands to it.

use crate::analysis::Estimate;
use crate::error::Result;
use crate::quantity::{Between, Decimal, multiply, shift, subtract};
use crate::verdict::{Scale, Verdict};

/// A cell of a grid.
pub(super) struct Held {
    /// The share of GDP, in millions.
    pub(super) amount: Decimal,
    /// What of it the money leaves missing.
    pub(super) gap: Option<Decimal>,
    /// The money in per cent of GDP, and between what.
    pub(super) figure: Option<Estimate>,
    /// As that of a verdict on this GDP; open without money.
    pub(super) verdict: Verdict,
}

impl Held {
    /// Money against a share of GDP.
    pub(super) fn of((share, scale): (Decimal, &Scale), gdp: &Between, spent: Option<&Between>) -> Result<Self> {
        let amount = shift(multiply(share, gdp.value)?, -2)?;
        let Some(spent) = spent else { return Ok(Self { amount, gap: None, figure: None, verdict: Verdict::Open }) };
        let (figure, ends) = spent.percent_of(gdp)?;
        let verdict = scale.judge(&figure, &ends, &[*scale, *scale])?;
        Ok(Self { amount, gap: Some(subtract(amount, spent.value)?), figure: Some((figure, ends)), verdict })
    }
}
