//! SIPRI's workbook, laid out as its cells are: amounts in whole units of local currency, shares as fractions, years as numbers.

use super::book::Book;
use super::{import, left_out, rows};

const LOCAL: &str = "\
A1 | Military expenditure by country, in local currency, 2022-2024 © SIPRI 2025
A3 | Figures in blue are SIPRI estimates. Figures in red indicate highly uncertain data.
A7 | Country | Currency | Notes | 2022 | 2023 | 2024
A9 | Europe
A10 | Western Europe
A11 | Albania | Lek | § | 24000000000 | blue 25000000000 | red 1E10
A12 | Austria | Euro | | 3300000000 | 4000000000 | ...
A13 | Kosovo | Euro | | xxx | . . | 100000000
A14 | Moldova | Leu | | 1 | 2 | 3
A15 | USSR | Roubles | | xxx | xxx | xxx
A16 | European Union | Euro | | 1 | 2 | 3
A17 | United States of America | Dollars | | 860692000000 | 916015000000 | 997309000000";
const DOLLARS: &str = "\
A1 | Military expenditure by country, in millions of US$ at current prices and exchange rates, 2022-2024 © SIPRI 2025
A6 | Country | Notes | 2022 | 2023 | 2024
A8 | Albania | § | 212.5 | 248.5 | 400
A9 | United States of America | | 860692 | 916014.7 | 997309";
const SHARES: &str = "\
A1 | Military expenditure by country as percentage of gross domestic product, 2022-2024 © SIPRI 2025
A6 | Country | Notes | 2022 | 2023 | 2024
A8 | Albania | § | 0.012345678901234 | blue 0.02 | red 0.0312
A9 | Türkiye | † | !#DIV/0! | ... | 0.019";

fn book(local: &str) -> Book {
    let sheets = [
        ("Front page", ""),
        ("Local currency calendar years", local),
        ("Current US$", DOLLARS),
        ("Share of GDP", SHARES),
        ("Footnotes", "A1 | †"),
    ];
    Book::new(&sheets)
}

#[test]
fn colours_signs_and_units_are_read_as_the_cells_have_them() {
    let edition = import("sipri", &book(LOCAL).bytes()).unwrap();
    let budget = "adopted budget, not actual spending";
    let expected = [
        format!("ALB spending sipri 2022 24000.000000 ALL million ±0.000001 outturn: {budget}"),
        format!("ALB spending sipri 2023 25000.000000 ALL million ±0.000001 estimate: SIPRI estimate; {budget}"),
        format!("ALB spending sipri 2024 10000.000000 ALL million ±0.000001 estimate: highly uncertain; {budget}"),
        format!("ALB spending sipri 2022 212.5 USD million ±0.1 outturn: {budget}"),
        format!("ALB spending sipri 2023 248.5 USD million ±0.1 outturn: {budget}"),
        format!("ALB spending sipri 2024 400 USD million ±1 outturn: {budget}"),
        format!("ALB spending-share sipri 2022 1.234568 % ±0.000001 outturn: {budget}"),
        format!("ALB spending-share sipri 2023 2 % ±1 estimate: SIPRI estimate; {budget}"),
        format!("ALB spending-share sipri 2024 3.12 % ±0.01 estimate: highly uncertain; {budget}"),
        "AUT spending sipri 2022 3300.000000 EUR million ±0.000001 outturn".to_owned(),
        "AUT spending sipri 2023 4000.000000 EUR million ±0.000001 outturn".to_owned(),
        "TUR spending-share sipri 2024 1.9 % ±0.1 outturn: without military pensions".to_owned(),
        "USA spending sipri 2022 860692.000000 USD million ±0.000001 outturn".to_owned(),
        "USA spending sipri 2023 916015.000000 USD million ±0.000001 outturn".to_owned(),
        "USA spending sipri 2024 997309.000000 USD million ±0.000001 outturn".to_owned(),
        "XKX spending sipri 2024 100.000000 EUR million ±0.000001 outturn".to_owned(),
    ];
    assert_eq!(rows(&edition), expected);
    assert_eq!(
        left_out(&edition),
        [
            "2 names of regions",
            "8 cells without a figure",
            "3 amounts in currencies that are not known by their names",
            "3 figures of `European Union`",
            "3 amounts in dollars that are in local currency too",
            "2 other sheets",
        ]
    );
    assert_eq!(edition.document.title, "SIPRI Military Expenditure Database 2022-2024");
}

#[test]
fn a_year_that_is_none_and_a_figure_below_zero_are_named() {
    for (before, after, said) in [
        ("2023 | 2024\nA9", "2023 | '2024p\nA9", "cell F7: `2024p` is not a year"),
        ("Lek | § | 24000000000", "Lek | § | -24000000000", "cell D11: `-24000000000` is not above zero"),
    ] {
        let errors = import("sipri", &book(&LOCAL.replace(before, after)).bytes()).unwrap_err().to_string();
        assert!(errors.contains(&format!("sheet `Local currency calendar years`, {said}")), "{errors}");
    }
}

#[test]
fn hidden_sheets_are_counted() {
    let edition = import("sipri", &book(LOCAL).hiding("Footnotes").bytes()).unwrap();
    assert!(left_out(&edition).ends_with(&["1 other sheets".to_owned(), "1 hidden sheets".to_owned()]));
}

#[test]
fn without_an_amount_to_compare_the_words_say_the_unit() {
    let header = "A2 | Country | Currency | 2024\nA3 | Latvia | Euro | 1331.5";
    let edition =
        import("sipri", &book(&format!("A1 | Figures in millions of local currency\n{header}")).bytes()).unwrap();
    assert!(rows(&edition).contains(&"LVA spending sipri 2024 1331.5 EUR million ±0.1 outturn".to_owned()));
    let silent = import("sipri", &book(header).bytes()).unwrap_err().to_string();
    assert!(silent.contains("sheet `Local currency calendar years`") && silent.contains("in which unit"), "{silent}");
}

#[test]
fn a_workbook_without_its_sheets_or_headers_is_refused() {
    let wanted = pledgebook::import::Wanted::default();
    let undated = pledgebook::import::Official { name: "book.xlsx", bytes: b"" };
    let empty = pledgebook::import::read(Some("sipri"), &undated, &wanted).unwrap_err().to_string();
    assert!(empty.contains("the file is empty"), "{empty}");
    let headless = import("sipri", &book("A1 | Country").bytes()).unwrap_err().to_string();
    assert!(headless.contains("no row that begins with `Country` and names years"), "{headless}");
    let other = Book::new(&[("Share of GDP", SHARES)]).bytes();
    assert!(
        import("sipri", &other).unwrap_err().to_string().contains("it has no sheet `Local currency calendar years`")
    );
}
