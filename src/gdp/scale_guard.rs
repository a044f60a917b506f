//! The scale guard: GDP that is ten times off what is known is taken for a slip of the pen.

use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};

use crate::book::{Basis, Book, Scenario};
use crate::error::{Error, Kind, Origin, Result};
use crate::quantity::text::plain;
use crate::quantity::{Country, Date, Decimal, Digits, Money, Year, shift};

use super::{Path, Resolver, Value};

/// How many years apart published figures say something of one another: over decades GDP may well grow tenfold.
const NEAR: u16 = 5;

/// What GDP of a country is known to be, to tell a figure that somebody brings and that is out of scale with it.
///
/// With L the country's GDP under `latest` in the nearest year that has one, of two equally near the earlier, GDP g of a year is
/// out of scale if g ≤ L ÷ 10 or g ≥ 10 × L. Where nothing is known nothing is out of scale.
///
/// EUR 43.953 million beside EUR 45 423 million, where a point stands for thousands:
/// ```
/// use pledgebook::book::Book;
/// use pledgebook::gdp::ScaleGuard;
/// use pledgebook::quantity::Year;
///
/// let book = Book::embedded()?;
/// let guard = ScaleGuard::of(&book, book.country, book.today())?;
/// let year: Year = "2026".parse()?;
/// assert!(guard.check(year, "43953 million EUR".parse()?).is_ok());
///
/// let error = guard.check(year, "43.953 million EUR".parse()?).unwrap_err();
/// assert_eq!(
///     error.kind().to_string(),
///     "GDP of 43.953 million EUR in 2026 is out of scale: `latest` has 45423 million EUR in 2026"
/// );
/// # Ok::<(), pledgebook::Errors>(())
/// ```
#[derive(Debug, Clone)]
pub struct ScaleGuard {
    /// Whose GDP it is.
    pub country: Country,
    known: BTreeMap<Year, Money>,
}

impl ScaleGuard {
    /// The guard of a country's GDP, by what was known of it on a day.
    ///
    /// # Errors
    /// Two figures between which the rule cannot choose.
    pub fn of(book: &Book, country: Country, as_of: Date) -> Result<Self> {
        Resolver::new(book, as_of).path(&Basis::Latest.to_string(), country).map(|latest| Self::by(&latest))
    }

    /// The guards of all countries of a book.
    ///
    /// # Errors
    /// As [`ScaleGuard::of`].
    pub fn of_every_country(book: &Book, as_of: Date) -> Result<Vec<Self>> {
        book.countries.iter().map(|(country, _)| Self::of(book, *country, as_of)).collect()
    }

    /// The guard by what a path of `latest` has.
    pub(super) fn by(latest: &Path) -> Self {
        let known = latest.values.iter().map(|(year, value)| (*year, value.gdp)).collect();
        Self { country: latest.country, known }
    }

    /// What is known in the nearest year.
    fn nearest(&self, year: Year) -> Option<(Year, Money)> {
        let known = |(year, gdp): (&Year, &Money)| (*year, *gdp);
        let before = self.known.range(..=year).next_back().map(known);
        let after = self.known.range(year..).next().map(known);
        let distance = |(other, _): &(Year, Money)| other.number().abs_diff(year.number());
        before.into_iter().chain(after).min_by_key(distance)
    }

    /// The bounds that GDP of a year lies between, in millions, both left out; none where nothing is known.
    pub(crate) fn bounds(&self, year: Year) -> Option<(Decimal, Decimal)> {
        self.nearest(year).map(|(_, known)| bounds(known))
    }

    /// That GDP of a year is in scale with what is known.
    ///
    /// # Errors
    /// It is not: the message has both figures, the way out what it may have been meant for.
    pub fn check(&self, year: Year, gdp: Money) -> Result<()> {
        self.off(year, gdp).map_or(Ok(()), |found| {
            let way_out = found.way_out("");
            Err(found.error(&way_out))
        })
    }

    /// GDP of a scenario, as it comes out, that is out of scale: of each year that it changes, whether by a level or by growth, but of
    /// those that follow from one that is out of scale the first alone.
    pub(super) fn made<'s>(&self, scenario: &'s Scenario, values: &BTreeMap<Year, Value>) -> Vec<Made<'s>> {
        let Some(first) = scenario.first_changed() else { return Vec::new() };
        let follows = |year: Year, value: &Value| {
            let before = values.range(..year).next_back().filter(|_| value.chained);
            before.is_some_and(|(year, value)| self.off(*year, value.gdp).is_some())
        };
        let made = values.range(first..).filter_map(|(year, value)| {
            let found = self.off(*year, value.gdp).filter(|_| !follows(*year, value))?;
            let origin = scenario.changes.get(year).map_or(&scenario.origin, |changed| &changed.origin);
            Some(Made { found, is_chained: value.chained, origin })
        });
        made.collect()
    }

    /// A warning if GDP of a year stands alone: out of scale with what is known of the nearest years before and after, at an end with
    /// that of the two nearest years, so that it is clear which of them is off.
    pub(super) fn doubt_alone(&self, year: Year, gdp: Money) -> Option<Error> {
        let near =
            |(other, gdp): (&Year, &Money)| (other.number().abs_diff(year.number()) <= NEAR).then_some((*other, *gdp));
        let mut before = self.known.range(..year).rev().map_while(near);
        let mut after = self.known.range((Excluded(year), Unbounded)).map_while(near);
        let (first, second) = match (before.next(), after.next()) {
            (Some(before), Some(after)) => (before, after),
            (Some(first), None) => (first, before.next()?),
            (None, Some(first)) => (first, after.next()?),
            (None, None) => return None,
        };
        let found = self.beside(year, gdp, first)?;
        self.beside(year, gdp, second).map(|_| {
            let way_out = found.way_out("");
            found.warning(way_out)
        })
    }

    /// What GDP of a year is out of scale with, if it is that with what is known of the nearest year.
    fn off(&self, year: Year, gdp: Money) -> Option<OutOfScale> {
        self.beside(year, gdp, self.nearest(year)?)
    }

    /// The same with one figure that is known.
    fn beside(&self, year: Year, gdp: Money, (known_year, known): (Year, Money)) -> Option<OutOfScale> {
        let found = OutOfScale { country: self.country, gdp, year, known, known_year };
        (!in_scale(gdp.millions(), known)).then_some(found)
    }
}

/// GDP of a year that a scenario changes, out of scale.
pub(super) struct Made<'s> {
    found: OutOfScale,
    /// Whether it is growth that leads there.
    is_chained: bool,
    origin: &'s Origin,
}

impl Made<'_> {
    /// The year, and its GDP.
    pub(super) fn figure(&self) -> (Year, Money) {
        (self.found.year, self.found.gdp)
    }

    /// Of a scenario that somebody brings, whose levels are in millions.
    pub(super) fn error(self) -> Error {
        let way_out = self.way_out("");
        self.found.error(&way_out).at(self.origin.place())
    }

    /// Of one of the book, whose levels are written with their unit.
    pub(super) fn warning(self) -> Error {
        let way_out = self.way_out(&format!(" million {}", self.found.gdp.currency()));
        self.found.warning(way_out).at(self.origin.place())
    }

    fn way_out(&self, unit: &str) -> String {
        if self.is_chained {
            return "see that each rate is growth on the year before, in per cent".to_owned();
        }
        self.found.way_out(unit)
    }
}

/// GDP that is out of scale, and with which figure.
struct OutOfScale {
    country: Country,
    gdp: Money,
    year: Year,
    known: Money,
    known_year: Year,
}

impl OutOfScale {
    fn error(self, way_out: &str) -> Error {
        let [gdp, known] = self.figures();
        let (year, known_year) = (self.year.number(), self.known_year.number());
        Error::new(Kind::OutOfScale { gdp, year, known, known_year })
            .help(format!("{way_out}; if it is meant, add `--any-scale`"))
    }

    fn warning(self, way_out: String) -> Error {
        let [gdp, known] = self.figures();
        let (year, known_year) = (self.year.number(), self.known_year.number());
        Error::new(Kind::DoubtfulGdp { gdp, year, known, known_year }).help(way_out)
    }

    /// Both figures, the doubtful one with its digits.
    fn figures(&self) -> [String; 2] {
        [format!("{} million {}", self.gdp.millions(), self.gdp.currency()), self.known.to_string()]
    }

    /// What it may have been meant for, this unit behind the figure.
    fn way_out(&self, unit: &str) -> String {
        let (country, currency) = (self.country, self.known.currency());
        slip(self.gdp, self.known, unit)
            .unwrap_or_else(|| format!("see that it is GDP of {country} in millions of {currency}"))
    }
}

/// A tenth of a figure, and ten times it; what no decimal holds is no bound.
fn bounds(known: Money) -> (Decimal, Decimal) {
    let known = known.millions();
    (shift(known, -1).unwrap_or(Decimal::ZERO), shift(known, 1).unwrap_or(Decimal::MAX))
}

/// Whether GDP lies between a tenth of a figure and ten times it.
pub(super) fn in_scale(millions: Decimal, known: Money) -> bool {
    let (low, high) = bounds(known);
    low < millions && millions < high
}

/// What GDP that is out of scale may have been meant for, and how that is written, the unit behind it.
fn slip(gdp: Money, known: Money, unit: &str) -> Option<String> {
    let (stated, currency) = (gdp.millions(), gdp.currency());
    let thousands =
        if stated.scale() == 3 { "the point stands for thousands, or it is in billions" } else { "it is in billions" };
    let slips = [
        (3, thousands.to_owned()),
        (6, "it is in trillions".to_owned()),
        (-3, format!("it is in thousands of {currency}")),
        (-6, format!("it is in {currency}, not in millions")),
    ];
    slips.into_iter().find_map(|(power, slip)| {
        let meant = shift(stated, power).ok().filter(|meant| in_scale(*meant, known)).map(plain)?;
        Digits::SERIES.parse(&meant).is_ok().then(|| format!("if {slip}, write `{meant}{unit}`"))
    })
}
