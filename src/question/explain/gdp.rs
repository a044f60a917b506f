//! GDP: the figure that counts, those passed over and why, and what a scenario makes of it.

use crate::book::{Measure, Observation};
use crate::error::Result;
use crate::evaluate::{Gdp, Outcome};
use crate::gdp::{Considered, Fate, Path, Resolution};
use crate::pledge::{Base, Pledge};
use crate::quantity::{Between, Currency, Decimal, Year};
use crate::table::Step;

use super::super::Query;
use super::super::figures::{all_digits, published, together};

/// What a pledge is a share of, or its amount is set beside: GDP of each year, and of several years together their sum; GNI of each
/// likewise, or GDP of the year that the pledge names.
pub(in crate::question) fn steps(
    query: &Query<'_>,
    resolution: &Resolution<'_>,
    pledge: &Pledge,
    outcome: &Outcome,
) -> Result<Vec<Step>> {
    let (path, years) = (&resolution.path, outcome.years);
    let (base, named, values) = match pledge.base() {
        Some(Base::GdpOf(year)) => (Base::Gdp, Some(year), &path.values),
        Some(base @ Base::Gni) => (base, None, &path.gni),
        Some(Base::Gdp | Base::DefenceSpending) | None => (Base::Gdp, None, &path.values),
    };
    let of_year = |year| if base == Base::Gni { gni(query, path, year) } else { step(query, resolution, year) };
    let mut steps: Vec<Step> = match named {
        Some(year) => vec![of_year(year)?],
        None => years.years().map(of_year).collect::<Result<_>>()?,
    };
    // GDP of the year that is named counts in each year of a mean
    let of_years = years.years().filter_map(|year| values.get(&named.unwrap_or(year)));
    let added: Vec<Decimal> = of_years.map(|value| value.gdp.millions()).collect();
    let is_sum = |sum: &&Gdp| added.first() != Some(&sum.money.millions());
    if let Some(sum) = outcome.gdp.as_ref().filter(is_sum) {
        let between = Between::new(sum.money.millions(), sum.precision)?;
        steps.push(Step::new(format!("{base} together"), together(added.into_iter(), between)?));
    }
    Ok(steps)
}

/// GNI of a year: what was published.
fn gni(query: &Query<'_>, path: &Path, year: Year) -> Result<Step> {
    let name = format!("GNI {year}");
    let Some(value) = path.gni.get(&year) else {
        return Ok(Step::new(name, format!("none on `{}`", path.scenario)));
    };
    let is_it = |row: &&Observation| {
        row.money() == Some(value.gdp) && row.publisher == value.publisher && Some(row.vintage) == value.vintage
    };
    let figure = published(value.gdp.millions(), value.precision)?;
    let row = query.book.figures_in(path.country, Measure::Gni, None, year).find(is_it);
    Ok(match row {
        Some(row) => {
            Step::new(name, format!("{figure} ({})", origin(row))).at(&row.origin).citing(query.citation(&row.source))
        }
        None => Step::new(name, figure),
    })
}

/// GDP of a year: what was published, or the scenario's own arithmetic and the year that it builds on.
pub(in crate::question) fn step(query: &Query<'_>, resolution: &Resolution<'_>, year: Year) -> Result<Step> {
    let (path, considered) = (&resolution.path, resolution.considered(year));
    let name = format!("GDP {year}");
    let Some(value) = path.value(year) else {
        return Ok(Step::new(name, format!("none on `{}`", path.scenario)).on(passed_over(query, &considered)));
    };
    let chosen = considered.iter().find(|one| one.fate == Fate::Chosen);
    if let Some(chosen) = chosen {
        let figure = published(value.gdp.millions(), value.precision)?;
        let step = Step::new(name, format!("{figure} ({})", origin(chosen.row))).at(&chosen.row.origin);
        return Ok(step.citing(query.citation(&chosen.row.source)).on(passed_over(query, &considered)));
    }
    let before = path.values.keys().copied().rfind(|before| *before < year).filter(|_| value.chained);
    let note = value.note.as_deref().unwrap_or_default();
    // the same arithmetic, from the figure as every other step prints it
    let arithmetic = match before.and_then(|before| path.value(before)).zip(note.split_once(' ')) {
        Some((before, (_, factors))) => format!("{} {factors}", all_digits(before.gdp.millions())),
        None => note.to_owned(),
    };
    let fixed = if value.chained { ", to whole units of the currency" } else { "" };
    let gdp = all_digits(value.gdp.millions());
    let words = format!("{arithmetic} = {gdp} m{fixed}, an assumption of `{}`", value.publisher);
    let scenario = query.book.scenario(&value.publisher);
    let changed =
        scenario.map(|scenario| scenario.changes.get(&year).map_or(&scenario.origin, |changed| &changed.origin));
    let mut step = Step::new(name, words);
    if let Some(origin) = changed {
        step = step.at(origin);
    }
    if let Some(before) = before {
        step = step.on([self::step(query, resolution, before)?]);
    }
    Ok(step.on(passed_over(query, &considered)))
}

/// The figures that do not count, each with its reason.
fn passed_over(query: &Query<'_>, considered: &[Considered<'_>]) -> Vec<Step> {
    let others = considered.iter().filter(|one| one.fate != Fate::Chosen);
    let step = |one: &Considered<'_>| {
        let currency = one.row.currency().map_or("", Currency::code);
        let words = format!("{} m {currency} ({}): {}", all_digits(one.row.value), origin(one.row), one.fate);
        Step::new("passed over", words).at(&one.row.origin).citing(query.citation(&one.row.source))
    };
    others.map(step).collect()
}

fn origin(row: &Observation) -> String {
    format!("{}, {}, {}", row.publisher, row.kind, row.vintage)
}
