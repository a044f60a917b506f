//! The pledge to which a gap is split in the place of a share.

use crate::analysis::Target;
use crate::book::Commitment;
use crate::error::{Error, Result};
use crate::pledge::{Base, Pledge, Quantity, When};
use crate::quantity::Year;
use crate::question::Query;
use crate::question::refusals::needless;

/// A pledge that asks each year for a share of its GDP, or for an amount.
pub(super) struct Gap<'b> {
    pub(super) commitment: &'b Commitment,
    pub(super) pledge: Pledge,
    pub(super) target: Target,
}

/// The year by which a commitment is to be kept, and to which a gap may be told before; of any other its own years alone count.
pub(super) fn goal(commitment: &Commitment) -> Option<Year> {
    match commitment.when {
        Some(When::By(year)) => Some(year),
        Some(When::Each(_) | When::From(_) | When::Sum(_) | When::Mean(_)) | None => None,
    }
}

/// The commitment that is asked about, if one is.
///
/// # Errors
/// The country has none of that id.
pub(super) fn commitment<'b>(query: &Query<'b>) -> Result<Option<&'b Commitment>> {
    let named = |id: &String| query.book.named_commitment(id, Some(&[query.country()]));
    query.commitments.first().map(named).transpose()
}

impl<'b> Gap<'b> {
    /// The pledge of the commitment that is asked about, of a range its lower end.
    ///
    /// # Errors
    /// It had not been announced, states no figure, or asks for something else than a share of GDP or an amount of each year, or
    /// not of the year that is asked about.
    pub(super) fn of(query: &Query<'b>) -> Result<Option<Self>> {
        let Some(commitment) = commitment(query)? else { return Ok(None) };
        commitment.check_announced(query.as_of)?;
        let pledge = commitment.stated()?;
        let is_of_a_year = !matches!(commitment.when, Some(When::Sum(_) | When::Mean(_)));
        let target = match pledge.quantity {
            Quantity::Share { share, base: Base::Gdp } | Quantity::Shares { low: share, base: Base::Gdp, .. } => {
                Some(Target::Share(share.percent()))
            }
            Quantity::Amount(amount) | Quantity::Amounts { low: amount, .. } => {
                let own = Some(amount.currency) == query.book.currency(commitment.country);
                own.then(|| Ok::<_, Error>(Target::Amount(amount.money()?.millions()))).transpose()?
            }
            Quantity::Share { .. } | Quantity::Shares { .. } | Quantity::Relative { .. } => None,
        };
        let other = || {
            let reason = format!("`{pledge}` is no share of GDP and no amount of each year in the country's currency");
            let help = "leave it out to see what moved the share, or name a pledge that is one";
            needless(format!("--commitment {}", commitment.id), reason, help)
        };
        let target = target.filter(|_| is_of_a_year).ok_or_else(other)?;
        if let (Some(years), None) = (query.years, goal(commitment)) {
            commitment.counted_with(years.last())?;
        }
        Ok(Some(Self { commitment, pledge, target }))
    }
}
