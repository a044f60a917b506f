//! What one publisher said on one day about a country, to be held against itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Book, Definition, Measure, Observation, Unit};
use crate::quantity::{Country, Currency, Date, Year};

/// What the figures of a row are of: measure, definition and, of money, currency.
pub(crate) type Series<'r> = (Measure, Option<&'r str>, Option<Currency>);

/// The figures of one publisher and vintage about a country, series by series, year by year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edition<'r, 'b>(&'r [&'b Observation]);

/// Every figure that was known on a day, those of an edition together, of a series and year the firmest first.
pub(crate) fn by_edition(book: &Book, as_of: Date) -> Vec<&Observation> {
    let mut rows: Vec<_> = book.observations.iter().filter(|row| row.vintage.is_known_on(as_of)).collect();
    rows.sort_by(|one, other| {
        let [first, then] = [one, other].map(|row| (edition(row), place(row), row.kind));
        first.cmp(&then)
    });
    rows
}

/// The editions that these figures make up.
pub(crate) fn editions<'r, 'b>(rows: &'r [&'b Observation]) -> impl Iterator<Item = Edition<'r, 'b>> {
    rows.chunk_by(|one, next| edition(one) == edition(next)).map(Edition)
}

impl<'r, 'b> Edition<'r, 'b> {
    /// The country that it is about; there is no edition without a figure.
    pub(crate) fn country(self) -> Option<Country> {
        self.0.first().map(|row| row.country)
    }

    /// Its figures, those of a series together.
    pub(crate) fn series(self) -> impl Iterator<Item = &'r [&'b Observation]> {
        self.0.chunk_by(|one, next| series(one) == series(next))
    }

    /// Whether nothing firmer is said of its series in its year.
    pub(crate) fn is_firmest(self, row: &Observation) -> bool {
        self.figure(series(row), row.year).is_some_and(|firmest| std::ptr::eq(firmest, row))
    }

    /// What it says of a series in a year: the firmest figure.
    pub(crate) fn figure(self, of: Series<'_>, year: Year) -> Option<&'b Observation> {
        let at = self.0.partition_point(|row| place(row) < (of, year));
        self.0.get(at).copied().filter(|row| place(row) == (of, year))
    }
}

/// A share that a publisher states, and beside it money and the whole of one currency that it may be a share of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Division<'b> {
    pub(crate) share: &'b Observation,
    pub(crate) money: &'b Observation,
    pub(crate) whole: &'b Observation,
}

/// A figure, and those of its definition's parts that may be added up.
#[derive(Debug, Clone)]
pub(crate) struct InParts<'b> {
    pub(crate) whole: &'b Observation,
    pub(crate) parts: Vec<Part<'b>>,
}

/// A part that an edition has a figure of.
pub(crate) type Part<'b> = (&'b Definition, &'b Observation);

impl<'b> Edition<'_, 'b> {
    /// Every share with money and GDP of one currency beside it, of a part of spending with that spending; once for each currency.
    pub(crate) fn divisions(self, book: &'b Book) -> impl Iterator<Item = Division<'b>> {
        let spending = self.series().flatten().filter(|row| row.measure == Measure::Spending);
        spending.filter_map(move |money| self.division(book, money))
    }

    fn division(self, book: &Book, money: &'b Observation) -> Option<Division<'b>> {
        let definition = money.definition.as_deref()?;
        let share = self.figure((Measure::SpendingShare, Some(definition), None), money.year)?;
        let base = book.share_base(book.definition(definition)?);
        let measure = base.map_or(Measure::Gdp, |_| Measure::Spending);
        let whole = self.figure((measure, base.map(|base| base.id.as_str()), money.currency()), money.year)?;
        Some(Division { share, money, whole })
    }

    /// Every figure that parts of its definition stand beside in the same unit: of them all that do not overlap with others, and the
    /// largest of those that do.
    pub(crate) fn in_parts(self, book: &'b Book) -> Vec<InParts<'b>> {
        let mut wholes: BTreeMap<_, (&Observation, Vec<Part<'b>>)> = BTreeMap::new();
        for rows in self.series() {
            let Some((first, definition)) =
                rows.first().and_then(|row| Some((row, book.definition(row.definition.as_ref()?)?)))
            else {
                continue;
            };
            let Some(whole) = definition.whole.as_ref().filter(|whole| is_of_the_same(book, definition, &whole.id))
            else {
                continue;
            };
            // of a year the firmest alone: it is not added to what it takes the place of
            for row in rows.chunk_by(|one, next| one.year == next.year).filter_map(<[_]>::first) {
                let series = (first.measure, Some(whole.id.as_str()), first.currency());
                if let Some(found) = self.figure(series, row.year) {
                    wholes.entry((series, row.year)).or_insert((found, Vec::new())).1.push((definition, row));
                }
            }
        }
        wholes.into_values().map(|(whole, parts)| InParts { whole, parts: added(&parts) }).collect()
    }
}

/// Whether shares of a definition and of its whole are of the same.
fn is_of_the_same(book: &Book, part: &Definition, whole: &str) -> bool {
    let of = |definition: &Definition| definition.of.as_ref().map(|of| of.id.clone());
    book.definition(whole).is_some_and(|whole| of(whole) == of(part))
}

/// Those of parts that count no money twice.
fn added<'b>(parts: &[Part<'b>]) -> Vec<Part<'b>> {
    let named: BTreeSet<&str> =
        parts.iter().flat_map(|(part, _)| &part.overlaps).map(|other| other.id.as_str()).collect();
    let among: BTreeSet<&str> = parts.iter().map(|(part, _)| part.id.as_str()).collect();
    let overlaps = |part: &Definition| {
        named.contains(part.id.as_str()) || part.overlaps.iter().any(|other| among.contains(other.id.as_str()))
    };
    let (alternatives, mut added): (Vec<Part<'_>>, Vec<Part<'_>>) = parts.iter().partition(|(part, _)| overlaps(part));
    added.extend(alternatives.into_iter().max_by_key(|(_, row)| row.value));
    added
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
pub(crate) fn stated(row: &Observation) -> String {
    match row.unit {
        Unit::Million(currency) => format!("{} million {currency}", row.value),
        Unit::Percent => format!("{}%", row.value),
        Unit::Index => row.value.to_string(),
        Unit::Rate { .. } => format!("{} {}", row.value, row.unit),
    }
}

/// The series of a row in words: "`spending` under `defence`".
pub(crate) fn named(row: &Observation) -> String {
    let under = row.definition.as_ref().map(|definition| format!(" under `{definition}`"));
    format!("`{}`{}", row.measure, under.unwrap_or_default())
}
