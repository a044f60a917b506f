//! What one publisher said on one day about a country, to be held against itself.

use crate::book::{Book, Measure, Observation, Unit};
use crate::quantity::{Country, Currency, Date, Year};

/// What the figures of a row are of: measure, definition and, of money, currency.
pub(super) type Series<'r> = (Measure, Option<&'r str>, Option<Currency>);

/// The figures of one publisher and vintage about a country, series by series, year by year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edition<'r, 'b>(&'r [&'b Observation]);

/// Every figure that was known on a day, those of an edition together.
pub(super) fn by_edition(book: &Book, as_of: Date) -> Vec<&Observation> {
    let mut rows: Vec<_> = book.observations.iter().filter(|row| row.vintage.is_known_on(as_of)).collect();
    rows.sort_by(|one, other| edition(one).cmp(&edition(other)).then_with(|| place(one).cmp(&place(other))));
    rows
}

/// The editions that these figures make up.
pub(super) fn editions<'r, 'b>(rows: &'r [&'b Observation]) -> impl Iterator<Item = Edition<'r, 'b>> {
    rows.chunk_by(|one, next| edition(one) == edition(next)).map(Edition)
}

impl<'r, 'b> Edition<'r, 'b> {
    /// Its figures, those of a series together.
    pub(super) fn series(self) -> impl Iterator<Item = &'r [&'b Observation]> {
        self.0.chunk_by(|one, next| series(one) == series(next))
    }

    /// What it says of a series in a year.
    pub(super) fn figure(self, of: Series<'_>, year: Year) -> Option<&'b Observation> {
        let at = self.0.partition_point(|row| place(row) < (of, year));
        self.0.get(at).copied().filter(|row| place(row) == (of, year))
    }
}

fn edition(row: &Observation) -> (Country, Date, &str) {
    (row.country, row.vintage, &row.publisher)
}

fn series(row: &Observation) -> Series<'_> {
    (row.measure, row.definition.as_deref(), row.currency())
}

fn place(row: &Observation) -> (Series<'_>, Year) {
    (series(row), row.year)
}

/// A figure with the digits that were published and its unit: `43000 million EUR`, `3.50%`.
pub(super) fn stated(row: &Observation) -> String {
    match row.unit {
        Unit::Million(currency) => format!("{} million {currency}", row.value),
        Unit::Percent => format!("{}%", row.value),
        Unit::Index => row.value.to_string(),
        Unit::Rate { .. } => format!("{} {}", row.value, row.unit),
    }
}

/// The series of a row in words: "`spending` under `defence`".
pub(super) fn named(row: &Observation) -> String {
    let under = row.definition.as_ref().map(|definition| format!(" under `{definition}`"));
    format!("`{}`{}", row.measure, under.unwrap_or_default())
}
