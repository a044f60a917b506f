//! The rows of a claim in words.

use crate::analysis::{Counterfactual, Truth};
use crate::error::Result;
use crate::gdp::Value;
use crate::quantity::text::{grouped, plain};
use crate::quantity::{Ratio, Year};
use crate::verdict::{beside, millions};

use super::rows::{Held, Row};
use super::whose::{Whose, is_publisher};

/// What is claimed, how precisely, and what rises go on from.
///
/// # Errors
/// Rounding needs more digits than can be kept.
pub(super) fn heading(held: &Held<'_>) -> Result<Vec<String>> {
    let [low, high] = held.claimed.money.ends()?.map(millions);
    let [least, most] = held.claimed.share.ends()?.map(plain);
    let (claim, low, high) = (held.claim, low?, high?);
    let digits = format!("`{claim}`, by its digits from {low} to {high} m and from {least}% to {most}%");
    let starts = held.years.iter().map(|own| match &own.before.start {
        Ok(start) => {
            let by = start.figure.as_ref().and_then(|figure| figure.row.definition.as_deref());
            let by = by.map_or_else(String::new, |definition| format!(", under `{definition}`"));
            let prices = own.before.deflator.as_ref().ok().map(|own| format!("; prices by {}", own.named()));
            let prices = prices.unwrap_or_default();
            format!("a rise by {} is from {}: {}{by}{prices}", own.year, start.year, start.words)
        }
        Err(why) => format!("a rise by {}: {why}", own.year),
    });
    let same = held.years.iter().flat_map(|own| own.whose.iter().map(|whose| (own.year, whose)));
    let same = same.filter(|(_, whose)| !whose.others.is_empty()).map(|(year, Whose { name, others, .. })| {
        format!("`{}`: the same GDP of {year} as `{name}`", others.join("`, `"))
    });
    Ok([digits].into_iter().chain(starts).chain(same).collect())
}

/// `On IMF's GDP of 2027 (3 213 013 m, forecast, 2025-10-14) 0.2% is between 4 820 and 8 033 m, not 13 400.`
///
/// # Errors
/// Rounding needs more digits than can be kept.
pub(super) fn of(held: &Held<'_>, row: &Row<'_, '_>) -> Result<String> {
    let (name, year, share) = (&row.whose.name, row.in_year.year, held.claim.share);
    let more = format!("{} pp more", plain(share.percent()));
    let Some(value) = &row.whose.value else {
        return Ok(format!("On `{name}` nobody knows: it has no GDP of {year}."));
    };
    let on = ground(name, year, value)?;
    let Some((low, high)) = row.computed.and_then(|ends| ends.low.zip(ends.high)) else {
        return Ok(format!("On {on} nobody knows what {more} is: {}.", unknown(row)));
    };
    let (low, high, claimed) = (end(held, &low)?, end(held, &high)?, millions(held.claimed.money.value)?);
    let (what, beyond) = match (row.counterfactual, &row.in_year.before.start) {
        (Some(rule), Ok(start)) => {
            let (reached, beyond) = (percent(start.spent.share)?, otherwise(rule, row, value)?);
            (format!("{more} than the {reached} of {}", start.year), format!(" beyond {beyond}"))
        }
        (Some(_) | None, _) => (share.to_string(), String::new()),
    };
    let end = match row.truth {
        Truth::True => "and so may be",
        Truth::False | Truth::Undecided => "not",
    };
    Ok(format!("On {on} {what} is between {low} and {high} m{beyond}, {end} {claimed}."))
}

/// Whose GDP it is: `IMF's GDP of 2027 (3 213 013 m, forecast, 2025-10-14)`, of another basis or a scenario behind its name.
fn ground(name: &str, year: Year, value: &Value) -> Result<String> {
    let (publisher, millions) = (&value.publisher, millions(value.gdp.millions())?);
    Ok(match value.vintage {
        Some(vintage) => {
            let gdp = format!("{publisher}'s GDP of {year} ({millions} m, {}, {vintage})", value.kind);
            if is_publisher(name) { gdp } else { format!("`{name}`, {gdp},") }
        }
        None => format!("`{name}`, its own GDP of {year} ({millions} m, {}),", value.kind),
    })
}

/// What would be spent otherwise: `the same money (65 841 m)`.
fn otherwise(rule: Counterfactual, row: &Row<'_, '_>, value: &Value) -> Result<String> {
    let (year, before) = (row.in_year.year, &row.in_year.before);
    let money = rule.millions(before.spent(), Some(value.gdp.millions()), before.prices)?;
    let money = money.map(millions).transpose()?.unwrap_or_default();
    Ok(match rule {
        Counterfactual::FlatCash => format!("the same money ({money} m)"),
        Counterfactual::ConstantShare => format!("the same share ({money} m)"),
        Counterfactual::ConstantReal => format!("the same money at prices of {year} ({money} m)"),
    })
}

/// Why nothing is known against a counterfactual.
fn unknown(row: &Row<'_, '_>) -> String {
    let before = &row.in_year.before;
    let no_money = || "the money that it goes on from is not known, for want of GDP".to_owned();
    let start = before.start.as_ref().err();
    start.or(before.deflator.as_ref().err()).cloned().unwrap_or_else(no_money)
}

/// An end with as many digits as the money is claimed with, or as many more as tell it from that.
fn end(held: &Held<'_>, end: &Ratio) -> Result<String> {
    let printed = beside(end, &held.claimed.money.ends()?, held.claimed.money.half.normalize().scale())?;
    Ok(grouped(&printed.to_string(), ' '))
}

fn percent(share: Option<Ratio>) -> Result<String> {
    let printed = share.map(|share| share.round(2)).transpose()?;
    Ok(printed.map(|share| format!("{share}%")).unwrap_or_default())
}
