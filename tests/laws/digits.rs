//! Worked digits: where the rules for numbers, shares, dates and years begin and end.

use pledgebook::quantity::{
    Between, Currency, Date, Decimal, Digits, FiscalYear, Money, Ratio, Scale, Year, add, multiply,
};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_number_has_as_many_digits_as_its_bound_says_and_no_more() {
    for (digits, before, after) in [(Digits::PLEDGE, 12, 6), (Digits::SERIES, 15, 12), (Digits::FEED, 15, 6)] {
        let of = |whole: usize, fraction: usize| format!("{}.{}", "9".repeat(whole), "1".repeat(fraction));
        for (whole, fraction) in [(1, 1), (before, 1), (1, after), (before, after)] {
            let text = of(whole, fraction);
            assert_eq!(digits.parse(&text).unwrap().to_string(), text);
        }
        let way_out = |text: &str| digits.parse(text).unwrap_err().way_out().unwrap().to_owned();
        assert_eq!(way_out(&of(before + 1, after)), "write a larger unit");
        assert_eq!(way_out(&of(1, after + 1)), format!("write at most {after} digits after the point"));
        assert!(digits.parse(&of(before + 1, after + 1)).is_err());
    }
    for text in ["", ".", "1.", ".5", "1.2.3", "1a", "a.5", "-1", "+1"] {
        assert!(Digits::SERIES.parse(text).is_err(), "{text}");
    }
    for text in ["0", "0.00", "-5"] {
        assert!(Digits::SERIES.parse_positive(text, "%").is_err(), "{text}");
    }
    assert_eq!(Digits::SERIES.parse_positive("5.0", "%").unwrap(), decimal("5.0"));
}

#[test]
fn a_number_that_people_write_otherwise_is_written_out_unless_it_may_be_two() {
    let rows = [
        ("1,000,000", "write no separators between digits: `1000000`"),
        ("1 000", "write no separators between digits: `1000`"),
        ("43.953,00", "write no separators between digits: `43953.00`"),
        ("1,5", "write a decimal point: `1.5`"),
        ("0,953", "write a decimal point: `0.953`"),
        ("1234,567", "write a decimal point: `1234.567`"),
        ("43,953", "write `43953` or `43.953`: a comma may stand for thousands or for decimals"),
    ];
    for (text, expected) in rows {
        let error = Digits::SERIES.parse(text).unwrap_err();
        assert!(error.way_out().unwrap().ends_with(expected), "{text}: {:?}", error.way_out());
    }
    for text in ["1,00x", "1,5'", "1 00", "1,00,000", ",000", "x,000"] {
        let error = Digits::SERIES.parse(text).unwrap_err();
        assert_eq!(error.way_out(), Some("write digits and at most one decimal point"), "{text}");
    }
}

#[test]
fn zeros_behind_the_point_give_way_where_there_is_no_room_and_stay_where_there_is() {
    let largest = decimal("7922816251426433759354395033");
    assert_eq!(add(largest, decimal("1.0")).unwrap().to_string(), "7922816251426433759354395034");
    assert!(add(largest, decimal("1.1")).is_err());
    let finest = decimal("0.0000000000000000000000000001");
    assert_eq!(
        multiply(decimal("1.0"), decimal("0.000000000000000000000000001")).unwrap().to_string(),
        "0.0000000000000000000000000010"
    );
    let one = |number: &str| Money::scaled(decimal(number), Scale::One, "EUR".parse::<Currency>().unwrap());
    assert_eq!(one("0.0000000000000000000001000000").unwrap().millions(), finest);
    assert!(one("0.0000000000000000000000100000").is_err());
}

#[test]
fn what_was_rounded_is_a_share_between_its_least_and_its_most() {
    let between = |value: &str, half: &str| Between { value: decimal(value), half: decimal(half) };
    let rows = [
        (between("10", "1"), between("100", "10"), Some("8.18"), Some("12.22")),
        (between("10", "1"), between("1", "1"), Some("450.00"), None),
        (between("1", "2"), between("100", "50"), Some("-2.00"), Some("6.00")),
        (between("1", "2"), between("1", "1"), None, None),
        (between("1", "1"), between("1", "1"), Some("0.00"), None),
    ];
    for (part, whole, low, high) in rows {
        let (percent, ends) = part.percent_of(&whole).unwrap();
        assert!(percent.compare(Ratio::percent(part.value, whole.value).unwrap()).unwrap().is_eq());
        let said = |end: Option<Ratio>| end.map(|end| end.round(2).unwrap().to_string());
        assert_eq!((said(ends.low).as_deref(), said(ends.high).as_deref()), (low, high), "{part:?} of {whole:?}");
    }
    assert_eq!(Between::stated(decimal("5")).half, decimal("0.5"));
    assert_eq!(Between::stated(decimal("5.0")).half, decimal("0.05"));
}

#[test]
fn a_sum_of_any_length_is_cut_so_that_it_rounds_as_a_whole() {
    // four quotients without a common divisor: 1/3 and three that are too small to show
    let below = ["1000000000000000000000000007", "1000000000000000000000000009", "1000000000000000000000000013"];
    let small = below.map(|below| Ratio::new(Decimal::ONE, decimal(below)).unwrap());
    let sum = |first: Ratio, small: [Ratio; 3]| Ratio::sum([first].into_iter().chain(small));
    let third = Ratio::new(Decimal::ONE, Decimal::from(3)).unwrap();
    let minus = |ratio: Ratio| ratio.gap_to(Decimal::ZERO).unwrap();
    let cut = sum(third, small).unwrap();
    assert_eq!(cut.exact().unwrap().to_string(), "0.333333333333331");
    assert_eq!(cut.round(13).unwrap().to_string(), "0.3333333333333");
    assert_eq!(sum(minus(third), small.map(minus)).unwrap().exact().unwrap().to_string(), "-0.333333333333331");
    let whole = |digits: i64| sum(Ratio::from(Decimal::from(digits)), small);
    assert_eq!(whole(9_999_999_999_999).unwrap().exact().unwrap().to_string(), "9999999999999.000000000000001");
    assert!(whole(999_999_999_999_999).is_err());
}

#[test]
fn a_quotient_that_no_decimals_hold_is_rounded_with_its_sign() {
    let of = |above: &str, below: &str| Ratio::new(decimal(above), decimal(below)).unwrap();
    let long = of("-1999999999999999999999999999", "1000000000000000000000000007")
        .times(of("1000000000000000000000000003", "1000000000000000000000000009"))
        .unwrap();
    assert!(long.in_decimals().is_err() && long.is_negative());
    assert_eq!(long.round(2).unwrap().to_string(), "-2.00");
    assert_eq!(long.gap_to(Decimal::ZERO).unwrap().round(2).unwrap().to_string(), "2.00");
}

#[test]
fn growth_in_steps_needs_a_step_on_the_way_and_no_value_below_zero() {
    let of = |value: i64| Ratio::from(Decimal::from(value));
    let grown = |first, last, step| Ratio::grown(of(first), of(last), step, 1).map(|value| value.to_string()).ok();
    assert_eq!(grown(100, 400, (1, 2)).as_deref(), Some("200.0"));
    assert_eq!([grown(100, 400, (0, 2)), grown(100, 400, (2, 2))], ["100.0", "400.0"].map(|end| Some(end.to_owned())));
    for (first, last, step) in
        [(100, 400, (3, 2)), (100, 400, (0, 0)), (-100, 400, (1, 2)), (100, -400, (1, 2)), (-100, -400, (1, 2))]
    {
        assert_eq!(grown(first, last, step), None, "{first} to {last}, {step:?}");
    }
}

#[test]
fn a_year_is_closed_on_its_last_day_by_whatever_date_is_over_then() {
    let year: Year = "2024".parse().unwrap();
    let rows = [
        ("2023-12-31", false, true),
        ("2023", false, true),
        ("2024-01-01", false, false),
        ("2024-11-30", false, false),
        ("2024-12-30", false, false),
        ("2024-12-31", true, false),
        ("2024-12", true, false),
        ("2024", true, false),
        ("2025-01-01", true, false),
    ];
    for (text, closes, is_before) in rows {
        let date: Date = text.parse().unwrap();
        assert_eq!((date.closes(year), date.is_before(year)), (closes, is_before), "{text}");
        assert_eq!(date.is_year(), text.len() == 4, "{text}");
        assert_eq!(date.to_day().to_string(), date.last_day().to_string(), "{text}");
    }
    assert_eq!("2024-02".parse::<Date>().unwrap().last_day().to_string(), "2024-02-29");
}

#[test]
fn a_date_is_written_with_all_its_digits() {
    for text in ["2025-6", "2025-+6", "2025-06-1", "2025-06-+1", "20250601", "2025-06-01-01", "2025-13", "25"] {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
    let way_out = |text: &str| text.parse::<Date>().unwrap_err().way_out().unwrap().to_owned();
    assert!(way_out("2025-02-29").ends_with("that month has 28 days: the last is `2025-02-28`"));
    assert_eq!(way_out("2025-02/28"), "write year, month and day, as `2025-11-20`");
}

#[test]
fn a_fiscal_year_is_the_calendar_year_of_most_of_its_months() {
    let calendar = |first_day: &str, year: &str| {
        let fiscal: FiscalYear = first_day.parse().unwrap();
        fiscal.calendar(year.parse().unwrap()).map(|year| year.number()).map_err(|error| error.kind().to_string())
    };
    for (first_day, year) in
        [("01-01", 2027), ("04-01", 2027), ("07-01", 2027), ("07-02", 2028), ("10-01", 2028), ("12-28", 2028)]
    {
        assert_eq!(calendar(first_day, "2027"), Ok(year), "{first_day}");
    }
    assert_eq!(calendar("04-01", "2200"), Ok(2200));
    assert!(calendar("10-01", "2200").unwrap_err().contains("2201"));
    for text in ["4-01", "04-1", "+4-01", "04-+1", "13-01", "00-01", "04-29", "04-00", "0401"] {
        assert!(text.parse::<FiscalYear>().is_err(), "{text}");
    }
}
