//! Scenario files: paths of GDP that a reader brings along.
//!
//! `scenario,year,gdp_million`, columns in any order, with an optional `country`; the years of a scenario stand together. GDP is in
//! the currency of the country of its line; `gdp_nok_million` states it, and is then no file about a country with another one.

mod columns;
mod countries;
mod line;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(crate) use columns::{Columns, GDP, sheet};
pub use countries::Countries;
pub(crate) use line::{Line, comes_back, taken, value, year_twice};

use crate::book::decode;
use crate::error::{Errors, Origin, Result};
use crate::quantity::{Country, Year};

use super::Path;

/// The scenarios of a file, in its order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Feed {
    /// One for each scenario.
    pub scenarios: Vec<FedScenario>,
}

/// A scenario of a file: its lines in order, and its path for each country that they name.
#[derive(Debug, Clone, PartialEq)]
pub struct FedScenario {
    /// Its name.
    pub name: String,
    /// What each line is about.
    pub lines: Vec<FedLine>,
    /// What the lines say.
    pub paths: BTreeMap<Country, Path>,
}

/// What a line of a scenario is about.
#[derive(Debug, Clone, PartialEq)]
pub struct FedLine {
    /// The country.
    pub country: Country,
    /// The year.
    pub year: Year,
    /// Where its GDP was read.
    pub origin: Origin,
}

impl Feed {
    /// That there is a scenario file, which is read elsewhere: what a query asks about follows from that alone, and rows under its
    /// scenarios come of [`stream`](crate::stream).
    #[must_use]
    pub fn elsewhere() -> Self {
        Self::default()
    }

    /// Reads a scenario file that messages call `name` and that is about these countries.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(name: &str, bytes: Vec<u8>, countries: Countries<'_>) -> Result<Self, Errors> {
        let text = Arc::new(decode(name, bytes)?);
        let sheet = sheet(&text)?;
        let columns = Columns::of(&sheet, countries)?;
        let mut feed = Self::default();
        let mut names = BTreeSet::new();
        for row in sheet.rows() {
            row.check()?;
            let line = columns.line(row)?;
            if feed.scenarios.last().is_none_or(|scenario| scenario.name != line.scenario) {
                let place = || text.place(row.cell("scenario"));
                feed.start(&line, &mut names).map_err(|error| error.at(place()))?;
            }
            if let Some(scenario) = feed.scenarios.last_mut() {
                let origin = Origin::new(&text, row.cell(GDP));
                scenario.add(line, origin).map_err(|error| error.at(text.place(row.cell("year"))))?;
            }
        }
        Ok(feed)
    }

    fn start(&mut self, line: &Line, names: &mut BTreeSet<String>) -> Result<()> {
        if !names.insert(line.scenario.clone()) {
            return Err(comes_back(&line.scenario));
        }
        self.scenarios.push(FedScenario { name: line.scenario.clone(), lines: Vec::new(), paths: BTreeMap::new() });
        Ok(())
    }
}

impl FedScenario {
    fn add(&mut self, line: Line, origin: Origin) -> Result<()> {
        let new = || Path::new(&line.scenario, line.country, BTreeMap::new());
        let path = self.paths.entry(line.country).or_insert_with(new);
        if path.values.insert(line.year, line.value).is_some() {
            return Err(year_twice(&line.scenario, line.year));
        }
        self.lines.push(FedLine { country: line.country, year: line.year, origin });
        Ok(())
    }
}
