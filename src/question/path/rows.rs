//! The rows of a plan: what each shape asks for in each year, what that is beyond, and what all years come to.

use crate::analysis::Shape;
use crate::error::{Error, Result};
use crate::quantity::{Ratio, Year, YearRange};
use crate::question::Query;
use crate::question::cells::{TOTAL, gdp_of_year, millions, quotient};
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
        let of_year = gdp_of_year(&plan.resolution.path, self.year);
        let gdp = match (prices.of, plan.gdp(self.year)) {
            (Some(_), Some(gdp)) => {
                Cell { value: millions(prices.told(self.year, Some(gdp.into()))?).value, ..of_year }
            }
            (Some(_) | None, _) => of_year,
        };
        let kind = plan.start.figure.as_ref().map(|figure| figure.row.kind).filter(|_| self.year == plan.start.year);
        let is_first = plan.years().get(1) == Some(&self.year);
        let is_apart = is_first && plan.start.is_of_two_gdps && plan.is_in_shares(shape);
        Ok(vec![
            Cell::name(shape.word()),
            Cell::name(&*plan.commitment.id),
            self.year.into(),
            gdp,
            quotient(self.share, 2).of_kind(kind),
            millions(self.money).of_kind(kind),
            millions(self.step).after_break(is_apart),
            quotient(self.growth, 2).after_break(is_apart),
            millions(self.versus),
            millions(self.extra),
        ])
    }
}

/// The rows that a sum adds up: those that are asked about, all but the one in which the path starts.
pub(super) fn added<'r>(query: &Query<'_>, plan: &Plan<'_>, rows: &'r [Row]) -> Vec<&'r Row> {
    rows.iter().filter(|row| row.year != plan.start.year && query.asks_about(row.year.into())).collect()
}

/// A figure of a year.
type Figure = fn(&Row) -> Option<Ratio>;

/// What is added up over the years.
pub(super) const ADDED: [(&str, Figure); 3] =
    [("amounts", |row| row.money), ("versus", |row| row.versus), ("extra", |row| row.extra)];

/// What the years of a shape come to together; nothing where there is none.
///
/// # Errors
/// A sum needs more digits than can be kept.
pub(super) fn total(query: &Query<'_>, plan: &Plan<'_>, shape: Shape, rows: &[Row]) -> Result<Option<Vec<Cell>>> {
    let added = added(query, plan, rows);
    let Some((first, last)) = added.first().zip(added.last()) else { return Ok(None) };
    let sum = |(_, figure): (&str, Figure)| {
        let terms: Option<Vec<Ratio>> = added.iter().map(|row| figure(row)).collect();
        Ok::<_, Error>(millions(terms.map(Ratio::sum).transpose()?))
    };
    let [amounts, versus, extra] = ADDED.map(sum);
    let named = [Cell::name(shape.word()), Cell::name(TOTAL)];
    let years = Value::Years(YearRange::new(first.year, last.year)?).into();
    let empty = || Cell::UNKNOWN;
    let cells = [years, empty(), empty(), amounts?, empty(), empty(), versus?, extra?];
    Ok(Some(named.into_iter().chain(cells).collect()))
}
