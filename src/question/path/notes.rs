//! What people should read beside the rows of a plan: from where to where, on whose figures, by which rule.

use crate::analysis::{Shape, required_growth};
use crate::error::Result;
use crate::gdp::Deflator;
use crate::pledge::{Pledge, When};
use crate::quantity::text::{grouped, listed};
use crate::quantity::{Ratio, Year};
use crate::question::Query;
use crate::question::start::Start;

use super::plan::Plan;
use super::prices::Prices;
use super::rows::Row;
use super::versus::Otherwise;

/// Start, goal, GDP, shapes, the growth that is needed, what extra money is beyond, and in which prices money is told.
///
/// # Errors
/// A figure needs more than 28 digits.
pub(super) fn notes(
    query: &Query<'_>,
    plan: &Plan<'_>,
    prices: &Prices<'_>,
    otherwise: Option<&Otherwise<'_>>,
) -> Result<Vec<String>> {
    let mut notes = vec![start(query, plan), goal(query, plan)?, format!("GDP of `{}`", plan.resolution.path.scenario)];
    let named = |shape: &Shape| Ok(format!("`{shape}`: {}", rule(plan, *shape)?));
    notes.extend(plan.shapes.iter().map(named).collect::<Result<Vec<_>>>()?);
    notes.extend(growth(plan, prices)?);
    notes.extend(otherwise.map(|otherwise| format!("extra: beyond {}", otherwise.words(plan.start.year))));
    notes.push(match (prices.of, &prices.deflator) {
        (Some(year), Ok(deflator)) => {
            format!(
                "money in prices of {year}, by the GDP deflator of {} of {}",
                deflator.publisher(),
                deflator.vintage()
            )
        }
        (Some(_) | None, _) => "money in current prices, each year in its own".to_owned(),
    });
    Ok(notes)
}

fn start(query: &Query<'_>, plan: &Plan<'_>) -> String {
    let by = plan.start.figure.as_ref().and_then(|figure| figure.row.definition.as_deref());
    let by =
        by.map_or_else(String::new, |definition| format!(", under `{definition}`, {}", query.title_of(definition)));
    format!("from {}: {}{by}", plan.start.year, plan.start.words)
}

fn goal(query: &Query<'_>, plan: &Plan<'_>) -> Result<String> {
    let (own, goal) = (plan.commitment, &plan.goal);
    let pledge = own.pledge.map_or_else(String::new, |pledge| pledge.to_string());
    let mut words = format!("to {}: `{pledge}`", goal.year);
    if let Some(years) = goal.together {
        words =
            format!("to {}: `{pledge}` {} {years}", goal.year, if plan.is_mean() { "on average over" } else { "over" });
    }
    if let Some(money) =
        goal.spent.money.filter(|_| goal.together.is_none() && own.pledge.is_some_and(|own| own.currency().is_none()))
    {
        words += &format!(
            ", {} million {}",
            grouped(&money.round(2)?.to_string(), ' '),
            query.book.currency(own.country).map_or("", |own| own.code())
        );
    }
    let first = match own.when {
        Some(When::Each(years)) if years.first() != years.last() => {
            Some(format!("the first of {years} after the start"))
        }
        Some(when @ When::From(_)) => Some(format!("the first of {when} after the start")),
        Some(When::Each(_) | When::By(_) | When::Sum(_) | When::Mean(_)) | None => None,
    };
    let range = own.pledge.filter(Pledge::is_range).map(|_| "its lower end".to_owned());
    let is_kept = goal.is_kept_by(&plan.start)?.then(|| format!("kept already in {}", plan.start.year));
    let later = query.book.superseded_by(own, query.as_of).map(|later| format!("superseded by `{}`", later.id));
    let beside: Vec<String> = [first, range, is_kept, later].into_iter().flatten().collect();
    Ok(if beside.is_empty() { words } else { format!("{words}; {}", beside.join("; ")) })
}

/// The rule of a shape, in words.
///
/// # Errors
/// A share needs more than 28 digits.
pub(super) fn rule(plan: &Plan<'_>, shape: Shape) -> Result<String> {
    Ok(match shape {
        Shape::Linear => "equal steps in points".to_owned(),
        Shape::Growth => "equal growth of the money in each year".to_owned(),
        Shape::Flat => "the share as it was until the year before".to_owned(),
        Shape::Waypoints => {
            let through: Vec<String> = plan
                .waypoints
                .iter()
                .map(|(year, share)| Ok(format!("{}% in {year}", share.exact_or(2)?)))
                .collect::<Result<_>>()?;
            format!("through {}, by equal steps in points from one to the next", listed(&through, "and"))
        }
        Shape::Even => even(plan)?,
    })
}

/// What is left of a pledge over years together.
fn even(plan: &Plan<'_>) -> Result<String> {
    let (unit, left) = (if plan.is_mean() { "%" } else { " m" }, plan.left());
    let known: Vec<String> = plan
        .known
        .iter()
        .zip(plan.known().into_iter().flatten())
        .map(|(known, value)| {
            Ok(format!("{}{unit} in {}", grouped(&value.round(2)?.normalize().to_string(), ' '), known.year))
        })
        .collect::<Result<_>>()?;
    let after =
        if known.is_empty() { "nothing is known yet".to_owned() } else { format!("after {}", listed(&known, "and")) };
    let years = if left == 1 { "the last year".to_owned() } else { format!("each of the last {left} years") };
    let is_reached = plan.each()?.is_some_and(|each| each.is_zero());
    let needs = if is_reached {
        "the pledge is reached already".to_owned()
    } else {
        format!("what is left is the same in {years}")
    };
    Ok(format!("{after}, {needs}"))
}

/// The growth a year that leads from the money of the start to that of the goal.
fn growth(plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Option<String>> {
    let (start, goal) = (&plan.start, &plan.goal);
    let Some((first, last)) = plan.ends() else { return Ok(None) };
    let years = start.year.until(goal.year);
    let percent = |last: Ratio| Ratio::from(required_growth(first, last, years)?).round(2);
    let nominal = percent(last)?;
    let real = match &prices.of_growth {
        Ok(deflator) => {
            let by = format!("by the GDP deflator of {} of {}", deflator.publisher(), deflator.vintage());
            let of_start = deflator.between(goal.year, start.year)?;
            let real = of_start.map(|prices| percent(last.times(prices)?)).transpose()?;
            real.map_or(by.clone(), |real| format!("real {real}%, {by}"))
        }
        Err(none) => format!("real growth unknown, since {none}"),
    };
    Ok(Some(format!("required growth: nominal {nominal}% a year; {real}")))
}

/// Why cells of rows are empty, and with them the sum over the years.
pub(super) fn unknown(plan: &Plan<'_>, rows: &[Row], prices: &Prices<'_>, is_set_against: bool) -> Result<Vec<String>> {
    let scenario = &plan.resolution.path.scenario;
    let (mut no_gdp, mut no_index, mut no_versus) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let is_told =
            prices.of.map_or(Ok(true), |of| Ok::<_, crate::Error>(prices.between(row.year, of)?.is_some()))?;
        match plan.gdp(row.year) {
            None => no_gdp.push(row.year),
            Some(_) if !is_told => no_index.push(row.year),
            Some(_) if is_set_against && row.versus.is_none() => no_versus.push(row.year),
            Some(_) => {}
        }
    }
    let about = |years: &[Year], words: &dyn Fn(String) -> String| (!years.is_empty()).then(|| words(runs(years)));
    let found = [
        about(&no_gdp, &|years| format!("no GDP for {years} in scenario {scenario}")),
        about(&no_index, &|years| {
            format!("the edition of the GDP deflator lacks {years}: money of these years is not told")
        }),
        about(&no_versus, &|years| format!("what it is set against is not known of {years}")),
    ];
    Ok(found.into_iter().flatten().collect())
}

/// Why the sum of a shape is not known, if it is not.
pub(super) fn no_total(query: &Query<'_>, plan: &Plan<'_>, shape: Shape, rows: &[Row]) -> Option<String> {
    let is_added = |row: &&Row| row.year != plan.start.year && query.asks_about(row.year.into());
    let without: Vec<Year> =
        rows.iter().filter(is_added).filter(|row| row.money.zip(row.versus).is_none()).map(|row| row.year).collect();
    (!without.is_empty()).then(|| format!("`{shape}`: the sum is not known, since {} is not", runs(&without)))
}

/// Years as words have them, those in a row as one: `2024, 2026-2030`.
fn runs(years: &[Year]) -> String {
    let runs = years.chunk_by(|one, next| one.next() == Some(*next)).filter_map(|run| run.first().zip(run.last()));
    let words =
        |(first, last): (&Year, &Year)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    runs.map(words).collect::<Vec<_>>().join(", ")
}

impl Plan<'_> {
    /// The documents that it rests on, each once.
    pub(super) fn sources(&self, prices: &Prices<'_>) -> Vec<String> {
        let gdp = self.years().into_iter().filter_map(|year| self.resolution.path.value(year)?.source.as_deref());
        let own = [self.commitment.source.id.as_str()];
        let known = self.known.iter().flat_map(Start::sources);
        let deflator = [&prices.deflator, &prices.of_growth].into_iter().flatten().map(Deflator::source);
        let all = own.into_iter().chain(self.start.sources()).chain(known).chain(gdp).chain(deflator);
        all.map(str::to_owned).collect()
    }
}
