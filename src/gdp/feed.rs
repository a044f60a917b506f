//! Scenario files: paths of GDP that a reader brings along.
//!
//! `scenario,year,gdp_eur_million`, columns in any order, with an optional `country`; the years of a scenario stand together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;

use crate::book::{Column, Kind, Row, Sheet, decode, filled};
use crate::error::{self, Error, Errors, Result};
use crate::quantity::text::unguard;
use crate::quantity::{Country, Currency, Digits, Money, Year};

use super::{Path, Value};

/// The column of the values.
const GDP: &str = "gdp_eur_million";
/// The columns of a scenario file.
const COLUMNS: [Column; 4] = [
    Column { name: "scenario", required: true },
    Column { name: "year", required: true },
    Column { name: GDP, required: true },
    Column { name: "country", required: false },
];

#[derive(Debug, Deserialize)]
struct Cells<'r> {
    scenario: &'r str,
    year: &'r str,
    gdp_eur_million: &'r str,
    country: Option<&'r str>,
}

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
    /// Country and year of each line.
    pub lines: Vec<(Country, Year)>,
    /// What the lines say.
    pub paths: BTreeMap<Country, Path>,
}

/// A line of the file.
struct Line {
    scenario: String,
    country: Country,
    year: Year,
    value: Value,
}

impl Feed {
    /// Reads a scenario file that messages call `name`; lines without a country are about `country`.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(name: &str, bytes: Vec<u8>, country: Country) -> Result<Self, Errors> {
        let text = Arc::new(decode(name, bytes)?);
        let sheet = Sheet::read(&text, &COLUMNS).map_err(Errors::into_first)?;
        let mut feed = Self::default();
        let mut names = BTreeSet::new();
        for row in sheet.rows() {
            let line = line(row, country)?;
            if feed.scenarios.last().is_none_or(|scenario| scenario.name != line.scenario) {
                let place = || text.place(row.cell("scenario"));
                feed.start(&line, &mut names).map_err(|error| error.at(place()))?;
            }
            if let Some(scenario) = feed.scenarios.last_mut() {
                scenario.add(line).map_err(|error| error.at(text.place(row.cell("year"))))?;
            }
        }
        Ok(feed)
    }

    fn start(&mut self, line: &Line, names: &mut BTreeSet<String>) -> Result<()> {
        if !names.insert(line.scenario.clone()) {
            let kind = error::Kind::ScenarioComesBack { scenario: line.scenario.clone() };
            return Err(Error::new(kind).help("put all lines of a scenario together, for instance by sorting the file"));
        }
        self.scenarios.push(FedScenario { name: line.scenario.clone(), lines: Vec::new(), paths: BTreeMap::new() });
        Ok(())
    }
}

impl FedScenario {
    fn add(&mut self, line: Line) -> Result<()> {
        let new = || Path { scenario: line.scenario.clone(), country: line.country, values: BTreeMap::new() };
        let path = self.paths.entry(line.country).or_insert_with(new);
        if path.values.insert(line.year, line.value).is_some() {
            let kind = error::Kind::YearTwice { scenario: line.scenario, year: line.year.to_string() };
            return Err(Error::new(kind).help("keep one of the two lines"));
        }
        self.lines.push((line.country, line.year));
        Ok(())
    }
}

fn line(row: Row<'_>, country: Country) -> Result<Line> {
    let cells: Cells<'_> = row.cells()?;
    let scenario = unguard(cells.scenario).to_owned();
    row.at("scenario", filled("scenario", &scenario))?;
    let year = row.parse("year", cells.year)?;
    let gdp = filled(GDP, cells.gdp_eur_million).and_then(|text| Digits::SERIES.parse_positive(text, ""));
    let gdp = row.at(GDP, gdp)?;
    let country = cells.country.map_or(Ok(country), |text| row.at("country", text.parse()))?;
    let value = Value {
        gdp: Money::from_millions(gdp, Currency::EUR),
        stated: Some(cells.gdp_eur_million.to_owned()),
        precision: None,
        kind: Kind::Assumption,
        publisher: scenario.clone(),
        vintage: None,
        source: None,
        note: None,
        chained: false,
    };
    Ok(Line { scenario, country, year, value })
}
