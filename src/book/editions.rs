//! Who published figures in which document, and until when they reach: what is asked of all figures together.

use std::collections::BTreeSet;

use crate::quantity::{Date, Year};

use super::{Measure, Observation};

/// What figures say together; of a book that was read about some countries alone, also those that were not read of it.
#[derive(Debug, Clone, Default)]
pub struct Editions {
    /// The latest year of a figure.
    pub(super) latest_year: Option<Year>,
    /// Who published figures in which document, in the order of the rows.
    pub(super) all: Vec<Edition>,
}

/// Figures of one publisher and document.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    pub(super) publisher: String,
    pub(super) vintage: Date,
    pub(super) source: String,
    /// Whether they are of GDP.
    pub(super) of_gdp: bool,
}

impl Editions {
    /// What these rows say.
    pub(super) fn of(rows: &[Observation]) -> Self {
        let mut seen = BTreeSet::new();
        let key = |row: &Observation| row.measure == Measure::Gdp;
        // most rows are of the same edition as the one before
        let runs = rows.chunk_by(|one, next| {
            (one.vintage, key(one)) == (next.vintage, key(next))
                && (&one.publisher, &one.source) == (&next.publisher, &next.source)
        });
        let first = runs.filter_map(<[_]>::first);
        let new = first.filter(|row| seen.insert((&row.publisher, row.vintage, &row.source, key(row))));
        let all = new.map(|row| Edition {
            publisher: row.publisher.clone(),
            vintage: row.vintage,
            source: row.source.clone(),
            of_gdp: key(row),
        });
        Self { all: all.collect(), latest_year: rows.iter().map(|row| row.year).max() }
    }
}
