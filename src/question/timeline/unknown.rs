//! Why an amount is not known, said once for all that have it in common.

use std::collections::BTreeMap;

use crate::evaluate::{Outcome, Unknown};

use super::super::once::Once;
use super::statement::Statement;

/// Statements are named up to so many; of more their number is.
const NAMED: usize = 9;

/// What is not known, of which statements, in the order in which it is said.
#[derive(Default)]
pub(super) struct Unknowns(BTreeMap<(u8, String), Once>);

impl Unknowns {
    /// Adds what is not known of a statement.
    pub(super) fn add(&mut self, statement: &Statement<'_>, both: Option<&[Option<Outcome>; 2]>) {
        let mut say = |order: u8, words: String| self.0.entry((order, words)).or_default().add(&statement.first().id);
        if statement.first().pledge.is_none() {
            return say(4, "no figure is stated".to_owned());
        }
        let Some(both) = both else {
            return say(3, "another amount for each of its countries, name one with `--country`".to_owned());
        };
        let [then, now] = both.each_ref().map(|known| known.as_ref().and_then(why));
        match (then, now) {
            (Some(then), Some(now)) if then == now => say(0, format!("unknown then and now, {then}")),
            (then, now) => {
                then.into_iter().for_each(|why| say(1, format!("unknown then, {why}")));
                now.into_iter().for_each(|why| say(2, format!("unknown now, {why}")));
            }
        }
    }

    /// All of it.
    pub(super) fn notes(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|((_, words), of)| match of.names() {
            named if named.len() <= NAMED => format!("{words}: `{}`", named.join("`, `")),
            many => format!("{words}: {} statements", many.len()),
        })
    }
}

/// Why an amount is not known, in words that statements for several years have in common.
fn why(outcome: &Outcome) -> Option<String> {
    let why = outcome.reason.as_ref().filter(|_| outcome.amount.is_none())?;
    Some(match why {
        Unknown::NoGdp { .. } | Unknown::NoGdpOnBasis { .. } => "no GDP of the year".to_owned(),
        Unknown::NoGni { .. } => "no GNI of the year".to_owned(),
        Unknown::NotOfGdp { .. }
        | Unknown::NoReference { .. }
        | Unknown::BelowZero { .. }
        | Unknown::NotConverted { .. }
        | Unknown::NoRate { .. }
        | Unknown::Overlap(_)
        | Unknown::OneFamily(_)
        | Unknown::Addend { .. }
        | Unknown::SeveralCurrencies(_) => why.to_string(),
    })
}
