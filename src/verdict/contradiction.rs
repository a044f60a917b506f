//! Where a publisher's money and its own share of the same vintage contradict each other.

use crate::book::Observation;
use crate::error::Result;

use super::case::Case;
use super::words::{beside, millions};
use super::{Between, Measure, Spent};

/// What both say, where they lie further apart than their precisions allow.
///
/// Not on a GDP that somebody assumed, of which no publisher states a share.
pub(super) fn contradiction(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<String>> {
    let whole = case.whole.as_ref().filter(|_| case.takes_shares() && !case.is_on_assumed_gdp());
    let both = both(spent).filter(|(amount, _)| amount.currency() == Some(case.pledged.currency));
    let Some(((amount, share), whole)) = both.zip(whole) else { return Ok(None) };
    let (percent, ends) = Between::of(amount)?.percent_of(&whole.millions)?;
    let [least, most] = Between::of(share)?.ends()?;
    let above = ends.low.map(|low| low.compare(most)).transpose()?.is_some_and(std::cmp::Ordering::is_gt);
    let below = ends.high.map(|high| high.compare(least)).transpose()?.is_some_and(std::cmp::Ordering::is_lt);
    let words = || {
        let percent = beside(&percent, &[least, share.value, most], 2)?;
        let (publisher, amount) = (&share.publisher, millions(amount.value)?);
        Ok(format!(
            "; {publisher} publishes {}%, while its {amount} m is {percent}% of {}: further apart than their precisions allow",
            share.value, whole.name
        ))
    };
    (above || below).then(words).transpose()
}

/// The amount and the share that a publisher gives in one vintage.
fn both<'b>(spent: &Spent<'b>) -> Option<(&'b Observation, &'b Observation)> {
    let (own, other) = (*spent.rows.first()?, spent.beside?);
    Some(match spent.measure {
        Measure::Money => (own, other),
        Measure::Published => (other, own),
    })
}
