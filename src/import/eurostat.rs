//! `eurostat`: Eurostat's tables of GDP and of government expenditure on defence, as TSV, SDMX-CSV or JSON-stat.
//!
//! The dimensions of a table say what its figures are, whatever it is called. A figure marked provisional or estimated is an
//! estimate, one marked forecast a forecast, every other one an outturn; the marks stand in the note, in words.

mod flags;
mod json_stat;
mod meaning;
mod message;
mod sdmx_csv;
mod tsv;

use std::collections::BTreeSet;

use crate::book::{Measure, Observation, Source, Unit};
use crate::error::{Error, Errors};
use crate::quantity::{Country, Currency, Date, Decimal, Year};

use super::currencies;
use super::decoded::{begins, unmarked_up};
use super::gathered::Gathered;
use super::note::note;
use super::number::{Figure, is_missing};
use super::vintage::vintage;
use super::{Edition, Format, Official, Wanted};

use meaning::{Meaning, MeaningUnit};
use message::{Point, Series};

const PUBLISHER: &str = "Eurostat";

pub(super) const ENTRY: Format = Format {
    name: "eurostat",
    about: "Eurostat, GDP and government expenditure on defence: TSV, SDMX-CSV or JSON-stat",
    map: Some(&[]),
    recognises,
    read,
};

fn recognises(file: &Official<'_>) -> bool {
    begins(file, |head| {
        let first = head.lines().next().unwrap_or_default();
        let named = ["ESTAT", "GOV_EV,", "geo\\TIME_PERIOD"].iter().any(|name| head.contains(name));
        named && (first.contains("geo") || head.trim_start().starts_with(['{', '<']))
    })
}

fn read(file: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let text = unmarked_up(file, "`format=SDMX-CSV`, `format=TSV` or `format=JSON`")?;
    let message = match text.content().trim_start().starts_with('{') {
        true => json_stat::read(&text)?,
        false if tsv::is_one(text.content()) => tsv::read(&text)?,
        false => sdmx_csv::read(&text)?,
    };
    let vintage = vintage(file, message.updated, wanted)?;
    let mut gathered = Gathered::new(wanted, document(vintage));
    let mut meant = Vec::new();
    for series in &message.series {
        match Meaning::of(&series.dimensions) {
            Ok(meaning) => meant.push((meaning, series)),
            Err(what) => {
                let figures = series.points.iter().filter(|point| !is_missing(&point.value));
                gathered.leave_out_all(what, figures.count());
            }
        }
    }
    // the national currency first: where it is the euro, it has the years before the euro at its fixed rate, and counts alone
    meant.sort_by_key(|(meaning, _)| meaning.unit == MeaningUnit::Euro);
    let mut national = National { is_euro: in_euro(&meant), stated: BTreeSet::new() };
    for (meaning, point) in
        meant.iter().flat_map(|(meaning, series)| series.points.iter().map(move |point| (meaning, point)))
    {
        keep(meaning, point, vintage, &mut national, &mut gathered);
    }
    gathered.finish()
}

/// What the file says of national currencies.
struct National {
    /// Whose it is the euro.
    is_euro: BTreeSet<Country>,
    /// What stands in it already.
    stated: BTreeSet<(Country, Year, Measure, Currency)>,
}

/// The countries whose national currency is the euro by the file itself: a figure of theirs is the same in both.
fn in_euro(meant: &[(Meaning, &Series)]) -> BTreeSet<Country> {
    let stated = |unit: MeaningUnit| -> BTreeSet<(Country, Measure, &str, Decimal)> {
        let own = meant.iter().filter(|(meaning, _)| meaning.unit == unit);
        let points = own.flat_map(|(meaning, series)| series.points.iter().map(move |point| (meaning, point)));
        let figures = points.filter_map(|(meaning, point)| {
            let value = Figure::of_program(&point.value).ok()?.value;
            Some((meaning.country, meaning.measure, &*point.time, value))
        });
        // nothing is nothing in every currency
        figures.filter(|(.., value)| !value.is_zero()).collect()
    };
    let (national, euro) = (stated(MeaningUnit::NationalCurrency), stated(MeaningUnit::Euro));
    national.intersection(&euro).map(|(country, ..)| *country).collect()
}

/// Keeps a figure, unless there is none, it is not wanted, or its currency is not known.
fn keep(meaning: &Meaning, point: &Point, vintage: Date, national: &mut National, gathered: &mut Gathered<'_>) {
    if is_missing(&point.value) {
        return;
    }
    let at = |error: Error| error.at(point.origin.place());
    let Some(year) = gathered.sound(point.time.parse::<Year>().map_err(at)) else { return };
    if !gathered.wants(meaning.country, year) {
        return;
    }
    let Some((unit, own_note)) = unit(meaning, national, gathered) else { return };
    let figure = Figure::of_program(&point.value).and_then(Figure::kept).map_err(at);
    let Some((figure, _)) = gathered.sound(figure) else { return };
    if let Unit::Million(currency) = unit {
        let key = (meaning.country, year, meaning.measure, currency);
        if meaning.unit == MeaningUnit::Euro && national.stated.contains(&key) {
            return gathered.leave_out("figures in euro beside the same in a national currency that is the euro");
        }
        national.stated.insert(key);
    }
    gathered.keep(Observation {
        country: meaning.country,
        measure: meaning.measure,
        definition: meaning.definition.map(str::to_owned),
        year,
        value: figure.value,
        unit,
        precision: Some(figure.unit),
        kind: point.flags.kind(),
        publisher: PUBLISHER.to_owned(),
        vintage,
        source: String::new(),
        note: note(own_note.into_iter().chain(point.flags.words())),
        origin: point.origin.clone(),
    });
}

/// The unit of a book, with what has to be said of it.
fn unit(meaning: &Meaning, national: &National, gathered: &mut Gathered<'_>) -> Option<(Unit, Option<String>)> {
    let euro = || currencies::by_name("euro").map(|euro| (Unit::Million(euro), None));
    match &meaning.unit {
        MeaningUnit::Euro => euro(),
        MeaningUnit::NationalCurrency if national.is_euro.contains(&meaning.country) => euro(),
        MeaningUnit::NationalCurrency => gathered.national_currency(meaning.country),
        MeaningUnit::Percent => Some((Unit::Percent, None)),
        MeaningUnit::Index { base } => Some((Unit::Index, Some(format!("base year {base} = 100")))),
    }
}

fn document(vintage: Date) -> Source {
    let title = format!("Eurostat, national accounts and government finance, as updated on {vintage}");
    Source {
        url: Some("https://ec.europa.eu/eurostat".to_owned()),
        licence: Some("CC BY 4.0".to_owned()),
        ..ENTRY.document(vintage, PUBLISHER, title)
    }
}

#[cfg(test)]
pub(super) mod tests;
