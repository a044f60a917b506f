//! Spending as it was known on a day, and whose figure counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::book::{Book, Kind, Measure, Observation};
use crate::error::{Errors, Result};
use crate::gdp::choose;
use crate::quantity::{Country, Currency, Date, Year};

/// What counts of the published spending of a book.
#[derive(Debug, Clone, Copy)]
pub struct Spending<'b> {
    book: &'b Book,
    as_of: Date,
    /// The day on which a year must be over, if its figures must be outturns or estimates.
    strict: Option<Date>,
}

/// What one publisher says about a year under a definition.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure<'b> {
    /// The amount, in the currency that is asked for.
    pub(super) amount: Option<&'b Observation>,
    /// The share that it states itself.
    pub(super) share: Option<&'b Observation>,
    /// The row by which it is ranked: the amount, else the share, else an amount in another currency.
    pub(super) leading: &'b Observation,
}

impl<'b> Spending<'b> {
    /// All that was published by a day.
    #[must_use]
    pub fn known(book: &'b Book, as_of: Date) -> Self {
        Self { book, as_of, strict: None }
    }

    /// Outturns and estimates of years that are over on a day; nothing else counts in the strict sense.
    #[must_use]
    pub fn strictly(&self, as_of: Date) -> Self {
        Self { strict: Some(as_of), ..*self }
    }

    fn counts(&self, row: &Observation) -> bool {
        row.vintage.is_known_on(self.as_of)
            && self.strict.is_none_or(|as_of| match row.kind {
                Kind::Outturn | Kind::Estimate => as_of.closes(row.year),
                Kind::Plan | Kind::Forecast | Kind::Assumption => false,
            })
    }

    /// Every row of a country and a definition, in the book's order.
    #[must_use]
    pub fn under(&self, country: Country, definition: &str) -> Vec<&'b Observation> {
        self.in_order(|measure| self.book.figures(country, measure, Some(definition)))
    }

    /// The same of one year.
    pub(super) fn rows(&self, country: Country, definition: &str, year: Year) -> Vec<&'b Observation> {
        self.in_order(|measure| self.book.figures_in(country, measure, Some(definition), year))
    }

    /// What counts of amounts and of shares, in the book's order.
    fn in_order<I: Iterator<Item = &'b Observation>>(&self, of: impl Fn(Measure) -> I) -> Vec<&'b Observation> {
        let both = [Measure::Spending, Measure::SpendingShare].into_iter().flat_map(of);
        let mut rows: Vec<_> = both.filter(|row| self.counts(row)).collect();
        // They stand in one list, so that the order of their addresses is that of the book.
        rows.sort_unstable_by_key(|row| std::ptr::from_ref(*row));
        rows
    }

    /// What each publisher says about a year under a definition: the row by which it is ranked, the firmest first.
    ///
    /// # Errors
    /// A publisher gives two figures of equal rank.
    pub fn published(
        &self,
        country: Country,
        definition: &str,
        year: Year,
        currency: Currency,
    ) -> Result<Vec<&'b Observation>> {
        let figures = self.figures(country, definition, year, currency)?;
        Ok(figures.into_iter().map(|figure| figure.leading).collect())
    }

    /// Whether anything is published of a country under a definition.
    pub(super) fn has(&self, country: Country, definition: &str) -> bool {
        let known = |measure| self.book.figures(country, measure, Some(definition)).any(|row| self.counts(row));
        [Measure::Spending, Measure::SpendingShare].into_iter().any(known)
    }

    /// One figure per publisher: by kind, then the later vintage, then the publisher's name.
    ///
    /// # Errors
    /// A publisher gives two figures of equal rank.
    pub(super) fn figures(
        &self,
        country: Country,
        definition: &str,
        year: Year,
        currency: Currency,
    ) -> Result<Vec<Figure<'b>>> {
        let mut publishers: BTreeMap<&str, Vec<&'b Observation>> = BTreeMap::new();
        for row in self.rows(country, definition, year) {
            publishers.entry(&row.publisher).or_default().push(row);
        }
        let figures = publishers.values().filter_map(|rows| Figure::of(rows, currency).transpose());
        let mut figures: Vec<Figure> = figures.collect::<Result<_>>()?;
        figures.sort_by_key(|figure| rank(figure.leading));
        Ok(figures)
    }

    /// Figures of one publisher between which nothing chooses.
    pub(super) fn ties(&self) -> Errors {
        let mut series: BTreeMap<_, Vec<&Observation>> = BTreeMap::new();
        let spending = self.book.observations.iter().filter(|row| row.measure.has_definition() && self.counts(row));
        for row in spending {
            series.entry((row.country, &row.definition, row.year)).or_default().push(row);
        }
        let mut found = Errors::default();
        for rows in series.values() {
            let mut alike: BTreeMap<_, (usize, Vec<&Observation>)> = BTreeMap::new();
            for (at, row) in rows.iter().enumerate() {
                let (_, of_publisher) =
                    alike.entry((&row.publisher, row.currency())).or_insert_with(|| (at, Vec::new()));
                of_publisher.push(row);
            }
            let mut in_order: Vec<_> = alike.into_values().collect();
            in_order.sort_by_key(|(first, _)| *first);
            for (_, rows) in in_order {
                found.keep(choose(rows, &[]));
            }
        }
        found
    }
}

/// The firmest kind first, then the latest vintage.
fn rank(row: &Observation) -> (Kind, Reverse<Date>) {
    (row.kind, Reverse(row.vintage.to_day()))
}

impl<'b> Figure<'b> {
    fn of(rows: &[&'b Observation], currency: Currency) -> Result<Option<Self>> {
        let best = |takes: &dyn Fn(&Observation) -> bool| choose(rows.iter().copied().filter(|row| takes(row)), &[]);
        let amount = best(&|row| row.currency() == Some(currency))?;
        let share = best(&|row| row.measure == Measure::SpendingShare)?;
        let foreign = || rows.iter().copied().min_by_key(|row| (rank(row), row.unit.to_string()));
        Ok(amount.or(share).or_else(foreign).map(|leading| Self { amount, share, leading }))
    }
}
