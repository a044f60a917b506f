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
pub(super) mod tests {
    use super::super::trials::{fault, read};
    use super::*;

    pub(in crate::import) const SITE: &str = "WEO Country Code\tISO\tWEO Subject Code\tCountry\tSubject Descriptor\tUnits\tScale\t\
        Country/Series-specific Notes\t2022\t2023\t2024\tEstimates Start After\t\r\n\
        142\tNOR\tNGDP_R\tNorway\tGross domestic product, constant prices\tNational currency\tBillions\t\
        \"Source: Office; Base year: 2021 Chain-weighted: Yes, from 1980 Primary domestic currency: Norwegian krone \
        Data last updated: 09/2023\"\t4,010.500\tn/a\tn/a\t2022\t\r\n\
        142\tNOR\tNGDP\tNorway\tGross domestic product, current prices\tNational currency\tBillions\tSee notes\t\
        5,573.280\t5,126.5\t--\t2022\t\r\n\
        142\tNOR\tNGDP_D\tNorway\tGross domestic product, deflator\tIndex\t\tSee notes\t128.000\tn/a\t\t2022\t\r\n\
        142\tNOR\tNGDP_RPCH\tNorway\tGross domestic product, constant prices\tPercent change\tUnits\tSee notes\t\
        3.250\t-0.4\tn/a\t2022\t\r\n\
        941\tLVA\tNGDP\tLatvia\tGross domestic product, current prices\tNational currency\tBillions\t\t36.1\t38.9\t41.0\t2023\t\r\n\
        968\tROU\tNGDP_RPCH\tRomania\tGross domestic product, constant prices\tPercent change\tUnits\t\t4.1\t2.4\t3.1\t\t\r\n\
        967\tUVK\tNGDP\tKosovo\tGross domestic product, current prices\tNational currency\tBillions\t\t8.9\t9.6\t10.3\t2022\t\r\n\
        \t\t\t\t\t\t\t\t\t\t\t\t\r\n\
        International Monetary Fund, World Economic Outlook Database, October 2023\r\n";

    pub(in crate::import) const SERVICE: &str = "DATAFLOW,COUNTRY,INDICATOR,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,DECIMALS_DISPLAYED,\
        LATEST_ACTUAL_ANNUAL_DATA,PRIMARY_DOMESTIC_CURRENCY,BASE_YEAR,PUBLICATION_DATE,UPDATE_DATE\n\
        IMF.RES:WEO(9.0.0),SVK,NGDP,A,2024,130207000000,9,3,,,,2025-10-14T13:00:00Z,2025-11-19T21:00:00Z\n\
        IMF.RES:WEO(9.0.0),SVK,NGDP,A,2025,137000000000,9,3,,,,,\n\
        IMF.RES:WEO(9.0.0),SVK,NGDP,A,,,,,2024,Euro,,,\n\
        IMF.RES:WEO(9.0.0),SVK,NGDP_D,A,2024,124.25,0,,2024,,2020,,\n\
        IMF.RES:WEO(9.0.0),IND,NGDP_RPCH,A,2024,6.496512,0,3,FY2024/25,,,,\n\
        IMF.RES:WEO(9.0.0),IND,NGDP_RPCH,A,2025,6.6,0,3,FY2024/25,,,,\n\
        IMF.RES:WEO(9.0.0),IND,NGDP_RPCH,A,2026,6.2,0,3,FY2024/25,,,,\n\
        IMF.RES:WEO(9.0.0),G001,NGDP_RPCH,A,2025,3.2,0,3,,,,,\n";

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn the_table_of_the_site_is_read() {
        let expected = [
            "LVA gdp 2022 36100 EUR million ±100 outturn (in national currency, taken as EUR: the file does not name it)",
            "LVA gdp 2023 38900 EUR million ±100 outturn (in national currency, taken as EUR: the file does not name it)",
            "LVA gdp 2024 41000 EUR million ±100 forecast (in national currency, taken as EUR: the file does not name it)",
            "NOR gdp 2022 5573280 NOK million ±1 outturn",
            "NOR gdp 2023 5126500 NOK million ±100 forecast",
            "NOR gdp-deflator 2022 128.000 index ±0.001 outturn (base year 2021 = 100)",
            "NOR real-growth 2022 3.250 % ±0.001 outturn",
            "NOR real-growth 2023 -0.4 % ±0.1 forecast",
            "without 1 rows of other subjects",
            "without 1 rows of groups and of unknown countries",
            "without 3 figures without a last outturn, which nothing tells from a forecast",
        ];
        let currencies = vec![("LVA".parse().unwrap(), "EUR".parse().unwrap())];
        let wanted = Wanted { currencies, ..Wanted::default() };
        let marked = [b"\xFF\xFE".to_vec(), utf16(SITE)].concat();
        for bytes in [SITE.as_bytes().to_vec(), utf16(SITE), marked] {
            assert!(recognises(&Official { name: "file", bytes: &bytes }));
            assert_eq!(read(&ENTRY, &bytes, &wanted).unwrap(), expected);
        }
    }

    #[test]
    fn decimal_commas_and_names_of_countries_are_read() {
        let header = "Country\tSubject Descriptor\tUnits\tScale\t2023\t2024\tEstimates Start After\r\n";
        let growth =
            "T\u{fc}rkiye\tGross domestic product, constant prices\tPercent change\tUnits\t5,1\t3,25\t2023\r\n";
        let dollars = "Slovak Republic\tGross domestic product, current prices\tU.S. dollars\tBillions\t133,062\t1162,5\t2023\r\n";
        let text = format!(
            "{header}{growth}{dollars}\t\t\t\t\t\t\r\n{FOOTER}, World Economic Outlook Database, October 2024\t\t\t\t\t\t\r\n"
        );
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let rows = read(&ENTRY, &latin, &Wanted::default()).unwrap();
        assert_eq!(
            rows,
            [
                "SVK gdp 2023 133062 USD million ±1 outturn",
                "SVK gdp 2024 1162500 USD million ±100 forecast",
                "TUR real-growth 2023 5.1 % ±0.1 outturn",
                "TUR real-growth 2024 3.25 % ±0.01 forecast",
            ]
        );
    }

    #[test]
    fn the_figures_of_the_service_are_in_plain_units() {
        assert_eq!(
            read(&ENTRY, SERVICE.as_bytes(), &Wanted::default()).unwrap(),
            [
                "IND real-growth 2024 6.496512 % ±0.000001 outturn",
                "IND real-growth 2026 6.200 % ±0.001 forecast",
                "SVK gdp 2024 130207 EUR million ±1 outturn",
                "SVK gdp 2025 137000 EUR million ±1 forecast",
                "SVK gdp-deflator 2024 124.25 index ±0.01 outturn (base year 2020 = 100)",
                "without 1 rows of groups and of unknown countries",
                "without 1 figures of the later year of a fiscal one, which may be an outturn or a forecast",
            ]
        );
        let edition = (ENTRY.read)(&Official { name: "file", bytes: SERVICE.as_bytes() }, &Wanted::default()).unwrap();
        assert_eq!(edition.document.id, "imf-weo-2025-10-14");
        assert_eq!(edition.document.note.as_deref(), Some("as updated on 2025-11-19"));
    }

    #[test]
    fn the_table_of_the_service_is_in_the_units_of_its_scale() {
        let text = "\u{feff}\"DATASET\",\"SERIES_CODE\",\"COUNTRY\",\"INDICATOR\",\"FREQUENCY\",\"SCALE\",\"PUBLICATION_DATE\",\
            \"LATEST_ACTUAL_ANNUAL_DATA\",\"PRIMARY_DOMESTIC_CURRENCY\",\"2024\",\"2025\"\n\
            \"IMF.RES:WEO(9.0.0)\",\"ITA.NGDPD.A\",\"Italy\",\"GDP, US dollar\",\"Annual\",\"Billions\",\"2026-04-14T13:00:00Z\",\"2024\",\"Euro\",\"2380.129\",\"\"\n\
            \"IMF.RES:WEO(9.0.0)\",\"HRV.NGDP.A\",\"Croatia\",\"GDP\",\"Annual\",\"Billions\",\"2026-04-14T13:00:00Z\",\"2024\",\"Croatian kuna\",\"85.4\",\"\"\n";
        assert_eq!(
            read(&ENTRY, text.as_bytes(), &Wanted::default()).unwrap(),
            [
                "ITA gdp 2024 2380129 USD million ±1 outturn",
                "without 1 figures in `Croatian kuna`, which is no known currency",
            ]
        );
    }

    #[test]
    fn what_the_file_does_not_say_is_asked_for() {
        let wanted = Wanted::default();
        let cut = SITE.split(FOOTER).next().unwrap();
        assert!(fault(&ENTRY, cut.as_bytes(), &wanted).contains("needs `--vintage`"));
        let unmarked = SITE.replace("Estimates Start After", "Remarks");
        assert!(fault(&ENTRY, unmarked.as_bytes(), &wanted).contains("no column `Estimates Start After`"));
        let map = vec![("last-outturn".to_owned(), "2022".to_owned())];
        let rows = read(&ENTRY, unmarked.as_bytes(), &Wanted { map, ..Wanted::default() }).unwrap();
        assert!(rows.iter().any(|row| row == "ROU real-growth 2023 2.4 % ±0.1 forecast"), "{rows:?}");
        let twofold = "Country\tSubject Descriptor\tUnits\tScale\t2023\tEstimates Start After\n\
            Latvia\tGross domestic product, current prices\tU.S. dollars\tBillions\t43,953\t2023\n\
            International Monetary Fund, October 2024\n";
        let fault = fault(&ENTRY, twofold.as_bytes(), &wanted);
        assert!(fault.contains("file:2:69") && fault.contains("--map decimal=comma"), "{fault}");
        let map = vec![("decimal".to_owned(), "comma".to_owned())];
        let rows = read(&ENTRY, twofold.as_bytes(), &Wanted { map, ..Wanted::default() }).unwrap();
        assert_eq!(rows, ["LVA gdp 2023 43953 USD million ±1 outturn"]);
    }

    #[test]
    fn another_file_is_refused_in_words() {
        let wanted = Wanted::default();
        let markup = fault(&ENTRY, b"<?xml version=\"1.0\"?><message/>", &wanted);
        assert!(markup.contains("it is SDMX-ML; ask the service for SDMX-CSV"), "{markup}");
        let told = |year: &str| vec![("last-outturn".to_owned(), year.to_owned())];
        let not_a_year = fault(&ENTRY, SITE.as_bytes(), &Wanted { map: told("abc"), ..Wanted::default() });
        assert!(not_a_year.contains("`abc` is not a year; write `--map last-outturn=2023`"), "{not_a_year}");
        let other = SITE.replace("NGDP", "LUR").replace("NGDP_R", "LP");
        assert!(fault(&ENTRY, other.as_bytes(), &wanted).contains("taken are `NGDP`, `NGDPD`"));
        let year = SITE.replace("\t2023\t2024", "\t2O23\t2024");
        assert!(fault(&ENTRY, year.as_bytes(), &wanted).contains("`2O23` is not a year"));
        let cut = SITE.replace("\t5,126.5\t--\t2022\t", "");
        assert!(fault(&ENTRY, cut.as_bytes(), &wanted).contains("only 9 of 13 cells"));
        assert!(!recognises(&Official { name: "file", bytes: b"country,measure\n" }));
    }
}
