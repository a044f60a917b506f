//! (5) Which GDP: for each year of a scenario the one figure that counts, and where it comes from.
//!
//! The denominator decides the answer, so it is never implicit: a [`Path`] says for every year who published its value, when,
//! and of what kind it is.
//!
//! ```
//! use pledgebook::book::Book;
//! use pledgebook::gdp::Resolver;
//!
//! let book = Book::embedded()?;
//! let path = Resolver::new(&book, "2025-11-20".parse()?).path("budget-2026", book.country)?;
//! let value = path.value("2026".parse()?).unwrap();
//! assert_eq!((value.gdp, value.publisher.as_str()), ("43953 million EUR".parse()?, "MoF"));
//! # Ok::<(), pledgebook::Errors>(())
//! ```

mod chain;
mod choose;
mod considered;
mod deflator;
pub mod feed;
mod ground;
mod paths;
mod rate;
mod resolver;
mod scale_doubts;
mod scale_guard;
mod scenario;
mod what_if;

use std::collections::BTreeMap;

pub(crate) use chain::fixed;
pub(crate) use choose::Choice;
pub use choose::choose;
pub use considered::{Considered, Fate};
pub use deflator::{Deflator, NoDeflator};
pub use ground::Ground;
pub(crate) use paths::Paths;
pub use rate::{Rate, Rates, exchanged};
pub use resolver::{Resolution, Resolver};
pub(crate) use scale_doubts::leaping;
pub use scale_doubts::{ScaleDoubt, scale_doubts};
pub use scale_guard::ScaleGuard;
pub use scenario::{basis_names, check_scenario, has_scenario, named_basis, scenario_names};
pub use what_if::{WhatIf, one_country};

use crate::book::{Kind, Observation};
use crate::quantity::{Country, Date, Decimal, Money, Year};

/// GDP of one year, or in [`Path::gni`] GNI, with its provenance.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Nominal GDP at current prices.
    pub gdp: Money,
    /// The digits that a scenario file gave, where it came from one.
    pub stated: Option<String>,
    /// The unit to which it was published; nothing where it is exact by assumption.
    pub precision: Option<Decimal>,
    /// What kind of figure it is.
    pub kind: Kind,
    /// Who published it; the scenario itself where it is an assumption.
    pub publisher: String,
    /// When it was published.
    pub vintage: Option<Date>,
    /// The id of the document.
    pub source: Option<String>,
    /// A remark; of a changed year its arithmetic.
    pub note: Option<String>,
    /// Whether it was chained from the year before.
    pub chained: bool,
}

impl Value {
    /// The value of an observation, if it is one of money.
    fn observed(observation: &Observation) -> Option<Self> {
        Some(Self {
            gdp: observation.money()?,
            stated: None,
            precision: observation.precision,
            kind: observation.kind,
            publisher: observation.publisher.clone(),
            vintage: Some(observation.vintage),
            source: Some(observation.source.clone()),
            note: observation.note.clone(),
            chained: false,
        })
    }
}

/// Nominal GDP of a country under a scenario, year by year.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The name of the scenario or basis.
    pub scenario: String,
    /// Whose GDP it is.
    pub country: Country,
    /// The years that are known.
    pub values: BTreeMap<Year, Value>,
    /// Gross national income of the years in which it is known, chosen by the same rules; a changed year has none.
    pub gni: BTreeMap<Year, Value>,
}

impl Path {
    /// A path of GDP alone.
    #[must_use]
    pub fn new(scenario: impl Into<String>, country: Country, values: BTreeMap<Year, Value>) -> Self {
        Self { scenario: scenario.into(), country, values, gni: BTreeMap::new() }
    }

    /// The value of a year, if it is known.
    #[must_use]
    pub fn value(&self, year: Year) -> Option<&Value> {
        self.values.get(&year)
    }

    /// The first and the last year with a value.
    #[must_use]
    pub fn ends(&self) -> Option<(Year, Year)> {
        Some((*self.values.first_key_value()?.0, *self.values.last_key_value()?.0))
    }

    /// What GDP of a year rests on: its own value, and of a chained one those that it was chained from.
    pub(crate) fn behind(&self, year: Year) -> impl Iterator<Item = (Year, &Value)> {
        let mut next = Some(year);
        std::iter::from_fn(move || {
            let year = next.take()?;
            let value = self.value(year)?;
            next = self.values.range(..year).next_back().map(|(before, _)| *before).filter(|_| value.chained);
            Some((year, value))
        })
    }

    /// Whether the year and the one before come from different publishers or vintages, so that growth between them is an artefact.
    ///
    /// A year that was chained from the one before has no break.
    #[must_use]
    pub fn breaks_before(&self, year: Year) -> bool {
        let before = self.values.range(..year).next_back().filter(|(before, _)| before.next() == Some(year));
        let pair = before.map(|(_, value)| value).zip(self.value(year));
        pair.is_some_and(|(a, b)| !b.chained && (&a.publisher, a.vintage) != (&b.publisher, b.vintage))
    }
}
