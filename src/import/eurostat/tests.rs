//! What holds of files of Eurostat.

use super::super::trials::{fault, read};
use super::flags::Flags;
use super::*;

pub(in crate::import) const TSV: &str = "freq,unit,na_item,geo\\TIME_PERIOD\t2022 \t2023 \t2024 \r\n\
    A,CP_MEUR,B1GQ,EE\t36443.1 \t38187.2 b\t39510.8 bep\r\n\
    A,CP_MNAC,B1GQ,EE\t36443.1 \t: \t39510.8 p\r\n\
    A,CP_MNAC,B1GQ,UK\t: c\t: @C\t2884000 e@C\r\n\
    A,CP_MEUR,B1GQ,EL\t207854.3 p\t\t225197.0 p\r\n\
    A,CP_MEUR,B1GQ,EA20\t13475432.1 \t14366432.2 \t14948124.9 \r\n\
    A,CLV10_MEUR,B1GQ,EE\t20000.1 \t19500.2 \t19400.3 \r\n\
    A,CP_MEUR,P3,EE\t1.0 \t1.0 \t1.0 \r\n\
    A,PD15_NAC,B1GQ,EE\t145.123 \t: \t: \r\n\
    A,CLV_PCH_PRE,B1GQ,EE\t0.1 \t-3.0 \t: \r\n";

pub(in crate::import) const SDMX: &str = "DATAFLOW,LAST UPDATE,freq,unit,sector,cofog99,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\r\n\
    ESTAT:GOV_10A_EXP(1.0),27/04/26 23:00:00,A,MIO_NAC,S13,GF02,TE,EL,2023,5108.6,p,\r\n\
    ESTAT:GOV_10A_EXP(1.0),27/04/26 23:00:00,A,PC_GDP,S13,GF02,TE,EL,2023,2.2,p,\r\n\
    ESTAT:GOV_10A_EXP(1.0),27/04/26 23:00:00,A,MIO_NAC,S13,GF02,TE,UK,2019,,,C\r\n\
    ESTAT:GOV_10A_EXP(1.0),27/04/26 23:00:00,A,MIO_NAC,S13,GF03,TE,EL,2023,4000.0,,\r\n\
    ESTAT:GOV_10A_EXP(1.0),27/04/26 23:00:00,A,MIO_NAC,S1311,GF02,TE,EL,2023,4000.0,,\r\n\
    ESTAT:GOV_10A_EXP(1.0),27/04/26 23:00:00,A,MIO_NAC,S13,GF02,P51G,EL,2023,1700.0,,\r\n";

pub(in crate::import) const JSON: &str = r#"{"version":"2.0","class":"dataset","label":"GDP","source":"ESTAT","updated":"2026-04-27T23:00:00+0200",
    "value":{"0":36443.1,"2":39510.80,"4":1.4366432E7},"status":{"2":"p","3":":"},
    "id":["freq","unit","na_item","geo","time"],"size":[1,1,1,2,3],
    "dimension":{"freq":{"category":{"label":{"A":"Annual"}}},"unit":{"category":{"index":{"CP_MEUR":0}}},
    "na_item":{"category":{"index":["B1GQ"]}},"geo":{"category":{"index":{"EA20":1,"EE":0}}},
    "time":{"category":{"index":{"2022":0,"2023":1,"2024":2}}}},"extension":{"id":"NAMA_10_GDP"}}"#;

fn wanted() -> Wanted {
    let euro = |country: &str| (country.parse().unwrap(), "EUR".parse().unwrap());
    let day = Some("2026-04-27".parse().unwrap());
    Wanted { currencies: vec![euro("EST"), euro("GRC")], vintage: day, ..Wanted::default() }
}

#[test]
fn tsv_is_read_with_its_flags() {
    assert!(recognises(&Official { name: "file", bytes: TSV.as_bytes() }));
    assert_eq!(
        read(&ENTRY, TSV.as_bytes(), &wanted()).unwrap(),
        [
            "EST gdp 2022 36443.1 EUR million ±0.1 outturn",
            "EST gdp 2023 38187.2 EUR million ±0.1 outturn (break in series)",
            "EST gdp 2024 39510.8 EUR million ±0.1 estimate (provisional)",
            "EST gdp-deflator 2022 145.123 index ±0.001 outturn (base year 2015 = 100)",
            "EST real-growth 2022 0.1 % ±0.1 outturn",
            "EST real-growth 2023 -3.0 % ±0.1 outturn",
            "GRC gdp 2022 207854.3 EUR million ±0.1 estimate (provisional)",
            "GRC gdp 2024 225197.0 EUR million ±0.1 estimate (provisional)",
            "without 3 figures of groups and of unknown countries",
            "without 3 figures at constant prices, which are no nominal GDP",
            "without 3 figures of other items than GDP",
            "without 1 figures in a national currency that neither the file nor the book names",
            "without 2 figures in euro beside the same in a national currency that is the euro",
        ]
    );
    assert!(fault(&ENTRY, TSV.as_bytes(), &Wanted::default()).contains("needs `--vintage`"));
}

#[test]
fn what_is_the_same_in_both_units_is_the_euro_whatever_the_book_says() {
    let text = "freq,unit,sector,cofog99,na_item,geo\\TIME_PERIOD\t2024 \t2025 \n\
        A,MIO_EUR,S13,GF02,TE,BG\t1800.1 \t2200.5 p\n\
        A,MIO_NAC,S13,GF02,TE,BG\t1800.10 \t2200.4 p\n\
        A,MIO_EUR,S13,GF02,TE,IS\t0.0 \t3.1 \n\
        A,MIO_NAC,S13,GF02,TE,IS\t0.0 \t450.2 \n";
    let own = |country: &str, currency: &str| (country.parse().unwrap(), currency.parse().unwrap());
    let currencies = vec![own("BGR", "BGN"), own("ISL", "ISK")];
    assert_eq!(
        read(&ENTRY, text.as_bytes(), &Wanted { currencies, ..wanted() }).unwrap(),
        [
            "BGR spending cofog-02 2024 1800.10 EUR million ±0.01 outturn",
            "BGR spending cofog-02 2025 2200.4 EUR million ±0.1 estimate (provisional)",
            "ISL spending cofog-02 2024 0.0 EUR million ±0.1 outturn",
            "ISL spending cofog-02 2025 3.1 EUR million ±0.1 outturn",
            "ISL spending cofog-02 2024 0.0 ISK million ±0.1 outturn (in national currency, taken as ISK: the file does not name it)",
            "ISL spending cofog-02 2025 450.2 ISK million ±0.1 outturn (in national currency, taken as ISK: the file does not name it)",
            "without 2 figures in euro beside the same in a national currency that is the euro",
        ]
    );
}

#[test]
fn several_flags_are_words() {
    let flags = Flags::new("bep", "C");
    assert_eq!(flags.words(), ["break in series", "estimated", "provisional", "confidential"]);
    assert_eq!((flags.kind(), Flags::new("f", "").kind()), (crate::book::Kind::Estimate, crate::book::Kind::Forecast));
    assert_eq!(Flags::new("A x", "F").words(), ["flag `x`"]);
}

#[test]
fn sdmx_csv_is_read_with_the_day_of_its_update() {
    let expected = [
        "GRC spending cofog-02 2023 5108.6 EUR million ±0.1 estimate (in national currency, taken as EUR: the file does not name it; provisional)",
        "GRC spending-share cofog-02 2023 2.2 % ±0.1 estimate (provisional)",
        "without 1 figures of other functions than defence",
        "without 1 figures of parts of government",
        "without 1 figures of other items than total expenditure",
    ];
    let own = Wanted { vintage: None, ..wanted() };
    assert_eq!(read(&ENTRY, SDMX.as_bytes(), &own).unwrap(), expected);
    let semicolons = SDMX.replace(',', ";").replace("2.2;p", "\"2.2\";p");
    assert_eq!(read(&ENTRY, semicolons.as_bytes(), &own).unwrap(), expected);
    let labels = SDMX.replace("GF02", "GF02: Defence").replace(",geo,", ",geo: Country,");
    assert_eq!(read(&ENTRY, labels.as_bytes(), &own).unwrap(), expected);
    let two_days = SDMX.replacen("27/04/26", "28/04/26", 1);
    assert!(fault(&ENTRY, two_days.as_bytes(), &own).contains("needs `--vintage`"));
    let ev = "dataset,expend,na_item,unit,geo,time,value,flag,updated\n\
        GOV_EV,DEF,TE,PC_GDP,LV,2024,2.7,,2026-04-27T23:00:00+0200\n\
        GOV_EV,DEF,TE,PC_GDP,EU27_2020,2024,1.5,,2026-04-27T23:00:00+0200\n";
    assert!(recognises(&Official { name: "file", bytes: ev.as_bytes() }));
    let rows =
        ["LVA spending-share cofog-02 2024 2.7 % ±0.1 outturn", "without 1 figures of groups and of unknown countries"];
    assert_eq!(read(&ENTRY, ev.as_bytes(), &own).unwrap(), rows);
}

#[test]
fn json_stat_is_read_whether_its_values_are_sparse_or_not() {
    assert!(recognises(&Official { name: "file", bytes: JSON.as_bytes() }));
    let expected = [
        "EST gdp 2022 36443.1 EUR million ±0.1 outturn",
        "EST gdp 2024 39510.80 EUR million ±0.01 estimate (provisional)",
        "without 1 figures of groups and of unknown countries",
    ];
    let own = Wanted { vintage: None, ..wanted() };
    assert_eq!(read(&ENTRY, JSON.as_bytes(), &own).unwrap(), expected);
    let value = |list: &str| JSON.replace(r#"{"0":36443.1,"2":39510.80,"4":1.4366432E7}"#, list);
    let list = value("[36443.1,null,39510.80,null,14366432]").replace(r#"{"2":"p","3":":"}"#, r#"[null,null,"p"]"#);
    assert_eq!(read(&ENTRY, list.as_bytes(), &own).unwrap(), expected);
    let one = JSON.replace(r#"{"2":"p","3":":"}"#, r#""e""#);
    assert!(read(&ENTRY, one.as_bytes(), &own).unwrap()[0].ends_with("estimate (estimated)"));
    for (wrong, told) in [
        (value(r#"{"6":1.5}"#), "the figure at position 6 lies outside of the table"),
        (value("[true]"), "`true` is not a number"),
        (JSON.replace(r#""EE":0"#, r#""EE":7"#), "do not have the positions from 0 on"),
        (
            JSON.replace(r#""index":{"EA20":1,"EE":0}"#, r#""label":{"EA20":"","EE":""}"#),
            "nothing says in which order the codes of `geo` are",
        ),
        (
            JSON.replace("[1,1,1,2,3]", "[1,1,1,3,3]"),
            "its dimensions have [1, 1, 1, 2, 3] codes, and it says [1, 1, 1, 3, 3]",
        ),
        (
            JSON.replace(r#"["freq","#, r#"["geo","#).replace("[1,1,1,2,3]", "[2,1,1,2,3]"),
            "the dimension `geo` is there twice",
        ),
        (JSON.replace("\"time\"", "\"tame\""), "no dimension is `time`"),
        (JSON[..JSON.len() - 1].to_owned(), "file:6:"),
    ] {
        assert!(
            fault(&ENTRY, wrong.as_bytes(), &own).contains(told),
            "{told}: {}",
            fault(&ENTRY, wrong.as_bytes(), &own)
        );
    }
}

#[test]
fn what_cannot_be_read_is_refused_in_words() {
    let markup = fault(&ENTRY, b"<?xml version=\"1.0\"?>", &wanted());
    assert!(markup.contains("it is SDMX-ML; ask the service for `format=SDMX-CSV`"), "{markup}");
    let comma = fault(&ENTRY, TSV.replace("207854.3", "207854,3").as_bytes(), &wanted());
    assert!(comma.contains("file:5:") && comma.contains("write a decimal point: `207854.3`"), "{comma}");
    let short = fault(&ENTRY, TSV.replace("A,CP_MEUR,B1GQ,EL", "A,CP_MEUR,EL").as_bytes(), &wanted());
    assert!(short.contains("only 3 of 4 cells"), "{short}");
    let differs = fault(&ENTRY, SDMX.replace("PC_GDP", "MIO_NAC").as_bytes(), &Wanted { vintage: None, ..wanted() });
    assert!(differs.contains("a second figure of GRC spending (cofog-02) 2023"), "{differs}");
}
