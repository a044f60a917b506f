//! Scenarios and bases to paths of GDP, in one walk that also knows what it passes over.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::book::{Basis, Book, Cap, Kind, Measure, Observation};
use crate::error::Result;
use crate::quantity::{Country, Currency, Date, Year};

use super::considered::beside;
use super::scenario::Lineage;
use super::{Considered, Fate, Path, Value, chain, choose};

/// Resolves scenarios of a book as it was known on a day.
#[derive(Debug, Clone, Copy)]
pub struct Resolver<'b> {
    book: &'b Book,
    as_of: Date,
    horizon: Year,
}

/// The path of a country's GDP under a scenario, and every figure published by then that it might have used.
#[derive(Debug, Clone)]
pub struct Resolution<'b> {
    /// The path.
    pub path: Path,
    book: &'b Book,
    rules: Rules<'b>,
    /// The figure that counts in each year, where one does.
    chosen: BTreeMap<Year, &'b Observation>,
}

/// Which figures take part.
#[derive(Debug, Clone)]
struct Rules<'b> {
    currency: Option<Currency>,
    as_of: Date,
    lineage: Lineage<'b>,
}

impl<'b> Resolver<'b> {
    /// Observations of a later vintage than `as_of` are not seen; growth without an end runs to the latest year of the book.
    #[must_use]
    pub fn new(book: &'b Book, as_of: Date) -> Self {
        Self { book, as_of, horizon: book.latest_year() }
    }

    /// The same, with growth without an end running to this year.
    #[must_use]
    pub fn to(self, horizon: Year) -> Self {
        Self { horizon, ..self }
    }

    /// The path of a country's GDP under a scenario or basis; without a year where nothing is published.
    ///
    /// # Errors
    /// As for [`Resolver::resolve`].
    pub fn path(&self, scenario: &str, country: Country) -> Result<Path> {
        self.resolve(scenario, country).map(|resolution| resolution.path)
    }

    /// The same, with all that it passes over.
    ///
    /// # Errors
    /// The country has no such scenario, or there are two observations between which the rule cannot choose, or a chained value
    /// cannot be kept exactly.
    pub fn resolve(&self, scenario: &str, country: Country) -> Result<Resolution<'b>> {
        let lineage =
            Lineage::of(self.book, scenario, country).map_err(|absent| absent.error(self.book, scenario, country))?;
        let rules = Rules { currency: self.book.currency(country), as_of: self.as_of, lineage };
        let chosen = self.chosen(Measure::Gdp, &rules, country)?;
        let gni = values(&self.chosen(Measure::Gni, &rules, country)?);
        let mut values = values(&chosen);
        for scenario in rules.lineage.scenarios.iter().rev() {
            chain::apply(scenario, &mut values, self.horizon)?;
        }
        let path = Path { scenario: scenario.to_owned(), country, values, gni };
        Ok(Resolution { path, book: self.book, rules, chosen })
    }

    /// The figure of a measure that counts in each year, where one does.
    fn chosen(&self, of: Measure, rules: &Rules<'b>, country: Country) -> Result<BTreeMap<Year, &'b Observation>> {
        let rows: Vec<&Observation> = match &rules.lineage.basis {
            Basis::Publisher(name) => self.book.figures_by(name, country, of, None).collect(),
            Basis::Latest | Basis::Budgeted => self.book.figures(country, of, None).collect(),
        };
        let publishers = rules.publishers().unwrap_or(&self.book.publishers);
        let mut chosen = BTreeMap::new();
        for year in rows.chunk_by(|one, next| one.year == next.year) {
            let taken = year.iter().copied().filter(|row| rules.sees(row) && rules.bars(row).is_none());
            chosen.extend(choose(taken, publishers)?.map(|row| (row.year, row)));
        }
        Ok(chosen)
    }
}

/// The values of figures that count.
fn values(chosen: &BTreeMap<Year, &Observation>) -> BTreeMap<Year, Value> {
    chosen.iter().filter_map(|(year, row)| Some((*year, Value::observed(row)?))).collect()
}

impl Resolution<'_> {
    /// Every figure of GDP in a year that was published by then, the one that counts first, with the reason why each of the others
    /// is passed over.
    #[must_use]
    pub fn considered(&self, year: Year) -> Vec<Considered<'_>> {
        let chosen = self.chosen.get(&year).copied();
        let fate = |row| self.rules.bars(row).unwrap_or_else(|| beside(row, chosen));
        let rows = self.book.figures_in(self.path.country, Measure::Gdp, None, year);
        let seen = rows.filter(|row| self.rules.sees(row));
        let mut found: Vec<_> = seen.map(|row| Considered { row, fate: fate(row) }).collect();
        found.sort_by_key(|one| (one.fate != Fate::Chosen, one.row.kind, Reverse(one.row.vintage.to_day())));
        found
    }
}

impl<'b> Rules<'b> {
    /// The order of publishers of the nearest scenario that has one.
    fn publishers(&self) -> Option<&'b [String]> {
        self.lineage.scenarios.iter().find_map(|scenario| scenario.publishers.as_deref())
    }

    /// Whether a figure was published by the day whose knowledge is shown.
    fn sees(&self, row: &Observation) -> bool {
        row.vintage.is_known_on(self.as_of)
    }

    /// Why a figure that is seen takes no part, if it does not; every cap on the way to the basis holds.
    fn bars(&self, row: &Observation) -> Option<Fate<'_>> {
        let Lineage { scenarios, basis } = &self.lineage;
        if row.currency() != self.currency {
            return Some(Fate::OtherCurrency);
        }
        let changes = scenarios.iter().find(|scenario| scenario.first_changed().is_some_and(|first| first <= row.year));
        if let Some(scenario) = changes {
            return Some(Fate::Changed(&scenario.id));
        }
        let capped = |cap: Cap| match cap {
            Cap::Vintage(day) => Fate::OtherVintage(day),
            Cap::AsOf(day) => Fate::AfterCap(day),
        };
        let cap = || scenarios.iter().filter_map(|scenario| scenario.cap).find(|cap| !cap.takes(row)).map(capped);
        refuses(basis, row).or_else(cap)
    }
}

/// Why a basis does not take a figure, if it does not.
fn refuses<'l>(basis: &'l Basis, row: &Observation) -> Option<Fate<'l>> {
    match basis {
        Basis::Latest => None,
        Basis::Budgeted if row.kind != Kind::Forecast => Some(Fate::NoForecast),
        Basis::Budgeted => (!row.vintage.is_before(row.year)).then_some(Fate::YearHadBegun(row.year)),
        Basis::Publisher(name) => (row.publisher != *name).then(|| Fate::OtherPublisher(name)),
    }
}
