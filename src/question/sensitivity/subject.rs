//! What is moved: a commitment in a year, GDP from the last closed year on, and the money that is held against it.

use crate::analysis::{Moved, Steps};
use crate::book::{Basis, Commitment, Observation};
use crate::error::{Error, Kind, Result};
use crate::gdp::{Ground, Resolution, Value};
use crate::quantity::{Between, Decimal, Share, Year, YearRange};
use crate::verdict::{Scale, Spending};

use super::super::Query;
use super::super::judgements::grounds;
use super::super::refusals::missing;
use super::movable::{self, Unmoved};

/// The most cells of a grid.
const MOST: usize = 100_000;

/// A commitment of which a grid is made.
pub(super) struct Subject<'b> {
    pub(super) commitment: &'b Commitment,
    /// The share that it pledges, of a range its lower end.
    pub(super) pledged: Share,
    /// How a figure is held against that.
    pub(super) scale: Scale,
    /// Its year, as it was stated.
    pub(super) years: YearRange,
    pub(super) resolution: Resolution<'b>,
    /// GDP of the year on the path.
    pub(super) own: Value,
    /// GDP from the last year that stays on, and which that is; else why no growth is moved.
    pub(super) moved: Result<(Year, Moved), Unmoved>,
    /// The firmest money of the year under the commitment's definition.
    pub(super) spent: Option<&'b Observation>,
    growth: Steps,
    share: Steps,
}

/// GDP of the year where growth is so many points more.
pub(super) struct Moving {
    pub(super) points: Decimal,
    pub(super) gdp: Between,
}

impl<'b> Subject<'b> {
    /// The commitment that is asked about, on the scenario that is asked for, else on its own basis.
    pub(super) fn of(query: &Query<'b>) -> Result<Self> {
        let id = query.commitments.first().ok_or_else(|| missing("sensitivity", "ID", "name a commitment"))?;
        let commitment = query.book.named_commitment(id, query.countries.as_deref())?;
        commitment.check_announced(query.as_of)?;
        let (pledged, pledge) = (movable::share(commitment)?, commitment.stated()?);
        let years = movable::years(query, commitment)?;
        let year = years.first();
        let ground = query.scenarios.first().map(|name| Ground::named(name));
        let ground = ground.into_iter().chain(grounds(query, commitment)).next().unwrap_or(Basis::Latest.into());
        let resolution = query.resolver().resolve(&ground.to_string(), commitment.country)?;
        let moved = movable::moved(&resolution, year, query.as_of);
        let subject = Self {
            commitment,
            pledged,
            scale: Scale::of(&pledge, pledge.slack_or(commitment.tolerance)?.value, false)?,
            years,
            own: movable::value(query, commitment, &resolution, year)?,
            growth: movable::growth(query, commitment, &moved)?,
            share: query.grid.share.unwrap_or_else(|| Steps::only(pledged.percent())).above_zero()?,
            moved,
            resolution,
            spent: spent(query, commitment, year)?,
        };
        subject.check().map(|()| subject)
    }

    /// That the grid is one that somebody reads, and leaves GDP above zero in every year.
    fn check(&self) -> Result<()> {
        if self.growth.values()?.len() * self.share.values()?.len() > MOST {
            let what = format!("the grid of {} and {}", self.growth, self.share);
            return Err(Error::new(Kind::TooManyValues { what, most: MOST }).help("write a larger step"));
        }
        // the first growth is the least
        self.gdp_at(self.growth.first).map(drop)
    }

    /// The shares in order.
    pub(super) fn shares(&self) -> Result<Vec<Decimal>> {
        self.share.values()
    }

    /// GDP at each growth in order; as it was published where none is added.
    pub(super) fn moving(&self) -> Result<Vec<Moving>> {
        self.growth.values()?.into_iter().map(|points| Ok(Moving { points, gdp: self.gdp_at(points)? })).collect()
    }

    /// Whether so many points lie within the grid.
    pub(super) fn reaches(&self, points: Decimal) -> Result<bool> {
        let values = self.growth.values()?;
        Ok(values.first().is_some_and(|first| *first <= points) && values.last().is_some_and(|last| points <= *last))
    }

    fn gdp_at(&self, points: Decimal) -> Result<Between> {
        let last = match &self.moved {
            Ok((_, moved)) if !points.is_zero() => moved.by(points)?.pop(),
            Ok(_) | Err(_) => None,
        };
        match last {
            Some(gdp) => Between::new(gdp, None),
            None => Between::new(self.own.gdp.millions(), self.own.precision),
        }
    }

    /// How a figure is held against another share.
    pub(super) fn scale_of(&self, share: Decimal) -> Scale {
        Scale { value: share.into(), ..self.scale }
    }

    /// The documents of the pledge, of GDP that it rests on, and of the money.
    pub(super) fn sources(&self) -> Vec<String> {
        let year = self.years.first();
        let first = self.moved.as_ref().map_or(year, |(first, _)| *first);
        let gdp = first.to(year).filter_map(|year| self.resolution.path.value(year)?.source.clone());
        let spent = self.spent.map(|row| row.source.clone());
        std::iter::once(self.commitment.source.id.clone()).chain(gdp).chain(spent).collect()
    }

    /// The name of the scenario or basis.
    pub(super) fn ground(&self) -> &str {
        &self.resolution.path.scenario
    }
}

/// The firmest money of a year under the definition that a commitment names.
fn spent<'b>(query: &Query<'b>, commitment: &Commitment, year: Year) -> Result<Option<&'b Observation>> {
    let Some(definition) = &commitment.definition else { return Ok(None) };
    let known = Spending::known(query.book, query.as_of);
    known.amount(commitment.country, &definition.id, year, commitment.currency)
}
