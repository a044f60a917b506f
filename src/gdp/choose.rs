//! The choosing rule.

use std::cmp::{Ordering, Reverse};

use crate::book::Observation;
use crate::error::{Error, Kind, Result};

/// Of several observations of one series in one country, year and unit, the one that counts.
///
/// By kind: outturn, then estimate, plan, forecast, assumption; then the later vintage, a month counting as its last day;
/// then the order of `publishers`, one not listed coming last. An outturn of 2023 thus wins over an estimate of 2026.
///
/// # Errors
/// Two observations of equal rank; the message names both rows.
pub fn choose<'o>(
    candidates: impl IntoIterator<Item = &'o Observation>,
    publishers: &[String],
) -> Result<Option<&'o Observation>> {
    let rank = |observation: &Observation| {
        let preferred = publishers.iter().position(|name| *name == observation.publisher).unwrap_or(publishers.len());
        (observation.kind, Reverse(observation.vintage.last_day()), preferred)
    };
    let mut best: Option<&Observation> = None;
    let mut tied: Option<&Observation> = None;
    for candidate in candidates {
        match best.map(|best| rank(candidate).cmp(&rank(best))) {
            None | Some(Ordering::Less) => (best, tied) = (Some(candidate), None),
            Some(Ordering::Equal) => tied = tied.or(Some(candidate)),
            Some(Ordering::Greater) => {}
        }
    }
    match best.zip(tied) {
        Some((first, second)) => Err(tie(first, second)),
        None => Ok(best),
    }
}

fn tie(first: &Observation, second: &Observation) -> Error {
    let row = |observation: &Observation| {
        format!("{} {} at {}", observation.publisher, observation.value, observation.origin)
    };
    let kind = Kind::Tie {
        what: first.measure.to_string(),
        year: first.year.number(),
        first: row(first),
        second: row(second),
    };
    let help = match first.publisher == second.publisher {
        true => "take one of the two rows out, or mend its vintage or kind",
        false => "name their publishers in `publishers`, or take one of the two rows out",
    };
    Error::new(kind).help(help).at(second.origin.place())
}
