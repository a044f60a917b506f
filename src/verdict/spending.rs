//! Spending as it was known on a day, and whose figure counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::book::{self, Book, Kind, Observation, Records};
use crate::error::{Errors, Result};
use crate::gdp::choose;
use crate::quantity::{Country, Currency, Date, Year};

use super::Measure;

/// What is published as spent.
const SPENDING: [book::Measure; 2] = [book::Measure::Spending, book::Measure::SpendingShare];

/// What counts of the published spending of a book.
#[derive(Debug, Clone, Copy)]
pub struct Spending<'b> {
    book: &'b Book,
    as_of: Date,
    /// The day on which a year must be over, if its figures must be outturns or estimates.
    strict: Option<Date>,
}

/// What one publisher says about a year under a definition, by one measure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure<'b> {
    pub(super) measure: Measure,
    /// The row; an amount in another currency only where there is none in that asked for.
    pub(super) row: &'b Observation,
    /// What it says by the other measure in the same vintage.
    pub(super) beside: Option<&'b Observation>,
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
    fn in_order<I: Iterator<Item = &'b Observation>>(&self, of: impl Fn(book::Measure) -> I) -> Vec<&'b Observation> {
        let both = SPENDING.into_iter().flat_map(of);
        Records::in_order(both.filter(|row| self.counts(row)))
    }

    /// What each publisher says about a year under a definition, the firmest first: of each the amount, else the share, else an
    /// amount in another currency.
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
        let place = |figure: &Figure| (figure.amount_in(currency).is_none(), figure.measure == Measure::Money);
        let comes_before =
            |one: &Figure, other: &Figure| one.row.publisher == other.row.publisher && place(one) < place(other);
        let leads = |figure: &&Figure| figures.iter().all(|other| !comes_before(other, figure));
        Ok(figures.iter().filter(leads).map(|figure| figure.row).collect())
    }

    /// The first amount by rank.
    ///
    /// # Errors
    /// A publisher gives two figures of equal rank.
    pub fn amount(
        &self,
        country: Country,
        definition: &str,
        year: Year,
        currency: Currency,
    ) -> Result<Option<&'b Observation>> {
        Ok(Figure::first_amount(&self.figures(country, definition, year, currency)?, currency))
    }

    /// Whether anything is published of a country under a definition.
    pub(super) fn has(&self, country: Country, definition: &str) -> bool {
        let known = |measure| self.book.figures(country, measure, Some(definition)).any(|row| self.counts(row));
        SPENDING.into_iter().any(known)
    }

    /// One figure per publisher and measure: by kind, then the later vintage, the publisher's name, and the share first.
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
        let mut figures = Vec::new();
        for rows in publishers.values() {
            figures.extend(Figure::share(rows, currency)?.into_iter().chain(Figure::money(rows, currency)?));
        }
        figures.sort_by_key(|figure| rank(figure.row));
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
    /// The first amount in a currency.
    pub(super) fn first_amount(figures: &[Self], currency: Currency) -> Option<&'b Observation> {
        figures.iter().find_map(|figure| figure.amount_in(currency))
    }

    /// The amount, if it is one in this currency.
    pub(super) fn amount_in(&self, currency: Currency) -> Option<&'b Observation> {
        Some(self.row).filter(|row| row.currency() == Some(currency))
    }

    /// The share that a publisher states.
    fn share(rows: &[&'b Observation], currency: Currency) -> Result<Option<Self>> {
        let row = choose(rows.iter().copied().filter(|row| is_share(row)), &[])?;
        let amount = |row: &Observation| row.currency() == Some(currency);
        Ok(row.map(|row| Self { measure: Measure::Published, row, beside: other(rows, row, amount) }))
    }

    /// What it says was spent.
    fn money(rows: &[&'b Observation], currency: Currency) -> Result<Option<Self>> {
        let amount = choose(rows.iter().copied().filter(|row| row.currency() == Some(currency)), &[])?;
        let amounts = rows.iter().copied().filter(|row| !is_share(row));
        let row = amount.or_else(|| amounts.min_by_key(|row| (rank(row), row.unit.to_string())));
        Ok(row.map(|row| Self { measure: Measure::Money, row, beside: other(rows, row, is_share) }))
    }
}

/// The firmest of those in the vintage of `row` that are figures of the other measure.
fn other<'b>(
    rows: &[&'b Observation],
    row: &Observation,
    takes: impl Fn(&Observation) -> bool,
) -> Option<&'b Observation> {
    let others = rows.iter().copied().filter(|other| other.vintage == row.vintage && takes(other));
    others.min_by_key(|other| (other.kind, other.value))
}

fn is_share(row: &Observation) -> bool {
    row.measure == book::Measure::SpendingShare
}
