//! That there is something to be moved, else why not and what to do.

use crate::analysis::{Moved, Steps};
use crate::book::{self, Commitment};
use crate::error::{Error, Kind, Result};
use crate::gdp::{Resolution, Value, scenario_names};
use crate::pledge::{Base, When};
use crate::quantity::{Date, Decimal, Share, Year, YearRange};

use super::super::Query;
use super::super::refusals::{missing, needless};

/// From a point below to a point above by a half.
const DEFAULT_GROWTH: Steps = Steps {
    first: Decimal::from_parts(10, 0, 0, true, 1),
    last: Decimal::ONE,
    step: Decimal::from_parts(5, 0, 0, false, 1),
};

/// Why no growth is moved, and what to do instead.
pub(super) struct Unmoved {
    reason: String,
    help: &'static str,
}

/// What is done where GDP cannot grow otherwise.
const ALONE: &str = "move the share alone: `--share A..B:STEP` without `--growth`";
const FROM_OUTTURNS: &str =
    "name a path that goes on from outturns, as `--scenario latest`, or move the share alone: `--share A..B:STEP`";

fn no_grid(commitment: &Commitment, reason: impl Into<String>, help: impl Into<String>) -> Error {
    Error::new(Kind::NoGrid { commitment: commitment.id.clone(), reason: reason.into() }).help(help)
}

/// The share of GDP of its own year that a commitment pledges.
pub(super) fn share(commitment: &Commitment) -> Result<Share> {
    let pledge = commitment.stated()?;
    let together = commitment.when.and_then(When::together);
    let reason = match (together, pledge.share_of_gdp(), pledge.relative_to(), pledge.base()) {
        (None, Some(share), ..) => return Ok(share),
        (Some(years), ..) => format!("its years, {years}, count together"),
        (None, None, Some(year), _) => format!("it is set against what was spent in {year}"),
        (None, None, None, Some(base)) => format!("it is a share of {base}, not of GDP of its year"),
        (None, None, None, None) => "it pledges money, which is the same on every GDP".to_owned(),
    };
    let help = match pledge.base() {
        Some(Base::DefenceSpending) => format!("`verdicts --commitment {}` says how it is kept", commitment.id),
        Some(Base::Gdp | Base::Gni | Base::GdpOf(_)) | None => {
            format!("`amounts --commitment {}` says what it comes to under each scenario", commitment.id)
        }
    };
    Err(no_grid(commitment, reason, help))
}

/// The one year that is asked about; a commitment of several has to be told which.
pub(super) fn years(query: &Query<'_>, commitment: &Commitment) -> Result<YearRange> {
    let named = match commitment.when {
        Some(When::Each(years) | When::Sum(years) | When::Mean(years)) => Some(years),
        Some(When::By(year)) => Some(year.into()),
        Some(When::From(_)) | None => None,
    };
    let one = |years: &YearRange| years.first() == years.last();
    match (query.years.filter(one), named.filter(one)) {
        (Some(asked), _) => commitment.counted_with(asked.first()),
        (None, Some(own)) => Ok(own),
        (None, None) => {
            Err(missing(&commitment.id, "--year", format!("name one of its years: {}", commitment.years())))
        }
    }
}

/// GDP of the year on the path; without it the scenarios that reach so far are named.
pub(super) fn value(
    query: &Query<'_>,
    commitment: &Commitment,
    resolution: &Resolution<'_>,
    year: Year,
) -> Result<Value> {
    let path = &resolution.path;
    let country = commitment.country;
    path.value(year).cloned().ok_or_else(|| {
        let resolver = query.resolver();
        let reaches = |name: &String| resolver.path(name, country).is_ok_and(|path| path.value(year).is_some());
        let names: Vec<String> = scenario_names(query.book, &[country]).into_iter().filter(reaches).collect();
        let help = match names.is_empty() {
            true => "add a scenario that reaches it to `scenarios.toml`".to_owned(),
            false => format!("name a scenario that reaches it: `--scenario {}`", names.join("`, `--scenario ")),
        };
        no_grid(commitment, format!("`{}` has no GDP for {year}", path.scenario), help)
    })
}

/// GDP from the last closed year with an outturn or an estimate up to a year; else why its growth cannot be moved.
pub(super) fn moved(resolution: &Resolution<'_>, year: Year, as_of: Date) -> Result<(Year, Moved), Unmoved> {
    let path = &resolution.path;
    let stays = |(year, value): &(&Year, &Value)| match value.kind {
        book::Kind::Outturn | book::Kind::Estimate => as_of.closes(**year),
        book::Kind::Plan | book::Kind::Forecast | book::Kind::Assumption => false,
    };
    let Some((first, start)) = path.values.iter().rev().find(stays) else {
        let (reason, help) = (format!("`{}` has no outturn to grow from", path.scenario), FROM_OUTTURNS);
        return Err(Unmoved { reason, help });
    };
    if *first >= year {
        let kind = path.value(year).map_or(book::Kind::Outturn, |value| value.kind);
        let reason =
            format!("GDP of {year} is an {kind} of a closed year on `{}`, which no growth moves", path.scenario);
        return Err(Unmoved { reason, help: ALONE });
    }
    let later: Option<Vec<Decimal>> =
        first.to(year).skip(1).map(|year| path.value(year).map(|value| value.gdp.millions())).collect();
    let Some(later) = later else {
        let reason = format!("`{}` lacks a year between {first} and {year}", path.scenario);
        return Err(Unmoved { reason, help: FROM_OUTTURNS });
    };
    Ok((*first, Moved { start: start.gdp.millions(), path: later }))
}

/// The growth that is asked for, where there is any to be moved; none is moved where a share is asked for alone.
pub(super) fn growth(
    query: &Query<'_>,
    commitment: &Commitment,
    moved: &Result<(Year, Moved), Unmoved>,
) -> Result<Steps> {
    match (query.grid.growth, query.grid.share, moved) {
        (growth, _, Ok(_)) => Ok(growth.unwrap_or(DEFAULT_GROWTH)),
        (None, Some(_), Err(_)) => Ok(Steps::only(Decimal::ZERO)),
        (Some(_), _, Err(Unmoved { reason, help })) => Err(needless("--growth", reason, *help)),
        (None, None, Err(Unmoved { reason, help })) => Err(no_grid(commitment, reason, *help)),
    }
}
