//! The rows of a plan: what each shape asks for in each year, what that is beyond, and what all years come to.

use crate::analysis::Shape;
use crate::error::Result;
use crate::quantity::{Ratio, Year, YearRange};
use crate::question::Query;
use crate::question::cells::{gdp_value, millions, quotient};
use crate::table::{Cell, Value};

use super::plan::Plan;
use super::prices::Prices;
use super::versus::Otherwise;

/// A year of a shape, money in the prices that are told, in millions.
pub(super) struct Row {
    pub(super) year: Year,
    pub(super) share: Option<Ratio>,
    pub(super) money: Option<Ratio>,
    /// What is more than in the year before, where the plan has it.
    pub(super) step: Option<Ratio>,
    pub(super) growth: Option<Ratio>,
    pub(super) versus: Option<Ratio>,
    pub(super) extra: Option<Ratio>,
}

/// The years of a shape.
///
/// # Errors
/// A part of a quotient needs more than 77 digits.
pub(super) fn rows(
    plan: &Plan<'_>,
    shape: Shape,
    prices: &Prices<'_>,
    otherwise: Option<&Otherwise<'_>>,
) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    for year in plan.years() {
        let asked = plan.asks_for(shape, year)?;
        let money = prices.told(year, asked.money)?;
        let versus = otherwise.map_or(Ok(None), |otherwise| otherwise.millions(plan, prices, year))?;
        let versus = prices.told(year, versus)?;
        let before = rows.last().filter(|before| before.year.next() == Some(year)).and_then(|before| before.money);
        let step = before.zip(money).map(|(before, money)| before.gap_to(money)).transpose()?;
        let growth = before.zip(step).filter(|(before, _)| !before.is_zero());
        let growth = growth.map(|(before, step)| step.percent_of(before)).transpose()?;
        let extra = versus.zip(money).map(|(versus, money)| versus.gap_to(money)).transpose()?;
        rows.push(Row { year, share: asked.share, money, step, growth, versus, extra });
    }
    Ok(rows)
}

impl Row {
    /// The cells of the year.
    ///
    /// # Errors
    /// A part of a quotient needs more than 77 digits.
    pub(super) fn cells(&self, plan: &Plan<'_>, shape: Shape, prices: &Prices<'_>) -> Result<Vec<Cell>> {
        let value = plan.resolution.path.value(self.year);
        let gdp = match (value, prices.of) {
            (Some(value), None) => Cell::from(gdp_value(value.gdp, value.chained)).of_kind(value.kind),
            (Some(value), Some(_)) => {
                millions(prices.told(self.year, Some(value.gdp.millions().into()))?).of_kind(value.kind)
            }
            (None, _) => Cell::UNKNOWN,
        };
        let kind = plan.start.figure.as_ref().map(|figure| figure.row.kind).filter(|_| self.year == plan.start.year);
        Ok(vec![
            Cell::name(shape.word()),
            Cell::name(&*plan.commitment.id),
            self.year.into(),
            gdp,
            quotient(self.share, 2).of_kind(kind),
            millions(self.money).of_kind(kind),
            millions(self.step),
            quotient(self.growth, 2),
            millions(self.versus),
            millions(self.extra),
        ])
    }
}

/// What the years of a shape come to together that are asked about, all but the one in which it starts; nothing where there is none.
///
/// # Errors
/// A sum needs more digits than can be kept.
pub(super) fn total(query: &Query<'_>, plan: &Plan<'_>, shape: Shape, rows: &[Row]) -> Result<Option<Vec<Cell>>> {
    let added: Vec<&Row> =
        rows.iter().filter(|row| row.year != plan.start.year && query.asks_about(row.year.into())).collect();
    let Some((first, last)) = added.first().zip(added.last()) else { return Ok(None) };
    let sum = |of: fn(&Row) -> Option<Ratio>| {
        let terms: Option<Vec<Ratio>> = added.iter().map(|row| of(row)).collect();
        terms.map(Ratio::sum).transpose()
    };
    let empty = || Cell::UNKNOWN;
    Ok(Some(vec![
        Cell::name(shape.word()),
        Cell::name(&*plan.commitment.id),
        Value::Years(YearRange::new(first.year, last.year)?).into(),
        empty(),
        empty(),
        millions(sum(|row| row.money)?),
        empty(),
        empty(),
        millions(sum(|row| row.versus)?),
        millions(sum(|row| row.extra)?),
    ]))
}
