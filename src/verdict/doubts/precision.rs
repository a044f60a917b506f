//! Figures of which nobody knows to which unit they were published.

use std::collections::BTreeMap;

use crate::book::{Book, Observation};
use crate::error::{Error, Kind};

use crate::verdict::editions::named;

/// A warning for each series of a publisher, over all countries, at the first of its figures without a precision.
pub(super) fn unknown_precision(book: &Book, known: impl Fn(&Observation) -> bool) -> Vec<Error> {
    let mut found: Vec<(&Observation, usize)> = Vec::new();
    let mut places = BTreeMap::new();
    for row in book.observations.iter().filter(|row| row.precision.is_none() && known(row)) {
        let at = *places.entry((row.measure, &row.definition, &row.publisher)).or_insert(found.len());
        match found.get_mut(at) {
            Some((_, count)) => *count += 1,
            None => found.push((row, 1)),
        }
    }
    found.into_iter().map(|(first, count)| warning(first, count)).collect()
}

fn warning(first: &Observation, count: usize) -> Error {
    let figures = format!("{count} figure{}", if count == 1 { "" } else { "s" });
    let kind = Kind::NoPrecision { figures, series: named(first), publisher: first.publisher.clone() };
    let help = "write in the cell `precision` the unit to which they were published, as `0.1`";
    Error::new(kind).help(help).at(first.origin.place())
}
