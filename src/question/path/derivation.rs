//! Where the figures of a plan come from: each year with its rule filled in, down to the lines of files.

use std::collections::BTreeSet;

use crate::analysis::{Counterfactual, Shape, required_growth};
use crate::book::Observation;
use crate::error::Result;
use crate::gdp::Deflator;
use crate::quantity::{Decimal, Ratio, Year};
use crate::question::Query;
use crate::question::explain::figures::{all_digits, comes_to, digits, rounded};
use crate::question::explain::{gdp, pledge};
use crate::question::start::Start;
use crate::table::Step;

use super::notes::rule as in_words;
use super::plan::Plan;
use super::prices::Prices;
use super::rows::{Row, rows};
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
    let before = plan.known.iter().filter(|known| known.year != plan.start.year);
    root = root.on(before.chain([&plan.start]).map(|known| start(query, known)));
    let years = plan.years();
    let of_gdp = years.iter().map(|year| gdp::step(query, &plan.resolution, *year)).collect::<Result<Vec<_>>>()?;
    root = root.on([Step::new("GDP", format!("on `{}`", plan.resolution.path.scenario)).on(of_gdp)]);
    let is_real = prices.of.is_some() || matches!(otherwise, Some(Otherwise::Rule(Counterfactual::ConstantReal)));
    let told: BTreeSet<Year> = years.iter().copied().chain(prices.of).collect();
    root = root.on(prices.deflator.iter().filter(|_| is_real).map(|own| deflator(query, own, &told)));
    for shape in &plan.shapes {
        let rows = rows(plan, *shape, prices, otherwise)?;
        let years = rows.windows(2).filter_map(|pair| Some((pair.first()?, pair.last()?)));
        let years = years.map(|(before, row)| year(plan, *shape, (before, row), (prices, otherwise)));
        let step = Step::new(shape.word(), in_words(plan, *shape)?).on(years.collect::<Result<Vec<_>>>()?);
        root = root.on([if query.total { step.on(totals(query, plan, &rows)?) } else { step }]);
    }
    Ok(root.on(needed(query, plan, prices)?))
}

/// What was spent, and the lines that say so.
fn start(query: &Query<'_>, start: &Start<'_>) -> Step {
    let step = Step::new(format!("spent in {}", start.year), &*start.words);
    let line = |row: &Observation| {
        let words =
            format!("{} {} ({}, {} of {})", all_digits(row.value), row.unit, row.publisher, row.kind, row.vintage);
        Step::new(row.measure.word(), words).at(&row.origin).citing(query.citation(&row.source))
    };
    step.on(start.figure.iter().map(|figure| figure.row).chain(start.beside).map(line))
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
    let asked = plan.asks_for(shape, row.year)?;
    let mut steps = Vec::new();
    let of_gdp = asked.share.zip(asked.money).zip(plan.gdp(row.year));
    if let Some(((share, money), gdp)) = of_gdp {
        let (share, money, gdp) = (share, money, all_digits(gdp));
        steps.push(if plan.is_in_shares(shape) {
            let words = format!(
                "{}% × {gdp} m {} m → {}",
                digits(&share)?,
                comes_to::<Decimal>(&money, &[])?,
                rounded(&money)?
            );
            Step::new("amount", words)
        } else {
            Step::new("share", format!("{} ÷ {gdp} m {}%", digits(&money)?, comes_to::<Decimal>(&share, &[])?))
        });
    }
    if let Some((of, told)) = prices.of.zip(row.money) {
        let words =
            format!("× index {of} ÷ index {} {} m → {}", row.year, comes_to::<Decimal>(&told, &[])?, rounded(&told)?);
        steps.push(Step::new(format!("in prices of {of}"), words));
    }
    if let Some((((step, growth), first), money)) = row.step.zip(row.growth).zip(before.money).zip(row.money) {
        let (first, money) = (digits(&first)?, digits(&money)?);
        let words = format!("{money} − {first} → {} m; ÷ {first} → {}%", rounded(&step)?, growth.round(2)?);
        steps.push(Step::new("step", words));
    }
    if let Some((((versus, extra), money), otherwise)) = row.versus.zip(row.extra).zip(row.money).zip(otherwise) {
        let told = prices.of.map_or_else(String::new, |of| format!(", in prices of {of}"));
        let (own, versus) = (otherwise.rule(plan, row.year)?, digits(&versus)?);
        steps.push(Step::new("versus", format!("{own}{told}: {versus} m")));
        steps.push(Step::new(
            "extra",
            format!("{} − {versus} = {} m → {}", digits(&money)?, digits(&extra)?, rounded(&extra)?),
        ));
    }
    Ok(Step::new(format!("{shape} {}", row.year), rule(plan, shape, row.year)?).on(steps))
}

/// A figure of a year.
type Figure = fn(&Row) -> Option<Ratio>;

/// What is added up over the years.
const ADDED: [(&str, Figure); 3] =
    [("amounts", |row| row.money), ("versus", |row| row.versus), ("extra", |row| row.extra)];

/// What the years after the start come to that are asked about, as far as every one of them is known.
fn totals(query: &Query<'_>, plan: &Plan<'_>, rows: &[Row]) -> Result<Vec<Step>> {
    let is_added = |row: &&Row| row.year != plan.start.year && query.asks_about(row.year.into());
    let mut steps = Vec::new();
    for (name, cell) in ADDED {
        let Some(terms) = rows.iter().filter(is_added).map(cell).collect::<Option<Vec<Ratio>>>() else { continue };
        let words: Vec<String> = terms.iter().map(digits).collect::<Result<_>>()?;
        steps.push(Step::new(
            format!("{name} together"),
            format!("{} → {} m", words.join(" + "), rounded(&Ratio::sum(terms)?)?),
        ));
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
        return Ok(format!("{a}% + ({v}% − {a}%) × {step} ÷ {steps} {}%", comes_to::<Decimal>(&share, &[])?));
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
    let terms: Vec<String> =
        plan.known().unwrap_or_default().iter().map(|one| Ok(format!(" − {}", digits(one)?))).collect::<Result<_>>()?;
    let unit = if plan.is_mean() { "%" } else { " m" };
    Ok(format!("({}{}) ÷ {} = {}{unit}", known(plan.together()?)?, terms.concat(), plan.left(), known(plan.each()?)?))
}

/// The growth a year that is needed, with its formula: nominal, and real where the deflator has both years.
fn needed(query: &Query<'_>, plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Option<Step>> {
    let Some((first, last)) = plan.ends() else { return Ok(None) };
    let (start, goal) = (plan.start.year, plan.goal.year);
    let years = start.until(goal);
    let in_words = |last: Ratio, beside: &str| {
        let growth = required_growth(first, last, years)?;
        let (last, first, printed) = (digits(&last)?, digits(&first)?, Ratio::from(growth).round(2)?);
        Ok::<_, crate::Error>(format!("({last}{beside} ÷ {first})^(1 ÷ {years}) − 1 = {growth}% a year → {printed}%"))
    };
    let step = Step::new("required growth", in_words(last, "")?);
    let Ok(deflator) = &prices.of_growth else { return Ok(Some(step)) };
    let Some(of_start) = deflator.between(goal, start)? else { return Ok(Some(step)) };
    let real = in_words(last.times(of_start)?, &format!(", {goal} in prices of {start}"))?;
    let ends = [start, goal].into();
    Ok(Some(step.on([Step::new("real", real).on([self::deflator(query, deflator, &ends)])])))
}
