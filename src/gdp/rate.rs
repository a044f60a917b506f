//! What one currency is worth in another, as the book dates it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::book::{Book, Kind, Observation, Unit};
use crate::error::Result;
use crate::quantity::text::plain;
use crate::quantity::{Currency, Date, Decimal, Ratio, Year};

use super::choose;

/// How much of one currency is paid for one of another, the mean of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// The year.
    pub year: Year,
    /// How much is paid.
    pub value: Decimal,
    /// The currency that is paid.
    pub of: Currency,
    /// The currency of which one is bought.
    pub per: Currency,
    /// What kind of figure it is.
    pub kind: Kind,
    /// Who published it.
    pub publisher: String,
    /// When it was published.
    pub vintage: Date,
    /// The id of the document.
    pub source: String,
}

impl Rate {
    fn observed(row: &Observation) -> Option<Self> {
        let Unit::Rate { of, per } = row.unit else { return None };
        let (year, value, kind, vintage) = (row.year, row.value, row.kind, row.vintage);
        Some(Self { year, value, of, per, kind, publisher: row.publisher.clone(), vintage, source: row.source.clone() })
    }

    /// Millions of one of the two currencies in the other one, not divided yet.
    ///
    /// # Errors
    /// A part of the quotient needs more than 28 digits.
    pub fn exchanged(&self, (millions, currency): (Ratio, Currency)) -> Result<(Ratio, Currency)> {
        Ok(if currency == self.of {
            (millions.over(self.value)?, self.per)
        } else {
            (millions.times(self.value)?, self.of)
        })
    }

    /// What takes an amount in one of the two currencies to the other, as a derivation writes it: `÷ 1.25` or `× 0.8`.
    #[must_use]
    pub fn step_from(&self, currency: Currency) -> String {
        format!("{} {}", if currency == self.of { '÷' } else { '×' }, plain(self.value))
    }
}

/// Millions at rates that lead from their currency to another one, not divided yet.
///
/// # Errors
/// A part of the quotient needs more than 77 digits.
pub fn exchanged(rates: &[Rate], money: (Ratio, Currency)) -> Result<(Ratio, Currency)> {
    rates.iter().try_fold(money, |money, rate| rate.exchanged(money))
}

/// Every rate of a book, whichever country its row names, as known on a day.
#[derive(Debug, Clone)]
pub struct Rates<'b> {
    rows: BTreeMap<Year, BTreeMap<Pair, Vec<&'b Observation>>>,
    publishers: &'b [String],
}

/// Two currencies, in the order of their codes.
type Pair = (Currency, Currency);

impl<'b> Rates<'b> {
    /// The rates that were known.
    #[must_use]
    pub fn known(book: &'b Book, as_of: Date) -> Self {
        let (mut rows, mut seen) = (BTreeMap::<_, BTreeMap<_, Vec<_>>>::new(), BTreeSet::new());
        for row in book.rates().filter(|row| row.vintage.is_known_on(as_of)) {
            let Unit::Rate { of, per } = row.unit else { continue };
            // the rate of a currency that several countries have may stand once for each
            if seen.insert((row.year, of, per, row.value, row.kind, row.vintage, &row.publisher)) {
                rows.entry(row.year).or_default().entry(pair(of, per)).or_default().push(row);
            }
        }
        Self { rows, publishers: &book.publishers }
    }

    /// The rates that lead from one currency to another in a year: one, or two by way of a third currency.
    ///
    /// # Errors
    /// Two rates between which nothing chooses.
    pub fn between(&self, from: Currency, to: Currency, year: Year) -> Result<Option<Vec<Rate>>> {
        let Some(of_year) = self.rows.get(&year) else { return Ok(None) };
        let has = |one, other| of_year.contains_key(&pair(one, other));
        let steps = match has(from, to) {
            true => Some(vec![(from, to)]),
            false => {
                let thirds = of_year.keys().filter_map(|(one, other)| match (*one == to, *other == to) {
                    (true, false) => Some(*other),
                    (false, true) => Some(*one),
                    (true, true) | (false, false) => None,
                });
                let third = thirds.filter(|third| has(from, *third)).min();
                third.map(|third| vec![(from, third), (third, to)])
            }
        };
        let chosen = |(one, other)| -> Result<Option<Rate>> {
            let rows = of_year.get(&pair(one, other)).into_iter().flatten().copied();
            Ok(choose(rows, self.publishers)?.and_then(Rate::observed))
        };
        let Some(steps) = steps else { return Ok(None) };
        steps.into_iter().map(chosen).collect()
    }

    /// The same in every year in which there are some; none from a currency to itself.
    ///
    /// # Errors
    /// As [`Rates::between`].
    pub fn in_each_year(&self, from: Currency, to: Currency) -> Result<BTreeMap<Year, Vec<Rate>>> {
        let years = self.rows.keys().filter(|_| from != to);
        let of_year = |year: &Year| Ok(self.between(from, to, *year)?.map(|rates| (*year, rates)));
        years.filter_map(|year| of_year(year).transpose()).collect()
    }
}

fn pair(one: Currency, other: Currency) -> Pair {
    (one.min(other), one.max(other))
}

/// `1.08 USD per EUR in 2025 (ECB, outturn of 2026-01-15)`
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, value, of, per, kind, publisher, vintage, .. } = self;
        write!(f, "{value} {of} per {per} in {year} ({publisher}, {kind} of {vintage})")
    }
}
