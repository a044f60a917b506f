//! From where to where a pledge leads, on which GDP and by which shapes.

use crate::analysis::Shape;
use crate::book::{Basis, Commitment};
use crate::error::{Error, Kind, Result};
use crate::gdp::Resolution;
use crate::quantity::{Decimal, Ratio, Year, YearRange};
use crate::question::Query;
use crate::question::start::Start;

use super::goal::Goal;
use super::spending::Spending;
use crate::question::refusals::missing;

/// A pledge on its way.
pub(super) struct Plan<'b> {
    pub(super) commitment: &'b Commitment,
    /// GDP under the one scenario that is asked for, else `latest`.
    pub(super) resolution: Resolution<'b>,
    pub(super) start: Start<'b>,
    pub(super) goal: Goal,
    pub(super) shapes: Vec<Shape>,
    /// The shares that the shape `waypoints` leads through.
    pub(super) waypoints: Vec<(Year, Ratio)>,
    /// What was spent in the years of a pledge over years together that are known, in their order.
    pub(super) known: Vec<Start<'b>>,
}

impl<'b> Plan<'b> {
    /// The plan of the one commitment that is asked about.
    ///
    /// # Errors
    /// None or several are asked about, or as [`Plan::to`].
    pub(super) fn of(query: &Query<'b>) -> Result<Self> {
        Self::to(query, asked(query)?)
    }

    /// The plan of a commitment.
    ///
    /// # Errors
    /// No path leads there, or two figures between which nothing chooses.
    pub(super) fn to(query: &Query<'b>, commitment: &'b Commitment) -> Result<Self> {
        commitment.check_announced(query.as_of)?;
        commitment.stated()?;
        let say_when = || missing("--pledge", "by YEAR", "say by when, as \"3.5% of GDP by 2035\"");
        let when = commitment.when.ok_or_else(say_when)?;
        let scenario = query.scenarios.first().cloned().unwrap_or_else(|| Basis::Latest.to_string());
        let horizon = when.last().unwrap_or(Year::FIRST).max(query.book.latest_year());
        let resolution = query.resolver().to(horizon).resolve(&scenario, commitment.country)?;
        let mut spending = Spending::new(query, commitment);
        let start = spending.start(&resolution.path, when.last().unwrap_or(Year::LAST))?;
        let goal = Goal::of(query, commitment, &resolution.path, &start)?;
        let stated = || commitment.path.iter().map(|(year, share)| (*year, *share)).collect();
        let said = &query.planning.waypoints;
        let waypoints = if said.is_empty() { stated() } else { said.clone() };
        let waypoints: Vec<(Year, Ratio)> =
            waypoints.into_iter().map(|(year, share)| (year, share.percent().into())).collect();
        let shapes = match (&query.planning.shapes[..], goal.together, waypoints.is_empty()) {
            ([], Some(_), _) => vec![Shape::Even],
            ([], None, true) => vec![Shape::Linear],
            ([], None, false) => vec![Shape::Waypoints],
            (asked, _, _) => asked.to_vec(),
        };
        let mut plan = Self { commitment, resolution, start, goal, shapes, waypoints, known: Vec::new() };
        plan.shapes.iter().try_for_each(|shape| plan.check(&query.planning, *shape))?;
        plan.known = spending.known(&plan.goal, &plan.start)?;
        Ok(plan)
    }

    /// GDP of a year, in millions.
    pub(super) fn gdp(&self, year: Year) -> Option<Decimal> {
        self.resolution.path.value(year).map(|value| value.gdp.millions())
    }

    /// The definition by which spending counts on the path: that of the figure from which it starts, else of the commitment.
    pub(super) fn counted_by(&self) -> Option<&str> {
        let own = self.commitment.definition.as_ref().map(|own| own.id.as_str());
        self.start.figure.as_ref().and_then(|figure| figure.row.definition.as_deref()).or(own)
    }

    /// The years of the path: from its start to its goal, of a pledge over years together those of them that are left.
    pub(super) fn years(&self) -> Vec<Year> {
        let first = self.goal.together.map_or(self.start.year, YearRange::first).max(self.start.year);
        let after = first.to(self.goal.year).filter(|year| *year > self.start.year);
        std::iter::once(self.start.year).chain(after).collect()
    }
}

/// The one commitment that is asked about.
fn asked<'b>(query: &Query<'b>) -> Result<&'b Commitment> {
    let countries = query.countries();
    let listed = query.listed();
    let of = listed.iter().filter(|own| countries.contains(&own.country));
    let is_named = !query.said.is_empty() || !query.commitments.is_empty();
    match (is_named, &of.copied().collect::<Vec<_>>()[..]) {
        (true, [one]) => Ok(one),
        (true, [one, ..]) if query.said.is_empty() => {
            Err(Error::new(Kind::SeveralCountries { commitment: one.id.clone() })
                .help("ask about one of its countries"))
        }
        (true | false, _) => Err(missing("path", "ID", "name a commitment, or say a pledge with `--pledge`")),
    }
}
