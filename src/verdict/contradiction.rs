//! Where a publisher's money and its own share of the same vintage contradict each other.

use crate::book::{Basis, Observation};
use crate::error::Result;
use crate::gdp::Ground;
use crate::quantity::Decimal;

use super::case::Case;
use super::words::{beside, millions};
use super::{Measure, Spent};

/// An amount and a share of one publisher and vintage that lie further apart than their precisions allow.
#[derive(Debug, Clone, Copy)]
pub struct Contradiction<'b> {
    /// What it says was spent.
    pub amount: &'b Observation,
    /// The share that it states.
    pub share: &'b Observation,
    /// What the amount comes to in per cent, with the digits that tell it from the share.
    pub percent: Decimal,
}

impl<'b> Contradiction<'b> {
    /// What a publisher says by both measures, where it contradicts itself.
    ///
    /// Not on a GDP that somebody assumed or that a budget was built on, of which no publisher states a share.
    ///
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn of(case: &Case<'b>, spent: &Spent<'b>) -> Result<Option<Self>> {
        let is_budgeted = case.rests_on_gdp() && case.ground == Ground::Basis(Basis::Budgeted);
        let is_other = is_budgeted || case.is_on_assumed_gdp();
        let whole = case.whole.as_ref().filter(|_| case.has_shares_of_whole() && !is_other);
        let both = both(spent).filter(|(amount, _)| amount.currency() == Some(case.pledged.currency));
        let Some(((amount, share), whole)) = both.zip(whole) else { return Ok(None) };
        let (percent, ends) = amount.between()?.percent_of(&whole.millions)?;
        let stated = share.between()?;
        let [least, most] = stated.ends()?;
        let percent = beside(&percent, &[least, share.value, most], 2)?;
        Ok((!ends.meets(&stated.interval()?)?).then_some(Self { amount, share, percent }))
    }

    /// The same at the end of a reason, with what the shares are of.
    pub(super) fn words(&self, case: &Case<'_>) -> Result<String> {
        let Self { amount, share, percent } = self;
        let (publisher, published, amount) = (&share.publisher, share.value, millions(amount.value)?);
        let of = case.whole.as_ref().map_or("", |whole| &whole.name);
        Ok(format!(
            "; {publisher} publishes {published}%, while its {amount} m is {percent}% of {of}: further apart than their precisions allow"
        ))
    }
}

/// The amount and the share that a publisher gives in one vintage.
fn both<'b>(spent: &Spent<'b>) -> Option<(&'b Observation, &'b Observation)> {
    let (own, other) = (*spent.rows.first()?, spent.beside?);
    Some(match spent.measure {
        Measure::Money => (own, other),
        Measure::Published => (other, own),
    })
}
