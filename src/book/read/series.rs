//! `series/*.csv`: published figures, one row each.

use std::sync::Arc;

use serde::Deserialize;

use crate::book::sheet::{Column, Row, Sheet, filled};
use crate::book::{Kind, Measure, Observation, Records, Source, Unit};
use crate::error::{self, Error, Errors, Noun, Origin, Result, SourceText};
use crate::quantity::text::unguard;
use crate::quantity::{Currency, Date, Decimal, Digits};

use super::draft::{Draft, Names};
use super::skim::skimmed;

/// The columns of every series.
const COLUMNS: [Column; 12] = [
    Column { name: "country", required: true },
    Column { name: "measure", required: true },
    Column { name: "definition", required: true },
    Column { name: "year", required: true },
    Column { name: "value", required: true },
    Column { name: "unit", required: true },
    Column { name: "precision", required: true },
    Column { name: "kind", required: true },
    Column { name: "publisher", required: true },
    Column { name: "vintage", required: true },
    Column { name: "source", required: true },
    Column { name: "note", required: true },
];

/// A row as text, before any of it means something.
#[derive(Debug, Deserialize)]
struct Cells<'r> {
    country: &'r str,
    measure: &'r str,
    definition: &'r str,
    year: &'r str,
    value: &'r str,
    unit: &'r str,
    precision: &'r str,
    kind: &'r str,
    publisher: &'r str,
    vintage: &'r str,
    source: &'r str,
    note: &'r str,
}

impl Observation {
    /// That a row of a series may say this.
    ///
    /// # Errors
    /// A figure, a precision, a unit or a vintage that no row of its measure has.
    #[cfg(feature = "import")]
    pub(crate) fn check(&self) -> Result<()> {
        let read = self.precision.map(|read| precision(&read.to_string())).transpose();
        value(self.measure, &self.value.to_string()).and(read)?;
        unit(Some(self.measure), &self.unit.to_string())?;
        filled("publisher", &self.publisher)?;
        exact(self.vintage).map(|_| ())
    }
}

impl Draft {
    /// The bytes of a series without the rows of countries that nobody asks about, where they can be told apart at a glance.
    pub(super) fn skimmed(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        let (about, header) = (self.about.as_ref()?, COLUMNS.map(|column| column.name).join(","));
        skimmed(str::from_utf8(bytes).ok()?, &header, about, &mut self.elsewhere).map(String::into_bytes)
    }

    pub(super) fn read_series(&mut self, text: &Arc<SourceText>) {
        let sheet = match Sheet::read(text, &COLUMNS) {
            Ok(sheet) => sheet,
            Err(errors) => return self.errors.extend(errors),
        };
        for row in sheet.rows() {
            if let Some(observation) = observation(row, text, &self.names, &mut self.errors) {
                self.errors.extend(too_late(row, &observation, &self.sources));
                self.observations.push(observation);
            }
        }
    }
}

/// The observation of a row, or nothing after all that is wrong with it has been reported.
fn observation(row: Row<'_>, text: &Arc<SourceText>, names: &Names, errors: &mut Errors) -> Option<Observation> {
    let cells: Cells<'_> = errors.keep(row.cells())?;
    let country = errors.keep(row.parse("country", cells.country));
    let measure: Option<Measure> = errors.keep(row.parse("measure", cells.measure));
    let definition = measure.map_or(Ok(None), |measure| definition(measure, cells.definition, names));
    let definition = errors.keep(row.at("definition", definition));
    let year = errors.keep(row.parse("year", cells.year));
    let value = measure.and_then(|measure| {
        errors.keep(row.at("value", filled("value", cells.value).and_then(|text| value(measure, text))))
    });
    let unit = errors.keep(row.at("unit", unit(measure, cells.unit)));
    let precision = errors.keep(row.at("precision", precision(cells.precision)));
    let kind: Option<Kind> = errors.keep(row.parse("kind", cells.kind));
    let publisher = errors.keep(row.at("publisher", filled("publisher", cells.publisher)));
    let vintage = errors.keep(row.parse("vintage", cells.vintage).and_then(|date| row.at("vintage", exact(date))));
    let source =
        errors.keep(row.at("source", filled("source", cells.source).and_then(|id| names.find(Noun::Source, id))));
    Some(Observation {
        country: country?,
        measure: measure?,
        definition: definition?,
        year: year?,
        value: value?,
        unit: unit?,
        precision: precision?,
        kind: kind?,
        publisher: unguard(publisher?).to_owned(),
        vintage: vintage?,
        source: source?.to_owned(),
        note: Some(unguard(cells.note).to_owned()).filter(|note| !note.is_empty()),
        origin: Origin::new(text, row.span()),
    })
}

/// A row that is older than the document it cites.
fn too_late(row: Row<'_>, observation: &Observation, sources: &Records<Source>) -> Errors {
    let source = sources.named(&observation.source);
    let Some(source) = source.filter(|source| source.published.last_day() > observation.vintage.last_day()) else {
        return Errors::default();
    };
    let (published, vintage) = (source.published.to_string(), observation.vintage.to_string());
    let kind = error::Kind::SourceAfterVintage { source: source.id.clone(), published, vintage };
    let warning = Error::new(kind).help("see which of the two dates is wrong");
    row.at("vintage", Err::<(), _>(warning)).err().map(Errors::from).unwrap_or_default()
}

fn definition(measure: Measure, text: &str, names: &Names) -> Result<Option<String>> {
    if measure.has_definition() {
        let id = filled("definition", text).and_then(|id| names.find(Noun::Definition, id))?;
        return Ok(Some(id.to_owned()));
    }
    if text.is_empty() {
        return Ok(None);
    }
    let kind =
        error::Kind::NeedlessCell { column: "definition".to_owned(), reason: format!("`{measure}` has no definition") };
    Err(Error::new(kind).help("leave the cell empty"))
}

/// A figure within the bounds of its measure: GDP, GNI, indices and rates above zero, spending and shares not below, growth any.
fn value(measure: Measure, text: &str) -> Result<Decimal> {
    match measure {
        Measure::Gdp | Measure::Gni | Measure::GdpDeflator | Measure::ExchangeRate => {
            Digits::SERIES.parse_positive(text, "")
        }
        Measure::Spending | Measure::SpendingShare => Digits::SERIES.parse(text),
        Measure::RealGrowth | Measure::ConsumerInflation => Digits::SERIES.parse_signed(text),
    }
}

/// A vintage to the day or the month: a bare year is only enough for a source.
fn exact(vintage: Date) -> Result<Date> {
    if vintage.is_year() {
        let kind = error::Kind::NotADate { text: vintage.to_string() };
        return Err(Error::new(kind).help("write the day, as `2025-11-20`, or the month, as `2025-11`"));
    }
    Ok(vintage)
}

fn unit(measure: Option<Measure>, text: &str) -> Result<Unit> {
    let unit = text.parse()?;
    match measure {
        Some(measure) if !measure.takes(unit) => {
            let kind = error::Kind::WrongUnit { unit: text.to_owned(), measure: measure.to_string() };
            let money = Unit::Million(Currency::EXAMPLE);
            Err(Error::new(kind)
                .help(format!("money is in `{money}`, growth and shares are in `%`, a deflator is an `index`, a rate one currency `per` another")))
        }
        Some(_) | None => Ok(unit),
    }
}

fn precision(text: &str) -> Result<Option<Decimal>> {
    if text.is_empty() { Ok(None) } else { Digits::SERIES.parse_positive(text, "").map(Some) }
}
