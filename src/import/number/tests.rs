//! What holds of numbers as publishers write them.

use proptest::prelude::*;

use super::*;

fn sign(cells: &[&str]) -> Result<DecimalSign, (usize, Error)> {
    DecimalSign::of(cells.iter().copied())
}

#[test]
fn the_sign_of_decimals_is_that_of_the_file() {
    for (cells, expected) in [
        (&["1.946", "1,026.473"][..], DecimalSign::Point),
        (&["29,846", "2,01", "2"], DecimalSign::Comma),
        (&["29,846", "2257,143"], DecimalSign::Comma),
        (&["29,846", "1,234,567"], DecimalSign::Point),
        (&["29.846", "1.234,5"], DecimalSign::Comma),
        (&["1.946", "24.572", "n/a"], DecimalSign::Point),
        (&["0,063", "29,846"], DecimalSign::Comma),
        (&["7", "12345"], DecimalSign::Point),
    ] {
        assert_eq!(sign(cells).unwrap(), expected, "{cells:?}");
    }
}

#[test]
fn a_file_that_may_be_read_in_two_ways_is_asked_about() {
    let (index, error) = sign(&["7", "29,846"]).unwrap_err();
    assert!(index == 1 && error.to_string().contains("`29,846`"), "{error}");
    assert!(error.way_out().is_some_and(|help| help.contains("--map decimal=comma")));
    let (index, error) = sign(&["2,01", "3.5"]).unwrap_err();
    assert!(index == 1 && error.to_string().contains("`2,01`"), "{error}");
    assert_eq!(DecimalSign::named("comma").unwrap(), DecimalSign::Comma);
    assert!(DecimalSign::named("dot").is_err());
}

#[test]
fn a_figure_keeps_its_digits_and_their_unit() {
    let read = |text, sign| Figure::parse(text, sign).map(|own| (own.value.to_string(), own.unit.to_string()));
    let figure = |value: &str, unit: &str| Ok((value.to_owned(), unit.to_owned()));
    assert_eq!(read("1,026.470", DecimalSign::Point), figure("1026.470", "0.001"));
    assert_eq!(read("2257,143", DecimalSign::Comma), figure("2257.143", "0.001"));
    assert_eq!(read("\u{2212}1 234,5", DecimalSign::Comma), figure("-1234.5", "0.1"));
    assert_eq!(read(" 3591874.0 ", DecimalSign::Point), figure("3591874.0", "0.1"));
    for wrong in ["1,2", "12,34.5", "1.2.3", "1,234 567", "x", "-", "1e3", "0,123"] {
        assert!(read(wrong, DecimalSign::Point).is_err(), "{wrong}");
    }
}

#[test]
fn the_sign_of_decimals_is_named_where_it_is_the_trouble() {
    let help = |text: &str, sign| Figure::parse(text, sign).unwrap_err().way_out().unwrap_or_default().to_owned();
    assert_eq!(help("2,1", DecimalSign::Point), "the numbers of this file have a decimal point");
    for text in ["x", "NaN", "3%"] {
        assert!(help(text, DecimalSign::Comma).starts_with("a figure is digits"), "{text}");
    }
    let error = Figure::parse(&"ž".repeat(400), DecimalSign::Point).unwrap_err();
    assert_eq!(error.kind().to_string(), format!("`{}…` is not a number", "ž".repeat(40)));
    let long = Figure::of_program("1e30").and_then(Figure::kept).unwrap_err();
    assert!(!long.to_string().contains("write fewer digits"), "{long}");
}

#[test]
fn a_number_of_a_program_may_have_an_exponent() {
    let (figure, _) = Figure::of_program("2.8781083E13").and_then(Figure::kept).unwrap();
    assert_eq!((figure.value.to_string(), figure.unit.to_string()), ("28781083000000".into(), "1000000".into()));
    assert_eq!(Figure::of_program("-4.25e-2").unwrap().value.to_string(), "-0.0425");
    assert!(["1e", "e5", "1e999999999", "NaN", ""].iter().all(|wrong| Figure::of_program(wrong).is_err()));
}

#[test]
fn a_series_keeps_twelve_decimals() {
    let kept = |text| Figure::of_program(text).and_then(Figure::kept);
    let (figure, rounded) = kept("96.78362838428375").unwrap();
    assert_eq!((figure.value.to_string(), rounded), ("96.783628384284".into(), true));
    assert!(!kept("3.8").unwrap().1);
    assert!(kept("1234567890123456").is_err());
}

proptest! {
    #[test]
    fn any_text_is_a_number_or_an_error(cells in prop::collection::vec("[-0-9., '\u{a0}eE:na/]{0,12}", 0..6)) {
        if let Ok(sign) = DecimalSign::of(cells.iter().map(String::as_str)) {
            cells.iter().for_each(|cell| drop(Figure::parse(cell, sign).and_then(Figure::kept)));
        }
        cells.iter().for_each(|cell| drop(Figure::of_program(cell)));
    }

    #[test]
    fn grouping_changes_no_number(whole in 0u64..1_000_000_000, decimals in "[0-9]{1,6}") {
        let digits = whole.to_string();
        let grouped = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect::<Vec<_>>();
        let plain = Figure::parse(&format!("{whole}.{decimals}"), DecimalSign::Point).unwrap();
        for (sign, group, point) in [(DecimalSign::Point, ",", '.'), (DecimalSign::Comma, ".", ','), (DecimalSign::Comma, "\u{a0}", ',')] {
            prop_assert_eq!(Figure::parse(&format!("{}{point}{decimals}", grouped.join(group)), sign).unwrap(), plain);
        }
    }
}
