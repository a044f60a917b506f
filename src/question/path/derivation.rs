//! Where the figures of a plan come from: each year with its rule filled in, down to the lines of files.

use std::collections::BTreeSet;

use crate::analysis::{Shape, Spent};
use crate::book::{Basis, Observation};
use crate::error::Result;
use crate::gdp::Deflator;
use crate::quantity::{Ratio, Year};
use crate::question::Query;
use crate::question::explain::{gdp, pledge};
use crate::question::figures::{all_digits, digits, rounded, sign_and_digits};
use crate::question::start::Start;
use crate::table::Step;

use super::notes::rule as in_words;
use super::plan::Plan;
use super::prices::Prices;
use super::required::{Growth, Required};
use super::rows::{ADDED, Row, added, rows};
use super::versus::Otherwise;

/// The pledge, the start, GDP of each year, the deflator, then each shape year by year, and the growth that is needed.
///
/// # Errors
/// A figure needs more than 28 digits.
pub(super) fn derivation(
    query: &Query<'_>,
    plan: &Plan<'_>,
    prices: &Prices<'_>,
    otherwise: Option<&Otherwise<'_>>,
) -> Result<Step> {
    let mut root = Step::new(format!("path to {}", plan.commitment.id), &*plan.commitment.title)
        .on([pledge::step(query, plan.commitment)?]);
    let other = otherwise.map(|own| own.premises(plan)).transpose()?.unwrap_or_default();
    let premises = plan.goal.premises.iter().chain(&other);
    root = root.on(premises.map(|one| pledge::premise(query, plan.commitment.country, one)));
    let before = plan.known.iter().filter(|known| known.year != plan.start.year);
    root = root.on(before.chain([&plan.start]).map(|known| start(query, known)).collect::<Result<Vec<_>>>()?);
    let years = plan.years();
    let of_gdp = years.iter().map(|year| gdp::step(query, &plan.resolution, *year)).collect::<Result<Vec<_>>>()?;
    root = root.on([Step::new("GDP", format!("on `{}`", plan.resolution.path.scenario)).on(of_gdp)]);
    let told: BTreeSet<Year> = years.iter().copied().chain(prices.of).collect();
    root = root.on(prices.used().map(|own| deflator(query, own, &told)));
    for shape in &plan.shapes {
        let rows = rows(plan, *shape, prices, otherwise)?;
        let years = rows.windows(2).filter_map(|pair| Some((pair.first()?, pair.last()?)));
        let years = years.map(|(before, row)| year(plan, *shape, (before, row), (prices, otherwise)));
        let step = Step::new(shape.word(), in_words(plan, *shape)?).on(years.collect::<Result<Vec<_>>>()?);
        root = root.on([if query.total { step.on(totals(query, plan, &rows)?) } else { step }]);
    }
    Ok(root.on(needed(query, plan, prices)?))
}

/// What was spent, and the lines that say so, with GDP of `latest` where it rests on that.
fn start(query: &Query<'_>, start: &Start<'_>) -> Result<Step> {
    let step = Step::new(format!("spent in {}", start.year), &*start.words);
    let line = |row: &Observation| {
        let words =
            format!("{} {} ({}, {} of {})", all_digits(row.value), row.unit, row.publisher, row.kind, row.vintage);
        Step::new(row.measure.word(), words).at(&row.origin).citing(query.citation(&row.source))
    };
    let step = step.on(start.figure.iter().map(|figure| figure.row).chain(start.beside).map(line));
    let Some(figure) = start.figure.as_ref().filter(|_| start.gdp.is_some()) else { return Ok(step) };
    let latest = query.resolver().resolve(&Basis::Latest.to_string(), figure.row.country)?;
    Ok(step.on([gdp::step(query, &latest, start.year)?]))
}

/// The indexes of an edition in some years.
fn deflator(query: &Query<'_>, deflator: &Deflator<'_>, years: &BTreeSet<Year>) -> Step {
    let line = |row: &Observation| {
        let words = all_digits(row.value);
        Step::new(format!("index {}", row.year), words).at(&row.origin).citing(query.citation(&row.source))
    };
    let words = format!("{} of {}", deflator.publisher(), deflator.vintage());
    Step::new("GDP deflator", words).on(years.iter().filter_map(|year| deflator.row(*year)).map(line))
}

/// A year of a shape: its share and its money by the rule, then what that is in the prices that are told, how much more than in the
/// year before, and what it is beyond.
fn year(
    plan: &Plan<'_>,
    shape: Shape,
    (before, row): (&Row, &Row),
    (prices, otherwise): (&Prices<'_>, Option<&Otherwise<'_>>),
) -> Result<Step> {
    let steps = [of_gdp(plan, shape, row.year)?, told(prices, row)?, more(before, row)?];
    let step = Step::new(format!("{shape} {}", row.year), rule(plan, shape, row.year)?).on(steps.into_iter().flatten());
    Ok(match otherwise {
        Some(otherwise) => step.on(beyond(plan, prices, otherwise, row)?),
        None => step,
    })
}

/// The money of a share, or the share that money is.
fn of_gdp(plan: &Plan<'_>, shape: Shape, year: Year) -> Result<Option<Step>> {
    let Spent { share, money } = plan.asks_for(shape, year)?;
    let Some(((share, money), gdp)) = share.zip(money).zip(plan.gdp(year)) else { return Ok(None) };
    let gdp = all_digits(gdp);
    Ok(Some(if plan.is_in_shares(shape) {
        let (unrounded, printed) = (sign_and_digits(&[share], &money)?, rounded(&money)?);
        Step::new("amount", format!("{}% × {gdp} m {unrounded} m → {printed}", digits(&share)?))
    } else {
        Step::new("share", format!("{} ÷ {gdp} m {}%", digits(&money)?, sign_and_digits(&[money], &share)?))
    }))
}

/// The money in the prices that are told.
fn told(prices: &Prices<'_>, row: &Row) -> Result<Option<Step>> {
    let Some((of, told)) = prices.of.zip(row.money) else { return Ok(None) };
    let (unrounded, printed) = (sign_and_digits(&[], &told)?, rounded(&told)?);
    let words = format!("× index {of} ÷ index {} {unrounded} m → {printed}", row.year);
    Ok(Some(Step::new(format!("in prices of {of}"), words)))
}

/// How much more it is than in the year before.
fn more(before: &Row, row: &Row) -> Result<Option<Step>> {
    let known = row.step.zip(row.growth).zip(before.money).zip(row.money);
    let Some((((step, growth), first), money)) = known else { return Ok(None) };
    let (first, money) = (digits(&first)?, digits(&money)?);
    let words = format!("{money} − {first} → {} m; ÷ {first} → {}%", rounded(&step)?, growth.round(2)?);
    Ok(Some(Step::new("step", words)))
}

/// What would be spent otherwise, and what is beyond it.
fn beyond(plan: &Plan<'_>, prices: &Prices<'_>, otherwise: &Otherwise<'_>, row: &Row) -> Result<Vec<Step>> {
    let known = row.versus.zip(row.extra).zip(row.money);
    let Some(((versus, extra), money)) = known else { return Ok(Vec::new()) };
    let told = prices.of.map_or_else(String::new, |of| format!(", in prices of {of}"));
    let (own, unrounded) = (otherwise.rule(plan, prices, row.year)?, sign_and_digits(&[money, versus], &extra)?);
    let versus = digits(&versus)?;
    let words = format!("{} − {versus} {unrounded} m → {}", digits(&money)?, rounded(&extra)?);
    Ok(vec![Step::new("versus", format!("{own}{told}: {versus} m")), Step::new("extra", words)])
}

/// What the years after the start come to that are asked about, as far as every one of them is known.
fn totals(query: &Query<'_>, plan: &Plan<'_>, rows: &[Row]) -> Result<Vec<Step>> {
    let (added, mut steps) = (added(query, plan, rows), Vec::new());
    for (name, figure) in ADDED {
        let Some(terms) = added.iter().map(|row| figure(row)).collect::<Option<Vec<Ratio>>>() else { continue };
        let words: Vec<String> = terms.iter().map(digits).collect::<Result<_>>()?;
        let words = format!("{} → {} m", words.join(" + "), rounded(&Ratio::sum(terms)?)?);
        steps.push(Step::new(format!("{name} together"), words));
    }
    Ok(steps)
}

/// The rule of a shape with the figures of a year filled in.
fn rule(plan: &Plan<'_>, shape: Shape, year: Year) -> Result<String> {
    let (start, goal, asked) = (&plan.start, &plan.goal, plan.asks_for(shape, year)?);
    if let Some((course, share)) = plan.course(shape).zip(asked.share) {
        let ((first, reached), (last, stated)) = course.around(year);
        if year == last {
            return Ok(format!("{}%, as it is stated", digits(&stated)?));
        }
        let (a, v) = (digits(&reached)?, digits(&stated)?);
        let (step, steps) = (first.until(year), first.until(last));
        return Ok(format!(
            "{a}% + ({v}% − {a}%) × {step} ÷ {steps} {}%",
            sign_and_digits(&[reached, stated], &share)?
        ));
    }
    let known = |value: Option<Ratio>| value.as_ref().map(digits).transpose().map(Option::unwrap_or_default);
    if shape == Shape::Growth {
        let (step, steps) = (start.year.until(year), start.year.until(goal.year));
        let (m, n, money) = (known(start.spent.money)?, known(goal.spent.money)?, known(asked.money)?);
        return Ok(if step == steps {
            format!("{n} m, as it is pledged")
        } else {
            format!("({m}^{} × {n}^{step})^(1 ÷ {steps}) = {money} m, fixed to whole units", steps - step)
        });
    }
    let (together, taken) = (plan.together()?, plan.known().unwrap_or_default());
    let terms: Vec<String> = taken.iter().map(|one| Ok(format!(" − {}", digits(one)?))).collect::<Result<_>>()?;
    let from: Vec<Ratio> = taken.into_iter().chain(together).collect();
    let each = plan.each()?.map(|each| sign_and_digits(&from, &each)).transpose()?.unwrap_or_default();
    let unit = if plan.is_mean() { "%" } else { " m" };
    Ok(format!("({}{}) ÷ {} {each}{unit}", known(together)?, terms.concat(), plan.left()))
}

/// The growth a year that is needed, with its formula: nominal, and real where the deflator has both years.
fn needed(query: &Query<'_>, plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Option<Step>> {
    let Some(Required { nominal, real }) = Required::of(plan, prices)? else { return Ok(None) };
    let in_words = |Growth { first, last, years, percent }: Growth, beside: &str| {
        let (last, first, growth, printed) = (digits(&last)?, digits(&first)?, digits(&percent)?, percent.round(2)?);
        Ok::<_, crate::Error>(format!("({last}{beside} ÷ {first})^(1 ÷ {years}) − 1 ≈ {growth}% a year → {printed}%"))
    };
    let step = Step::new("required growth", in_words(nominal, "")?);
    let Some((real, own)) = real.zip(prices.of_growth.as_ref().ok()) else { return Ok(Some(step)) };
    let (start, goal) = (plan.start.year, plan.goal.year);
    let real = Step::new("real", in_words(real, &format!(", {goal} in prices of {start}"))?);
    Ok(Some(step.on([real.on([deflator(query, own, &[start, goal].into())])])))
}
