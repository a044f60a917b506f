//! The figures that a pledge is reckoned on: those of a path, or GDP that somebody gives.

use crate::book::Basis;
use crate::error::Result;
use crate::gdp::Path;
use crate::pledge::{Base, Pledge, Quantity};
use crate::quantity::{Year, YearRange};

use super::{Gdp, NamedGdp, Pledged, Premise, Unknown};

/// What a pledge is reckoned on over some years.
#[derive(Debug, Default)]
pub(super) struct Footing {
    /// What it is a share of: GDP of the years unless it has a base of its own.
    pub(super) gdp: Option<Gdp>,
    /// GDP of the year whose spending it adds points to.
    pub(super) earlier: Option<Gdp>,
    /// The year of GDP that was taken from elsewhere.
    pub(super) premise: Option<Premise>,
    /// The first thing that is missing.
    pub(super) missing: Option<Unknown>,
}

impl Footing {
    /// The figures of a path.
    ///
    /// # Errors
    /// The sum of GDP needs more than 28 digits.
    pub(super) fn on_path(pledged: &Pledged, path: &Path, years: YearRange) -> Result<Self> {
        let scenario = || path.scenario.clone();
        let values = if pledged.pledge.base() == Some(Base::Gni) { &path.gni } else { &path.values };
        let lacking = |year: &Year| !values.contains_key(year);
        let missing = |year: Year| match pledged.pledge.base() {
            Some(Base::Gni) => Unknown::NoGni { year, scenario: scenario() },
            Some(Base::Gdp | Base::DefenceSpending | Base::GdpOf(_)) | None => {
                Unknown::NoGdp { year, scenario: scenario() }
            }
        };
        let (own, gdp) = match pledged.pledge.base() {
            Some(Base::GdpOf(_)) => (None, None),
            Some(Base::Gdp | Base::Gni | Base::DefenceSpending) | None => {
                (years.years().find(lacking), Gdp::over(values, years)?)
            }
        };
        let footing = Self::of(pledged, years, |year| path.value(year).map(Gdp::of), gdp)?;
        let named = named_year(&pledged.pledge).filter(|_| footing.earlier.is_none());
        let named = named.map(|year| match pledged.named_gdp {
            NamedGdp::OnPath => missing(year),
            NamedGdp::Latest(_) => Unknown::NoGdp { year, scenario: Basis::Latest.to_string() },
        });
        Ok(Self { missing: own.map(missing).or(named), ..footing })
    }

    /// GDP of the years that somebody gives, and nothing else.
    ///
    /// # Errors
    /// The sum of GDP needs more than 28 digits.
    pub(super) fn given(pledged: &Pledged, years: YearRange, gdp: Option<Gdp>) -> Result<Self> {
        let is_of_gdp = pledged.pledge.base() != Some(Base::Gni);
        Self::of(pledged, years, |_| None, gdp.filter(|_| is_of_gdp))
    }

    fn of(
        pledged: &Pledged,
        years: YearRange,
        on_path: impl FnOnce(Year) -> Option<Gdp>,
        own: Option<Gdp>,
    ) -> Result<Self> {
        let Some(year) = named_year(&pledged.pledge) else { return Ok(Self { gdp: own, ..Self::default() }) };
        let (earlier, premise) = match &pledged.named_gdp {
            NamedGdp::OnPath => (on_path(year), None),
            NamedGdp::Latest(gdp) => (gdp.clone(), Some(Premise::LatestGdp(year))),
        };
        let gdp = match pledged.pledge.base() {
            Some(Base::GdpOf(_)) if pledged.is_mean => earlier.clone().map(|gdp| gdp.in_each_of(years)).transpose()?,
            Some(Base::GdpOf(_)) => earlier.clone(),
            Some(_) | None => own,
        };
        Ok(Self { gdp, earlier, premise, ..Self::default() })
    }
}

/// The year whose GDP a pledge needs, whatever the year that it is for.
#[must_use]
pub fn named_year(pledge: &Pledge) -> Option<Year> {
    match pledge.quantity {
        Quantity::Share { base: Base::GdpOf(year), .. } | Quantity::Shares { base: Base::GdpOf(year), .. } => {
            Some(year)
        }
        Quantity::Relative { to, year } if to.is_in_points() => Some(year),
        Quantity::Share { .. }
        | Quantity::Shares { .. }
        | Quantity::Amount(_)
        | Quantity::Amounts { .. }
        | Quantity::Relative { .. } => None,
    }
}

/// Whether a pledge needs no figure of a path but GDP of its own years.
#[must_use]
pub fn rests_on_gdp_alone(pledge: &Pledge) -> bool {
    pledge.base() != Some(Base::Gni) && named_year(pledge).is_none()
}
