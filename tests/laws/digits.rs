//! Worked digits: where the rules for numbers, shares, dates and years begin and end.

use pledgebook::analysis::{Course, Moved, Steps, growing};
use pledgebook::quantity::text::{
    guard, in_one_line, is_hidden, markdown, markdown_code, markdown_message, markdown_paragraph, push_xml, visible,
};
use pledgebook::quantity::{
    Between, Currency, Date, Decimal, Digits, FiscalYear, Interval, Money, Ratio, Scale, Year, YearRange, add, multiply,
};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn money_is_read_where_it_can_be_written_in_millions() {
    for text in ["88.646648 EUR", "0.000000000001 million EUR", "999999999999999 million EUR", "999 trillion EUR"] {
        let money: Money = text.parse().unwrap();
        assert_eq!(money.to_string().parse::<Money>().unwrap(), money, "{text}");
    }
    for text in ["88.6466481 EUR", "999999999999999 billion EUR"] {
        assert!(text.parse::<Money>().is_err(), "{text}");
    }
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
        (between("1", "2"), between("100", "50"), Some("0.00"), Some("6.00")),
        (between("1", "2"), between("1", "1"), Some("0.00"), None),
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
    assert_eq!(whole(0).unwrap().exact().unwrap().to_string(), "0.000000000000001");
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
    // the root of 15 is 3.87, of 3 it is 1.73
    assert_eq!([grown(1, 15, (1, 2)), grown(1, 3, (1, 2))], ["3.9", "1.7"].map(|root| Some(root.to_owned())));
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
        fiscal.calendar(year.parse().unwrap()).map(Year::number).map_err(|error| error.kind().to_string())
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

#[test]
fn the_ends_of_an_interval_lie_inside_and_one_that_is_missing_is_no_bound() {
    let inside = |low, high| (1..=5).filter(|value| Interval { low, high }.contains(value)).collect::<Vec<i32>>();
    assert_eq!(inside(Some(2), Some(4)), [2, 3, 4]);
    assert_eq!(inside(Some(4), None), [4, 5]);
    assert_eq!(inside(None, Some(2)), [1, 2]);
    assert_eq!(inside(None, None), [1, 2, 3, 4, 5]);
    assert!(inside(Some(4), Some(2)).is_empty());
}

#[test]
fn money_is_added_and_taken_off_in_one_currency() {
    let money = |text: &str| text.parse::<Money>().unwrap();
    let (five, three) = (money("5 million EUR"), money("3 million EUR"));
    assert_eq!(
        (five.minus(three).unwrap(), three.minus(five).unwrap().millions()),
        (money("2 million EUR"), Decimal::from(-2))
    );
    assert_eq!(five.plus(three).unwrap(), money("8 million EUR"));
    assert!(five.minus(money("3 million USD")).is_err() && five.plus(money("3 million USD")).is_err());
    assert_eq!(money("45 EUR").millions(), decimal("0.000045"));
    assert_eq!(money("45 thousand EUR").millions(), decimal("0.045"));
}

#[test]
fn a_quotient_has_the_sign_of_both_its_parts_and_nothing_is_divided_by_zero() {
    let of = |above: i64, below: i64| Ratio::new(Decimal::from(above), Decimal::from(below)).unwrap();
    let signs = [(1, 3, "0.33"), (-1, 3, "-0.33"), (1, -3, "-0.33"), (-1, -3, "0.33"), (0, -3, "0.00")];
    for (above, below, rounded) in signs {
        assert_eq!(of(above, below).round(2).unwrap().to_string(), rounded);
        assert_eq!(of(above, below).is_negative(), rounded.starts_with('-'));
    }
    assert!(of(1, 3).over(of(0, 3)).is_err() && of(0, 3).over(of(0, 3)).is_err());
    assert!(of(0, 3).over(of(1, 3)).unwrap().is_zero());
}

#[test]
fn years_end_where_the_program_knows_none() {
    let year = |text: &str| text.parse::<Year>().unwrap();
    assert_eq!((Year::FIRST.before(), Year::LAST.next()), (None, None));
    assert_eq!((year("1901").before(), year("2199").next()), (Some(Year::FIRST), Some(Year::LAST)));
    assert_eq!([year("2024").until(year("2027")), year("2027").until(year("2024"))], [3, 0]);
    for text in ["1899", "2201", "02026", "226", "+2026", "2026 ", "", "20x6"] {
        assert!(text.parse::<Year>().is_err(), "{text}");
    }
}

#[test]
fn a_run_of_years_is_cut_and_continued_as_it_is_written() {
    let fiscal = Some("04-01".parse().unwrap());
    let (years, of_april) =
        ("2027-2029".parse::<YearRange>().unwrap(), YearRange::parse("2027/28-2029/30", fiscal).unwrap());
    assert_eq!((years.is_fiscal(), of_april.is_fiscal()), (false, true));
    let said = |years: YearRange| years.to_string();
    let in_2028 = "2028".parse().unwrap();
    assert_eq!([years, of_april].map(|years| said(years.only(in_2028))), ["2028", "2028/29"]);
    assert_eq!(
        [years, of_april].map(|years| said(years.from_year(in_2028).unwrap())),
        ["2028-2029", "2028/29-2029/30"]
    );
    let until = |last: &str| said(years.until(last.parse().unwrap()));
    assert_eq!([until("2031-2032"), until("2020-2028")], ["2027-2032", "2027-2029"]);
    for (text, way_out) in [
        ("2025-30", "write all digits: `2025-2030`"),
        ("2025-25", "write all digits: `2025-2025`"),
        ("1999-05", "write all digits: `1999-2005`"),
        ("2025-26", "write `2025/26` for the fiscal year, or `2025-2026` for both years"),
    ] {
        let error = YearRange::parse(text, fiscal).unwrap_err();
        assert_eq!(error.way_out(), Some(way_out), "{text}");
    }
}

#[test]
fn what_a_text_says_is_shown_and_never_obeyed() {
    assert_eq!(visible("a\u{7}ā"), r"a\u{7}ā");
    assert_eq!(visible("ā, plain"), "ā, plain");
    assert_eq!(in_one_line("two\r\nlines\u{7}"), r"two lines\u{7}");
    assert!(
        ['\u{7}', '\u{9b}', '\u{200b}', '\u{202e}', '\u{e0041}'].into_iter().all(is_hidden)
            && !"ģ 漢 ❤\u{fe0f}".contains(is_hidden)
    );
    assert_eq!(["=1+1", "'=1+1", "4%", "'4%"].map(|text| guard(text).into_owned()), ["'=1+1", "''=1+1", "4%", "'4%"]);
    let mut xml = String::new();
    push_xml(&mut xml, "a<b> & \"c\"");
    assert_eq!(xml, "a&lt;b&gt; &amp; &quot;c&quot;");
    assert_eq!(
        ["a", "a `b`", "`a", "a`", " a", "a "].map(markdown_code),
        ["`a`", "`` a `b` ``", "`` `a ``", "`` a` ``", "`  a `", "` a  `"]
    );
    assert_eq!(
        ["`a*b` is no *word*", "one ` alone*", "``", ""].map(markdown_message),
        [r"`a*b` is no \*word\*", r"one \` alone\*", "", ""]
    );
    assert_eq!(
        ["1. May", "12) May", "+ May", "= May", "May. 1", "1 May"].map(markdown_paragraph),
        [r"1\. May", r"12\) May", r"\+ May", r"\= May", "May. 1", "1 May"]
    );
    let rows = [
        ("a_b", "a_b"),
        ("_a", r"\_a"),
        ("a_", r"a\_"),
        ("a & b", "a & b"),
        ("&lt;", r"\&lt;"),
        ("# a", r"\# a"),
        ("a #", r"a \#"),
        ("a # b", "a # b"),
    ];
    for (text, shown) in rows {
        assert_eq!(markdown(text), shown);
    }
}

#[test]
fn a_course_runs_between_the_nearest_stated_shares() {
    let at = |year: &str, share: i64| (year.parse::<Year>().unwrap(), Ratio::from(Decimal::from(share)));
    let [start, middle, end] = [at("2020", 2), at("2022", 3), at("2025", 6)];
    let course = Course { start, through: vec![at("2020", 9), middle, at("2025", 9)], end };
    let around = |year: &str| course.around(year.parse().unwrap());
    assert_eq!(
        [around("2021"), around("2022"), around("2023"), around("2025")],
        [(start, middle), (start, middle), (middle, end), (middle, end)]
    );
    let flat = |last: &str| Course::flat(start, at(last, 6)).through;
    assert_eq!((flat("2021"), flat("2022")), (vec![], vec![at("2021", 2)]));
}

#[test]
fn growth_begins_and_ends_with_just_what_stands_there() {
    let [first, last] =
        [(1, 3), (2, 3)].map(|(above, below)| Ratio::new(Decimal::from(above), Decimal::from(below)).unwrap());
    assert_eq!([growing(first, last, (0, 6)).unwrap(), growing(first, last, (6, 6)).unwrap()], [first, last]);
}

#[test]
fn points_of_growth_are_rounded_half_away_from_zero_up_to_a_hundred() {
    let points = |path: i64, gdp: &str| {
        let moved = Moved { start: Decimal::ONE_HUNDRED, path: vec![Decimal::from(path)] };
        moved.points_to(&decimal(gdp).into()).unwrap().map(|points| points.to_string())
    };
    let rows = [
        (100, "100.004", "0.00"),
        (100, "100.005", "0.01"),
        (100, "99.995", "-0.01"),
        (100, "99.996", "0.00"),
        (50, "20", "-30.00"),
        (150, "50", "-100.00"),
        (100, "200", "100.00"),
    ];
    for (path, gdp, expected) in rows {
        assert_eq!(points(path, gdp).as_deref(), Some(expected), "{path} to {gdp}");
    }
    assert_eq!([points(150, "49"), points(100, "201")], [None, None]);
}

#[test]
fn steps_run_from_one_value_to_another_that_is_not_below_it() {
    let values = |text: &str| {
        text.parse::<Steps>()
            .and_then(|steps| steps.values())
            .map(|values| values.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(values("4..4:1").unwrap(), ["4"]);
    assert_eq!(values("4..5:0.5").unwrap(), ["4.0", "4.5", "5.0"]);
    assert!(values("5..4:1").is_err() && values("4..5:0").is_err());
    let above_zero = |text: &str| text.parse::<Steps>().unwrap().above_zero().is_ok();
    assert_eq!([above_zero("0..2:1"), above_zero("1..2:1")], [false, true]);
}
