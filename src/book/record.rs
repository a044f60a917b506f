//! The records of a book, typed.

use std::collections::BTreeMap;

use crate::error::{self, Error, Origin, Result};
use crate::pledge::{Pledge, Slack, Tolerance, When};
use crate::quantity::{Country, Currency, Date, Decimal, Growth, Money, Year};

use super::term::{Basis, Kind, Measure, Strength, Unit};

/// The id of another record, and where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The id.
    pub id: String,
    /// Where it is named.
    pub origin: Origin,
}

/// What an actor said it will spend, or has spent, in a dated public statement.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// Unique in the book.
    pub id: String,
    /// Whose commitment it is.
    pub country: Country,
    /// The currency of that country's GDP.
    pub currency: Currency,
    /// What it is about, in a few words.
    pub title: String,
    /// The quantity, if the statement gave one.
    pub pledge: Option<Pledge>,
    /// The years it was made for; every pledge has them.
    pub when: Option<When>,
    /// What spending counts towards it.
    pub definition: Option<Reference>,
    /// When it was made.
    pub announced: Date,
    /// How strongly it binds.
    pub strength: Strength,
    /// The document that holds it.
    pub source: Reference,
    /// Which GDP it was made of, where the statement says so.
    pub basis: Option<Basis>,
    /// What replaces the slack.
    pub tolerance: Option<Tolerance>,
    /// Why it does.
    pub tolerance_reason: Option<String>,
    /// The commitment that it replaces from its announcement on.
    pub supersedes: Option<Reference>,
    /// The commitment inside which its money counts.
    pub part_of: Option<Reference>,
    /// Commitments that it cannot be summed with.
    pub overlaps: Vec<Reference>,
    /// A remark.
    pub note: Option<String>,
    /// Where the record stands.
    pub origin: Origin,
}

impl Commitment {
    /// The slack of the pledge or the tolerance in its place; nothing without a pledge.
    ///
    /// # Errors
    /// As [`Pledge::slack_or`].
    pub fn slack(&self) -> Result<Option<Slack>> {
        self.pledge.map(|pledge| pledge.slack_or(self.tolerance)).transpose()
    }
}

/// What spending counts.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Unique in the book; a part is written below its whole, as `border/border-strip`.
    pub id: String,
    /// Only definitions of one family are ever set side by side.
    pub family: String,
    /// A short title.
    pub title: String,
    /// The definition that this one is a part of.
    pub whole: Option<Reference>,
}

/// A document.
#[derive(Debug, Clone)]
pub struct Source {
    /// Unique in the book.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: Date,
    /// Its address.
    pub url: Option<String>,
    /// The terms of its reuse.
    pub licence: Option<String>,
    /// A remark, such as that it is a secondary report.
    pub note: Option<String>,
}

/// One published figure of one series for one year.
#[derive(Debug, Clone)]
pub struct Observation {
    /// Whose figure it is.
    pub country: Country,
    /// What it measures.
    pub measure: Measure,
    /// Under which definition, for spending.
    pub definition: Option<String>,
    /// The year it is about.
    pub year: Year,
    /// The figure, with the digits that were published.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// The unit to which it was published: its true value lies within half of it on either side.
    pub precision: Option<Decimal>,
    /// What kind of figure it is.
    pub kind: Kind,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub vintage: Date,
    /// The id of the document.
    pub source: String,
    /// A remark.
    pub note: Option<String>,
    /// The row.
    pub origin: Origin,
}

impl Observation {
    /// The currency of the figure, if it is money.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match self.unit {
            Unit::Million(currency) => Some(currency),
            Unit::Percent | Unit::Index => None,
        }
    }
}

/// One named path of nominal GDP, as the book describes it.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Unique in the book.
    pub id: String,
    /// A short title.
    pub title: String,
    /// The basis or the scenario it starts from.
    pub base: Reference,
    /// The one country it is for, if not for every one.
    pub country: Option<Country>,
    /// Which vintages take part.
    pub cap: Option<Cap>,
    /// Its own order of publishers, in the place of the book's.
    pub publishers: Option<Vec<String>>,
    /// The years that it changes.
    pub changes: BTreeMap<Year, Changed>,
    /// Nominal growth of every later year that it does not name.
    pub then: Option<Growth>,
    /// A remark.
    pub note: Option<String>,
    /// Where the record stands.
    pub origin: Origin,
}

impl Scenario {
    /// The first year that it changes: from there on the base is not used.
    #[must_use]
    pub fn first_changed(&self) -> Option<Year> {
        self.changes.first_key_value().map(|(year, _)| *year)
    }
}

/// A changed year of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// How it is changed.
    pub how: Change,
    /// Where that is said.
    pub origin: Origin,
}

/// The changed years of a scenario in order; `filled` says that years between them are not missing.
///
/// # Errors
/// A year that is changed twice, or growth in a year whose year before the scenario itself leaves missing.
pub(crate) fn changed_years(
    scenario: &str,
    found: Vec<(Year, Changed)>,
    filled: bool,
) -> Result<BTreeMap<Year, Changed>> {
    let mut changes: BTreeMap<Year, Changed> = BTreeMap::new();
    for (year, changed) in found {
        let place = changed.origin.place();
        if changes.insert(year, changed).is_some() {
            let kind = error::Kind::YearTwice { scenario: scenario.to_owned(), year: year.to_string() };
            return Err(Error::new(kind).help("change a year in one way only").at(place));
        }
    }
    for ((before, _), (year, changed)) in changes.iter().zip(changes.iter().skip(1)) {
        if before.next() != Some(*year) && !filled && !matches!(changed.how, Change::Level(_)) {
            let kind = error::Kind::GrowthOfNothing { year: year.to_string(), after: before.to_string() };
            let help = "name the years between too, or say how every later year grows with `then`";
            return Err(Error::new(kind).help(help).at(changed.origin.place()));
        }
    }
    Ok(changes)
}

/// How a scenario changes a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Growth of nominal GDP on the year before.
    Nominal(Growth),
    /// Growth in two factors: nominal = (1 + real) × (1 + deflator) − 1.
    Real {
        /// Growth at constant prices.
        growth: Growth,
        /// Growth of prices.
        deflator: Growth,
    },
    /// A level by hand.
    Level(Money),
}

/// Which vintages take part in a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// Exactly this one.
    Vintage(Date),
    /// Those up to this day.
    AsOf(Date),
}

impl Cap {
    /// Whether a figure's vintage is among them.
    #[must_use]
    pub fn takes(&self, row: &Observation) -> bool {
        match self {
            Self::AsOf(day) => row.vintage.is_known_on(*day),
            Self::Vintage(day) => row.vintage.last_day() == day.last_day(),
        }
    }
}
