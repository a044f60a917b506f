//! What is judged: one commitment in a year or over years together, on one GDP.

use std::collections::BTreeMap;

use crate::book::{Commitment, Definition, Kind, Observation};
use crate::error::Result;
use crate::evaluate::{self, Outcome, Pledged, Unknown};
use crate::gdp::{Ground, Path, Rates};
use crate::pledge::{Base, When};
use crate::quantity::{Between, Decimal, Interval, Money, Ratio, Year, YearRange};

use super::abroad::Abroad;
use super::whole::Whole;
use super::{Scale, Verdict};

/// A commitment in one year, or over its years together, with all that it is measured against.
#[derive(Debug, Clone)]
pub struct Case<'b> {
    /// The commitment.
    pub commitment: &'b Commitment,
    /// Its pledge.
    pub pledged: Pledged,
    /// The definition on which it is judged: its own, or another one of its family.
    pub definition: &'b Definition,
    /// Which GDP is used.
    pub ground: Ground,
    /// What the pledge comes to on that GDP.
    pub outcome: Outcome,
    /// Whether a figure is held against it in per cent, not in millions.
    pub(super) in_percent: bool,
    /// The stated figure and its slack.
    pub scale: Scale,
    /// The same where the least and where the most was pledged.
    pub range: [Scale; 2],
    /// The definition of whose spending the pledge is a share, if it is one of spending and its own definition names one.
    pub base: Option<&'b Definition>,
    /// What a share is a share of: GDP, or the country's spending under that definition.
    pub whole: Option<Whole<'b>>,
    /// GDP in another currency than an amount that is pledged, at the rates of the year.
    pub abroad: Option<Abroad>,
    /// The first of its years without GDP.
    pub missing: Option<Year>,
    /// What its publisher says of the year that the pledge is set against, if it is set against one.
    pub reference: Option<Reference<'b>>,
    /// Of a mean what each year's share is a share of, of a pledge that is set against a year GDP of that year.
    pub(super) alone: BTreeMap<Year, Between>,
}

/// What was spent in the year that a pledge is set against.
#[derive(Debug, Clone, Copy)]
pub struct Reference<'b> {
    /// The figure of the same publisher, by the same measure and definition.
    pub row: &'b Observation,
    /// The figure in the unit of the pledge, per cent or millions.
    pub value: Ratio,
}

impl<'b> Case<'b> {
    /// A commitment that pledges a figure, in a year or over years together, on a path of GDP.
    ///
    /// Nothing if it states no figure. Of a share of spending the whole is still to be found.
    /// # Errors
    /// An amount cannot be kept exactly.
    pub(super) fn new(
        commitment: &'b Commitment,
        definition: &'b Definition,
        (ground, path): (&Ground, &Path),
        years: YearRange,
        (rates, as_written): (&Rates<'_>, bool),
    ) -> Result<Option<Self>> {
        let Some((pledged, slack)) = Pledged::of(commitment)?.zip(commitment.slack()?) else { return Ok(None) };
        let pledged = pledged.at_rates(rates, commitment.currency)?;
        let outcome = evaluate::over(&pledged, path, years)?;
        let scale = Scale::of(&pledged.pledge, slack.value, as_written)?;
        Ok(Some(Self {
            in_percent: pledged.pledge.base().is_some(),
            range: [scale, scale],
            base: None,
            whole: Whole::of_outcome(&outcome, &pledged, commitment)?,
            abroad: Abroad::of(&outcome)?,
            missing: missing(&outcome, &pledged, path),
            reference: None,
            alone: alone(commitment, &pledged, path)?,
            ground: ground.clone(),
            commitment,
            pledged,
            definition,
            outcome,
            scale,
        }))
    }

    /// Whether a figure is held against the pledge in per cent, not in millions.
    #[must_use]
    pub fn is_share(&self) -> bool {
        self.in_percent
    }

    /// What a share of a year by itself is a share of, in millions, where the pledge needs more than the sum over its years.
    #[must_use]
    pub fn alone(&self, year: Year) -> Option<&Between> {
        self.alone.get(&year)
    }

    /// Whether it rests on a GDP that nobody published.
    pub(super) fn is_on_assumed_gdp(&self) -> bool {
        self.rests_on_gdp() && self.outcome.gdp.as_ref().is_some_and(|gdp| gdp.kind == Kind::Assumption)
    }

    /// Whether the mean of the years' shares is judged.
    #[must_use]
    pub fn is_mean(&self) -> bool {
        matches!(self.commitment.when, Some(When::Mean(_)))
    }

    /// Whether the pledge is a share of GDP or an amount, so that GDP says something about it.
    #[must_use]
    pub fn rests_on_gdp(&self) -> bool {
        match self.pledged.pledge.base() {
            Some(Base::DefenceSpending) => false,
            Some(Base::Gdp | Base::Gni | Base::GdpOf(_)) | None => true,
        }
    }

    /// Whether GDP of its own years is what the pledge is a share of, or an amount is set against.
    pub(super) fn is_of_gdp(&self) -> bool {
        self.pledged.pledge.base().is_none_or(|base| base == Base::Gdp)
    }

    /// Whether a share that is published under the definition can be held against the pledge.
    pub(super) fn takes_shares(&self) -> bool {
        self.reference.is_some() || self.has_shares_of_whole()
    }

    /// Whether the shares that are published under the definition are shares of what the pledge is a share of.
    pub(super) fn has_shares_of_whole(&self) -> bool {
        match (self.rests_on_gdp(), &self.definition.of, self.base) {
            (true, of, _) => of.is_none() && self.is_of_gdp(),
            (false, Some(of), Some(base)) => of.id == base.id,
            (false, None, _) | (false, _, None) => false,
        }
    }

    /// Whether a published share can only be listed: beside an amount that was pledged, or years that are added up.
    #[must_use]
    pub fn takes_amounts_alone(&self) -> bool {
        let is_relative = self.pledged.pledge.relative_to().is_some() && self.pledged.pledge.currency().is_none();
        self.is_cumulative() || !(is_relative || self.is_share())
    }

    /// Whether the pledge is known in the unit in which figures are held against it.
    pub(super) fn is_known(&self) -> bool {
        self.reference.is_some() || self.pledged.pledge.relative_to().is_none()
    }

    /// Why what the pledge comes to is not known, where it is not.
    #[must_use]
    pub fn unknown(&self) -> Option<Unknown> {
        let missing = self.missing.filter(|_| self.rests_on_gdp());
        let no_gdp = missing.map(|year| match &self.ground {
            Ground::Basis(basis) => Unknown::NoGdpOnBasis { year, basis: basis.clone() },
            Ground::Scenario(name) => Unknown::NoGdp { year, scenario: name.clone() },
        });
        no_gdp.or_else(|| self.outcome.reason.clone())
    }

    /// Whether the years are counted together.
    #[must_use]
    pub fn is_cumulative(&self) -> bool {
        matches!(self.commitment.when, Some(When::Sum(_)))
    }

    /// The stated figure in money, where it is known.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn money(&self) -> Result<Option<Money>> {
        let exact = self.millions()?.and_then(|millions| millions.exact());
        Ok(exact.map(|millions| Money::from_millions(millions, self.pledged.currency)))
    }

    /// The same in millions, not divided yet.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn millions(&self) -> Result<Option<Ratio>> {
        match (&self.whole, self.is_share()) {
            _ if !self.is_known() => Ok(None),
            (Some(whole), true) => Ok(Some(whole.millions.share(&self.scale.value)?.0)),
            (None, true) => Ok(None),
            (_, false) => Ok(Some(self.scale.value)),
        }
    }

    /// The verdict of a figure that stands for all between two ends.
    ///
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub fn judge(&self, figure: &Ratio, ends: &Interval<Ratio>) -> Result<Verdict> {
        self.scale.judge(figure, ends, &self.range)
    }

    /// The stated figure in per cent, where it is known.
    ///
    /// # Errors
    /// It needs more than 28 digits.
    pub fn percent(&self) -> Result<Option<Ratio>> {
        match (&self.whole, self.is_share()) {
            _ if !self.is_known() => Ok(None),
            (_, true) => Ok(Some(self.scale.value)),
            (Some(whole), false) => self.scale.value.times(Decimal::ONE_HUNDRED)?.over(whole.millions.value).map(Some),
            (None, false) => self.abroad.as_ref().map(|abroad| abroad.percent(self.scale.value)).transpose(),
        }
    }
}

/// The first year without the GDP that a pledge needs; GNI that is missing has its reason in the outcome.
fn missing(outcome: &Outcome, pledged: &Pledged, path: &Path) -> Option<Year> {
    match pledged.pledge.base() {
        Some(Base::GdpOf(year)) => Some(year).filter(|_| outcome.gdp.is_none()),
        Some(Base::Gni) => None,
        Some(Base::Gdp | Base::DefenceSpending) | None => {
            outcome.years.years().find(|year| path.value(*year).is_none())
        }
    }
}

/// What shares of the years of a mean are shares of, as far as a path knows it; GDP of the year that a pledge is set against.
fn alone(commitment: &Commitment, pledged: &Pledged, path: &Path) -> Result<BTreeMap<Year, Between>> {
    let mut alone = BTreeMap::new();
    if let Some(When::Mean(years)) = commitment.when {
        // published spending is on no path
        let is_on_path = pledged.pledge.base() != Some(Base::DefenceSpending);
        for year in years.years().filter(|_| is_on_path) {
            if let Some(base) = evaluate::in_year(pledged, path, year)?.gdp {
                alone.insert(year, Between::new(base.money.millions(), base.precision)?);
            }
        }
    } else if let Some((year, value)) = pledged.pledge.relative_to().and_then(|year| Some((year, path.value(year)?))) {
        alone.insert(year, Between::new(value.gdp.millions(), value.precision)?);
    }
    Ok(alone)
}
