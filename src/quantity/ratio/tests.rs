//! What holds of quotients.

use proptest::prelude::*;

use super::*;

/// A decimal of any sign and as many digits as a figure of a series may have.
fn figure() -> impl Strategy<Value = Decimal> {
    decimal(18, 12)
}

/// A decimal of any sign, not zero, of at most so many digits, so many of them after the point.
fn decimal(digits: u32, places: u32) -> impl Strategy<Value = Decimal> {
    let above = 10i64.pow(digits);
    (1 - above..above, 0..=places)
        .prop_map(|(digits, scale)| Decimal::new(digits, scale))
        .prop_filter("not zero", |figure| !figure.is_zero())
}

fn is(one: Ratio, other: Ratio) -> bool {
    one.compare(other).unwrap().is_eq()
}

proptest! {
    // the longest, a product of three, has three figures and their powers of ten above and below: 3 × 15 + 3 × 8 + 1 of 77 digits
    #[test]
    fn figures_of_any_length_are_reckoned_exactly([a, b, c, d] in [(); 4].map(|()| decimal(15, 8))) {
        let (x, y) = (Ratio::new(a, b).unwrap(), Ratio::new(c, d).unwrap());
        let sum = x.plus(y).unwrap();
        prop_assert!(is(x.gap_to(sum).unwrap(), y));
        prop_assert!(is(sum, y.plus(x).unwrap()));
        let product = x.times(y).unwrap();
        prop_assert!(is(product.over(y).unwrap(), x));
        prop_assert!(is(x.percent_of(y).unwrap().per_cent(y).unwrap(), x));
        prop_assert!(is(sum.times(x).unwrap(), x.times(x).unwrap().plus(product).unwrap()));
        prop_assert_eq!(product.is_negative(), x.is_negative() != y.is_negative());
    }

    #[test]
    fn a_long_quotient_is_rounded_as_a_short_one(a in figure(), b in figure(), c in figure(), places in 0u32..7) {
        let short = Ratio::new(a, b).unwrap();
        let long = short.times(c).unwrap().times(c).unwrap().over(c).unwrap().over(c).unwrap();
        prop_assert_eq!(long.round(places).ok(), short.round(places).ok());
    }

    #[test]
    fn all_digits_are_told_of_what_ends_however_it_came_about(value in decimal(12, 8), whole in decimal(6, 3)) {
        let same = Ratio::from(value).times(whole).unwrap().over(whole).unwrap();
        prop_assert_eq!(same.ended_or(4).unwrap(), value);
    }

    #[test]
    fn a_share_of_awkward_figures_on_its_way_is_kept(
        money in 1u64..1_000_000_000_000_000_000,
        gdp in (1i64..1_000_000_000_000_000, 1i64..1_000_000_000_000_000),
        goal in 1i64..10_000_000,
        (step, steps) in (1u32..100, 100u32..200),
    ) {
        let money = Decimal::from_i128_with_scale(money.into(), 6);
        let share = Ratio::percent(money, Decimal::new(gdp.0, 6)).unwrap();
        let on_the_way = share.gap_to(Decimal::new(goal, 6)).unwrap().times(Decimal::from(step)).unwrap();
        let on_the_way = on_the_way.over(Decimal::from(steps)).unwrap().plus(share).unwrap();
        let amount = on_the_way.per_cent(Decimal::new(gdp.1, 6)).unwrap();
        prop_assert!(is(Ratio::from(money).gap_to(amount).unwrap().plus(money).unwrap(), amount));
    }
}
