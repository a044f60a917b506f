//! The verdict: what was spent, the share it is, each comparison, the gap and the break-even GDP.

use std::cmp::Ordering;

use crate::error::Result;
use crate::gdp::Resolution;
use crate::quantity::{Decimal, Interval, Ratio};
use crate::table::Step;
use crate::verdict::{Case, Extent, Judge, Judgement, Measure, Measured, PassedOver, Scale, Spent, Verdict};

use super::super::Query;
use super::super::figures::{all_digits, digits, division, rounded, sign, sign_and_digits, together, unrounded};
use super::leaf::{leaf, unit};
use super::{mean, relative};

/// A verdict and everything that it rests on.
pub(super) fn step<'b>(
    query: &Query<'_>,
    (judge, resolution): (&Judge<'b>, &Resolution<'_>),
    case: &Case<'b>,
    judgement: &Judgement<'_>,
) -> Result<Step> {
    let (measure, kind) = match &judgement.spent {
        Some(spent) => (format!("{}, ", spent.measure), format!(" ({})", spent.kind())),
        None => (String::new(), String::new()),
    };
    let step = Step::new("verdict", format!("{measure}{}{kind}: {}", judgement.verdict, judgement.reason));
    let Some(spent) = &judgement.spent else {
        let others = judge.of_family(case)?;
        return Ok(
            step.on(others.into_iter().map(|row| leaf(query, "not comparable", row)).collect::<Result<Vec<_>>>()?)
        );
    };
    let measured = &judgement.measured;
    let step = step.on(spending(query, spent)?).on(relative::steps(query, resolution, case)?);
    let step = step.on(share(case, spent, measured)?).on(mean::steps(case, spent, measured)?);
    Ok(step.on(compared(case, spent, measured)?).on(distance(case, spent, measured)?))
}

/// The defence spending that a share is a share of.
pub(super) fn whole(query: &Query<'_>, case: &Case<'_>) -> Result<Vec<Step>> {
    let Some(whole) = &case.whole else { return Ok(Vec::new()) };
    whole.rows.iter().map(|row| leaf(query, &whole.name, row)).collect()
}

/// The rows that were published and not used, each with its reason.
pub(super) fn passed_over<'b>(
    query: &Query<'_>,
    judge: &Judge<'b>,
    case: &Case<'b>,
    judgements: &[Judgement<'b>],
) -> Result<Vec<Step>> {
    let step = |passed: PassedOver<'_>| {
        let leaf = leaf(query, "passed over", passed.row)?;
        Ok(Step { words: format!("{}: {}", leaf.words, passed.why), ..leaf })
    };
    judge.passed_over(case, judgements).into_iter().map(step).collect()
}

/// The rows that a figure is made of, and the share that its publisher states.
fn spending(query: &Query<'_>, spent: &Spent<'_>) -> Result<Vec<Step>> {
    let mut steps: Vec<Step> = spent.rows.iter().map(|row| leaf(query, "spent", row)).collect::<Result<_>>()?;
    if let Some(amount) = spent.between()?.filter(|_| spent.rows.len() > 1) {
        let words = together(spent.rows.iter().map(|row| row.value), amount)?;
        steps.push(Step::new(if spent.extent == Extent::Bound { "at least spent" } else { "spent together" }, words));
    }
    if let Some(share) = spent.share().filter(|_| spent.measure == Measure::Money) {
        steps.push(leaf(query, "published share", share)?);
    }
    Ok(steps)
}

/// The share that was spent: the division unrounded, and both ends.
fn share(case: &Case<'_>, spent: &Spent<'_>, measured: &Measured) -> Result<Vec<Step>> {
    let whole = case.whole.as_ref().map(|whole| (whole.millions, String::new()));
    let whole = whole.or(case.abroad.as_ref().map(|abroad| (abroad.gdp, format!(" {}", abroad.steps()))));
    let (Some(percent), Some(amount), Some((whole, exchanged))) = (&measured.percent, spent.between()?, whole) else {
        return Ok(Vec::new());
    };
    // with as many digits as show on which side of the pledge and of its limit a share lies
    let marks = if case.is_share() { vec![case.scale.value, case.scale.limit()?] } else { Vec::new() };
    let ends = measured.percent_ends.unwrap_or(Interval { low: None, high: None });
    Ok(vec![division("share", (amount, &exchanged, whole), (percent, ends), &marks)?])
}

/// Each comparison that the verdict is made of.
fn compared(case: &Case<'_>, spent: &Spent<'_>, measured: &Measured) -> Result<Option<Step>> {
    let Some((figure, ends)) = &measured.figure else { return Ok(None) };
    let (scale, unit) = (&case.scale, unit(case));
    let limit = scale.limit()?;
    let with_unit = |value: Ratio| Ok::<_, crate::Error>(format!("{}{unit}", digits(&value)?));
    let [at, value, slack] = [with_unit(limit)?, with_unit(scale.value)?, with_unit(scale.slack)?];
    let (is, sign) = (sign(&[limit, scale.value, scale.slack])?, if scale.is_ceiling { "+" } else { "−" });
    let to_limit = format!("{}, the limit {at} {is} {value} {sign} {slack}", comparison(case, figure, limit)?);
    let mut steps = vec![
        Step::new("the figure and the pledge", comparison(case, figure, scale.value)?),
        Step::new("the figure and the limit", to_limit),
    ];
    // at worst little was spent and much was pledged
    let [pledged_least, pledged_most] = &case.range;
    let end = |end: Option<Ratio>, scale: &Scale| match end {
        Some(end) => {
            let missed = scale.verdict(&end)? == Verdict::Missed;
            Ok::<_, crate::Error>(format!(
                "{}: {}",
                comparison(case, &end, scale.limit()?)?,
                if missed { "missed" } else { "not missed" }
            ))
        }
        None => Ok("not known".to_owned()),
    };
    match spent.extent {
        Extent::Whole => {
            let [highest, lowest] = if pledged_least == pledged_most { [""; 2] } else { ["highest ", "lowest "] };
            steps.extend([
                Step::new(format!("the least and the {highest}limit"), end(ends.low, pledged_most)?),
                Step::new(format!("the most and the {lowest}limit"), end(ends.high, pledged_least)?),
            ]);
        }
        Extent::Bound | Extent::Overlapping => {
            let words = "more may be published, so only what more money cannot change is decided";
            steps.push(Step::new("lower bound", words));
        }
    }
    Ok(Some(Step::new("compared", "").on(steps)))
}

/// `3.67% < 4%`
fn comparison(case: &Case<'_>, figure: &Ratio, value: Ratio) -> Result<String> {
    let sign = match figure.compare(value)? {
        Ordering::Less => "<",
        Ordering::Equal => "=",
        Ordering::Greater => ">",
    };
    let (unit, beside) = (unit(case), [case.scale.value, case.scale.limit()?]);
    Ok(format!("{}{unit} {sign} {}{unit}", unrounded(figure, &beside)?, digits(&value)?))
}

/// How far it is from the pledge: the gap in money and in points, and the break-even GDP.
fn distance(case: &Case<'_>, spent: &Spent<'_>, measured: &Measured) -> Result<impl Iterator<Item = Step>> {
    let steps = [gap(case, spent, measured)?, gap_in_points(case, measured)?, break_even(case, spent, measured)?];
    Ok(steps.into_iter().flatten())
}

/// What is missing in money, and its ends.
fn gap(case: &Case<'_>, spent: &Spent<'_>, measured: &Measured) -> Result<Option<Step>> {
    let Some(gap) = measured.gap else { return Ok(None) };
    let whole = case.whole.as_ref().map(|whole| all_digits(whole.millions.value)).unwrap_or_default();
    let terms = match (case.money()?, spent.amount, spent.share()) {
        (Some(pledged), Some(spent), _) => {
            let sign = sign(&[gap])?;
            format!("{} − {} {sign} ", all_digits(pledged.millions()), all_digits(spent.millions()))
        }
        (_, None, Some(share)) if case.is_share() => {
            let sign = sign(&[case.scale.value, gap])?;
            format!("({}% − {}%) × {whole} {sign} ", digits(&case.scale.value)?, share.value)
        }
        (Some(_) | None, _, _) => String::new(),
    };
    let ends = measured.gap_ends.filter(|[low, high]| low != high);
    let ends = ends.map(|[low, high]| Ok(between([digits(&low)?, digits(&high)?]))).transpose()?.unwrap_or_default();
    let words = format!("{terms}{} m → {}{ends}", digits(&gap)?, rounded(&gap)?);
    Ok(Some(Step::new("gap", words)))
}

/// The same in percentage points.
fn gap_in_points(case: &Case<'_>, measured: &Measured) -> Result<Option<Step>> {
    let Some(points) = &measured.gap_points else { return Ok(None) };
    let terms = match measured.percent.filter(|_| case.is_share()) {
        Some(percent) => {
            let sign = sign(&[case.scale.value])?;
            format!("{} − {} {sign} ", digits(&case.scale.value)?, unrounded(&percent, &[case.scale.value])?)
        }
        None => String::new(),
    };
    let words = format!("{terms}{} pp → {}", unrounded(points, &[Decimal::ZERO])?, points.round(2)?);
    Ok(Some(Step::new("gap in points", words)))
}

/// The GDP above which the same money no longer meets the pledge.
fn break_even(case: &Case<'_>, spent: &Spent<'_>, measured: &Measured) -> Result<Option<Step>> {
    let (Some(even), Some(amount)) = (&measured.break_even, spent.amount) else { return Ok(None) };
    let ([low, high], distance) = (&even.ends, even.distance.round(2)?);
    let words = format!(
        "{} ÷ {}% {} m → {}{}; {}% {} the GDP used",
        all_digits(amount.millions()),
        digits(&case.scale.value)?,
        sign_and_digits(&[], &even.gdp)?,
        rounded(&even.gdp)?,
        between([digits(low)?, digits(high)?]),
        distance.abs(),
        if distance.is_sign_negative() { "below" } else { "above" }
    );
    Ok(Some(Step::new("break-even GDP", words)))
}

fn between([low, high]: [String; 2]) -> String {
    format!(", between {low} and {high}")
}
