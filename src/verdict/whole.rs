//! What a share is a share of.

use crate::book::{Commitment, Observation};
use crate::error::Result;
use crate::evaluate::{Outcome, Pledged};
use crate::pledge::Base;
use crate::quantity::Between;

/// What a share is a share of, in millions.
#[derive(Debug, Clone)]
pub struct Whole<'b> {
    /// The figure and the unit to which it was published.
    pub millions: Between,
    /// Its name: `GDP` or `defence spending`.
    pub name: String,
    /// The rows of spending that it was read from; none of GDP, whose path knows where it comes from.
    pub rows: Vec<&'b Observation>,
}

impl<'b> Whole<'b> {
    /// GDP or GNI of an outcome, of which the pledge is a share, or its amount may be one.
    pub(super) fn of_outcome(outcome: &Outcome, pledged: &Pledged, commitment: &Commitment) -> Result<Option<Self>> {
        let base = match pledged.pledge.base() {
            Some(Base::DefenceSpending) => None,
            None if pledged.currency != commitment.currency => None,
            base => Some(base.unwrap_or(Base::Gdp)),
        };
        let Some((base, gdp)) = base.zip(outcome.gdp.as_ref()) else { return Ok(None) };
        Ok(Some(Self::of_gdp(Between::new(gdp.money.millions(), gdp.precision)?, base)))
    }

    /// GDP or GNI, whose path knows the rows.
    pub(super) fn of_gdp(millions: Between, base: Base) -> Self {
        Self { millions, name: base.to_string(), rows: Vec::new() }
    }

    /// Published spending.
    pub(super) fn of_spending(millions: Between, rows: Vec<&'b Observation>) -> Self {
        Self { millions, name: Base::DefenceSpending.to_string(), rows }
    }
}
