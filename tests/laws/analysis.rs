//! Laws of analyses: what is solved, verified or measured against a path holds whatever the figures are.

use pledgebook::analysis::{Agreement, Course, Standing, Two, Verified};
use pledgebook::quantity::{Between, Decimal, Interval, Ratio, Year};
use pledgebook::question::{Query, ask};
use pledgebook::table::columns;
use proptest::prelude::*;

use super::{SHIPPED, inputs};

/// A figure above zero that may be the rounding of others, all of them above zero.
fn figure(most: i64) -> impl Strategy<Value = Between> {
    (2..most, 0..3u32).prop_map(|(mantissa, scale)| Between::stated(Decimal::new(mantissa, scale)))
}

/// The same, less precise.
fn wider(figure: &Between) -> Between {
    Between { half: figure.half + Decimal::new(1, 4), ..*figure }
}

fn holds(ends: &Interval<Ratio>, value: Ratio) -> bool {
    let low = ends.low.is_none_or(|low| low.compare(value).unwrap().is_le());
    low && ends.high.is_none_or(|high| high.compare(value).unwrap().is_ge())
}

/// A value from the low end of a figure, at 0, to the high one, at 4.
fn within(figure: &Between, at: i64) -> Decimal {
    figure.value + figure.half * Decimal::new(at - 2, 0) / Decimal::TWO
}

fn year(number: i64) -> Year {
    number.to_string().parse().unwrap()
}

proptest! {
    #![proptest_config(inputs(500))]

    #[test]
    fn the_third_holds_what_any_values_within_the_two_come_to(
        money in figure(1_000_000), share in figure(10_000), at in 0..=4i64, other in 0..=4i64,
    ) {
        let (m, q) = (within(&money, at), within(&share, other));
        let (whole, ends) = Two::MoneyAndShare(money, share).solve().unwrap().whole;
        prop_assert!(holds(&ends, whole) && holds(&ends, Ratio::percent(m, q).unwrap()));
        let (_, ends) = Two::ShareAndWhole(share, money).solve().unwrap().money;
        prop_assert!(holds(&ends, Ratio::new(q * m, Decimal::ONE_HUNDRED).unwrap()));
        let (_, ends) = Two::MoneyAndWhole(money, share).solve().unwrap().share;
        prop_assert!(holds(&ends, Ratio::percent(m, q).unwrap()));
    }

    #[test]
    fn less_precise_inputs_never_turn_what_follows_into_what_does_not(
        money in figure(1_000_000), whole in figure(1_000_000), published in figure(10_000), digits in 0..3u32,
    ) {
        let agreement = |money: &Between, whole: &Between, published: &Between| {
            Verified::new(published, digits, money.percent_of(whole).unwrap()).unwrap().agreement
        };
        let narrow = agreement(&money, &whole, &published);
        let wide = agreement(&wider(&money), &wider(&whole), &wider(&published));
        prop_assert!(wide <= narrow, "{narrow} became {wide}");
    }

    #[test]
    fn what_a_publisher_divides_before_it_rounds_follows_and_what_lies_beyond_does_not(
        money in figure(1_000_000), whole in figure(1_000_000), digits in 0..4u32, at in 0..=4i64, other in 0..=4i64,
    ) {
        let computed = money.percent_of(&whole).unwrap();
        let agreement = |printed: Decimal| Verified::new(&Between::stated(printed), digits, computed).unwrap().agreement;
        let divided = Ratio::percent(within(&money, at), within(&whole, other)).unwrap();
        prop_assert!(agreement(divided.round(digits).unwrap()) != Agreement::DoesNotFollow);
        let beyond = computed.1.high.unwrap().round(digits).unwrap() + Decimal::new(2, digits);
        prop_assert_eq!(agreement(beyond), Agreement::DoesNotFollow);
    }

    #[test]
    fn a_path_leads_from_its_start_to_its_end_by_equal_steps(
        start in 0..1_000i64, end in 0..1_000i64, from in 2000..2030i64, years in 2..30i64,
    ) {
        let (start, end) = (Decimal::new(start, 2), Decimal::new(end, 2));
        let course = Course::linear((year(from), start.into()), (year(from + years), end.into()));
        let share = |number: i64| course.share_in(year(number)).unwrap();
        prop_assert!(share(from).compare(start).unwrap().is_eq() && share(from + years).compare(end).unwrap().is_eq());
        let steps: Vec<Ratio> = (from..from + years).map(|at| share(at).gap_to(share(at + 1)).unwrap()).collect();
        prop_assert!(steps.windows(2).all(|pair| pair[0].compare(pair[1]).unwrap().is_eq()));
        let on_it = (share(from + 1), Interval { low: Some(share(from + 1)), high: Some(share(from + 1)) });
        let standing = |figure, is_ceiling| course.standing(year(from + 1), &figure, (end.into(), Decimal::ZERO.into()), is_ceiling).unwrap();
        prop_assert_eq!(standing(on_it, false), Standing::OnCourse);
        let more = share(from + 1).plus(Decimal::ONE).unwrap();
        let more = (more, Interval { low: Some(more), high: Some(more) });
        let keeps = more.0.compare(end).unwrap().is_le();
        prop_assert_eq!(standing(more, false), Standing::Ahead);
        prop_assert_eq!(standing(more, true), if keeps { Standing::OnCourse } else { Standing::Behind });
    }

    #[test]
    fn what_keeps_a_pledge_is_never_behind_its_path(
        start in 0..1_000i64, end in 0..1_000i64, share in 0..1_000i64, after in 0..=10i64, is_ceiling: bool,
    ) {
        let [start, end, share] = [start, end, share].map(|share| Decimal::new(share, 2));
        let course = Course::linear((year(2024), start.into()), (year(2034), end.into()));
        let figure = (share.into(), Between::stated(share).interval().unwrap());
        let standing = course.standing(year(2024 + after), &figure, (end.into(), Decimal::ZERO.into()), is_ceiling).unwrap();
        let keeps = if is_ceiling { share <= end } else { share >= end };
        prop_assert!(!keeps || standing != Standing::Behind);
    }
}

proptest! {
    #![proptest_config(inputs(8))]

    #[test]
    fn no_figure_is_held_against_a_path_before_its_start(first in 2010..2030i64, years in 1..4i64) {
        let years = Some(format!("{first}-{}", first + years).parse().unwrap());
        let countries = Some(SHIPPED.countries.iter().map(|(country, _)| *country).collect());
        let query = Query { years, countries, ..Query::new(&SHIPPED, SHIPPED.today()) };
        let table = ask("progress", &query).unwrap();
        for [year, start] in table.select([&columns::YEAR, &columns::START_YEAR]).unwrap() {
            prop_assert!(start.years().unwrap().first() <= year.years().unwrap().first());
        }
    }
}
