//! Laws of claims: what was divided and rounded is true, and less precision never makes it false.

use pledgebook::analysis::{Claimed, Counterfactual, Spent, Truth};
use pledgebook::pledge::Speaker;
use pledgebook::quantity::{Between, Decimal, Interval, Ratio};
use pledgebook::question::{Claim, Query, ask, derive};
use pledgebook::table::{Step, columns};
use proptest::prelude::*;

use super::{SHIPPED, inputs};

/// GDP of up to 9 digits before the point and 6 behind it, published to some unit that is less than it.
fn gdp() -> impl Strategy<Value = Between> {
    (1_000..1_000_000_000_000_000i64, 0..1_000i64)
        .prop_map(|(millionths, half)| Between { value: Decimal::new(millionths, 6), half: Decimal::new(half, 6) })
}

/// A share with the digits that it was stated with.
fn share() -> impl Strategy<Value = Between> {
    (1..10_000i64, 0..4u32).prop_map(|(mantissa, scale)| Between::stated(Decimal::new(mantissa, scale)))
}

/// Money as it is printed with so many digits.
fn money(value: Ratio, digits: u32) -> Between {
    Between::stated(value.round(digits).unwrap())
}

fn before() -> impl Strategy<Value = Spent> {
    (1..10_000i64, 1..1_000_000_000_000i64).prop_map(|(share, money)| Spent {
        share: Some(Decimal::new(share, 2).into()),
        money: Some(Decimal::new(money, 6).into()),
    })
}

fn counterfactual() -> impl Strategy<Value = Option<Counterfactual>> {
    prop_oneof![Just(None), prop::sample::select(Counterfactual::ALL.to_vec()).prop_map(Some)]
}

fn computed(claimed: &Claimed, gdp: &Between, rule: Option<Counterfactual>, before: Spent) -> Interval<Ratio> {
    match rule {
        None => claimed.of(gdp).unwrap(),
        Some(rule) => claimed.beyond(rule, &[before], gdp, prices()).unwrap().unwrap(),
    }
}

/// What prices of one year are in those of another.
fn prices() -> Option<Ratio> {
    Some(Ratio::new(Decimal::new(120_281, 3), Decimal::new(111_177, 3)).unwrap())
}

fn ends(interval: &Interval<Ratio>) -> [Ratio; 2] {
    [interval.low.unwrap(), interval.high.unwrap()]
}

proptest! {
    #![proptest_config(inputs(500))]

    #[test]
    fn what_is_made_of_a_share_and_gdp_is_true_on_that_gdp(
        share in share(), gdp in gdp(), digits in 0..3u32, rule in counterfactual(), before in before(), at_top: bool,
    ) {
        let nothing = Between { value: Decimal::ZERO, half: Decimal::ZERO };
        let whole = computed(&Claimed { money: nothing, share }, &gdp, rule, before);
        let claimed = Claimed { money: money(ends(&whole)[usize::from(at_top)], digits), share };
        prop_assert_eq!(claimed.truth(Some(&whole)).unwrap(), Truth::True);
        prop_assert_eq!(claimed.truth(None).unwrap(), Truth::Undecided);
    }

    #[test]
    fn less_precision_never_makes_what_is_true_false(
        share in share(), gdp in gdp(), at in -20..120i64, rule in counterfactual(), before in before(),
        wider in (0..1_000i64, 0..1_000i64),
    ) {
        let nothing = Between { value: Decimal::ZERO, half: Decimal::ZERO };
        let [low, high] = ends(&computed(&Claimed { money: nothing, share }, &gdp, rule, before));
        let value = low.plus(low.gap_to(high).unwrap().per_cent(Decimal::from(at)).unwrap()).unwrap();
        let narrow = Claimed { money: money(value, 3), share };
        let widened = |figure: Between, by: i64| Between { half: figure.half + Decimal::new(by, 3), ..figure };
        let wide = Claimed { money: widened(narrow.money, wider.0), share: widened(share, wider.1) };
        let truth = |claimed: &Claimed| claimed.truth(Some(&computed(claimed, &gdp, rule, before))).unwrap();
        prop_assert!(!(0..=100).contains(&at) || truth(&narrow) == Truth::True);
        prop_assert!(truth(&narrow) == Truth::False || truth(&wide) == Truth::True);
    }

    #[test]
    fn a_rise_from_a_share_is_true_whatever_digits_of_that_are_published(
        share in share(), gdp in gdp(), rule in prop::sample::select(Counterfactual::ALL.to_vec()), before in before(),
        digits in 0..2u32,
    ) {
        let nothing = Between { value: Decimal::ZERO, half: Decimal::ZERO };
        let exact = computed(&Claimed { money: nothing, share }, &gdp, Some(rule), before);
        let published = Between::stated(before.share.unwrap().round(digits).unwrap()).ends().unwrap();
        let extremes = published.map(|share| Spent { share: Some(share.into()), ..before });
        let claimed = |end: Ratio| Claimed { money: money(end, 6), share };
        for end in ends(&exact) {
            let rise = claimed(end).beyond(rule, &extremes, &gdp, prices()).unwrap();
            prop_assert_eq!(claimed(end).truth(rise.as_ref()).unwrap(), Truth::True);
        }
    }

    #[test]
    fn a_rise_beyond_the_same_share_is_that_share_of_gdp(share in share(), gdp in gdp(), before in before()) {
        let claimed = Claimed { money: share, share };
        let rise = computed(&claimed, &gdp, Some(Counterfactual::ConstantShare), before);
        let plain = claimed.of(&gdp).unwrap();
        let pairs = ends(&rise).into_iter().zip(ends(&plain));
        prop_assert!(pairs.into_iter().all(|(one, other)| one.compare(other).unwrap().is_eq()));
    }

    #[test]
    fn a_claim_that_is_written_reads_back(number in 1..10_000i64, scale in 0..3u32, is_more: bool, turned: bool) {
        let number = Decimal::new(number, scale);
        let more = if is_more { " more" } else { "" };
        let sides = [format!("{number} billion GBP{more}"), format!("{number}% of GDP{more}")];
        let [one, other] = if turned { [&sides[1], &sides[0]] } else { [&sides[0], &sides[1]] };
        let claim = Claim::read(&format!("{one} is {other}"), Speaker::default()).unwrap();
        prop_assert_eq!(claim.to_string(), format!("{} = {}", sides[0], sides[1]));
        prop_assert_eq!(Claim::read(&claim.to_string(), Speaker::default()).unwrap(), claim);
    }
}

proptest! {
    #![proptest_config(inputs(12))]

    #[test]
    fn every_row_has_its_sentence_and_its_derivation(at in 0..SHIPPED.countries.len(), year in 2015..2045i32, is_more: bool) {
        let (country, currency) = SHIPPED.countries[at];
        let more = if is_more { " more" } else { "" };
        let text = format!("2.2 billion {currency}{more} = 0.2%{more}");
        let query = Query {
            countries: Some(vec![country]),
            years: Some(year.to_string().parse().unwrap()),
            claim: Some(Claim::read(&text, SHIPPED.speaker(country)).unwrap()),
            ..Query::new(&SHIPPED, SHIPPED.today())
        };
        let table = ask("claim", &query).unwrap();
        let results = table.select([&columns::RESULT, &columns::COMPUTED_LOW]).unwrap();
        let sentences = table.notes.iter().filter(|note| note.contains(". On ")).count();
        prop_assert_eq!(sentences, results.len());
        let derivation = derive("claim", &query).unwrap();
        let is_row = |step: &&Step| step.name == "as claimed" || Counterfactual::ALL.iter().any(|own| own.word() == step.name);
        let derived: Vec<&Step> = derivation.steps.iter().flat_map(|whose| &whose.steps).filter(is_row).collect();
        prop_assert_eq!(derived.len(), results.len());
        for (step, [result, low]) in derived.into_iter().zip(results) {
            prop_assert_eq!(&step.words, result.words());
            prop_assert_eq!(step.steps.is_empty(), low.number().is_none());
        }
    }
}
