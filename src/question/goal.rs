//! What a pledge that is to be reached by a year comes to then, as a share of GDP.

use crate::book::{Basis, Commitment};
use crate::error::Result;
use crate::evaluate::{self, Pledged, Premise, Unknown};
use crate::gdp::Path;
use crate::pledge::{Base, Pledge, Quantity};
use crate::quantity::{Decimal, Money, Ratio, Year};

use super::Query;
use super::path::comes_to;

/// What is to be reached by a year.
pub(super) struct Goal {
    /// In per cent of GDP of that year.
    pub(super) share: Ratio,
    /// In millions, where money is pledged and not a share of GDP.
    money: Option<Ratio>,
    /// The slack of the pledge in points of GDP of that year.
    pub(super) slack: Ratio,
    /// What it rests on besides GDP.
    pub(super) premises: Vec<Premise>,
}

impl Goal {
    /// What a commitment comes to by a year on a path of GDP, or why that is no share of GDP.
    ///
    /// # Errors
    /// A part of a quotient needs more than 77 digits.
    pub(super) fn of(
        query: &Query<'_>,
        commitment: &Commitment,
        path: &Path,
        by: Year,
    ) -> Result<Result<Self, String>> {
        let Some(pledge) = commitment.pledge else { return Ok(Err("the statement names no figure".to_owned())) };
        if let Some(base @ (Base::Gni | Base::DefenceSpending)) = pledge.base() {
            return Ok(Err(format!("it is a share of {base}, and a path is told in shares of GDP")));
        }
        let pledged = query.stated(commitment)?;
        let outcome = evaluate::in_year(&pledged, path, by)?;
        let spent = comes_to(&outcome, pledge, commitment.currency, path)?;
        let Some(share) = spent.share else {
            let missing =
                path.value(by).is_none().then(|| Unknown::NoGdp { year: by, scenario: Basis::Latest.to_string() });
            let why = outcome
                .reason
                .or(missing)
                .map_or_else(|| "what it comes to is unknown".to_owned(), |why| why.to_string());
            return Ok(Err(format!("its path in points is not known: {why}")));
        };
        let slack = match slack(&pledged, path)? {
            (value, _) if value.is_zero() => Decimal::ZERO.into(),
            (value, slack) => share.times(slack)?.over(value)?,
        };
        let is_share = pledge.share_of_gdp().is_some() || is_in_points(pledge);
        let money = spent.money.filter(|_| !is_share);
        // a share is known without GDP of its year, and rests on its reference all the same
        let reference = pledged.reference.filter(|_| outcome.amount.is_none()).map(Premise::Reference);
        let premises = reference.into_iter().chain(outcome.premises).collect();
        Ok(Ok(Self { share, money, slack, premises }))
    }

    /// What is pledged in per cent of GDP of another year.
    ///
    /// # Errors
    /// A part of a quotient needs more than 77 digits.
    pub(super) fn in_year(&self, gdp: Option<Money>) -> Result<Ratio> {
        let known = self.money.zip(gdp).map(|(money, gdp)| money.percent_of(gdp.millions()));
        known.unwrap_or(Ok(self.share))
    }
}

/// Whether it is points that are added to the share of a year.
fn is_in_points(pledge: Pledge) -> bool {
    matches!(pledge.quantity, Quantity::Relative { to, .. } if to.is_in_points())
}

/// The stated figure and its slack, both in the unit of the pledge.
fn slack(pledged: &Pledged, path: &Path) -> Result<(Ratio, Ratio)> {
    let (pledge, tolerance) = (pledged.pledge, pledged.tolerance);
    let (Quantity::Relative { to, year }, Some(reference)) = (pledge.quantity, &pledged.reference) else {
        return Ok((pledge.stated()?.into(), pledge.slack_or(tolerance)?.value.into()));
    };
    let spent = Ratio::from(reference.spent.millions());
    let spent = match path.value(year).filter(|_| to.is_in_points()) {
        Some(value) => spent.percent_of(value.gdp.millions())?,
        None => spent,
    };
    let value = to.of(&spent)?;
    Ok((value, pledge.slack_against(&spent, &value, tolerance)?.0))
}
