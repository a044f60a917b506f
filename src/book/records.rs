//! Records in the book's order, which are found by what they say without a walk through all of them.

mod iterate;
mod order; // where those of a key stand

use std::iter;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, OnceLock};

use crate::quantity::{Country, Year};

use super::editions::Editions;
use super::lineage::{Line, lines};
use super::{Commitment, Definition, Measure, Observation, Reference, Scenario, Source};
use order::{Index, Order, part};

/// Records of one sort in the book's order: a `Vec` that can look one up.
///
/// An index is built when it is first asked for; who changes the records throws it away, so that it never finds what was.
///
/// ```
/// use pledgebook::book::{Book, Scenario};
///
/// let mut book = Book::embedded()?;
/// assert!(book.scenario("mine").is_none());
/// let mine = Scenario { id: "mine".to_owned(), ..book.scenarios[0].clone() };
/// book.scenarios.push(mine);
/// assert!(book.scenario("mine").is_some());
/// # Ok::<(), pledgebook::Errors>(())
/// ```
///
/// Copies share the records until one of them is changed.
#[derive(Debug, Clone)]
pub struct Records<R>(Arc<Kept<R>>);

/// The records, and where each of them stands.
#[derive(Debug, Clone)]
struct Kept<R> {
    all: Vec<R>,
    orders: Orders,
}

/// The orders in which records are looked up; each sort of record has a key for some of them.
#[derive(Debug, Clone, Default)]
struct Orders {
    id: Index,
    /// Of a definition its family.
    family: Index,
    /// Of a commitment the one that it replaces, of a definition its whole.
    above: Index,
    /// Of a commitment what it is held against.
    against: Index,
    /// The latest year that a commitment names.
    latest_year: OnceLock<Option<Year>>,
    /// Of an observation its series and year.
    series: Order,
    /// Of an observation its country, year and definition.
    defined: Order,
    /// Of an observation its series, publisher and year.
    publisher: Order,
    /// Of a scenario those that it starts from.
    lines: OnceLock<Vec<Line>>,
    /// What observations say together.
    together: OnceLock<Editions>,
    /// The exchange rates among observations.
    rates: OnceLock<Vec<usize>>,
}

impl<R> Records<R> {
    /// Records of one list, each once, in the book's order.
    pub(crate) fn in_order<'r>(records: impl Iterator<Item = &'r R>) -> Vec<&'r R> {
        let mut records: Vec<&R> = records.collect();
        // in one list the order of addresses is that of the book
        records.sort_unstable_by_key(|record| std::ptr::from_ref(*record));
        records.dedup_by_key(|record| std::ptr::from_ref(*record));
        records
    }

    fn at(&self, positions: &[usize]) -> impl Iterator<Item = &R> {
        positions.iter().map(|at| &self.0.all[*at])
    }

    fn alike(&self, positions: &[(u64, usize)]) -> impl Iterator<Item = &R> {
        positions.iter().map(|(_, at)| &self.0.all[*at])
    }
}

/// Lookups by the id, which is unique in a book that is sound.
macro_rules! named {
    ($($record:ident)*) => { $(
        impl Records<$record> {
            /// The first one of this id.
            pub(super) fn named(&self, id: &str) -> Option<&$record> {
                self.position(id).map(|at| &self.0.all[at])
            }

            fn position(&self, id: &str) -> Option<usize> {
                self.0.orders.id.equal(&self.0.all, |own| own.id.as_str(), &id).first().map(|(_, at)| *at)
            }
        }
    )* };
}
named! { Definition Scenario Source }

impl Records<Commitment> {
    /// Those of this id.
    pub(super) fn all_named(&self, id: &str) -> impl Iterator<Item = &Commitment> {
        self.alike(self.0.orders.id.equal(&self.0.all, |own| own.id.as_str(), &id))
    }

    /// Those of a country that name a definition.
    pub(super) fn under(&self, country: Country, definition: &str) -> impl Iterator<Item = &Commitment> {
        let wanted = (country, Some(definition));
        self.alike(self.0.orders.against.equal(&self.0.all, |own| (own.country, id_in(&own.definition)), &wanted))
    }

    /// The latest year that one names.
    pub(super) fn latest_year(&self) -> Option<Year> {
        let named = |own: &Commitment| own.when.map(|when| when.last().unwrap_or(when.first()));
        *self.0.orders.latest_year.get_or_init(|| self.iter().filter_map(named).max())
    }

    /// Those that replace the one of this id.
    pub(super) fn replacing(&self, id: &str) -> impl Iterator<Item = &Commitment> {
        self.alike(self.0.orders.above.equal(&self.0.all, |own| id_in(&own.supersedes), &Some(id)))
    }
}

impl Records<Definition> {
    /// Those of a family.
    pub(super) fn of(&self, family: &str) -> impl Iterator<Item = &Definition> {
        self.alike(self.0.orders.family.equal(&self.0.all, |own| own.family.as_str(), &family))
    }

    /// The parts of the one of this id.
    pub(super) fn parts(&self, id: &str) -> impl Iterator<Item = &Definition> {
        self.alike(self.0.orders.above.equal(&self.0.all, |own| id_in(&own.whole), &Some(id)))
    }
}

impl Records<Scenario> {
    /// The one of this id and those that it starts from, as far as they matter to it, and the basis at their end.
    pub(super) fn lineage(&self, id: &str) -> Option<(Vec<&Scenario>, &str)> {
        let bases = || self.iter().map(|own| self.position(&own.base.id)).collect::<Vec<_>>();
        let line = &self.0.orders.lines.get_or_init(|| lines(&self.0.all, &bases()))[self.position(id)?];
        Some((self.at(&line.matter).collect(), &self.0.all[line.last].base.id))
    }
}

impl Records<Observation> {
    /// Until when they reach, and who published them in which document.
    pub(super) fn editions(&self) -> &Editions {
        self.0.orders.together.get_or_init(|| Editions::of(self))
    }

    /// The exchange rates, whichever country they stand under.
    pub(super) fn rates(&self) -> impl Iterator<Item = &Observation> {
        let is_rate = |at: &usize| self.0.all[*at].measure == Measure::ExchangeRate;
        self.at(self.0.orders.rates.get_or_init(|| (0..self.0.all.len()).filter(is_rate).collect()))
    }

    /// Those of a series, year by year.
    pub(super) fn of(&self, wanted: Series<'_>) -> impl Iterator<Item = &Observation> {
        self.at(part(self.by_year(), &self.0.all, series, &wanted))
    }

    /// Those of a series in a year.
    pub(super) fn in_year(&self, wanted: Series<'_>, year: Year) -> impl Iterator<Item = &Observation> {
        self.at(part(self.by_year(), &self.0.all, dated, &(wanted, year)))
    }

    /// Those of a series that are of one publisher, year by year.
    pub(super) fn by(&self, wanted: Series<'_>, publisher: &str) -> impl Iterator<Item = &Observation> {
        let published = |row| (series(row), row.publisher.as_str());
        let sorted = self.0.orders.publisher.sorted(&self.0.all, |row| (published(row), row.year));
        self.at(part(sorted, &self.0.all, published, &(wanted, publisher)))
    }

    /// The definitions under which there is something of a country for a year, by name.
    pub(super) fn defined(&self, country: Country, year: Year) -> impl Iterator<Item = &str> {
        let definition = |at: usize| self.0.all[at].definition.as_deref();
        let sorted =
            self.0.orders.defined.sorted(&self.0.all, |row| (row.country, row.year, row.definition.as_deref()));
        let mut rows = part(sorted, &self.0.all, |row| (row.country, row.year), &(country, year));
        let next = move || {
            let own = definition(*rows.first()?);
            rows = &rows[rows.partition_point(|at| definition(*at) <= own)..];
            Some(own)
        };
        iter::from_fn(next).flatten()
    }

    fn by_year(&self) -> &[usize] {
        self.0.orders.series.sorted(&self.0.all, dated)
    }
}

/// What a figure is one of: country, measure, and the definition of one that has it.
pub(super) type Series<'r> = (Country, Measure, Option<&'r str>);

fn series(row: &Observation) -> Series<'_> {
    (row.country, row.measure, row.definition.as_deref())
}

fn dated(row: &Observation) -> (Series<'_>, Year) {
    (series(row), row.year)
}

fn id_in(reference: &Option<Reference>) -> Option<&str> {
    reference.as_ref().map(|named| named.id.as_str())
}

impl<R> Default for Records<R> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<R> From<Vec<R>> for Records<R> {
    fn from(all: Vec<R>) -> Self {
        Self(Arc::new(Kept { all, orders: Orders::default() }))
    }
}

impl<R> Deref for Records<R> {
    type Target = Vec<R>;

    fn deref(&self) -> &Vec<R> {
        &self.0.all
    }
}

impl<R: Clone> DerefMut for Records<R> {
    fn deref_mut(&mut self) -> &mut Vec<R> {
        let kept = Arc::make_mut(&mut self.0);
        kept.orders = Orders::default();
        &mut kept.all
    }
}
