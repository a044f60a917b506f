//! What a verdict finds, as a kind of sentence.

use crate::book::Basis;
use crate::chart::words::Side;
use crate::error::Result;
use crate::gdp::Ground;
use crate::pledge::Base;
use crate::quantity::Year;
use crate::verdict::{Case, Extent, Judgement, Measure, Spent, Verdict};

/// What is found of a pledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finding {
    /// A figure could be held against it.
    Held(Held),
    /// Only parts or some of the years are published.
    InPart,
    /// There is no GDP of a year, or no forecast of it that a budget could be built on.
    NoGdp(Year, Forecast),
    /// Its publisher has no figure of the year that the pledge is set against.
    NoReference(Year),
    /// There is no gross national income.
    NoGni,
    /// What the pledge is a share of is not published.
    NoWhole,
    /// What is published is in another unit than the pledge.
    NotConverted,
    /// Parts may count the same money.
    Overlapping,
    /// What is published cannot be added up.
    NotAdded,
    /// Nothing is published by the pledge's own definition, something is by another one.
    Incomparable,
    /// Nothing is published.
    Open,
    /// No figure was stated.
    NoFigure,
}

/// What a figure says of a pledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    /// Met, on this side of the stated figure.
    Met(Side),
    /// Met, within a range or above it.
    InRange(Range),
    /// Off it as written, equal to it as rounded.
    Rounded(Side),
    /// Missed.
    Missed(Side),
    /// Open for the precision of the figures alone.
    Unsettled(Side),
}

/// Where a figure is that reaches the lower end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Range {
    Within,
    Above,
}

/// Whether GDP is sought among forecasts alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forecast {
    Only,
    OrAny,
}

impl Finding {
    /// What a judgement finds.
    ///
    /// # Errors
    /// A comparison needs more than 28 digits.
    pub(super) fn of(judgement: &Judgement<'_>) -> Result<Self> {
        let Some(case) = &judgement.case else { return Ok(Self::NoFigure) };
        let side = side(judgement, case)?;
        Ok(match judgement.verdict {
            Verdict::Met => match range(judgement, case)? {
                Some(range) => Self::Held(Held::InRange(range)),
                None => Self::Held(Held::Met(side.unwrap_or(Side::Even))),
            },
            Verdict::MetRounded => Self::Held(Held::Rounded(side.unwrap_or(Side::Even))),
            Verdict::Missed => Self::Held(Held::Missed(side.unwrap_or(Side::Even))),
            Verdict::Undecided => undecided(case, judgement.spent.as_ref(), side),
            Verdict::Incomparable => Self::Incomparable,
            Verdict::Open => Self::Open,
        })
    }

    /// What a figure says, if one could be held against the pledge.
    pub(super) fn held(self) -> Option<Held> {
        if let Self::Held(held) = self { Some(held) } else { None }
    }

    /// Whether it says for or against the pledge.
    pub(super) fn is_decided(self) -> bool {
        self.held().is_some_and(|held| !matches!(held, Held::Unsettled(_)))
    }
}

impl Held {
    /// On which side of the stated figure it is.
    pub(super) fn side(self) -> Side {
        match self {
            Self::Met(side) | Self::Rounded(side) | Self::Missed(side) | Self::Unsettled(side) => side,
            Self::InRange(_) => Side::Beyond,
        }
    }
}

/// Where a figure is in the range that was pledged, if one was.
fn range(judgement: &Judgement<'_>, case: &Case<'_>) -> Result<Option<Range>> {
    let figure = judgement.measured.figure.as_ref().map(|(figure, _)| figure);
    let Some((figure, upper)) = figure.zip(case.pledged.pledge.upper()?) else { return Ok(None) };
    Ok(Some(if figure.compare(upper)?.is_gt() { Range::Above } else { Range::Within }))
}

/// On which side of the stated figure the published one is.
fn side(judgement: &Judgement<'_>, case: &Case<'_>) -> Result<Option<Side>> {
    let Some((figure, _)) = &judgement.measured.figure else { return Ok(None) };
    let (stated, ceiling) = (figure.compare(case.scale.value)?, case.pledged.pledge.is_ceiling());
    Ok(Some(match (stated.is_lt(), stated.is_gt(), ceiling) {
        (true, _, false) => Side::Short,
        (_, true, false) => Side::Beyond,
        (true, _, true) => Side::Below,
        (_, true, true) => Side::Over,
        (false, false, _) => Side::Even,
    }))
}

/// What leaves a verdict open.
fn undecided(case: &Case<'_>, spent: Option<&Spent<'_>>, side: Option<Side>) -> Finding {
    let Some(spent) = spent else { return Finding::NotAdded };
    match (spent.extent, side) {
        (Extent::Overlapping, _) => Finding::Overlapping,
        (Extent::Bound, Some(_)) => Finding::InPart,
        (Extent::Whole, Some(side)) => Finding::Held(Held::Unsettled(side)),
        (Extent::Bound | Extent::Whole, None) => unmeasured(case, spent),
    }
}

/// Why a figure cannot be brought into the unit of the pledge.
fn unmeasured(case: &Case<'_>, spent: &Spent<'_>) -> Finding {
    let reference = case.pledged.pledge.relative_to().filter(|_| case.reference.is_none());
    match (reference, case.missing) {
        (Some(year), _) => Finding::NoReference(year),
        _ if case.is_mean() => Finding::InPart,
        _ if spent.measure == Measure::Published => Finding::NotConverted,
        _ if !case.rests_on_gdp() => Finding::NoWhole,
        _ if case.pledged.pledge.base() == Some(Base::Gni) => Finding::NoGni,
        (None, Some(year)) if case.ground == Ground::Basis(Basis::Budgeted) => Finding::NoGdp(year, Forecast::Only),
        (None, Some(year)) => Finding::NoGdp(year, Forecast::OrAny),
        (None, None) => Finding::NotConverted,
    }
}
