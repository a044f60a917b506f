//! What is to be reached, and when.

use crate::analysis::Spent;
use crate::book::Commitment;
use crate::error::Result;
use crate::evaluate::{self, Outcome, Premise, ShareOfGdp, Unknown};
use crate::gdp::Path;
use crate::pledge::{Base, Pledge, When};
use crate::quantity::{Currency, Decimal, Ratio, Year, YearRange};
use crate::question::Query;
use crate::question::start::Start;

use super::refusals::no_path;

/// What is to be reached, and when.
pub(super) struct Goal {
    pub(super) year: Year,
    /// What the pledge comes to in that year, or over its years together.
    pub(super) spent: Spent,
    /// What that rests on besides GDP.
    pub(super) premises: Vec<Premise>,
    /// The years that are taken together.
    pub(super) together: Option<YearRange>,
    /// Whether a share of GDP is pledged, and not money.
    is_share: bool,
    /// Whether less is to be spent, and not more.
    is_ceiling: bool,
}

impl Goal {
    /// What a commitment asks for first after the start.
    ///
    /// # Errors
    /// Its years are over by then, or what it comes to is neither money nor a share of GDP.
    pub(super) fn of(query: &Query<'_>, commitment: &Commitment, path: &Path, start: &Start<'_>) -> Result<Self> {
        let pledge = commitment.stated()?;
        let is_mean = matches!(commitment.when, Some(When::Mean(_)));
        if let Some(base @ (Base::Gni | Base::GdpOf(_))) = pledge.base().filter(|base| is_mean || *base == Base::Gni) {
            let reason = format!("it is a share of {base}, and a path is told in shares of GDP of its years");
            return Err(no_path(commitment, reason).help("ask `amounts` what it comes to"));
        }
        let Some(year) = commitment.when.and_then(|when| goal_year(when, start.year)) else {
            let (speaks, from) = (commitment.years(), start.year);
            let reason = format!("it speaks of {speaks}, and {from} is known: {}", start.words);
            return Err(no_path(commitment, reason).help("start from an earlier year with `--from`, or ask `verdicts`"));
        };
        let together = commitment.when.and_then(When::together);
        let outcome = evaluate::over(&query.stated(commitment)?, path, together.unwrap_or(year.into()))?;
        let spent = spent(&outcome, pledge, commitment.currency, path)?;
        if spent.share.is_none() && spent.money.is_none() {
            let unknown = || "what it comes to is not known".to_owned();
            let help = match outcome.reason {
                Some(Unknown::NotConverted { gdp, .. }) => {
                    format!("write the amount in {gdp}, or add the rate of {year} to the book")
                }
                Some(_) | None => "ask for a pledge of money or of a share of GDP".to_owned(),
            };
            let reason = outcome.reason.as_ref().map_or_else(unknown, ToString::to_string);
            return Err(no_path(commitment, reason).help(help));
        }
        let (is_share, is_ceiling) = (pledge.share_of_gdp().is_some(), pledge.is_ceiling());
        Ok(Self { year, spent, premises: outcome.premises, together, is_share, is_ceiling })
    }

    /// Whether what was spent at the start keeps the pledge already: a share of GDP one of shares, money one of money.
    ///
    /// # Errors
    /// As [`Ratio::compare`].
    pub(super) fn is_kept_by(&self, start: &Start<'_>) -> Result<bool> {
        let figure = |spent: Spent| if self.is_share { spent.share } else { spent.money };
        let figures = figure(start.spent).zip(figure(self.spent)).filter(|_| self.together.is_none());
        let Some((start, goal)) = figures else { return Ok(false) };
        let order = start.compare(goal)?;
        Ok(if self.is_ceiling { order.is_le() } else { order.is_ge() })
    }
}

/// The year in which a pledge is to be reached first after another one; of years together the last.
fn goal_year(when: When, start: Year) -> Option<Year> {
    match when {
        When::Sum(years) | When::Mean(years) => Some(years.last()).filter(|last| *last > start),
        When::By(_) | When::Each(_) | When::From(_) => {
            let next = start.next()?.max(when.first());
            when.last().is_none_or(|last| next <= last).then_some(next)
        }
    }
}

/// What a pledge comes to in the currency of a country: its money as it is stated, of an amount in another currency what its share of
/// GDP comes to at the rate of the book; nothing without one.
///
/// # Errors
/// A part of a quotient needs more than 77 digits.
pub(in crate::question) fn spent(outcome: &Outcome, pledge: Pledge, own: Currency, path: &Path) -> Result<Spent> {
    let gdp = path.value(outcome.years.last()).map(|value| value.gdp.millions());
    let amount = outcome.amount.filter(|_| outcome.currency == own);
    let share = share_of_gdp(outcome, pledge, amount.zip(gdp))?;
    let converted = || share.zip(gdp).map(|(share, gdp)| share.per_cent(gdp)).transpose();
    Ok(Spent { share, money: amount.map_or_else(converted, |amount| Ok(Some(amount)))? })
}

/// The share of GDP that is pledged: as it is stated, else what the amount comes to.
fn share_of_gdp(outcome: &Outcome, pledge: Pledge, amount: Option<(Ratio, Decimal)>) -> Result<Option<Ratio>> {
    match (pledge.base(), pledge.share_of_gdp(), outcome.share) {
        (_, Some(share), _) => Ok(Some(share.percent().into())),
        (None, None, Some(ShareOfGdp::Quotient(share))) => Ok(Some(share)),
        // of something else than GDP of the year, or in money without it
        (_, None, _) => amount.map(|(amount, gdp)| amount.percent_of(gdp)).transpose(),
    }
}
