//! NATO's workbook, in the layout of 2024 and in that of later editions.

use super::book::Book;
use super::{import, left_out, rows};

/// The layout of 2024: the title in B4, labels in column C, years in row 8, some of them texts.
const OLD: &[(&str, &str)] = &[
    (
        "TABLE1",
        "B4 | Table 1 : Defence expenditure
         B6 | Million national currency units
         D8 | 2014 | '2019 | '2023e | '2024e
         B10 | Current prices
         C11 | Albania   (Leks) | 18788.017032 | 21669.923 | 40256.139 | 49842.376000000004
         C12 | Estonia*   (Euros) | 386.446 | !#REF! | #REF! | ..
         C13 | Canada   (Canadian dollars) | 20075.960355 | 29948.50194832 | 37785 | 41012
         C14 | United States   (US dollars) | 653942 | 750886 | 875603 | 967707
         D15 | #REF! | #REF!
         B43 | Constant 2015 prices
         C44 | Albania   (Leks) | 18893.951763457313 | 1 | 1 | 1
         C78 | Notes: Figures for 2023 and 2024 are estimates.
         C79 | *  These Allies have national laws or political agreements which call for 2% of GDP or more to be spent.
         B81 | -7-",
    ),
    (
        "TABLE2",
        "B4 | Table 2 : Defence expenditure
         B6 | Million US dollars
         D8 | 2014 | '2024e
         B10 | Current prices and exchange rates
         C11 | Albania | 178.3589837425897 | 516.1140243060375
         C41 | United States | 653942 | 967707
         B43 | NATO Total | | 943217.5834091387 | 1474399.4765734388
         B44 | Constant 2015 prices and exchange rates
         C45 | Albania | 150 | 300
         B77 | NATO Total | | 910360.7903738845 | 1184796.4471574835",
    ),
    (
        "TABLE3",
        "B4 | Table 3 : Defence expenditure as a share of GDP and annual real change
         B6 | Based on 2015 prices
         D8 | 2014 | '2024e
         B10 | Share of real GDP (%)
         C11 | Albania | .00 1.346516857031259 | .00 2
         C12 | United Kingdom | 2.1423756962030893 | 2.332260225508713
         C13 | United States | 3.7139172994177043 | 3.3790207262385565
         B43 | NATO Total | | 2.578580550206664 | 2.712749728347316
         B44 | Annual real change (%)
         C45 | Albania | -3.7 | 19.8",
    ),
    (
        "TABLE5",
        "B4 | Table 5 : GDP
         B6 | Million US dollars
         D8 | 2014 | '2024e
         B10 | Current prices and exchange rates
         C11 | Albania | 13245.95253384557 | 25430.999999999996
         B45 | Constant 2015 prices and exchange rates
         C46 | Albania | 11139.87 | 15000
         B79 | NATO Total | | 35304725.70658778 | 43675110.710610785",
    ),
    (
        "TABLE8a",
        "B4 | Table 8a : Distribution of defence expenditure by main category
         B6 | Percentage of total defence expenditure
         D8 | 2014 | '2024e
         B10 | Equipment (a)
         C11 | Albania | 16.649791053904554 | 47.74403411265948
         B43 | Personnel (b)
         C44 | Albania | 68.0531332669275 | 36.57673342057369",
    ),
];

#[test]
fn the_layout_of_2024_is_read_by_its_words() {
    let edition = import("nato", &Book::new(OLD).bytes()).unwrap();
    let expected = "\
ALB gdp 2014 13245.952534 USD million ±0.000001 outturn: current prices and exchange rates
ALB gdp 2024 25431.0 USD million ±0.1 estimate: current prices and exchange rates
ALB spending nato 2014 18788.017032 ALL million ±0.000001 outturn
ALB spending nato 2019 21669.923 ALL million ±0.001 outturn
ALB spending nato 2023 40256.139 ALL million ±0.001 estimate
ALB spending nato 2024 49842.376 ALL million ±0.001 estimate
ALB spending nato 2014 178.358984 USD million ±0.000001 outturn: current prices and exchange rates
ALB spending nato 2024 516.114024 USD million ±0.000001 estimate: current prices and exchange rates
ALB spending-share nato 2014 1.346517 % ±0.000001 outturn: share of GDP at 2015 prices
ALB spending-share nato 2024 2 % ±1 estimate: share of GDP at 2015 prices
ALB spending-share nato-equipment 2014 16.649791 % ±0.000001 outturn: share of defence expenditure
ALB spending-share nato-equipment 2024 47.744034 % ±0.000001 estimate: share of defence expenditure
CAN spending nato 2014 20075.960355 CAD million ±0.000001 outturn: fiscal year 2014/15, from April
CAN spending nato 2019 29948.501948 CAD million ±0.000001 outturn: fiscal year 2019/20, from April
CAN spending nato 2023 37785 CAD million ±1 estimate: fiscal year 2023/24, from April
CAN spending nato 2024 41012 CAD million ±1 estimate: fiscal year 2024/25, from April
EST spending nato 2014 386.446 EUR million ±0.001 outturn
GBR spending-share nato 2014 2.142376 % ±0.000001 outturn: share of GDP at 2015 prices; fiscal year 2014/15, from April
GBR spending-share nato 2024 2.33226 % ±0.00001 estimate: share of GDP at 2015 prices; fiscal year 2024/25, from April
USA spending nato 2014 653942 USD million ±1 outturn: fiscal year 2013/14, from October
USA spending nato 2019 750886 USD million ±1 outturn: fiscal year 2018/19, from October
USA spending nato 2023 875603 USD million ±1 estimate: fiscal year 2022/23, from October
USA spending nato 2024 967707 USD million ±1 estimate: fiscal year 2023/24, from October
USA spending-share nato 2014 3.713917 % ±0.000001 outturn: share of GDP at 2015 prices; fiscal year 2013/14, from October
USA spending-share nato 2024 3.379021 % ±0.000001 estimate: share of GDP at 2015 prices; fiscal year 2023/24, from October";
    assert_eq!(rows(&edition).join("\n"), expected);
    let document = &edition.document;
    assert_eq!((document.id.as_str(), document.title.as_str()), ("nato-2026-07-10", "Defence expenditure (2014-2024)"));
    assert_eq!(document.shares_to.map(|unit| unit.to_string()).as_deref(), Some("0.01%"));
    let place = edition.rows[0].origin.text().name();
    assert_eq!(&**place, "book.xlsx, sheet `TABLE5`, cell D11");
}

#[test]
fn what_is_left_out_is_counted_by_what_it_is() {
    let edition = import("nato", &Book::new(OLD).bytes()).unwrap();
    let expected = "\
2 notes
1 page numbers
5 cells without a figure
6 amounts at constant prices
2 amounts in dollars that are in national currency too
2 amounts in dollars of aggregates
2 amounts at constant prices of aggregates
2 shares of GDP of aggregates
2 real changes
2 figures of GDP at constant prices
2 figures of GDP at constant prices of aggregates
2 figures of personnel";
    assert_eq!(left_out(&edition), expected.lines().collect::<Vec<_>>());
}

#[test]
fn shares_stand_beside_what_they_follow_from() {
    let edition = import("nato", &Book::new(OLD).bytes()).unwrap();
    let triple = |own: &pledgebook::import::Triple| {
        let share = format!("{} ± {}", own.share.value, own.share.half);
        format!("{} {} {} ÷ {} = {share}", own.name, own.year, own.money.value, own.whole.value)
    };
    let triples: Vec<String> = edition.triples.iter().map(triple).collect();
    assert_eq!(
        triples,
        [
            "ALB 2014 150 ÷ 11139.87 = 1.346517 ± 0.0000005",
            "ALB 2024 300 ÷ 15000 = 2 ± 0.005",
            "NATO Total 2014 910360.790374 ÷ 35304725.706588 = 2.578581 ± 0.0000005",
            "NATO Total 2024 1184796.447157 ÷ 43675110.710611 = 2.71275 ± 0.000005",
        ]
    );
}

/// The layout of later editions: the title in A1, labels in column A, a header for each block.
const NEW: &[(&str, &str)] = &[
    (
        "Table 1",
        "A1 | Table 1: Core defence expenditure
         A2 | Million national currency units
         A3 | Current prices
         A4 | | 2014 | 2024 | '2025e | '2026e
         A5 | Bulgaria (Euros) | 563 | 2154 | '2,402* | 2500
         A6 | Norway (Kroner) | 48660 | .. | - | 190000 (1)
         A36 | NATO Europe | 1 | 2 | 3 | 4
         A38 | Note: Figures for 2025 and 2026 are estimates.
         A40 | Constant 2021 prices
         A41 | | 2014 | 2024 | '2025e | '2026e
         A42 | Bulgaria (Euros) | 1 | 2 | 3 | 4",
    ),
    (
        "Table 3",
        "A1 | Table 3: Core defence expenditure as a share of GDP and annual real change
         A2 | Based on 2021 prices
         A4 | | 2024 | '2026e
         A5 | Netherlands | 2.05 | 2.58
         A6 | Iceland | .. | ..
         A40 | Annual real change (%)
         A41 | | 2024 | '2026e
         A42 | Netherlands | 10.1 | 12.2",
    ),
];

#[test]
fn the_layout_of_later_editions_is_read_by_the_same_words() {
    let edition = import("nato", &Book::new(NEW).bytes()).unwrap();
    let expected = "\
BGR spending nato 2014 563 EUR million ±1 outturn
BGR spending nato 2024 2154 EUR million ±1 outturn
BGR spending nato 2025 2402 EUR million ±1 estimate
BGR spending nato 2026 2500 EUR million ±1 estimate
NLD spending-share nato 2024 2.05 % ±0.01 outturn: share of GDP at 2021 prices
NLD spending-share nato 2026 2.58 % ±0.01 estimate: share of GDP at 2021 prices
NOR spending nato 2014 48660 NOK million ±1 outturn
NOR spending nato 2026 190000 NOK million ±1 estimate";
    assert_eq!(rows(&edition).join("\n"), expected);
    assert_eq!(edition.document.title, "Core defence expenditure (2014-2026)");
    assert_eq!(edition.document.shares_to, None);
}

#[test]
fn a_block_without_years_keeps_those_above_it_and_a_line_without_figures_changes_nothing() {
    let sheet = "B2 | Table 1 : Defence expenditure
                 B3 | Million national currency units
                 D8 | 2014 | 2015
                 B10 | Constant 2015 prices
                 C11 | Albania (Leks) | 1 | 2
                 C12 | Belgium (Euros)
                 C13 | France (Euros) | 3 | 4
                 B43 | Current prices
                 C44 | Albania (Leks) | 5 | 6";
    let edition = import("nato", &Book::new(&[("TABLE1", sheet)]).bytes()).unwrap();
    assert_eq!(
        rows(&edition),
        ["ALB spending nato 2014 5 ALL million ±1 outturn", "ALB spending nato 2015 6 ALL million ±1 outturn"]
    );
}

#[test]
fn a_line_that_looks_like_years_is_an_allys() {
    let sheet = "A1 | Table 1: Defence expenditure
                 A2 | Million national currency units, current prices
                 A4 | | 2014 | 2015
                 A5 | Montenegro (Euros) | 2020 | 2021";
    let edition = import("nato", &Book::new(&[("Table 1", sheet)]).bytes()).unwrap();
    assert_eq!(rows(&edition)[0], "MNE spending nato 2014 2020 EUR million ±1 outturn");
}

/// A sheet of shares with this row of years above the years' figures 1, 2 and 3.
fn shares_below(years: &str) -> Vec<u8> {
    let title = "A1 | Table 2: Defence expenditure as a share of GDP | | \nA2 | Based on 2021 prices";
    let table = format!("{title}\n{years}\nA5 | Latvia | 1 | 2 | 3\nA6 | Lithuania | 1 | 2 | 3");
    Book::new(&[("Table 2", &table)]).bytes()
}

#[test]
fn an_estimate_is_marked_in_several_ways() {
    for mark in ["e", " e", "est", " est.", " (e)", "E*", "e (1)"] {
        let edition = import("nato", &shares_below(&format!("A4 | Country | 2014 | '2015* | '2016{mark}"))).unwrap();
        let kinds: Vec<String> = edition.rows.iter().map(|row| row.kind.to_string()).collect();
        assert_eq!(kinds, ["outturn", "outturn", "estimate"].repeat(2), "{mark}");
    }
}

#[test]
fn a_row_of_years_that_is_none_is_named_by_its_cell() {
    for (years, said) in [
        ("A4 | | 2014 | 2015 | '2016p", "cell D4: `2016p` is not a year"),
        ("A4 | | 2014 | 2015 | '2016/17", "cell D4: `2016/17` is not a year"),
        ("A4 | | 2014 | 2015 | date 42370", "cell D4: `2016-01-01` is not a year"),
        ("A4 | | 2014 | 2015 | 20166", "cell D4: `20166` is not a year"),
        ("A4 | Country | 2014 | '2015p | '2016p", "cell C4: `2015p` is not a year"),
        ("A4 | | '2014p | '2015p | '2016p", "cell B4: `2014p` is not a year"),
        ("A4 | | 2014 | 2014 | 2016", "cell C4: the header names the column `2014` twice"),
        ("A4 | | 2014 | 2016 | 2015", "cell D4: the years run backwards: 2016 is after 2015"),
        ("A4 | | one | two | three", "no row of years is followed by figures below its title"),
    ] {
        let errors = import("nato", &shares_below(years)).unwrap_err().to_string();
        assert!(errors.contains("book.xlsx, sheet `Table 2`") && errors.contains(said), "{years}\n{errors}");
    }
}

#[test]
fn figures_below_no_year_are_counted_and_those_below_other_words_are_none() {
    let edition = import("nato", &shares_below("A4 | | 2014 | | 2016")).unwrap();
    assert_eq!((edition.rows.len(), left_out(&edition)), (4, vec!["2 cells without a year".to_owned()]));
    let edition = import("nato", &shares_below("A4 | | 2014 | 2015 | Change 2014-2015 (%)")).unwrap();
    assert_eq!((edition.rows.len(), left_out(&edition)), (4, vec![]));
}

#[test]
fn a_share_that_is_shown_as_per_cent_is_a_hundred_times_its_number() {
    let sheet = "A1 | Table 2: Defence expenditure as a share of GDP
                 A2 | Based on 2021 prices
                 A4 | | 2014 | 2015
                 A5 | Latvia | % 0.0214 | 2.5";
    let edition = import("nato", &Book::new(&[("Table 2", sheet)]).bytes()).unwrap();
    let values: Vec<String> = edition.rows.iter().map(|row| row.value.to_string()).collect();
    assert_eq!(values, ["2.14", "2.5"]);
}

#[test]
fn sheets_that_are_hidden_or_list_tables_are_counted() {
    let list = "A1 | Table 1: Defence expenditure\nA2 | Table 2: Defence expenditure as a share of GDP";
    let book = Book::new(&[NEW[0], NEW[1], ("Contents", list)]).hiding("Table 1");
    let edition = import("nato", &book.bytes()).unwrap();
    assert_eq!(edition.rows.len(), 2);
    assert!(
        ["1 hidden sheets", "1 sheets without a table"]
            .iter()
            .all(|own| left_out(&edition).contains(&(*own).to_owned()))
    );
}

#[test]
fn what_is_wrong_is_named_by_sheet_and_cell_all_at_once() {
    let sheet = "A1 | Table 1: Defence expenditure
                 A2 | Million national currency units
                 A3 | Current prices
                 A4 | | 2014 | 2015
                 A5 | Atlantis (Shells) | 1 | 2
                 A6 | Latvia (Lats) | 1 | 2
                 A7 | France (Euros) | 1 | '12 000 or so
                 A8 | Germany | 1 | 2
                 A9 | Italy (Euros) | lots | 2
                 A10 | Spain (Euros) | -1 | 2
                 A11 | Estonia (Euros) | 1 | % 0.02
                 A12 | Greece (Euros) | date 46023 | 2
                 A13 | Portugal (Euros) | lots | many";
    let wordless = "A1 | Table 2: Defence expenditure
                    A2 | Million US dollars
                    A4 | | 2014 | 2015
                    A5 | France | 1 | 2";
    let errors = import("nato", &Book::new(&[("Table 1", sheet), ("Table 2", wordless)]).bytes()).unwrap_err();
    let said = errors.to_string();
    for part in [
        "book.xlsx, sheet `Table 1`, cell A5: the workbook cannot be read: `Atlantis (Shells)` is no ally",
        "book.xlsx, sheet `Table 1`, cell A6: unknown currency `Lats`",
        "book.xlsx, sheet `Table 1`, cell A8: the workbook cannot be read: the label names no money",
        "book.xlsx, sheet `Table 1`, cell B9: `lots` is not a number",
        "book.xlsx, sheet `Table 1`, cell B10: `-1` is not above zero",
        "book.xlsx, sheet `Table 1`, cell C11: `%` is no unit of `amounts in national currency`",
        "book.xlsx, sheet `Table 1`, cell B12: `2026-01-01` is not a number",
        "book.xlsx, sheet `Table 1`, cell B13: `lots` is not a number",
        "book.xlsx, sheet `Table 1`, cell C7: `12 000 or so` is not a number",
        "book.xlsx, sheet `Table 2`, cell A5: the workbook cannot be read: its headings say neither `current prices`",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert_eq!(errors.total(), 10);
}

#[test]
fn a_workbook_without_such_tables_and_one_without_a_day_are_refused() {
    let none = Book::new(&[("Table 1", "A1 | Something else")]).bytes();
    assert!(import("nato", &none).unwrap_err().to_string().contains("it has no table of defence expenditure"));
    let wanted = pledgebook::import::Wanted::default();
    let bytes = Book::new(OLD).bytes();
    let said = |format, bytes| {
        let official = pledgebook::import::Official { name: "book.xlsx", bytes };
        pledgebook::import::read(format, &official, &wanted).unwrap_err().to_string()
    };
    assert!(said(None, &bytes).contains("needs `--vintage`"));
    assert!(said(Some("nato"), b"").contains("the file is empty"));
}
