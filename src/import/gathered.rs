//! What is gathered from a file, figure by figure, until it is an edition.

use crate::book::{Measure, Observation, Source, Unit};
use crate::error::{Error, Errors, Kind, Result};
use crate::quantity::{Country, Currency, Decimal, Year};

use super::{Edition, LeftOut, Wanted};

/// The figures of a file that are kept, what is left out, and what is wrong.
#[derive(Debug)]
pub(super) struct Gathered<'w> {
    wanted: &'w Wanted,
    rows: Vec<Observation>,
    left_out: Vec<LeftOut>,
    errors: Errors,
}

impl<'w> Gathered<'w> {
    pub(super) fn new(wanted: &'w Wanted) -> Self {
        Self { wanted, rows: Vec::new(), left_out: Vec::new(), errors: Errors::default() }
    }

    /// Whether figures of this country and year are wanted; those that are not are counted.
    pub(super) fn wants(&mut self, country: Country, year: Year) -> bool {
        let other_country = self.wanted.countries.as_ref().is_some_and(|wanted| !wanted.contains(&country));
        let other_year = self.wanted.years.is_some_and(|wanted| !wanted.contains(year));
        if other_country || other_year {
            self.leave_out(if other_country { "figures of other countries" } else { "figures of other years" });
        }
        !(other_country || other_year)
    }

    /// The unit of figures in the currency of a country that the file does not name, with a note that says so; without a currency
    /// that the caller knows they are left out.
    pub(super) fn national_currency(&mut self, country: Country) -> Option<(Unit, Option<String>)> {
        let known = self.wanted.currencies.iter().find(|(own, _)| *own == country);
        let Some((_, currency)) = known else {
            self.leave_out("figures in a national currency that neither the file nor the book names");
            return None;
        };
        let note = format!("in national currency, taken as {currency}: the file does not name it");
        Some((Unit::Million(*currency), Some(note)))
    }

    /// Keeps a figure, which has to be above zero where its measure is.
    pub(super) fn keep(&mut self, row: Observation) {
        let sound = match row.measure {
            Measure::Gdp | Measure::Gni | Measure::GdpDeflator | Measure::ExchangeRate => row.value > Decimal::ZERO,
            Measure::Spending | Measure::SpendingShare => row.value >= Decimal::ZERO,
            Measure::RealGrowth | Measure::ConsumerInflation => true,
        };
        match sound {
            true => self.rows.push(row),
            false => self.errors.push(
                Error::new(Kind::NotPositive { text: row.value.to_string() })
                    .help(format!("no {} is: look at the file", row.measure))
                    .at(row.origin.place()),
            ),
        }
    }

    /// The value, or nothing after its error has been added.
    pub(super) fn sound<T>(&mut self, result: Result<T>) -> Option<T> {
        self.errors.keep(result)
    }

    /// Counts what is no figure of a book, in words in the plural.
    pub(super) fn leave_out(&mut self, what: &str) {
        match self.left_out.iter_mut().find(|own| own.what == what) {
            Some(own) => own.count += 1,
            None => self.left_out.push(LeftOut { what: what.to_owned(), count: 1 }),
        }
    }

    /// The edition, in its order; every row names the document, and what stands twice is kept once.
    ///
    /// # Errors
    /// All that was wrong, or two figures of one series and year that differ.
    pub(super) fn finish(mut self, document: Source) -> Result<Edition, Errors> {
        self.rows.sort_by(|one, other| key(one).cmp(&key(other)));
        let mut kept: Vec<Observation> = Vec::with_capacity(self.rows.len());
        for mut row in std::mem::take(&mut self.rows) {
            row.source.clone_from(&document.id);
            match kept.last().filter(|before| key(before) == key(&row)) {
                None => kept.push(row),
                Some(before) if before.value == row.value => self.leave_out("figures that stand twice"),
                Some(before) => self.errors.push(differing(before, &row)),
            }
        }
        match self.errors.has_errors() {
            true => Err(self.errors),
            false => Ok(Edition { rows: kept, document, left_out: self.left_out }),
        }
    }
}

/// What one figure alone may have: series, year and unit, in the order of an edition.
fn key(row: &Observation) -> (Country, Measure, Option<&str>, Year, Option<Currency>) {
    (row.country, row.measure, row.definition.as_deref(), row.year, row.currency())
}

fn differing(first: &Observation, second: &Observation) -> Error {
    let what = format!("{} of {}", second.measure, second.country);
    let (year, at) = (second.year.number(), second.origin.place());
    let told = |row: &Observation| format!("{} at {}", row.value, row.origin.place());
    Error::new(Kind::Tie { what, year, first: told(first), second: told(second) })
        .help("take the file as its publisher ships it")
        .at(at)
}
