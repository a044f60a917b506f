//! `imf-weo`: the IMF's World Economic Outlook database, as its site and its data service ship it.
//!
//! The site has a table that calls itself a spreadsheet and is text, one series a row: UTF-16 or Latin-1, tabs, a decimal point or a
//! comma, a footer with the month of the edition. The service has SDMX-CSV: one series a row in the units of its `SCALE`, or one
//! figure a row in plain units, where `SCALE` says how it is shown. What is no outturn by the mark of the file is a forecast.

mod header;
mod said;
mod series;
mod subjects;

use crate::book::{Observation, Source, Unit};
use crate::error::{self, Error, Errors, Place, Result};
use crate::quantity::Date;

use super::currencies;
use super::decoded::{begins, unmarked_up};
use super::gathered::Gathered;
use super::grid::{Cell, Grid, decimal_sign, separator};
use super::number::{DecimalSign, Figure, from_plain, is_missing};
use super::vintage::{in_words, month_and_year, vintage};
use super::{Edition, Format, Official, Wanted};

use header::Header;
use said::{LastActual, Named, Said, Scale};
use series::{Series, series};
use subjects::SubjectUnit;

/// How a footer begins, which ends with the month of the edition.
const FOOTER: &str = "International Monetary Fund";
const PUBLISHER: &str = "IMF";
/// What `--map` calls the last year of outturns.
const TOLD: &str = "last-outturn";

pub(super) const ENTRY: Format = Format {
    name: "imf-weo",
    about: "IMF, World Economic Outlook database: the table of its site or SDMX-CSV of its service",
    map: Some(&["decimal", TOLD]),
    recognises,
    read,
};

fn recognises(file: &Official<'_>) -> bool {
    begins(file, |head| {
        let first = head.lines().next().unwrap_or_default();
        first.contains("Subject Descriptor") || first.contains("WEO Subject Code") || head.contains("IMF.RES:WEO")
    })
}

fn read(file: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let text = unmarked_up(file, "SDMX-CSV with its attributes, or take the table of the site")?;
    let grid = Grid::read(&text, separator(text.content()))?;
    let (footers, mut lines): (Vec<_>, Vec<_>) = grid.lines().partition(|line| line.cell(0).text.starts_with(FOOTER));
    let header = Header::read(grid.first())?;
    lines.retain(|line| !line.is(&header.line));
    lines.iter().try_for_each(|line| line.check(&header.line))?;
    let month = footers.iter().find_map(|line| month_and_year(line.cell(0).text.rsplit(',').next()?));
    let vintage = vintage(file, month.or_else(|| header.published(&lines)), wanted)?;
    let cells: Vec<Cell<'_>> = lines.iter().flat_map(|line| header.figures(line)).map(|(_, cell)| cell).collect();
    let sign = decimal_sign(&cells, wanted)?;
    let told = last_outturn(&header, wanted)?;
    let mut gathered = Gathered::new(wanted, document(vintage, header.updated(&lines)));
    for mut series in series(&header, &lines, &mut gathered)? {
        series.said.last_actual = series.said.last_actual.or(told);
        for (year, cell) in header.figures(&series.line).iter().filter(|(_, cell)| !is_missing(&cell.text)) {
            keep(&series, (year, cell), sign, vintage, &mut gathered);
        }
    }
    gathered.finish()
}

/// The last year of outturns that a person gives for series whose file does not name it.
///
/// # Errors
/// The file names it of no series, and nobody gives it; what is given is no year.
fn last_outturn(header: &Header<'_>, wanted: &Wanted) -> Result<Option<LastActual>> {
    if let Some((_, year)) = wanted.map.iter().find(|(name, _)| name == TOLD) {
        let not_a_year = || {
            Error::new(error::Kind::NotAYear { text: year.clone() })
                .help(format!("write `--map {TOLD}=2023`"))
                .at(Place::file("--map"))
        };
        return LastActual::parse(year).map(Some).ok_or_else(not_a_year);
    }
    if header.last_actual.is_some() {
        return Ok(None);
    }
    let kind = error::Kind::MissingColumn { column: "Estimates Start After".to_owned() };
    Err(Error::new(kind)
        .help(format!("export the table with it, or give the last year of outturns, as `--map {TOLD}=2023`"))
        .at(header.line.cell(0).origin().place()))
}

/// Keeps a figure, unless it is not wanted or nobody can say what kind or what currency it is.
fn keep(
    series: &Series<'_>,
    (year, cell): (&Cell<'_>, &Cell<'_>),
    sign: DecimalSign,
    vintage: Date,
    gathered: &mut Gathered<'_>,
) {
    let Some(year) = gathered.sound(year.at(year.text.parse())) else { return };
    if !gathered.wants(series.country, year) {
        return;
    }
    let Some(last_actual) = series.said.last_actual else {
        return gathered.leave_out("figures without a last outturn, which nothing tells from a forecast");
    };
    let Some(kind) = last_actual.kind(year) else {
        return gathered.leave_out("figures of the later year of a fiscal one, which may be an outturn or a forecast");
    };
    let Some((unit, note)) = unit(series, gathered) else { return };
    let figure = cell.at(Figure::parse(&cell.text, sign).and_then(|figure| in_unit(figure, unit, &series.said)));
    let (Some(figure), Some(measure)) = (gathered.sound(figure), series.subject.measure) else { return };
    gathered.keep(Observation {
        country: series.country,
        measure,
        definition: None,
        year,
        value: figure.value,
        unit,
        precision: Some(figure.unit),
        kind,
        publisher: PUBLISHER.to_owned(),
        vintage,
        source: String::new(),
        note,
        origin: cell.origin(),
    });
}

/// The unit of a series, with what has to be said of it.
fn unit(series: &Series<'_>, gathered: &mut Gathered<'_>) -> Option<(Unit, Option<String>)> {
    let money = |currency| Some((Unit::Million(currency), None));
    match (series.subject.unit, &series.said.currency) {
        (SubjectUnit::Percent, _) => Some((Unit::Percent, None)),
        (SubjectUnit::Index, _) => {
            Some((Unit::Index, series.said.base.as_ref().map(|base| format!("base year {base} = 100"))))
        }
        (SubjectUnit::Dollars, _) => currencies::by_name("US dollar").and_then(money),
        (SubjectUnit::NationalCurrency, Some(Named::Known(currency))) => money(*currency),
        (SubjectUnit::NationalCurrency, Some(Named::Unknown(name))) => {
            gathered.leave_out(&format!("figures in `{name}`, which is no known currency"));
            None
        }
        (SubjectUnit::NationalCurrency, None) => gathered.national_currency(series.country),
    }
}

/// A figure of the file in the unit of a book, with the unit to which it was published.
fn in_unit(figure: Figure, unit: Unit, said: &Said) -> Result<Figure> {
    let millions = from_plain(unit);
    let figure = match said.scale {
        None => figure.scaled(millions)?,
        Some(Scale::Applied(power)) => figure.scaled(power + millions)?,
        Some(Scale::Shown(power)) => {
            figure.scaled(-power)?.published_to(said.decimals.unwrap_or(0)).scaled(power + millions)?
        }
    };
    figure.kept().map(|(figure, _)| figure)
}

fn document(vintage: Date, updated: Option<Date>) -> Source {
    let updated = updated.filter(|updated| *updated > vintage);
    Source {
        url: Some("https://www.imf.org/en/Publications/WEO".to_owned()),
        licence: Some("reuse with attribution".to_owned()),
        note: updated.map(|updated| format!("as updated on {updated}")),
        ..ENTRY.document(vintage, PUBLISHER, format!("World Economic Outlook database, {}", in_words(vintage)))
    }
}

#[cfg(test)]
pub(super) mod tests;
