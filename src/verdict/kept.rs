//! Spending whose figures are kept once they were put in order, however many commitments are held against them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::book::Observation;
use crate::error::Result;
use crate::quantity::{Country, Currency, Year};

use super::Spending;
use super::spending::Figure;

/// What counts of the published spending, and what was asked of it.
#[derive(Debug)]
pub(super) struct Kept<'b> {
    spending: Spending<'b>,
    /// By definition what publishers say about a year.
    figures: RefCell<BTreeMap<(Country, Year, Currency), ByDefinition<'b>>>,
}

type ByDefinition<'b> = BTreeMap<String, Arc<[Figure<'b>]>>;

impl<'b> Kept<'b> {
    /// Nothing was asked yet.
    pub(super) fn new(spending: Spending<'b>) -> Self {
        Self { spending, figures: RefCell::default() }
    }

    /// As [`Spending::figures`].
    ///
    /// # Errors
    /// A publisher gives two figures of equal rank.
    pub(super) fn figures(
        &self,
        country: Country,
        definition: &str,
        year: Year,
        currency: Currency,
    ) -> Result<Arc<[Figure<'b>]>> {
        let mut kept = self.figures.borrow_mut();
        let of_year = kept.entry((country, year, currency)).or_default();
        if let Some(figures) = of_year.get(definition) {
            return Ok(Arc::clone(figures));
        }
        let figures: Arc<[_]> = self.spending.figures(country, definition, year, currency)?.into();
        of_year.insert(definition.to_owned(), Arc::clone(&figures));
        Ok(figures)
    }

    /// As [`Spending::amount`].
    ///
    /// # Errors
    /// A publisher gives two figures of equal rank.
    pub(super) fn amount(
        &self,
        country: Country,
        definition: &str,
        year: Year,
        currency: Currency,
    ) -> Result<Option<&'b Observation>> {
        let figures = self.figures(country, definition, year, currency)?;
        Ok(Figure::first_amount(&figures, currency))
    }

    /// Every row of a country and a definition about a year, in the book's order.
    pub(super) fn rows(&self, country: Country, definition: &str, year: Year) -> Vec<&'b Observation> {
        self.spending.rows(country, definition, year)
    }
}
