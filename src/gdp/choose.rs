//! The choosing rule.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

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
    let mut choice = Choice::default();
    candidates.into_iter().for_each(|candidate| choice.add(candidate));
    choice.made(publishers)
}

/// A choice among observations that become known one after another.
#[derive(Debug, Default)]
pub(crate) struct Choice<'o> {
    /// Those of the best rank so far.
    best: Vec<&'o Observation>,
}

impl<'o> Choice<'o> {
    pub(crate) fn add(&mut self, candidate: &'o Observation) {
        let rank = |row: &Observation| (row.kind, Reverse(row.vintage.last_day()));
        match self.best.first().map_or(Ordering::Less, |best| rank(candidate).cmp(&rank(best))) {
            Ordering::Less => self.best = vec![candidate],
            Ordering::Equal => self.best.push(candidate),
            Ordering::Greater => {}
        }
    }

    /// The one that counts of those so far.
    ///
    /// # Errors
    /// As [`choose`].
    pub(crate) fn made(&self, publishers: &[String]) -> Result<Option<&'o Observation>> {
        match preferred(self.best.clone(), publishers)[..] {
            [] => Ok(None),
            [only] => Ok(Some(only)),
            [first, second, ..] => Err(tie(first, second)),
        }
    }
}

/// Those of the publisher that comes first in the order, or all where it has none of theirs.
fn preferred<'o>(rows: Vec<&'o Observation>, publishers: &[String]) -> Vec<&'o Observation> {
    if rows.len() < 2 {
        return rows;
    }
    let mut of: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    rows.iter().for_each(|row| of.entry(&row.publisher).or_default().push(row));
    publishers.iter().find_map(|name| of.remove(name.as_str())).unwrap_or(rows)
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
