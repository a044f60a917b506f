//! The shapes of a plan beside each other, as a picture shows them.

use crate::analysis::Shape;
use crate::book::{Commitment, Definition};
use crate::error::Result;
use crate::quantity::{Decimal, Ratio, Year};
use crate::question::Query;
use crate::question::shares::{Share, Shares};

use super::plan::Plan;
use super::prices::Prices;
use super::required::Required;
use super::rows::{Row, rows};

/// How many years before the start are seen.
const BEFORE: u16 = 9;

/// The ways to a pledge, and what was published before and since.
pub(in crate::question) struct Ways<'b> {
    pub(in crate::question) commitment: &'b Commitment,
    pub(in crate::question) definition: &'b Definition,
    /// The scenario or basis that GDP is of.
    pub(in crate::question) scenario: String,
    pub(in crate::question) published: Vec<Share<'b>>,
    pub(in crate::question) ways: Vec<(Shape, Vec<Stage>)>,
    pub(in crate::question) goal: Stage,
    /// What each year adds by equal steps, in points.
    pub(in crate::question) step: Option<Ratio>,
    pub(in crate::question) sources: Vec<String>,
}

/// A year on a way: the share, the money, and by how many per cent that is more than in the year before; at the goal, than the same
/// growth in each year needs.
pub(in crate::question) struct Stage {
    pub(in crate::question) year: Year,
    pub(in crate::question) share: Option<Ratio>,
    pub(in crate::question) money: Option<Ratio>,
    pub(in crate::question) growth: Option<Ratio>,
}

impl<'b> Ways<'b> {
    /// The shapes that are asked for, else its own with those of equal growth and of waiting, where they lead there; nothing of a
    /// pledge of which nobody knows what is counted.
    ///
    /// # Errors
    /// No path leads there, or a part of a quotient needs more than 77 digits.
    pub(in crate::question) fn to(query: &Query<'b>, commitment: &'b Commitment) -> Result<Option<Self>> {
        let plan = Plan::to(query, commitment)?;
        let by = plan.start.figure.as_ref().and_then(|figure| figure.row.definition.as_deref());
        let own = by.map_or_else(|| query.book.definition_of(commitment), |id| query.book.definition(id));
        let Some(definition) = own else { return Ok(None) };
        let prices = Prices::of(query, &plan)?;
        let of = |shape| Ok((shape, rows(&plan, shape, &prices, None)?.into_iter().map(Stage::from).collect()));
        let ways = shapes(query, &plan).into_iter().map(of).collect::<Result<_>>()?;
        let published = published(query, definition, &plan)?;
        let mut sources = plan.sources(&prices);
        sources.extend(published.iter().flat_map(Share::sources).map(str::to_owned));
        Ok(Some(Self {
            commitment,
            definition,
            goal: goal(&plan, &prices)?,
            step: step(&plan)?,
            scenario: plan.resolution.path.scenario,
            published,
            ways,
            sources,
        }))
    }
}

impl From<Row> for Stage {
    fn from(Row { year, share, money, growth, .. }: Row) -> Self {
        Self { year, share, money, growth }
    }
}

/// What was published of the years of a plan, and of some before.
fn published<'b>(query: &Query<'b>, definition: &'b Definition, plan: &Plan<'b>) -> Result<Vec<Share<'b>>> {
    let mut shares = Shares::new(query, definition);
    let (first, country) = (plan.start.year.number().saturating_sub(BEFORE), plan.commitment.country);
    let seen = |year: &Year| (first..=plan.goal.year.number()).contains(&year.number());
    let years = shares.years(country, |_| true).into_iter().filter(seen);
    years.filter_map(|year| shares.of(country, year).transpose()).collect()
}

fn shapes(query: &Query<'_>, plan: &Plan<'_>) -> Vec<Shape> {
    let mut shapes = plan.shapes.clone();
    if query.planning.shapes.is_empty() {
        let leads = |shape: &Shape| plan.check(&query.planning, *shape).is_ok();
        shapes.extend([Shape::Growth, Shape::Flat].into_iter().filter(leads));
    }
    shapes
}

/// The goal, and the growth that it needs in each year, real where money is told in the prices of one.
fn goal(plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Stage> {
    let goal = &plan.goal;
    let growth = Required::of(plan, prices)?
        .and_then(|required| if prices.of.is_some() { required.real } else { Some(required.nominal) });
    let money = prices.told(goal.year, goal.spent.money)?;
    Ok(Stage { year: goal.year, share: goal.spent.share, money, growth: growth.map(|growth| growth.percent) })
}

fn step(plan: &Plan<'_>) -> Result<Option<Ratio>> {
    let (start, goal) = (&plan.start, &plan.goal);
    let ends = start.spent.share.zip(goal.spent.share).filter(|_| goal.together.is_none());
    let years = Decimal::from(start.year.until(goal.year));
    ends.map(|(first, last)| first.gap_to(last)?.over(years)).transpose()
}
