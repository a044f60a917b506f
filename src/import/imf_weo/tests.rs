//! What holds of the World Economic Outlook.

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
    let growth = "T\u{fc}rkiye\tGross domestic product, constant prices\tPercent change\tUnits\t5,1\t3,25\t2023\r\n";
    let dollars =
        "Slovak Republic\tGross domestic product, current prices\tU.S. dollars\tBillions\t133,062\t1162,5\t2023\r\n";
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
