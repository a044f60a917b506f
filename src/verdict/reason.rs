//! Why a verdict is what it is: one sentence in plain words, with the figures in it.

use std::cmp::Ordering;

use crate::book::Observation;
use crate::error::Result;
use crate::pledge::Qualifier;
use crate::quantity::text::listed;
use crate::quantity::{Interval, Ratio};

use super::case::Case;
use super::mean;
use super::unmeasured::unmeasured;
use super::words::{
    between, figure_beside, in_unit, limit, millions, precision, published, share, spent_beside, stated, stated_end,
};
use super::{Extent, Measure, Measured, Spent, Verdict};

/// Why a figure is judged as it is.
///
/// `is_cut` says that a lower bound is one because more of what is published does not count.
pub(super) fn of_figure(
    case: &Case<'_>,
    spent: &Spent<'_>,
    measured: &Measured,
    verdict: Verdict,
    is_cut: bool,
) -> Result<String> {
    let Some((figure, ends)) = &measured.figure else {
        return if case.is_mean() { Ok(mean::missing(case, spent, is_cut)) } else { unmeasured(case, spent) };
    };
    if spent.extent == Extent::Bound {
        return of_bound(case, spent, (figure, measured.missing()?), (verdict, is_cut));
    }
    let between = if case.scale.as_written { String::new() } else { between(case, ends)? };
    let lead = format!("{}{between}", lead(case, spent, figure)?);
    let how = if verdict == Verdict::Undecided { unsettled(case, ends)? } else { judged(case, figure, verdict)? };
    Ok(format!("{lead}: {how}"))
}

/// What the figure is: `1 577 m on 43 000 m (published to the billion) is 3.67%`.
fn lead(case: &Case<'_>, spent: &Spent<'_>, figure: &Ratio) -> Result<String> {
    if case.is_mean() {
        return mean::lead(case, spent, figure);
    }
    if spent.measure == Measure::Published {
        return Ok(format!("{} as {} publishes it", share(spent), spent.publisher()));
    }
    Ok(match (spent.between()?, case.whole.as_ref().filter(|_| case.is_share())) {
        (Some(amount), Some(whole)) => {
            let on = if case.rests_on_gdp() { String::new() } else { format!("{} of ", whole.name) };
            let percent = figure_beside(case, figure)?;
            format!("{} on {on}{} is {percent}%", spent_beside(case, &amount)?, published(&whole.millions)?)
        }
        (Some(amount), None) => format!("{} m{}", figure_beside(case, figure)?, precision(&amount)?),
        (None, _) => String::new(),
    })
}

/// How it compares: `below 4%, equal to it as stated`.
fn judged(case: &Case<'_>, figure: &Ratio, verdict: Verdict) -> Result<String> {
    let (stated, end, order) = (stated(case)?, stated_end(case)?, figure.compare(case.scale.value)?);
    let side = match order {
        Ordering::Less => "below",
        Ordering::Equal if case.scale.qualifier.is_strict() && case.scale.is_ceiling => "not below",
        Ordering::Equal if case.scale.qualifier.is_strict() => "not above",
        Ordering::Equal => "equal to",
        Ordering::Greater => "above",
    };
    let off = order.is_lt() && case.scale.qualifier == Qualifier::About;
    let past = case.scale.upper.map(|upper| figure.compare(upper)).transpose()?;
    Ok(match verdict {
        Verdict::Met if past.is_some_and(Ordering::is_gt) => format!("above the upper end of {stated}"),
        Verdict::Met if past.is_some() => format!("within {stated}"),
        Verdict::Missed if order.is_eq() => format!("{side} {stated}"),
        Verdict::Met if off && case.commitment.tolerance.is_some() => {
            format!("below {stated}, within the tolerance of {}", slack(case)?)
        }
        Verdict::Met if off => format!("below {stated}, within the {} that `about` leaves", slack(case)?),
        Verdict::Met => format!("{side} {stated}"),
        Verdict::MetRounded if case.commitment.tolerance.is_some() => {
            format!("{side} {end}, within the tolerance of {}", slack(case)?)
        }
        Verdict::MetRounded => format!("{side} {end}, equal to it as stated"),
        Verdict::Missed => format!("{side} {}", limit(case, &case.scale)?),
        Verdict::Undecided | Verdict::Incomparable | Verdict::Open => String::new(),
    })
}

/// Why the ends of a figure leave it open: they lie on both sides of the limit, or one of them on it.
fn unsettled(case: &Case<'_>, ends: &Interval<Ratio>) -> Result<String> {
    let (near, off) = if case.scale.is_ceiling { (&ends.low, "above") } else { (&ends.high, "below") };
    let end = case.scale.limit()?;
    let reaches = near.as_ref().map(|near| near.compare(end)).transpose()?.is_some_and(Ordering::is_eq);
    let side = if reaches { format!("at or {off}") } else { "on both sides of".to_owned() };
    Ok(format!("{side} {}", limit(case, &case.scale)?))
}

fn slack(case: &Case<'_>) -> Result<String> {
    let slack = in_unit(case, &case.scale.slack)?;
    Ok(if case.is_share() { format!("{} pp", slack.trim_end_matches('%')) } else { slack })
}

/// A lower bound: what it is made of, and what is not accounted for.
fn of_bound(
    case: &Case<'_>,
    spent: &Spent<'_>,
    (figure, rest): (&Ratio, Option<Ratio>),
    (verdict, is_cut): (Verdict, bool),
) -> Result<String> {
    let lead = format!("{}, {}", only(&spent.rows, is_cut), sum(case, spent, figure)?);
    Ok(match (verdict, rest) {
        (Verdict::Met | Verdict::Missed, _) => format!("{lead}: that alone is {}", judged(case, figure, verdict)?),
        (_, Some(rest)) if !case.scale.is_ceiling => {
            format!("{lead}: {} m of {} is unaccounted for", millions(rest)?, pledged(case)?)
        }
        _ => {
            format!("{lead}: that alone is {}, and more may be published", judged(case, figure, Verdict::Met)?)
        }
    })
}

/// `only `border/border-strip` for 2023 and 2024 is published`
fn only(rows: &[&Observation], is_cut: bool) -> String {
    let parts = made_of(rows);
    let verb = match (is_cut, parts.len()) {
        (true, 1) => "counts",
        (true, _) => "count",
        (false, 1) => "is published",
        (false, _) => "are published",
    };
    format!("only {} {verb}", listed(&parts, "and"))
}

/// What a bound comes to: `77.57 m together`, of a share `50 m on 1 000 m, 5.00%`.
fn sum(case: &Case<'_>, spent: &Spent<'_>, figure: &Ratio) -> Result<String> {
    let sum = spent.amount.map(|amount| millions(amount.millions())).transpose()?.unwrap_or_default();
    let together = if spent.rows.len() > 1 { " together" } else { "" };
    Ok(match case.whole.as_ref().filter(|_| case.is_share()) {
        Some(whole) => {
            let (on, percent) = (published(&whole.millions)?, figure_beside(case, figure)?);
            format!("{sum} m{together} on {on}, {percent}%")
        }
        None => format!("{} m{together}", figure_beside(case, figure)?),
    })
}

/// The stated figure, of a share with what it comes to.
fn pledged(case: &Case<'_>) -> Result<String> {
    let stated = stated(case)?;
    Ok(match case.money()?.filter(|_| case.is_share() && case.reference.is_none()) {
        Some(money) => format!("{stated} ({} m)", millions(money.millions())?),
        None => stated,
    })
}

/// `border/border-strip for 2023, 2024 and 2025`
fn made_of(rows: &[&Observation]) -> Vec<String> {
    let mut definitions: Vec<(&str, Vec<String>)> = Vec::new();
    for row in rows {
        let name = row.definition.as_deref().unwrap_or_default();
        let year = row.year.to_string();
        match definitions.iter_mut().find(|(known, _)| *known == name) {
            Some((_, years)) => years.push(year),
            None => definitions.push((name, vec![year])),
        }
    }
    definitions.iter().map(|(name, years)| format!("`{name}` for {}", listed(years, "and"))).collect()
}
