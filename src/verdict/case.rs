//! What is judged: one commitment in a year or over years together, on one GDP.

use crate::book::{Commitment, Definition, Observation};
use crate::error::Result;
use crate::evaluate::{self, Outcome, Pledged, Unknown};
use crate::gdp::{Ground, Path};
use crate::pledge::{Base, When};
use crate::quantity::{Decimal, Interval, Money, Ratio, Year, YearRange};

use super::{Between, Scale, Verdict};

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
    /// The stated figure and its slack.
    pub scale: Scale,
    /// The same where the least and where the most was pledged.
    pub range: [Scale; 2],
    /// The definition of whose spending the pledge is a share, if it is one of spending and its own definition names one.
    pub base: Option<&'b Definition>,
    /// What a share is a share of: GDP, or the country's spending under that definition.
    pub whole: Option<Whole<'b>>,
    /// The first of its years without GDP.
    pub missing: Option<Year>,
}

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
        as_written: bool,
    ) -> Result<Option<Self>> {
        let Some((pledged, slack)) = Pledged::of(commitment)?.zip(commitment.slack()?) else { return Ok(None) };
        let outcome = evaluate::over(&pledged, path, years)?;
        let scale = Scale::of(&pledged.pledge, slack.value, as_written)?;
        let gdp = outcome.gdp.as_ref().map(|gdp| Between::new(gdp.money.millions(), gdp.precision)).transpose()?;
        let pledge = &pledged.pledge;
        let gdp = gdp.filter(|_| match pledge.base() {
            Some(base) => base == Base::Gdp,
            None => pledged.currency == commitment.currency,
        });
        let whole = gdp.map(Whole::of_gdp);
        let (ground, missing) = (ground.clone(), years.years().find(|year| path.value(*year).is_none()));
        let (range, base) = ([scale, scale], None);
        Ok(Some(Self { commitment, pledged, definition, ground, outcome, scale, range, base, whole, missing }))
    }

    /// Whether a share was pledged, not an amount.
    #[must_use]
    pub fn is_share(&self) -> bool {
        self.pledged.pledge.base().is_some()
    }

    /// Whether the pledge is a share of GDP or an amount, so that GDP says something about it.
    #[must_use]
    pub fn rests_on_gdp(&self) -> bool {
        match self.pledged.pledge.base() {
            Some(Base::DefenceSpending) => false,
            Some(Base::Gdp | Base::Gni | Base::GdpOf(_)) | None => true,
        }
    }

    /// Whether the shares that are published under the definition are shares of what the pledge is a share of.
    pub(super) fn takes_shares(&self) -> bool {
        match (self.rests_on_gdp(), &self.definition.of, self.base) {
            (true, of, _) => of.is_none(),
            (false, Some(of), Some(base)) => of.id == base.id,
            (false, None, _) | (false, _, None) => false,
        }
    }

    /// Whether a published share can only be listed: beside an amount that was pledged, or years that are added up.
    #[must_use]
    pub fn takes_amounts_alone(&self) -> bool {
        self.is_cumulative() || !self.is_share()
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
            (Some(whole), true) => Ok(Some(whole.millions.share(&self.scale.value)?.0)),
            (None, true) => Ok(None),
            (_, false) => Ok(self.outcome.amount.map(|amount| amount.millions().into())),
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
            (_, true) => Ok(Some(self.scale.value)),
            (Some(whole), false) => self.scale.value.times(Decimal::ONE_HUNDRED)?.over(whole.millions.value).map(Some),
            (None, false) => Ok(None),
        }
    }
}

impl<'b> Whole<'b> {
    /// GDP, whose path knows the rows.
    pub(super) fn of_gdp(millions: Between) -> Self {
        Self { millions, name: Base::Gdp.to_string(), rows: Vec::new() }
    }

    /// Published spending.
    pub(super) fn of_spending(millions: Between, rows: Vec<&'b Observation>) -> Self {
        Self { millions, name: Base::DefenceSpending.to_string(), rows }
    }
}
