//! What a share is a share of.

use crate::book::{Commitment, Definition, Observation};
use crate::error::Result;
use crate::evaluate::{Outcome, Pledged};
use crate::pledge::Base;
use crate::quantity::{Between, Decimal};

use super::{Case, Judge};

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

impl<'b> Judge<'b> {
    /// The case with the spending that its pledge is a share of, if it is such a share.
    pub(super) fn on_spending(&self, case: Case<'b>) -> Result<Case<'b>> {
        if case.rests_on_gdp() {
            return Ok(case);
        }
        let base = self.book.definition_of(case.commitment).and_then(|own| self.book.share_base(own));
        let whole = base.map(|base| self.spending_under(base, &case)).transpose()?.flatten();
        let mut whole_alone = case.whole_alone.clone();
        for row in whole.iter().flat_map(|whole| &whole.rows).filter(|_| case.is_mean()) {
            whole_alone.insert(row.year, row.between()?);
        }
        Ok(Case { base, whole, whole_alone, ..case })
    }

    /// The country's spending under a definition, in a year or over years together: the whole of a share of it.
    ///
    /// Nothing if a year of it is missing, or if it comes to nothing, of which there are no shares.
    fn spending_under(&self, definition: &'b Definition, case: &Case<'b>) -> Result<Option<Whole<'b>>> {
        let (country, currency) = (case.commitment.country, case.commitment.currency);
        let (mut sum, mut rows) = (Between::new(Decimal::ZERO, None)?, Vec::new());
        for year in case.outcome.years.years() {
            let Some(row) = self.counted().amount(country, &definition.id, year, currency)? else { return Ok(None) };
            sum = sum.plus(&row.between()?)?;
            rows.push(row);
        }
        Ok((sum.value > Decimal::ZERO).then(|| Whole::of_spending(sum, rows)))
    }
}
