//! Paths of GDP as a book describes them.

use std::collections::BTreeMap;

use crate::error::{Error, Kind, Origin, Result};
use crate::quantity::{Country, Date, Growth, Money, Year};

use super::{Observation, Reference};

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
    /// Whether its levels were meant as they are, however far they are from what is known.
    pub any_scale: bool,
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
            let kind = Kind::YearTwice { scenario: scenario.to_owned(), year: year.number() };
            return Err(Error::new(kind).help("change a year in one way only").at(place));
        }
    }
    for ((before, _), (year, changed)) in changes.iter().zip(changes.iter().skip(1)) {
        if before.next() != Some(*year) && !filled && !matches!(changed.how, Change::Level(_)) {
            let kind = Kind::GrowthOfNothing { year: year.number(), after: before.number() };
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
