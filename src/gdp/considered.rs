//! Why one figure of GDP counts and the others do not.

use std::fmt;

use crate::book::{Kind, Observation};
use crate::quantity::{Date, Year};

/// A published figure of GDP that a scenario might have used for a year, and why it did or did not.
#[derive(Debug, Clone)]
pub struct Considered<'b> {
    /// The figure.
    pub row: &'b Observation,
    /// What became of it.
    pub fate: Fate<'b>,
}

/// What became of a published figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate<'b> {
    /// It counts.
    Chosen,
    /// It is in another currency than the country's.
    OtherCurrency,
    /// The scenario changes the year itself, or has none.
    Changed(&'b str),
    /// `budgeted` takes forecasts alone.
    NoForecast,
    /// `budgeted` takes what was published before this year.
    YearHadBegun(Year),
    /// The basis takes the figures of this publisher alone.
    OtherPublisher(&'b str),
    /// The scenario takes this vintage alone.
    OtherVintage(Date),
    /// The scenario takes vintages up to this day.
    AfterCap(Date),
    /// A firmer kind is published.
    WeakerKind(Kind),
    /// A later vintage of that kind is published.
    Older(Date),
    /// A publisher that comes before it in the order published on the same day.
    LaterInOrder(&'b str),
}

impl fmt::Display for Fate<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chosen => f.write_str("counts"),
            Self::OtherCurrency => f.write_str("in another currency"),
            Self::Changed(scenario) => write!(f, "`{scenario}` does not use its base for this year"),
            Self::NoForecast => f.write_str("`budgeted` takes forecasts alone"),
            Self::YearHadBegun(year) => write!(f, "{year} had begun when it was published"),
            Self::OtherPublisher(name) => write!(f, "not by {name}"),
            Self::OtherVintage(day) => write!(f, "the scenario takes the vintage of {day} alone"),
            Self::AfterCap(day) => write!(f, "the scenario takes vintages up to {day}"),
            Self::WeakerKind(kind) => write!(f, "weaker than {} {kind}", article(*kind)),
            Self::Older(vintage) => write!(f, "older than the vintage of {vintage}"),
            Self::LaterInOrder(publisher) => write!(f, "{publisher} comes first among publishers"),
        }
    }
}

fn article(kind: Kind) -> &'static str {
    match kind {
        Kind::Outturn | Kind::Estimate | Kind::Assumption => "an",
        Kind::Plan | Kind::Forecast => "a",
    }
}

/// Why a figure comes behind the chosen one.
pub(super) fn beside<'b>(row: &'b Observation, chosen: Option<&'b Observation>) -> Fate<'b> {
    match chosen {
        Some(chosen) if chosen.origin == row.origin => Fate::Chosen,
        Some(chosen) if chosen.kind != row.kind => Fate::WeakerKind(chosen.kind),
        Some(chosen) if chosen.vintage.last_day() != row.vintage.last_day() => Fate::Older(chosen.vintage),
        Some(chosen) => Fate::LaterInOrder(&chosen.publisher),
        None => Fate::Chosen,
    }
}
