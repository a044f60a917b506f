//! `worldbank`: the World Bank's World Development Indicators, as the CSV of an indicator or the JSON of the service.
//!
//! The publisher marks a figure as estimate or forecast in the JSON alone, and there hardly ever. What is not marked is taken as an
//! outturn if its year was over when the file was updated, else as an estimate; the document says so.

mod csv;
mod indicators;
mod json;
mod message;

use crate::book::{Observation, Source, Unit};
use crate::error::{self, Error, Errors, Result};
use crate::quantity::{Date, Year};

use super::decoded::{begins, decoded};
use super::gathered::Gathered;
use super::note::note;
use super::number::{Figure, from_plain, is_missing};
use super::vintage::vintage;
use super::{Edition, Format, Official, Wanted};
use super::{countries, currencies};

use indicators::{Indicator, IndicatorUnit};
use message::Raw;

const PUBLISHER: &str = "World Bank";

pub(super) const ENTRY: Format = Format {
    name: "worldbank",
    about: "World Bank, World Development Indicators: CSV of an indicator or JSON of the service",
    map: Some(&[]),
    recognises,
    read,
};

fn recognises(file: &Official<'_>) -> bool {
    begins(file, |head| {
        let head = head.trim_start();
        head.starts_with("\"Data Source\"")
            || head.starts_with('[') && head.contains("\"indicator\"") && head.contains("\"page\"")
    })
}

fn read(file: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let text = decoded(file)?;
    let message = match text.content().trim_start().starts_with('[') {
        true => json::read(&text)?,
        false => csv::read(&text)?,
    };
    let vintage = vintage(file, message.updated, wanted)?;
    if let (Some(raw), true) = (message.figures.first(), message.figures.iter().all(|raw| raw.known().is_none())) {
        return Err(unknown(file, raw).into());
    }
    let mut gathered = Gathered::new(wanted, document(vintage));
    gathered.leave_out_all("pages that are not in the file; ask for `per_page=32500`", message.other_pages);
    for raw in message.figures.iter().filter(|raw| !is_missing(&raw.value)) {
        match raw.known() {
            Some(indicator) => keep(raw, indicator, vintage, &mut gathered),
            None => gathered.leave_out(&format!("figures of `{}`, {}", raw.indicator, raw.title)),
        }
    }
    gathered.finish()
}

/// A file of which no indicator is a measure of a book.
fn unknown(file: &Official<'_>, raw: &Raw) -> Error {
    let reason = format!("`{}`, {}, is no measure of a book", raw.indicator, raw.title);
    let kind = error::Kind::UnreadableFile { path: file.name.to_owned(), reason };
    let constant = if raw.title.contains("constant") { "GDP at constant prices is no nominal GDP; " } else { "" };
    Error::new(kind).help(format!("{constant}taken are {}", indicators::taken())).at(raw.origin.place())
}

/// Keeps a figure, unless it is not wanted or its currency is not known.
fn keep(raw: &Raw, indicator: &Indicator, vintage: Date, gathered: &mut Gathered<'_>) {
    let at = |error: Error| error.at(raw.origin.place());
    let Some(country) = countries::by_code(&raw.country) else {
        return gathered.leave_out("figures of groups and of unknown countries");
    };
    if raw.time.len() > 4 {
        return gathered.leave_out("figures of quarters and months");
    }
    let Some(year) = gathered.sound(raw.time.parse::<Year>().map_err(at)) else { return };
    if !gathered.wants(country, year) {
        return;
    }
    let unit = match indicator.unit {
        IndicatorUnit::Percent => Some((Unit::Percent, None)),
        IndicatorUnit::Index => Some((Unit::Index, None)),
        IndicatorUnit::Dollars => currencies::by_name("US dollar").map(|dollar| (Unit::Million(dollar), None)),
        IndicatorUnit::NationalCurrency => gathered.national_currency(country),
    };
    let Some((unit, currency_note)) = unit else { return };
    let figure = Figure::of_program(&raw.value).and_then(|figure| figure.scaled(from_plain(unit))?.kept()).map_err(at);
    let Some((figure, rounded)) = gathered.sound(figure) else { return };
    let own_note = indicator.note.map(str::to_owned);
    let rounded = rounded.then(|| "rounded to twelve decimals".to_owned());
    gathered.keep(Observation {
        country,
        measure: indicator.measure,
        definition: indicator.definition.map(str::to_owned),
        year,
        value: figure.value,
        unit,
        precision: Some(figure.unit),
        kind: raw.kind(year, vintage),
        publisher: PUBLISHER.to_owned(),
        vintage,
        source: String::new(),
        note: note([currency_note, own_note, rounded].into_iter().flatten()),
        origin: raw.origin.clone(),
    });
}

fn document(vintage: Date) -> Source {
    Source {
        url: Some("https://data.worldbank.org".to_owned()),
        licence: Some("CC BY 4.0".to_owned()),
        note: Some("figures without a mark are taken as outturns where their year was over by then".to_owned()),
        ..ENTRY.document(vintage, PUBLISHER, format!("World Development Indicators, as updated on {vintage}"))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::trials::{fault, read};
    use super::*;

    pub(in crate::import) const CSV: &str = "\u{feff}\"Data Source\",\"World Development Indicators\",\r\n\r\n\"Last Updated Date\",\"2025-07-01\",\r\n\r\n\
        \"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2023\",\"2024\",\"2025\",\r\n\
        \"Korea, Rep.\",\"KOR\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"1838982000000\",\"1869700500000.5\",\"\",\r\n\
        \"Latvia\",\"LVA\",\"GDP (current LCU)\",\"NY.GDP.MKTP.CN\",\"39402100000\",\"\",\"\",\r\n\
        \"Iceland\",\"ISL\",\"GDP (current LCU)\",\"NY.GDP.MKTP.CN\",\"4279000000000\",\"\",\"\",\r\n\
        \"Latvia\",\"LVA\",\"Military expenditure (% of GDP)\",\"MS.MIL.XPND.GD.ZS\",\"2.27160194841273\",\"3.1\",\"3.7\",\r\n\
        \"Latvia\",\"LVA\",\"GDP (constant LCU)\",\"NY.GDP.MKTP.KN\",\"29000000000\",\"\",\"\",\r\n\
        \"World\",\"WLD\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"106000000000000\",\"\",\"\",\r\n";

    pub(in crate::import) const JSON: &str = r#"[{"page":1,"pages":2,"per_page":"50","total":66,"sourceid":"2","lastupdated":"2026-07-01"},[
        {"indicator":{"id":"NY.GDP.DEFL.ZS","value":"GDP deflator"},"country":{"id":"PL","value":"Poland"},"countryiso3code":"POL","date":"2024","value":134.10,"unit":"","obs_status":"","decimal":1},
        {"indicator":{"id":"NY.GDP.MKTP.CD","value":"GDP"},"country":{"id":"PL","value":"Poland"},"countryiso3code":"POL","date":"2024","value":9.1469E11,"unit":"","obs_status":"E","decimal":0},
        {"indicator":{"id":"NY.GDP.MKTP.CD","value":"GDP"},"country":{"id":"PL","value":"Poland"},"countryiso3code":"POL","date":"2025","value":null,"unit":"","obs_status":"","decimal":0},
        {"indicator":{"id":"NY.GDP.MKTP.CD","value":"GDP"},"country":{"id":"EU","value":"European Union"},"countryiso3code":"EUU","date":"2024","value":1,"unit":"","obs_status":"","decimal":0},
        {"indicator":{"id":"NY.GDP.MKTP.CD","value":"GDP"},"country":{"id":"ZH","value":"Africa"},"countryiso3code":"","date":"2024","value":1,"unit":"","obs_status":"","decimal":0}]]"#;

    fn wanted() -> Wanted {
        Wanted { currencies: vec![("LVA".parse().unwrap(), "EUR".parse().unwrap())], ..Wanted::default() }
    }

    #[test]
    fn the_csv_of_indicators_is_read() {
        assert!(recognises(&Official { name: "file", bytes: CSV.as_bytes() }));
        assert_eq!(
            read(&ENTRY, CSV.as_bytes(), &wanted()).unwrap(),
            [
                "KOR gdp 2023 1838982.000000 USD million ±0.000001 outturn",
                "KOR gdp 2024 1869700.5000005 USD million ±0.0000001 outturn",
                "LVA gdp 2023 39402.100000 EUR million ±0.000001 outturn (in national currency, taken as EUR: the file does not name it)",
                "LVA spending-share sipri 2023 2.271601948413 % ±0.000000000001 outturn (compiled by SIPRI; rounded to twelve decimals)",
                "LVA spending-share sipri 2024 3.1 % ±0.1 outturn (compiled by SIPRI)",
                "LVA spending-share sipri 2025 3.7 % ±0.1 estimate (compiled by SIPRI)",
                "without 1 figures in a national currency that neither the file nor the book names",
                "without 1 figures of `NY.GDP.MKTP.KN`, GDP (constant LCU)",
                "without 1 figures of groups and of unknown countries",
            ]
        );
    }

    #[test]
    fn figures_of_a_money_before_the_euro_are_left_out() {
        let earlier = CSV.replace("2025-07-01", "2013-07-01");
        let rows = read(
            &ENTRY,
            earlier.replace("\"2023\",\"2024\",\"2025\"", "\"2010\",\"2011\",\"2012\"").as_bytes(),
            &wanted(),
        )
        .unwrap();
        assert!(!rows.iter().any(|row| row.starts_with("LVA gdp ")), "{rows:?}");
        let left_out = "without 2 figures in a national currency that neither the file nor the book names";
        assert!(rows.iter().any(|row| row == left_out), "{rows:?}");
    }

    #[test]
    fn the_json_of_the_service_is_read_to_the_last_digit() {
        assert!(recognises(&Official { name: "file", bytes: JSON.as_bytes() }));
        assert_eq!(
            read(&ENTRY, JSON.as_bytes(), &wanted()).unwrap(),
            [
                "POL gdp 2024 914690 USD million ±10 estimate",
                "POL gdp-deflator 2024 134.10 index ±0.01 outturn",
                "without 1 pages that are not in the file; ask for `per_page=32500`",
                "without 2 figures of groups and of unknown countries",
            ]
        );
    }

    #[test]
    fn what_is_no_measure_of_a_book_is_refused_in_words() {
        let header: String = CSV.split_inclusive("\r\n").take(5).collect();
        let constant = CSV.split_inclusive("\r\n").find(|line| line.contains("KN")).unwrap();
        let told = fault(&ENTRY, format!("{header}{constant}").as_bytes(), &wanted());
        assert!(told.contains("GDP at constant prices is no nominal GDP; taken are `NY.GDP.MKTP.CN`"), "{told}");
        let undated = CSV.replace("2025-07-01", "");
        assert!(fault(&ENTRY, undated.as_bytes(), &wanted()).contains("needs `--vintage`"));
        let answer = br#"[{"message":[{"id":"120","key":"Invalid value","value":"not valid"}]}]"#;
        assert!(fault(&ENTRY, answer, &wanted()).contains("answered without figures"));
        assert!(fault(&ENTRY, b"a,b\n", &wanted()).contains("no column `Country Name`"));
        let years = CSV.replace("\"2024\"", "\"2024 [YR2024]\"");
        assert!(fault(&ENTRY, years.as_bytes(), &wanted()).contains(": `2024 [YR2024]` is not a year"));
        let negative = CSV.replace("39402100000", "-5");
        assert!(fault(&ENTRY, negative.as_bytes(), &wanted()).contains("`-0.000005` is not above zero"));
    }
}
