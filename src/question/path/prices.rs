//! In the prices of which year money is told, by the deflator of GDP of one edition.

use crate::analysis::Counterfactual;
use crate::error::{Error, Kind, Result};
use crate::gdp::{Deflator, NoDeflator};
use crate::quantity::{Decimal, Ratio, Year};
use crate::question::Query;

use super::plan::Plan;
use super::planning::Versus;

/// What prices of the years of a plan are in each other.
pub(super) struct Prices<'b> {
    /// The one edition that all of it rests on, or why there is none.
    pub(super) deflator: Result<Deflator<'b>, NoDeflator>,
    /// The one edition that real growth from the start to the goal rests on, or why there is none.
    pub(super) of_growth: Result<Deflator<'b>, NoDeflator>,
    /// The year in whose prices money is told; nothing is each year's own.
    pub(super) of: Option<Year>,
    is_used: bool,
}

impl<'b> Prices<'b> {
    /// Those of the years of a plan, as far as one edition has them; it has to have the year in whose prices money is told, and the
    /// start of one that money at constant prices goes on from.
    ///
    /// # Errors
    /// No edition has that year, or two figures between which nothing chooses.
    pub(super) fn of(query: &Query<'b>, plan: &Plan<'b>) -> Result<Self> {
        let of = query.planning.prices;
        let goes_on = query.planning.versus == Some(Versus::Rule(Counterfactual::ConstantReal));
        let needed: Vec<Year> = of.into_iter().chain(goes_on.then_some(plan.start.year)).collect();
        let wanted = plan.years();
        let edition = |needed: &[Year], wanted: &[Year]| {
            Deflator::of(query.book, query.as_of, plan.commitment.country, needed, wanted)
        };
        let deflator = edition(&needed, &wanted)?;
        if let (Some(year), Err(none)) = (of, &deflator) {
            let reason = format!("money in prices of {year} is not known: {none}");
            let kind = Kind::NoPath { commitment: plan.commitment.id.clone(), reason };
            return Err(
                Error::new(kind).help("name a year that the GDP deflator of the book has, or leave `--real` out")
            );
        }
        let of_growth = edition(&[plan.start.year, plan.goal.year], &wanted)?;
        Ok(Self { deflator, of_growth, of, is_used: !needed.is_empty() })
    }

    /// The edition in whose prices money is told or goes on.
    pub(super) fn used(&self) -> Option<&Deflator<'b>> {
        self.deflator.as_ref().ok().filter(|_| self.is_used)
    }

    /// What prices of a year are in those of another; nothing where that is not known.
    ///
    /// # Errors
    /// None: an index is above zero.
    pub(super) fn between(&self, from: Year, to: Year) -> Result<Option<Ratio>> {
        if from == to {
            return Ok(Some(Decimal::ONE.into()));
        }
        self.deflator.as_ref().map_or(Ok(None), |deflator| deflator.between(from, to))
    }

    /// Money of a year in the prices that are told.
    ///
    /// # Errors
    /// A part of the quotient needs more than 77 digits.
    pub(super) fn told(&self, year: Year, millions: Option<Ratio>) -> Result<Option<Ratio>> {
        let Some((of, millions)) = self.of.zip(millions) else { return Ok(millions) };
        self.between(year, of)?.map(|prices| millions.times(prices)).transpose()
    }
}
