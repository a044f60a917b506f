//! How far a figure is from what was pledged: share, gap, break-even GDP, each with its ends.

use crate::book::Observation;
use crate::error::Result;
use crate::pledge::Base;
use crate::quantity::{Between, Decimal, Interval, Ratio, multiply, subtract};

use super::case::Case;
use super::mean::mean;
use super::whole::Whole;
use super::{Extent, Measure, Spent};

/// A figure in the units of a pledge, and how far it is from it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measured {
    /// The figure in the unit of the pledge, per cent or millions, and its ends; nothing if it cannot be brought there.
    pub figure: Option<(Ratio, Interval<Ratio>)>,
    /// The figure in per cent.
    pub percent: Option<Ratio>,
    /// The least and the most that it may be, in per cent; neither for a lower bound.
    pub percent_ends: Option<Interval<Ratio>>,
    /// Pledged − spent, in millions: positive is still missing, negative is headroom.
    pub gap: Option<Ratio>,
    /// The least and the most of it; neither for a lower bound or a published share.
    pub gap_ends: Option<[Ratio; 2]>,
    /// Pledged − spent, in percentage points.
    pub gap_points: Option<Ratio>,
    /// The GDP above which the same money no longer meets the pledge.
    pub break_even: Option<BreakEven>,
}

/// Spent ÷ pledged share.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEven {
    /// In millions.
    pub gdp: Ratio,
    /// The least and the most of it.
    pub ends: [Ratio; 2],
    /// Its distance from the GDP that was used, in per cent; negative where that GDP lies above it.
    pub distance: Ratio,
}

impl Measured {
    /// A figure against a case.
    ///
    /// # Errors
    /// A part of the arithmetic needs more than 28 digits.
    pub fn new(case: &Case<'_>, spent: &Spent<'_>) -> Result<Self> {
        if case.is_mean() {
            let of_mean = |(mean, ends)| Self::of_mean(case, mean, ends);
            return Ok(mean(case, spent)?.map(of_mean).transpose()?.unwrap_or_default());
        }
        let whole = case.whole.as_ref();
        let measured = match spent.measure {
            Measure::Money => spent.between()?.map(|amount| Self::of_amount(case, amount, whole)),
            Measure::Published => {
                let share = spent.share().filter(|_| case.takes_shares()).map(Observation::between).transpose()?;
                share.map(|share| Self::of_share(case, share, whole))
            }
        };
        let measured = measured.transpose()?.unwrap_or_default();
        Ok(match spent.extent {
            Extent::Whole => measured,
            Extent::Bound | Extent::Overlapping => measured.bound(),
        })
    }

    /// What was spent by itself, where it is not known what was pledged.
    pub(super) fn without_pledge(self) -> Self {
        Self { percent: self.percent, percent_ends: self.percent_ends, ..Self::default() }
    }

    /// What is still missing, if anything is.
    ///
    /// # Errors
    /// The comparison needs more than 28 digits.
    pub(super) fn missing(&self) -> Result<Option<Ratio>> {
        let Some(gap) = self.gap else { return Ok(None) };
        Ok(gap.compare(Decimal::ZERO)?.is_gt().then_some(gap))
    }

    /// A lower bound is taken at its published figures, whose precision says nothing about what is missing.
    fn bound(self) -> Self {
        let exact =
            |(figure, _): (Ratio, Interval<Ratio>)| (figure, Interval { low: Some(figure), high: Some(figure) });
        Self { figure: self.figure.map(exact), percent_ends: None, gap_ends: None, break_even: None, ..self }
    }

    fn of_amount(case: &Case<'_>, amount: Between, whole: Option<&Whole<'_>>) -> Result<Self> {
        let abroad = case.abroad.as_ref().filter(|_| whole.is_none());
        let percent = match whole {
            Some(whole) => Some(amount.percent_of(&whole.millions)?),
            None => abroad.map(|abroad| abroad.percent_of(&amount)).transpose()?,
        };
        let [least, most] = amount.ends()?;
        let figure = if case.is_share() {
            percent
        } else {
            Some((amount.value.into(), Interval { low: Some(least.into()), high: Some(most.into()) }))
        };
        let pledged = pledged(case, whole)?;
        let less = |spent: Decimal, pledged: Ratio| Ratio::from(spent).gap_to(pledged);
        let gap = pledged.map(|(value, _)| less(amount.value, value)).transpose()?;
        let gap_ends = pledged.map(|(_, [low, high])| Ok([less(most, low)?, less(least, high)?])).transpose()?;
        Ok(Self {
            figure,
            percent: percent.map(|(percent, _)| percent),
            percent_ends: percent.map(|(_, ends)| ends),
            gap,
            gap_ends,
            gap_points: points(case, gap, percent.map(|(percent, _)| percent))?,
            break_even: whole.map(|whole| break_even(case, amount, whole)).transpose()?.flatten(),
        })
    }

    /// The mean of shares, whose distance is one in points alone.
    fn of_mean(case: &Case<'_>, mean: Ratio, ends: Interval<Ratio>) -> Result<Self> {
        let (figure, gap_points) = (Some((mean, ends)), Some(mean.gap_to(case.scale.value)?));
        Ok(Self { figure, percent: Some(mean), percent_ends: Some(ends), gap_points, ..Self::default() })
    }

    /// The share as it is published, which needs no GDP.
    fn of_share(case: &Case<'_>, share: Between, whole: Option<&Whole<'_>>) -> Result<Self> {
        let percent = Ratio::from(share.value);
        let [low, high] = share.ends()?;
        let ends = Interval { low: Some(low.into()), high: Some(high.into()) };
        let missing = percent.gap_to(case.scale.value)?;
        let gap = whole.map(|whole| whole.millions.share(&missing)).transpose()?;
        Ok(Self {
            figure: Some((percent, ends)),
            percent: Some(percent),
            percent_ends: Some(ends),
            gap: gap.map(|(value, _)| value),
            gap_ends: None,
            gap_points: Some(missing),
            break_even: None,
        })
    }
}

/// What was pledged in millions, and its ends, which a share has from those of its whole.
fn pledged(case: &Case<'_>, whole: Option<&Whole<'_>>) -> Result<Option<(Ratio, [Ratio; 2])>> {
    let (value, ends) = (case.scale.value, case.range.map(|scale| scale.value));
    if !case.is_share() {
        return Ok(Some((value, ends)));
    }
    let Some(whole) = whole else { return Ok(None) };
    let ([least, _], [_, most]) = (whole.millions.share(&ends[0])?.1, whole.millions.share(&ends[1])?.1);
    Ok(Some((whole.millions.share(&value)?.0, [least, most])))
}

/// The gap in percentage points: of a share pledge from the stated figure, of an amount its gap as a share of GDP.
fn points(case: &Case<'_>, gap: Option<Ratio>, percent: Option<Ratio>) -> Result<Option<Ratio>> {
    if case.is_share() {
        return percent.map(|percent| percent.gap_to(case.scale.value)).transpose();
    }
    let whole = case.whole.as_ref().map(|whole| whole.millions.value);
    let abroad = case.abroad.as_ref().filter(|_| whole.is_none());
    match whole {
        Some(whole) => gap.map(|gap| gap.percent_of(whole)).transpose(),
        None => gap.zip(abroad).map(|(gap, abroad)| abroad.percent(gap)).transpose(),
    }
}

/// The GDP at which what was spent is just the pledged share of it; a ceiling has none, nor has a share of something else.
fn break_even(case: &Case<'_>, amount: Between, whole: &Whole<'_>) -> Result<Option<BreakEven>> {
    let has_one = case.pledged.pledge.base() == Some(Base::Gdp) && !case.scale.is_ceiling;
    let Some(share) = case.scale.value.exact().filter(|_| has_one) else { return Ok(None) };
    let at = |amount: Decimal| Ratio::percent(amount, share);
    let [low, high] = amount.ends()?;
    let (spent, due) = (multiply(amount.value, Decimal::ONE_HUNDRED)?, multiply(share, whole.millions.value)?);
    let distance = Ratio::percent(subtract(spent, due)?, due)?;
    Ok(Some(BreakEven { gdp: at(amount.value)?, ends: [at(low)?, at(high)?], distance }))
}
