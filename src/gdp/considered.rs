//! Why one figure of GDP counts and the others do not.

use std::cmp::Reverse;
use std::fmt;

use crate::book::{Basis, Cap, Kind, Measure, Observation, Scenario};
use crate::error::Result;
use crate::quantity::{Country, Date, Year};

use super::{Limits, Resolver, choose, takes};

/// A published figure of GDP that a scenario might have used for a year, and why it did or did not.
#[derive(Debug, Clone)]
pub struct Considered<'b> {
    /// The figure.
    pub row: &'b Observation,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a published figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It counts.
    Chosen,
    /// It is in another currency than the country's.
    OtherCurrency,
    /// It was published after the day whose knowledge is shown.
    Later(Date),
    /// The basis or the scenario takes no such figure, for this reason.
    NotTaken(String),
    /// The scenario changes the year itself, or has none.
    Changed(String),
    /// A firmer kind is published.
    WeakerKind(Kind),
    /// A later vintage of that kind is published.
    Older(Date),
    /// A publisher that comes before it in the order published on the same day.
    LaterInOrder(String),
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chosen => f.write_str("counts"),
            Self::OtherCurrency => f.write_str("in another currency"),
            Self::Later(day) => write!(f, "published after {day}"),
            Self::NotTaken(reason) => f.write_str(reason),
            Self::Changed(scenario) => write!(f, "`{scenario}` does not use its base for this year"),
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

impl<'b> Resolver<'b> {
    /// Every published figure of a country's GDP in a year, the one that a scenario or basis uses first, with the reason why
    /// each of the others is passed over.
    ///
    /// # Errors
    /// Two figures between which the rule cannot choose.
    pub fn considered(&self, scenario: &str, country: Country, year: Year) -> Result<Vec<Considered<'b>>> {
        let (chain, basis) = self.chain(scenario);
        let mut limits = Limits { caps: Vec::new(), publishers: None };
        for scenario in &chain {
            limits.caps.extend(scenario.cap);
            limits.publishers = limits.publishers.or(scenario.publishers.as_deref());
        }
        let changes =
            |scenario: &&&Scenario| scenario.changes.first_key_value().is_some_and(|(first, _)| *first <= year);
        let changed = chain.iter().find(changes).map(|scenario| scenario.id.clone());
        let of_year = |row: &&Observation| row.measure == Measure::Gdp && row.country == country && row.year == year;
        let rows: Vec<&Observation> = self.book.observations.iter().filter(of_year).collect();
        let barred = |row: &Observation| self.barred(row, &basis, &limits, changed.as_deref());
        let publishers = limits.publishers.unwrap_or(&self.book.publishers);
        let taken = rows.iter().copied().filter(|row| barred(row).is_none());
        let chosen = choose(taken, publishers)?;
        let fate = |row: &Observation| barred(row).unwrap_or_else(|| beside(row, chosen));
        let mut found: Vec<_> = rows.into_iter().map(|row| Considered { row, fate: fate(row) }).collect();
        found.sort_by_key(|one| (one.fate != Fate::Chosen, one.row.kind, Reverse(one.row.vintage.to_day())));
        Ok(found)
    }

    /// The scenarios that a name leads through, and the basis at their end.
    fn chain(&self, name: &str) -> (Vec<&'b Scenario>, Option<Basis>) {
        let mut chain = Vec::new();
        let mut name = name.to_owned();
        while let Some(scenario) = self.book.scenarios.iter().find(|scenario| scenario.id == name) {
            name.clone_from(&scenario.base.id);
            chain.push(scenario);
        }
        (chain, name.parse().ok())
    }

    /// Why a figure takes no part at all.
    fn barred(
        &self,
        row: &Observation,
        basis: &Option<Basis>,
        limits: &Limits<'_>,
        changed: Option<&str>,
    ) -> Option<Fate> {
        if row.currency() != self.book.currency(row.country) {
            return Some(Fate::OtherCurrency);
        }
        if !row.vintage.is_known_on(self.as_of) {
            return Some(Fate::Later(self.as_of));
        }
        if let Some(scenario) = changed {
            return Some(Fate::Changed(scenario.to_owned()));
        }
        let basis = basis.as_ref()?;
        if !takes(basis, row) {
            return Some(Fate::NotTaken(refusal(basis, row)));
        }
        let cap = limits.caps.iter().find(|cap| !cap.takes(row))?;
        Some(Fate::NotTaken(match cap {
            Cap::Vintage(day) => format!("the scenario takes the vintage of {day} alone"),
            Cap::AsOf(day) => format!("the scenario takes vintages up to {day}"),
        }))
    }
}

/// Why a basis does not take a figure.
fn refusal(basis: &Basis, row: &Observation) -> String {
    match basis {
        Basis::Latest => String::new(),
        Basis::Budgeted if row.kind != Kind::Forecast => "`budgeted` takes forecasts alone".to_owned(),
        Basis::Budgeted => format!("{} had begun when it was published", row.year),
        Basis::Publisher(name) => format!("not by {name}"),
    }
}

/// Why a figure comes behind the chosen one.
fn beside(row: &Observation, chosen: Option<&Observation>) -> Fate {
    match chosen {
        Some(chosen) if chosen.origin == row.origin => Fate::Chosen,
        Some(chosen) if chosen.kind != row.kind => Fate::WeakerKind(chosen.kind),
        Some(chosen) if chosen.vintage.last_day() != row.vintage.last_day() => Fate::Older(chosen.vintage),
        Some(chosen) => Fate::LaterInOrder(chosen.publisher.clone()),
        None => Fate::Chosen,
    }
}
