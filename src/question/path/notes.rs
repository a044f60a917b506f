//! What people should read beside the rows of a plan: from where to where, on whose figures, by which rule.

use crate::analysis::Shape;
use crate::error::Result;
use crate::evaluate::Premise;
use crate::gdp::Deflator;
use crate::pledge::{Pledge, When};
use crate::quantity::Year;
use crate::quantity::text::{grouped, listed};
use crate::question::Query;
use crate::question::cells::breaks;
use crate::question::start::Start;

use super::plan::Plan;
use super::prices::Prices;
use super::required::Required;
use super::rows::{Row, added};
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
    notes.extend(otherwise.map(|otherwise| beyond(plan, prices, otherwise)).transpose()?);
    notes.push(match prices.of.zip(prices.used()) {
        Some((year, deflator)) => format!("money in prices of {year}, by {}", deflator.named()),
        None => "money in current prices, each year in its own".to_owned(),
    });
    let years = plan.years().into_iter().filter(|year| *year > plan.start.year);
    notes.extend(breaks(&plan.resolution.path, years).map(|words| format!("GDP: {words}")));
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
    let mut words = match goal.together {
        None => format!("to {}: `{pledge}`", goal.year),
        Some(years) if plan.is_mean() => format!("to {}: `{pledge}` on average over {years}", goal.year),
        Some(years) => format!("to {}: `{pledge}` over {years}", goal.year),
    };
    let is_stated = goal.together.is_some() || own.pledge.is_some_and(|pledge| pledge.currency() == Some(own.currency));
    if let Some(money) = goal.spent.money.filter(|_| !is_stated) {
        words += &format!(", {} million {}", grouped(&money.round(2)?.to_string(), ' '), own.currency);
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
    let by = own.definition.as_ref().map(|own| own.id.as_str()).zip(plan.counted_by());
    let apart = by.filter(|(pledged, counted)| pledged != counted);
    let apart = apart.map(|(pledged, counted)| format!("it is of `{pledged}`, while the start is under `{counted}`"));
    let later = query.book.superseded_by(own, query.as_of).map(|later| format!("superseded by `{}`", later.id));
    let premises = goal.premises.iter().map(ToString::to_string);
    let beside: Vec<String> = premises.chain([first, range, is_kept, apart, later].into_iter().flatten()).collect();
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
                .filter(|(year, _)| *year > plan.start.year)
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
    let known = plan.known.iter().map(|known| {
        Ok(match plan.counted(known) {
            Some(value) => {
                format!("{}{unit} in {}", grouped(&value.round(2)?.normalize().to_string(), ' '), known.year)
            }
            None => format!("an unknown amount in {}", known.year),
        })
    });
    let known: Vec<String> = known.collect::<Result<_>>()?;
    let after =
        if known.is_empty() { "before its years".to_owned() } else { format!("after {}", listed(&known, "and")) };
    let years = if left == 1 { "the last year".to_owned() } else { format!("each of the last {left} years") };
    let needs = match plan.each()? {
        Some(each) if each.is_zero() => "the pledge is reached already".to_owned(),
        Some(_) => format!("what is left is the same in {years}"),
        None => format!("what is left for {years} is unknown"),
    };
    Ok(format!("{after}, {needs}"))
}

/// The growth a year that leads from the money of the start to that of the goal.
fn growth(plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Option<String>> {
    let Some(Required { nominal, real }) = Required::of(plan, prices)? else { return Ok(None) };
    let nominal = format!("required growth: nominal {}% a year", nominal.percent.round(2)?);
    let real = real.zip(prices.of_growth.as_ref().ok());
    let real =
        real.map(|(real, by)| Ok::<_, crate::Error>(format!("real {}%, by {}", real.percent.round(2)?, by.named())));
    let unknown = prices.of_growth.as_ref().err().map(|none| format!("real growth unknown, since {none}"));
    let words = [Some(nominal), real.transpose()?, unknown].into_iter().flatten();
    Ok(Some(words.collect::<Vec<_>>().join("; ")))
}

/// What extra money is beyond, and on what that rests.
fn beyond(plan: &Plan<'_>, prices: &Prices<'_>, otherwise: &Otherwise<'_>) -> Result<String> {
    let premises = otherwise.premises(plan)?;
    let words = std::iter::once(format!("extra: beyond {}", otherwise.words(plan, prices)));
    Ok(words.chain(premises.iter().map(ToString::to_string)).collect::<Vec<_>>().join("; "))
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
    let without = added(query, plan, rows).into_iter().filter(|row| row.money.zip(row.versus).is_none());
    let without: Vec<Year> = without.map(|row| row.year).collect();
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
        let own = std::iter::once(self.commitment.source.id.as_str());
        let goal = self.goal.premises.iter().filter_map(Premise::source);
        let known = self.known.iter().flat_map(Start::sources);
        let of_growth = prices.of_growth.as_ref().ok().filter(|_| self.ends().is_some());
        let deflator = prices.used().into_iter().chain(of_growth).map(Deflator::source);
        let all = own.chain(goal).chain(self.start.sources()).chain(known).chain(gdp).chain(deflator);
        all.map(str::to_owned).collect()
    }
}
