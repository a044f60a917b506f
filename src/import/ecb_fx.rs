//! Euro reference rates of the European Central Bank: from day by day to the means of years.

mod days; // the rates of each year, summed

use crate::book::{Kind, Measure, Observation, Source, Unit};
use crate::error::{self, Error, Errors, Result};
use crate::quantity::{Country, Currency, Date, Year};

use super::countries::by_code;
use super::decoded::{begins, decoded};
use super::grid::Grid;
use super::vintage::vintage;
use super::{Edition, Format, Official, Wanted};
use days::{OfYear, Rates};

pub(super) const ENTRY: Format = Format {
    name: "ecb-fx",
    about: "euro reference rates of the European Central Bank, `eurofxref-hist.csv`, as the means of years",
    map: Some(&[]),
    recognises: |file| begins(file, |head| head.starts_with("Date,") && head.contains("USD")),
    read,
};

/// The countries that pay in euro, which have no rate of their own.
const IN_EURO: [&str; 27] = [
    "AND", "AUT", "BEL", "BGR", "CYP", "DEU", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "IRL", "ITA", "LTU", "LUX",
    "LVA", "MCO", "MLT", "MNE", "NLD", "PRT", "SMR", "SVK", "SVN", "VAT", "XKX",
];

/// What is said of the rates of a year that is not over.
const UNFINISHED: &str = "rates of a year that the file does not have whole, which `--years` asks for";

fn read(file: &Official<'_>, wanted: &Wanted) -> Result<Edition, Errors> {
    let grid = Grid::read(&decoded(file)?, ',')?;
    if grid.lines().nth(2).is_none() {
        return Err(one_day(file).into());
    }
    let years = days::read(&grid)?;
    let newest = years.values().filter_map(OfYear::last).max();
    let published = vintage(file, newest, wanted)?;
    let mut edition = Edition::of(document(published));
    for (year, of_year) in &years {
        let is_over = of_year.is_whole() && (of_year.is_closed() || Some(*year) < newest.map(Date::year));
        let kind = wanted.made_of_parts(*year, is_over);
        for (code, rates) in &of_year.rates {
            match (code.parse::<Currency>(), kind) {
                (Err(_), _) => edition.leave_out("rates of currencies that are no more", 1),
                (Ok(_), _) if rates.days < of_year.days.len() => edition.leave_out("rates of part of a year", 1),
                (Ok(_), None) => edition.leave_out(UNFINISHED, 1),
                (Ok(currency), Some(kind)) => {
                    for country in users(currency, wanted) {
                        edition.rows.push(mean(country, currency, *year, rates, kind, published)?);
                    }
                }
            }
        }
    }
    if wanted.countries.is_none() {
        edition.leave_out("countries that pay in euro, whose rates `--country` asks for", IN_EURO.len());
    }
    Ok(edition)
}

fn document(published: Date) -> Source {
    Source {
        url: Some("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip".to_owned()),
        note: Some("it has the rates of days; their means are ours".to_owned()),
        ..ENTRY.document(published, "European Central Bank", "Euro foreign exchange reference rates".to_owned())
    }
}

/// The countries that a rate is of: the one whose own the currency is, by the two letters that ISO 4217 takes from it, and those
/// that were asked for and pay in euro.
fn users(currency: Currency, wanted: &Wanted) -> impl Iterator<Item = Country> {
    let own = currency.code().get(..2).and_then(by_code);
    let asked = wanted.countries.iter().flatten().copied();
    own.into_iter().chain(asked.filter(move |country| IN_EURO.contains(&country.code()) && Some(*country) != own))
}

/// The mean of a year, to the unit of the finest of its rates.
fn mean(country: Country, of: Currency, year: Year, rates: &Rates, kind: Kind, published: Date) -> Result<Observation> {
    let (value, precision) = rates.mean()?;
    Ok(Observation {
        country,
        measure: Measure::ExchangeRate,
        definition: None,
        year,
        value,
        unit: Unit::Rate { of, per: "EUR".parse()? },
        precision: Some(precision),
        kind,
        publisher: "ECB".to_owned(),
        vintage: published,
        source: String::new(),
        note: Some(format!("mean of {} days", rates.days)),
        origin: rates.origin.clone(),
    })
}

/// What is said of a file of one day.
fn one_day(file: &Official<'_>) -> Error {
    let reason = "it has one day, which is no mean of a year".to_owned();
    let kind = error::Kind::ForeignFile { file: file.name.to_owned(), format: ENTRY.name.to_owned(), reason };
    Error::new(kind).help("take `eurofxref-hist.csv`, which has every day")
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use chrono::{Datelike, Days, NaiveDate};

    use super::super::laws::told;

    /// Rates of every weekday up to this one, the newest first, of `n` days; NOK alternates, HRK ends, BGN has one day.
    fn file(newest: &str, days: u64) -> String {
        let newest: NaiveDate = newest.parse().unwrap();
        let mut text = "Date,USD,NOK,HRK,BGN,\n".to_owned();
        let weekdays = (0..).map(|back| newest - Days::new(back)).filter(|day| day.weekday().number_from_monday() < 6);
        for (index, day) in weekdays.take(usize::try_from(days).unwrap()).enumerate() {
            let (nok, bgn) =
                (if index % 2 == 0 { "11.7" } else { "11.7001" }, if index == 9 { "1.9558" } else { "N/A" });
            writeln!(text, "{day},1.25,{nok},7.5,{bgn},").unwrap();
        }
        text
    }

    #[test]
    fn a_year_is_the_mean_of_its_days_rounded_once() {
        assert_eq!(
            told("ecb-fx", &file("2025-12-31", 261), "--country NOR --country USA"),
            "NOR,exchange-rate,,2025,11.7000,NOK per EUR,0.0001,outturn,ECB,2025-12-31,ecb-fx-2025-12-31,mean of 261 days\n\
             USA,exchange-rate,,2025,1.25,USD per EUR,0.01,outturn,ECB,2025-12-31,ecb-fx-2025-12-31,mean of 261 days\n\
             left out: 1 rates of part of a year\n\
             left out: 1 rates of currencies that are no more\n"
        );
    }

    #[test]
    fn a_country_that_pays_in_euro_has_the_rates_of_all_currencies() {
        let told = told("ecb-fx", &file("2025-12-31", 261), "--country LVA --years 2025");
        assert!(
            told.starts_with("LVA,exchange-rate,,2025,11.7000,NOK per EUR,")
                && told.contains("\nLVA,exchange-rate,,2025,1.25,USD per EUR,")
        );
        assert!(!told.contains("NOR,"));
    }

    #[test]
    fn a_year_that_the_file_does_not_have_whole_is_an_estimate_if_it_is_asked_for() {
        // the year ends before its last weekday, or begins after its first
        for (newest, days) in [("2025-12-30", 260), ("2025-12-31", 186)] {
            let without = told("ecb-fx", &file(newest, days), "--country USA");
            assert!(without.contains("left out: 2 rates of a year that the file does not have whole"), "{without}");
            let asked = told("ecb-fx", &file(newest, days), "--country USA --years 2025");
            let row = format!(
                "USA,exchange-rate,,2025,1.25,USD per EUR,0.01,estimate,ECB,{newest},ecb-fx-{newest},mean of {days} days\n"
            );
            assert!(asked.starts_with(&row), "{asked}");
        }
        // a later year shows that one is over
        assert!(
            told("ecb-fx", &file("2026-01-02", 262), "--country USA")
                .starts_with("USA,exchange-rate,,2025,1.25,USD per EUR,0.01,outturn")
        );
    }

    #[test]
    fn one_day_is_no_year() {
        let day = "Date, USD, NOK, \n30 October 2026, 1.1172, 11.2, \n";
        assert_eq!(
            told("ecb-fx", day, ""),
            "`file` is no `ecb-fx` file: it has one day, which is no mean of a year; take `eurofxref-hist.csv`, which has every day"
        );
        let twice = "Date,USD,\n2025-01-02,1.1,\n2025-01-02,1.1,\n";
        assert!(told("ecb-fx", twice, "").starts_with("file:3:1: a second figure of the rates of 2025-01-02"));
        assert!(told("ecb-fx", &file("2025-12-31", 5), "--vintage 2026-01-02").contains("--vintage 2026-01-02"));
    }
}
