//! The columns of a scenario file: which there are, and in which currency GDP stands below them.

use std::sync::Arc;

use serde::Deserialize;

use crate::book::{Column, Row, Sheet, filled};
use crate::error::{Error, Kind, Result, SourceText};
use crate::gdp::ScaleGuard;
use crate::quantity::text::unguard;
use crate::quantity::{Country, Currency, Digits, Money};

use super::countries::Countries;
use super::line::{Line, value};

/// The column of GDP, in the currency of the country of each line.
pub(crate) const GDP: &str = "gdp_million";
const ALL: [Column; 4] = [
    Column { name: "scenario", required: true },
    Column { name: "year", required: true },
    Column { name: GDP, required: true },
    Column { name: "country", required: false },
];

/// What a header says about the lines below it, beside the countries that they may be about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns<'b> {
    countries: Countries<'b>,
    /// The currency that the column of GDP states, as `gdp_nok_million` does.
    stated: Option<Currency>,
}

#[derive(Debug, Deserialize)]
struct Cells<'r> {
    scenario: &'r str,
    year: &'r str,
    gdp_million: &'r str,
    country: Option<&'r str>,
}

/// A scenario file below its header, each row still to be checked.
///
/// # Errors
/// The file is empty, or its header has other columns: the first thing that is wrong.
pub(crate) fn sheet(text: &Arc<SourceText>) -> Result<Sheet> {
    let (sheet, errors) = Sheet::unchecked(text, &ALL, known_as)?;
    errors.first().map_or(Ok(sheet), |error| Err(in_millions(error.clone())))
}

/// The same error; about a column of GDP its way out says what stands in the right one, since a new name alone would turn billions
/// into millions.
fn in_millions(error: Error) -> Error {
    let Kind::UnknownColumn { column } = error.kind() else { return error };
    let small = column.to_lowercase();
    let help = match known_as(&small) {
        GDP => format!("write it in small letters: `{small}`"),
        other if other.starts_with("gdp") => {
            format!("write GDP in millions of the country's currency, in a column `{GDP}`")
        }
        _ => return error,
    };
    error.help(help)
}

/// The column that a name in a header stands for.
fn known_as(name: &str) -> &str {
    if stated_currency(name).is_some() { GDP } else { name }
}

/// The currency that a column of GDP states: that of Norway in `gdp_nok_million`.
fn stated_currency(column: &str) -> Option<Currency> {
    let code = column.strip_prefix("gdp_")?.strip_suffix("_million")?;
    let is_code = code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_lowercase());
    code.to_uppercase().parse().ok().filter(|_| is_code)
}

impl<'b> Columns<'b> {
    /// The columns of a file that may be about these countries.
    ///
    /// # Errors
    /// There is no column `country` where lines may be about several, or GDP stands in another currency than that of the one country
    /// that lines without that column are about.
    pub(crate) fn of(sheet: &Sheet, countries: Countries<'b>) -> Result<Self> {
        let at = sheet.position(GDP).unwrap_or_default();
        let columns = Self { countries, stated: sheet.header().get(at).and_then(stated_currency) };
        if sheet.position("country").is_none() {
            let country = countries.default.ok_or_else(|| whose_is_missing().at(sheet.header_place()))?;
            if let Some(own) = countries.currency(country.code().as_bytes()) {
                columns.check(country, own).map_err(|error| error.at(sheet.place_in_header(at)))?;
            }
        }
        Ok(columns)
    }

    /// Whether a line may be about the country with these letters.
    pub(crate) fn takes(self, code: &[u8]) -> bool {
        self.countries.currency(code).is_some_and(|own| self.stated.is_none_or(|stated| stated == own))
    }

    /// The guard of the country with these letters, if it has one.
    pub(crate) fn guard(self, code: &[u8]) -> Option<&'b ScaleGuard> {
        self.countries.guard(code)
    }

    /// What a row says.
    ///
    /// # Errors
    /// A cell that is empty or not what its column holds, a country whose GDP is in another currency than the header states, or GDP
    /// that is out of scale.
    pub(crate) fn line(self, row: Row<'_>) -> Result<Line> {
        let cells: Cells<'_> = row.cells()?;
        let scenario = unguard(cells.scenario).to_owned();
        row.at("scenario", filled("scenario", &scenario))?;
        let year = row.parse("year", cells.year)?;
        let text = cells.gdp_million;
        let millions = row.at(GDP, filled(GDP, text).and_then(|text| Digits::FEED.parse_positive(text, "")))?;
        let at = if row.text("country").is_some() { "country" } else { "scenario" };
        let (country, currency) = row.at(at, self.whose(cells.country))?;
        let gdp = Money::from_millions(millions, currency);
        row.at(GDP, self.countries.check_scale(country, year, gdp))?;
        let value = value(&scenario, gdp, text.to_owned());
        Ok(Line { scenario, country, year, value })
    }

    /// The country that a cell names, and the currency of its GDP.
    fn whose(self, cell: Option<&str>) -> Result<(Country, Currency)> {
        let country = match (cell, self.countries.default) {
            (None, Some(default)) => default,
            (cell, _) => filled("country", cell.unwrap_or_default()).map_err(|error| error.help(NAME_IT))?.parse()?,
        };
        let own = self.countries.check(country)?;
        self.check(country, own)?;
        Ok((country, own))
    }

    /// That the header states no other currency than that of a country's GDP.
    fn check(self, country: Country, own: Currency) -> Result<()> {
        match self.stated.filter(|stated| *stated != own) {
            Some(stated) => {
                let kind = Kind::CurrencyMismatch { found: stated.to_string(), expected: own.to_string() };
                let help = format!("GDP of {country} is in {own}: write it so, in a column `{GDP}`");
                Err(Error::new(kind).help(help))
            }
            None => Ok(()),
        }
    }
}

/// The way out of a line that does not say which of several countries it is about.
const NAME_IT: &str = "say in it which country each line is about, or ask about one with `--country`";

/// The error of a file whose lines do not say which of several countries they are about.
fn whose_is_missing() -> Error {
    let kind = Kind::MissingColumn { column: "country".to_owned() };
    Error::new(kind).help(NAME_IT)
}
