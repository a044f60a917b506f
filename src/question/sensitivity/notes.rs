//! What a grid rests on, below its rows: the path and what of it is moved, the money, and where it breaks even.

use crate::error::Result;
use crate::quantity::text::{listed, plain};
use crate::quantity::{Decimal, Ratio};
use crate::question::cells::breaks;
use crate::verdict::millions;

use super::subject::Subject;

/// Shares are told one by one up to so many; of more the pledged one alone.
const TOLD: usize = 9;

/// All of them.
pub(super) fn notes(subject: &Subject<'_>) -> Result<Vec<String>> {
    let mut notes = vec![path(subject)?];
    notes.extend(artefact(subject));
    notes.push(spent(subject)?);
    notes.extend(replaced(subject)?);
    notes.extend(break_even(subject)?);
    Ok(notes)
}

/// What the path is, which of its years are moved, and from where on.
fn path(subject: &Subject<'_>) -> Result<String> {
    let (year, ground) = (subject.years.first(), subject.ground());
    let own = format!("GDP on `{ground}`");
    let Ok((first, moved)) = &subject.moved else {
        let gdp = millions(subject.own.gdp.millions())?;
        return Ok(format!("{own}: {year} stays as it is, {gdp} m ({}, {})", subject.own.publisher, subject.own.kind));
    };
    let years: Vec<String> = first.to(year).skip(1).map(|year| year.to_string()).collect();
    let start = subject.resolution.path.value(*first);
    let by = start.map_or_else(String::new, |start| format!(" ({}, {})", start.publisher, start.kind));
    let start = millions(moved.start)?;
    Ok(format!("{own}: growth of {} is moved, {first} stays, {start} m{by}", listed(&years, "and")))
}

/// Where growth of the path itself is one between two publishers.
fn artefact(subject: &Subject<'_>) -> Option<String> {
    let (first, _) = subject.moved.as_ref().ok()?;
    breaks(&subject.resolution.path, first.to(subject.years.first()).skip(1))
}

/// The money that is held against every amount.
fn spent(subject: &Subject<'_>) -> Result<String> {
    let year = subject.years;
    let definition = subject.commitment.definition.as_ref().map(|own| own.id.as_str());
    Ok(match (subject.spent, definition) {
        (Some(row), Some(definition)) => {
            let (amount, vintage) = (millions(row.value)?, row.vintage);
            format!("spent in {year}: {amount} m under `{definition}` ({}, {}, {vintage})", row.publisher, row.kind)
        }
        (_, Some(definition)) => {
            format!("no money of {year} is published under `{definition}`: no gap, and no verdict yet")
        }
        (_, None) => "the commitment names no definition of spending: no gap, and no verdict yet".to_owned(),
    })
}

/// How shares are taken that nobody pledged.
fn replaced(subject: &Subject<'_>) -> Result<Option<String>> {
    let pledged = subject.pledged;
    if subject.shares()?.iter().all(|share| *share == pledged.percent()) {
        return Ok(None);
    }
    let slack = plain(subject.scale.slack.exact_or(6)?);
    let pledge = subject.commitment.stated()?;
    Ok(Some(format!(
        "a share stands in the place of {pledged} in `{pledge}`, with its words and its slack of {slack} pp"
    )))
}

/// At which GDP the money is just each share, and which growth leads there; a ceiling has none.
fn break_even(subject: &Subject<'_>) -> Result<Vec<String>> {
    let Some(row) = subject.spent.filter(|_| !subject.scale.is_ceiling) else { return Ok(Vec::new()) };
    let shares = subject.shares()?;
    let told = if shares.len() > TOLD { vec![subject.pledged.percent()] } else { shares };
    told.into_iter().map(|share| at_share(subject, row.value, share)).collect()
}

fn at_share(subject: &Subject<'_>, spent: Decimal, share: Decimal) -> Result<String> {
    let gdp = Ratio::percent(spent, share)?;
    let words = format!("the money is just {share}% of a GDP of {} m", millions(gdp)?);
    let Ok((_, moved)) = &subject.moved else { return Ok(words) };
    let a_year = if moved.path.len() > 1 { " a year" } else { "" };
    Ok(match moved.points_to(&gdp)? {
        Some(points) => {
            let beyond = if subject.reaches(points)? { "" } else { ", outside of the grid" };
            format!("{words}: {points} points of growth{a_year}{beyond}")
        }
        None => format!("{words}, to which no growth within 100 points leads"),
    })
}
