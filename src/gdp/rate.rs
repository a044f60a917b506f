//! What one currency is worth in another, as the book dates it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::book::{Book, Kind, Measure, Observation, Unit};
use crate::error::Result;
use crate::quantity::{Country, Currency, Date, Decimal, Money, Ratio, Year, multiply};

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

    /// The currency that is not this one; nothing where it is neither, or both.
    fn other_than(&self, own: Currency) -> Option<Currency> {
        match (self.of == own, self.per == own) {
            (true, false) => Some(self.per),
            (false, true) => Some(self.of),
            (true, true) | (false, false) => None,
        }
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

    /// An amount in one of the two currencies as a percentage of GDP in the other, not divided yet.
    ///
    /// # Errors
    /// A part of the quotient needs more than 28 digits.
    pub fn percent_of(&self, amount: Money, gdp: Money) -> Result<Ratio> {
        if amount.currency() == self.of {
            Ratio::percent(amount.millions(), multiply(self.value, gdp.millions())?)
        } else {
            Ratio::percent(multiply(amount.millions(), self.value)?, gdp.millions())
        }
    }
}

/// Every rate of a book, whichever country its row names, as known on a day.
#[derive(Debug, Clone)]
pub struct Rates(BTreeMap<(Pair, Year), Rate>);

/// Two currencies, in the order of their codes.
type Pair = (Currency, Currency);

impl Rates {
    /// The rate that counts of each two currencies and year.
    ///
    /// # Errors
    /// Two rates between which nothing chooses.
    pub fn known(book: &Book, as_of: Date) -> Result<Self> {
        let (mut known, mut seen) = (BTreeMap::<_, Vec<&Observation>>::new(), BTreeSet::new());
        let is_rate = |row: &&Observation| row.measure == Measure::ExchangeRate && row.vintage.is_known_on(as_of);
        for row in book.observations.iter().filter(is_rate) {
            let Unit::Rate { of, per } = row.unit else { continue };
            // the rate of a currency that several countries have may stand once for each
            if seen.insert((row.year, of, per, row.value, row.kind, row.vintage, &row.publisher)) {
                known.entry((pair(of, per), row.year)).or_default().push(row);
            }
        }
        let chosen = known.into_iter().map(|(key, rows)| {
            let rate = choose(rows, &book.publishers)?.and_then(Rate::observed);
            Ok(rate.map(|rate| (key, rate)))
        });
        chosen.filter_map(Result::transpose).collect::<Result<_>>().map(Self)
    }

    /// The rates that lead from one currency to another in a year: one, or two by way of a third currency.
    #[must_use]
    pub fn between(&self, from: Currency, to: Currency, year: Year) -> Option<Vec<&Rate>> {
        let of = |one, other| self.0.get(&(pair(one, other), year));
        let third = |rate: &Rate| Some(vec![of(from, rate.other_than(to)?)?, of(rate.other_than(to)?, to)?]);
        let into = self.0.values().filter(|rate| rate.year == year);
        of(from, to).map(|rate| vec![rate]).or_else(|| into.filter_map(third).next())
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

/// The rates of a country's currency by the other one and year, as known on a day.
///
/// # Errors
/// Two rates of one year between which nothing chooses.
pub(super) fn rates(
    book: &Book,
    as_of: Date,
    country: Country,
    own: Currency,
) -> Result<BTreeMap<(Currency, Year), Rate>> {
    let mut known: BTreeMap<(Currency, Year), Vec<&Observation>> = BTreeMap::new();
    for row in book.figures(country, Measure::ExchangeRate, None).filter(|row| row.vintage.is_known_on(as_of)) {
        if let Some(other) = Rate::observed(row).and_then(|rate| rate.other_than(own)) {
            known.entry((other, row.year)).or_default().push(row);
        }
    }
    let chosen = known.into_iter().map(|(key, rows)| {
        let rate = choose(rows, &book.publishers)?.and_then(Rate::observed);
        Ok(rate.map(|rate| (key, rate)))
    });
    chosen.filter_map(Result::transpose).collect()
}
