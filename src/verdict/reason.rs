//! Why a verdict is what it is: one sentence in plain words, with the figures in it.

use std::cmp::Ordering;

use crate::book::{Basis, Observation};
use crate::error::Result;
use crate::pledge::Qualifier;
use crate::quantity::text::plain;
use crate::quantity::{Decimal, Ratio};

use super::case::Case;
use super::words::{between, in_unit, limit, listed, millions, percent, published, stated};
use super::{Between, Extent, Measured, Spent, Verdict};

/// Why a figure is judged as it is.
pub(super) fn of_figure(case: &Case<'_>, spent: &Spent<'_>, measured: &Measured, verdict: Verdict) -> Result<String> {
    let Some((figure, ends)) = &measured.figure else { return unmeasured(case, spent) };
    if spent.extent == Extent::Bound {
        return of_bound(case, spent, figure, verdict);
    }
    let lead = format!("{}{}", lead(case, spent, figure)?, between(case, ends)?);
    Ok(format!("{lead}: {}", judged(case, figure, verdict)?))
}

/// What the figure is: `1 577 m on 43 000 m (published to the billion) is 3.67%`.
fn lead(case: &Case<'_>, spent: &Spent<'_>, figure: &Ratio) -> Result<String> {
    let amount = spent.amount.map(|amount| Between::new(amount.millions(), spent.precision)).transpose()?;
    let share = spent.share.map(|row| format!("{}%", row.value)).unwrap_or_default();
    let whole = case.whole.as_ref().filter(|_| case.is_share() || amount.is_none());
    Ok(match (amount, whole) {
        (Some(amount), Some(whole)) => {
            let on = if case.rests_on_gdp() { String::new() } else { format!("{} of ", whole.name) };
            let percent = percent(figure, case.scale.value)?;
            format!("{} on {on}{} is {percent}%", published(&amount)?, published(&whole.millions)?)
        }
        (Some(amount), None) => published(&amount)?,
        (None, Some(whole)) if !case.is_share() => {
            format!("{share} of {} is {} m", published(&whole.millions)?, millions(figure.round(6)?)?)
        }
        (None, _) => format!("{share} as {} publishes it", spent.publisher()),
    })
}

/// How it compares: `below 4%, equal to it as stated`.
fn judged(case: &Case<'_>, figure: &Ratio, verdict: Verdict) -> Result<String> {
    let stated = stated(case);
    let side = match figure.compare(case.scale.value)? {
        Ordering::Less => "below",
        Ordering::Equal => "equal to",
        Ordering::Greater => "above",
    };
    let off = side == "below" && case.scale.qualifier == Qualifier::About;
    Ok(match verdict {
        Verdict::Met if off => format!("below {stated}, within the {} that `about` leaves", slack(case)?),
        Verdict::Met => format!("{side} {stated}"),
        Verdict::MetRounded if case.commitment.tolerance.is_some() => {
            format!("{side} {stated}, within the tolerance of {}", slack(case)?)
        }
        Verdict::MetRounded => format!("{side} {stated}, equal to it as stated"),
        Verdict::Missed => format!("{side} {}", limit(case, &case.scale)?),
        Verdict::Undecided => format!("on both sides of {}", limit(case, &case.scale)?),
        Verdict::Incomparable | Verdict::Open => String::new(),
    })
}

fn slack(case: &Case<'_>) -> Result<String> {
    Ok(if case.is_share() { format!("{} pp", plain(case.scale.slack)) } else { in_unit(case, case.scale.slack)? })
}

/// A lower bound: what it is made of, and what is not accounted for.
fn of_bound(case: &Case<'_>, spent: &Spent<'_>, figure: &Ratio, verdict: Verdict) -> Result<String> {
    let sum = spent.amount.map(|amount| millions(amount.millions())).transpose()?.unwrap_or_default();
    let lead = format!("only {} is published, {sum} m together", made_of(&spent.rows));
    Ok(match (verdict, unaccounted(case, spent)?) {
        (Verdict::Met, _) => format!("{lead}: that alone is {}", judged(case, figure, verdict)?),
        (Verdict::Missed, _) => format!("{lead}: that alone is {}", judged(case, figure, verdict)?),
        (_, Some(rest)) => format!("{lead}: {} m of {} unaccounted for", millions(rest)?, pledged(case)?),
        (_, None) => format!("{lead}: more may be published"),
    })
}

/// The stated figure, of a share with what it comes to.
fn pledged(case: &Case<'_>) -> Result<String> {
    let stated = stated(case);
    Ok(match case.money()?.filter(|_| case.is_share()) {
        Some(money) => format!("{stated} ({} m)", millions(money.millions())?),
        None => stated,
    })
}

/// What of the pledge no published figure covers, in millions; nothing where that is not known or nothing is missing.
pub(super) fn unaccounted(case: &Case<'_>, spent: &Spent<'_>) -> Result<Option<Decimal>> {
    let known = case.money()?.zip(spent.amount);
    let rest = known.map(|(pledged, spent)| pledged.minus(spent)).transpose()?;
    Ok(rest.map(crate::quantity::Money::millions).filter(|rest| *rest > Decimal::ZERO))
}

/// `border/border-strip 2023, 2024 and 2025`
fn made_of(rows: &[&Observation]) -> String {
    let mut definitions: Vec<(&str, Vec<String>)> = Vec::new();
    for row in rows {
        let name = row.definition.as_deref().unwrap_or_default();
        let year = row.year.to_string();
        match definitions.iter_mut().find(|(known, _)| *known == name) {
            Some((_, years)) => years.push(year),
            None => definitions.push((name, vec![year])),
        }
    }
    let parts: Vec<String> =
        definitions.iter().map(|(name, years)| format!("`{name}` for {}", listed(years))).collect();
    listed(&parts)
}

/// Why a figure cannot be held against the pledge.
fn unmeasured(case: &Case<'_>, spent: &Spent<'_>) -> Result<String> {
    let lead = match (spent.amount, spent.share) {
        (Some(amount), _) => format!("{} m", millions(amount.millions())?),
        (None, Some(share)) => format!("{}%", share.value),
        (None, None) => {
            let units: Vec<String> = spent.rows.iter().map(|row| row.unit.to_string()).collect();
            return Ok(format!("published in {}, pledged in {}: not converted", listed(&units), case.pledged.currency));
        }
    };
    Ok(format!("{lead}, but {}", no_whole(case)))
}

/// Why the whole of a share is not known.
pub(super) fn no_whole(case: &Case<'_>) -> String {
    let year = case.outcome.years;
    if !case.rests_on_gdp() {
        return format!("no defence spending for {year} is published by NATO's definition");
    }
    let missing = case.outcome.reason.as_ref().filter(|_| case.is_cumulative());
    match (&case.basis, missing) {
        (Basis::Budgeted, None) => format!("no forecast of {year} from before {year} is in the book"),
        (Basis::Latest | Basis::Publisher(_) | Basis::Budgeted, Some(reason)) => reason.clone(),
        (Basis::Latest | Basis::Publisher(_), None) => format!("no GDP for {year} on `{}` is in the book", case.basis),
    }
}

/// `a plan of 110 m by MoD`
pub(super) fn row(row: &Observation) -> Result<String> {
    let value = match row.currency() {
        Some(_) => format!("{} m", millions(row.value)?),
        None => format!("{}%", row.value),
    };
    Ok(format!("{value} ({}, {})", row.publisher, row.kind))
}
