//! Where the places of a league come from: of each country its share, how far that moved, and the pledge that it is held against.

use crate::error::Result;
use crate::gdp::Resolution;
use crate::question::explain::{gdp, pledge};
use crate::question::figures::{all_digits, sign_and_digits};
use crate::question::shares::Share;
use crate::question::{Query, observed};
use crate::table::{Basis, Step};

use super::places::{League, PLACES, Place};

/// All of it, a step for each country.
pub(super) fn step(league: &League<'_>) -> Result<Step> {
    let of = league.of.map(|(definition, year)| format!("shares under `{}` in {year}", definition.id));
    let root = Step::new("league", of.unwrap_or_default());
    Ok(root.on(league.places.iter().map(|place| of_country(&league.query, place)).collect::<Result<Vec<_>>>()?))
}

fn of_country(query: &Query<'_>, place: &Place<'_>) -> Result<Step> {
    let rank = place.rank.map_or_else(|| "without a figure".to_owned(), |rank| format!("rank {rank}"));
    let mut step = Step::new(place.country.code(), rank);
    for own in place.share.iter().chain(&place.earlier) {
        step = step.on([share(query, place, own)?]);
    }
    if let Some((now, then)) = place.share.as_ref().zip(place.earlier.as_ref()) {
        let [now, then, moved] =
            [now.percent, then.percent, then.percent.gap_to(now.percent)?].map(|own| own.round(PLACES));
        step = step.on([Step::new("change", format!("{}% − {}% → {} pp", now?, then?, moved?))]);
    }
    let Some(judgement) = &place.judgement else { return Ok(step) };
    let verdict = Step::new("verdict", format!("{}: {}", judgement.verdict, judgement.reason));
    Ok(step.on([pledge::step(query, judgement.commitment)?, verdict]))
}

/// A share as it is published, or money over GDP.
fn share(query: &Query<'_>, place: &Place<'_>, own: &Share<'_>) -> Result<Step> {
    if !own.is_computed() {
        return Ok(observed::share(query, own.row));
    }
    let year = own.row.year;
    let resolution: Resolution<'_> = query.resolver().resolve(&Basis::Latest.to_string(), place.country)?;
    let base = resolution.path.value(year).map(|value| all_digits(value.gdp.millions())).unwrap_or_default();
    let words = format!(
        "{} ÷ {base} {}% → {}%",
        all_digits(own.row.value),
        sign_and_digits(&[], &own.percent)?,
        own.percent.round(PLACES)?
    );
    let step = Step::new(format!("share {year}"), words);
    Ok(step.on([observed::amount(query, "spending", own.row)?, gdp::step(query, &resolution, year)?]))
}
