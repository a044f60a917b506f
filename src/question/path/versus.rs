//! What money that is extra is beyond, year by year.

use crate::analysis::{Counterfactual, Shape};
use crate::book::Commitment;
use crate::error::{Error, Kind, Result};
use crate::evaluate::{self, Pledged, Premise};
use crate::quantity::{Ratio, Year};
use crate::question::Query;
use crate::question::figures::{all_digits, digits};
use crate::question::refusals::needless;

use super::goal::spent;
use super::plan::Plan;
use super::planning::Versus;
use super::prices::Prices;

/// What would be spent otherwise.
pub(super) enum Otherwise<'b> {
    /// By a rule, from where the path starts.
    Rule(Counterfactual),
    /// By another commitment in the years that it names.
    InItsYears(&'b Commitment, Box<Pledged>),
    /// By one that is to be reached by a year, on its own way there.
    OnItsWay(Box<Plan<'b>>, Shape),
}

impl<'b> Otherwise<'b> {
    /// What is asked for.
    ///
    /// # Errors
    /// The country has no such commitment, it states no figure, or no path leads to it.
    pub(super) fn of(query: &Query<'b>, plan: &Plan<'b>) -> Result<Option<Self>> {
        let id = match &query.planning.versus {
            None => return Ok(None),
            Some(Versus::Rule(rule)) => return Ok(Some(Self::Rule(*rule))),
            Some(Versus::Commitment(id)) => id,
        };
        let country = plan.commitment.country;
        let other = query.book.commitment(id, country).ok_or_else(|| {
            let whose = query.book.commitments_named(id).next().map_or(country, |own| own.country);
            let kind = Kind::OtherCountry { name: id.clone(), country: whose.named() };
            Error::new(kind).help(format!("name a commitment of {}, or a rule", country.named()))
        })?;
        check_family(query, plan.commitment, other)?;
        if other.when.is_some_and(|when| when.by().is_some()) {
            let mut own = query.clone();
            own.planning.shapes.clear();
            own.planning.waypoints.clear();
            let way = Plan::to(&own, other)?;
            let shape = way.shapes.first().copied().unwrap_or(Shape::Linear);
            return Ok(Some(Self::OnItsWay(Box::new(way), shape)));
        }
        Ok(Some(Self::InItsYears(other, Box::new(query.stated(other)?))))
    }

    /// What it comes to in a year, in millions at the prices of that year; in the year in which the path starts just what was spent.
    ///
    /// # Errors
    /// An amount cannot be kept exactly.
    pub(super) fn millions(&self, plan: &Plan<'_>, prices: &Prices<'_>, year: Year) -> Result<Option<Ratio>> {
        match self {
            Self::Rule(_) if year == plan.start.year => Ok(plan.start.spent.money),
            Self::Rule(rule) => rule.millions(plan.start.spent, plan.gdp(year), prices.between(plan.start.year, year)?),
            Self::InItsYears(own, pledged) => match own.when.filter(|when| when.names(year)) {
                Some(_) => {
                    let path = &plan.resolution.path;
                    Ok(spent(&evaluate::in_year(pledged, path, year)?, pledged.pledge, own.currency, path)?.money)
                }
                None => Ok(None),
            },
            Self::OnItsWay(way, shape) if way.years().contains(&year) => Ok(way.asks_for(*shape, year)?.money),
            Self::OnItsWay(..) => Ok(None),
        }
    }

    /// What another commitment rests on besides GDP.
    ///
    /// # Errors
    /// As [`Otherwise::millions`].
    pub(super) fn premises(&self, plan: &Plan<'_>) -> Result<Vec<Premise>> {
        match self {
            Self::Rule(_) => Ok(Vec::new()),
            Self::OnItsWay(way, _) => Ok(way.goal.premises.clone()),
            Self::InItsYears(own, pledged) => {
                let named = plan.years().into_iter().filter(|year| own.when.is_some_and(|when| when.names(*year)));
                let premises = named.map(|year| Ok(evaluate::in_year(pledged, &plan.resolution.path, year)?.premises));
                let mut premises = premises.collect::<Result<Vec<_>>>()?.concat();
                premises.dedup();
                Ok(premises)
            }
        }
    }

    /// The documents that it comes from.
    ///
    /// # Errors
    /// As [`Otherwise::millions`].
    pub(super) fn sources(&self, plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Vec<String>> {
        let mut sources = match self {
            Self::Rule(_) => Vec::new(),
            Self::InItsYears(own, _) => vec![own.source.id.clone()],
            Self::OnItsWay(way, _) => way.sources(prices),
        };
        sources.extend(self.premises(plan)?.iter().filter_map(Premise::source).map(str::to_owned));
        Ok(sources)
    }

    /// The rule with the figures of a year filled in.
    ///
    /// # Errors
    /// A figure needs more than 28 digits.
    pub(super) fn rule(&self, plan: &Plan<'_>, prices: &Prices<'_>, year: Year) -> Result<String> {
        let (start, spent) = (plan.start.year, plan.start.spent);
        Ok(match (self, spent.share, spent.money, plan.gdp(year)) {
            (Self::Rule(Counterfactual::ConstantShare), Some(share), _, Some(gdp)) => {
                format!("{}% × {} m", digits(&share)?, all_digits(gdp))
            }
            (Self::Rule(Counterfactual::ConstantReal), _, Some(money), _) => {
                format!("{} m × index {year} ÷ index {start}", digits(&money)?)
            }
            (Self::Rule(_) | Self::InItsYears(..) | Self::OnItsWay(..), _, _, _) => self.words(plan, prices),
        })
    }

    /// What it is, in words.
    pub(super) fn words(&self, plan: &Plan<'_>, prices: &Prices<'_>) -> String {
        let (start, apart) = (plan.start.year, self.apart(plan).unwrap_or_default());
        match self {
            Self::Rule(rule @ Counterfactual::FlatCash) => format!("`{rule}`, the money of {start}"),
            Self::Rule(rule @ Counterfactual::ConstantShare) => format!("`{rule}`, the share of GDP of {start}"),
            Self::Rule(rule @ Counterfactual::ConstantReal) => {
                let by = match &prices.deflator {
                    Ok(deflator) => format!(" by {}", deflator.named()),
                    Err(none) => format!(", unknown since {none}"),
                };
                format!("`{rule}`, the money of {start} at constant prices{by}")
            }
            Self::InItsYears(own, pledged) => {
                format!("`{}`, {} for {}{apart}", own.id, pledged.pledge, own.years())
            }
            Self::OnItsWay(way, shape) => {
                let (id, start) = (&way.commitment.id, way.start.year);
                format!("`{id}`, on its own `{shape}` path from {start} to {}{apart}", way.goal.year)
            }
        }
    }

    /// That it counts spending by another definition than the path, if it does.
    fn apart(&self, plan: &Plan<'_>) -> Option<String> {
        let counted = match self {
            Self::Rule(_) => None,
            Self::InItsYears(own, _) => own.definition.as_ref().map(|own| own.id.as_str()),
            Self::OnItsWay(way, _) => way.counted_by(),
        };
        let (other, own) = counted.zip(plan.counted_by()).filter(|(other, own)| other != own)?;
        Some(format!(", which is of `{other}`, while the path is under `{own}`"))
    }
}

/// That both count spending of one family: aid is set beside no defence.
fn check_family(query: &Query<'_>, own: &Commitment, other: &Commitment) -> Result<()> {
    let families = query.book.family_of(own).zip(query.book.family_of(other)).filter(|(one, another)| one != another);
    families.map_or(Ok(()), |(one, another)| {
        let reason = format!("it is of `{another}`, and `{}` of `{one}`", own.id);
        Err(needless(format!("--versus {}", other.id), reason, "name a commitment of the same family, or a rule"))
    })
}
