//! The rows of a claim: on each GDP, and against each counterfactual.

use crate::analysis::{Claimed, Counterfactual, Truth};
use crate::error::Result;
use crate::quantity::{Interval, Ratio, Year, YearRange};
use crate::question::Query;
use crate::question::cells::millions;
use crate::question::shares::Shares;
use crate::table::{Cell, Value};

use super::before::Before;
use super::check::check_claim;
use super::read::Claim;
use super::whose::{self, Whose};

/// A claim about a country, and what it is held against.
pub(super) struct Held<'b> {
    pub(super) claim: Claim,
    pub(super) claimed: Claimed,
    pub(super) years: Vec<InYear<'b>>,
}

/// What is known of a year of a claim.
pub(super) struct InYear<'b> {
    pub(super) year: Year,
    pub(super) before: Before<'b>,
    pub(super) whose: Vec<Whose>,
}

/// On one GDP and against one counterfactual.
pub(super) struct Row<'h, 'b> {
    pub(super) whose: &'h Whose,
    pub(super) in_year: &'h InYear<'b>,
    pub(super) counterfactual: Option<Counterfactual>,
    /// What the share comes to in millions, if it is known.
    pub(super) computed: Option<Interval<Ratio>>,
    pub(super) truth: Truth,
}

impl<'b> Held<'b> {
    /// What is known of each year.
    ///
    /// # Errors
    /// As [`check_claim`]; figures between which nothing chooses, or arithmetic that needs more digits than can be kept.
    pub(super) fn of(query: &Query<'b>) -> Result<Self> {
        let (claim, country) = (check_claim(query)?, query.country());
        let claimed = Claimed { money: claim.money.between()?, share: claim.share.between() };
        let paths = whose::paths(query, country)?;
        let mut shares = query.told_by().map(|definition| Shares::new(query, definition));
        let mut years = Vec::new();
        for year in query.years.into_iter().flat_map(YearRange::years) {
            let before = Before::of(query, shares.as_mut(), year)?;
            years.push(InYear { year, before, whose: whose::in_year(&paths, year)? });
        }
        Ok(Self { claim, claimed, years })
    }

    /// Year by year, on each GDP: as it is claimed where that is no change, then against each counterfactual.
    pub(super) fn rows(&self) -> Result<Vec<Row<'_, 'b>>> {
        let plain = (!self.claim.is_more).then_some(None);
        let against: Vec<_> = plain.into_iter().chain(Counterfactual::ALL.iter().copied().map(Some)).collect();
        let mut rows = Vec::new();
        for in_year in &self.years {
            for whose in &in_year.whose {
                for counterfactual in &against {
                    rows.push(self.row(in_year, whose, *counterfactual)?);
                }
            }
        }
        Ok(rows)
    }

    fn row<'h>(
        &'h self,
        in_year: &'h InYear<'b>,
        whose: &'h Whose,
        counterfactual: Option<Counterfactual>,
    ) -> Result<Row<'h, 'b>> {
        let computed = match (&whose.gdp, counterfactual) {
            (None, _) => None,
            (Some(gdp), None) => Some(self.claimed.of(gdp)?),
            (Some(gdp), Some(rule)) => {
                self.claimed.beyond(rule, &in_year.before.extremes, gdp, in_year.before.prices)?
            }
        };
        let truth = self.claimed.truth(computed.as_ref())?;
        Ok(Row { whose, in_year, counterfactual, computed, truth })
    }
}

impl Row<'_, '_> {
    /// The cells of the table; of several years each GDP is named with its own, as `latest in 2026`.
    pub(super) fn cells(&self, held: &Held<'_>) -> Vec<Cell> {
        let end = |of: fn(&Interval<Ratio>) -> Option<Ratio>| millions(self.computed.as_ref().and_then(of));
        let name = &self.whose.name;
        vec![
            match &held.years[..] {
                [_] => Cell::name(&**name),
                _ => Cell::name(format!("{name} in {}", self.in_year.year)),
            },
            Cell::name(self.counterfactual.map_or("", Counterfactual::word)),
            Value::Money(held.claimed.money.value).into(),
            end(|ends| ends.low),
            end(|ends| ends.high),
            Cell::name(self.truth.word()),
        ]
    }
}
