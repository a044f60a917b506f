//! Laws of what moved a share: the parts are the whole, and each turns round with the ends.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use pledgebook::analysis::{At, Change, Effect, Parts, Target};
use pledgebook::quantity::{Country, Decimal, Ratio, Year};
use pledgebook::question::{Point, Query, ask, derive};
use pledgebook::table::columns;
use proptest::prelude::*;

use super::{SHIPPED, inputs};

/// Money of up to 12 digits before the point and 6 behind it.
fn money() -> impl Strategy<Value = Decimal> {
    (1..1_000_000_000_000_000_000i64).prop_map(|millionths| Decimal::new(millionths, 6))
}

/// GDP of up to 9 digits before the point and 6 behind it, or what an amount and a share with as many digits imply.
fn gdp() -> impl Strategy<Value = Ratio> {
    let stated = (1..1_000_000_000_000_000i64).prop_map(|millionths| Decimal::new(millionths, 6).into());
    let implied =
        (money(), 1..100_000_000i64).prop_map(|(money, share)| Ratio::percent(money, Decimal::new(share, 6)).unwrap());
    prop_oneof![stated, implied]
}

fn change() -> impl Strategy<Value = Change> {
    let at = || (money(), gdp()).prop_map(|(money, gdp)| At { money, gdp });
    (at(), at(), money()).prop_map(|(from, to, alike)| Change { from, to, alike })
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![(1..1_000i64).prop_map(|share| Target::Share(Decimal::new(share, 2))), money().prop_map(Target::Amount),]
}

fn add_up(parts: &Parts) -> bool {
    let Parts { spending, gdp, definition, total } = parts;
    let is_sum = |of: fn(&Effect) -> Ratio| {
        let sum = of(spending).plus(of(gdp)).unwrap().plus(of(definition)).unwrap();
        sum.compare(of(total)).unwrap().is_eq()
    };
    is_sum(|effect| effect.points) && is_sum(|effect| effect.million)
}

fn moved(from: Ratio, to: Ratio, by: Ratio) -> bool {
    from.gap_to(to).unwrap().compare(by).unwrap().is_eq()
}

proptest! {
    #![proptest_config(inputs(300))]

    #[test]
    fn the_parts_of_a_change_are_the_whole_without_a_remainder(change in change(), target in target()) {
        let Change { from, to, .. } = change;
        let share = change.of_share().unwrap();
        prop_assert!(add_up(&share) && moved(from.share().unwrap(), to.share().unwrap(), share.total.points));
        let gap = change.of_gap(target).unwrap();
        let [before, after] = [from, to].map(|at| at.gap_to(target).unwrap());
        prop_assert!(add_up(&gap) && moved(before.points, after.points, gap.total.points));
        prop_assert!(moved(before.million, after.million, gap.total.million));
    }

    #[test]
    fn each_part_turns_round_with_the_ends(change in change(), target in target()) {
        let there = Change::new(change.from, change.to);
        let back = Change::new(change.to, change.from);
        for (there, back) in [
            (there.of_share().unwrap(), back.of_share().unwrap()),
            (there.of_gap(target).unwrap(), back.of_gap(target).unwrap()),
        ] {
            let pairs = [(there.spending, back.spending), (there.gdp, back.gdp), (there.total, back.total)];
            let zero = |one: Ratio, other: Ratio| one.plus(other).unwrap().compare(Decimal::ZERO).unwrap().is_eq();
            prop_assert!(pairs.iter().all(|(one, other)| zero(one.points, other.points)));
            prop_assert!(pairs.iter().all(|(one, other)| zero(one.million, other.million)));
        }
    }

    #[test]
    fn more_spending_closes_a_gap_and_more_gdp_widens_that_to_a_share(
        from in (money(), gdp()), more in money(), share in 1..1_000i64,
    ) {
        let from = At { money: from.0, gdp: from.1 };
        let to = At { money: from.money + more, gdp: from.gdp.plus(more).unwrap() };
        let parts = Change::new(from, to).of_gap(Target::Share(Decimal::new(share, 2))).unwrap();
        prop_assert!(parts.spending.points.is_negative() && parts.spending.million.is_negative());
        prop_assert!(!parts.gdp.points.is_negative() && !parts.gdp.million.is_negative());
    }
}

/// Each country with a year that is published as the one after it is.
static PAIRS: LazyLock<Vec<(Country, Year)>> = LazyLock::new(|| {
    let published = SHIPPED.observations.iter().filter(|row| row.definition.as_deref() == Some("nato"));
    let published: BTreeSet<(Country, Year)> = published.map(|row| (row.country, row.year)).collect();
    let is_pair =
        |(country, first): &&(Country, Year)| first.next().is_some_and(|next| published.contains(&(*country, next)));
    published.iter().filter(is_pair).copied().collect()
});

proptest! {
    #![proptest_config(inputs(24))]

    #[test]
    fn what_is_printed_of_a_change_is_what_its_derivation_comes_to((country, first) in prop::sample::select(&*PAIRS)) {
        let between = [vec![Point::Year(first)], Vec::new()];
        let query = Query {
            countries: Some(vec![country]),
            years: first.next().map(Into::into),
            between,
            ..Query::new(&SHIPPED, SHIPPED.today())
        };
        let table = ask("why", &query).unwrap();
        let steps = derive("why", &query).unwrap().steps;
        for [part, points] in table.select([&columns::PART, &columns::EFFECT_PP]).unwrap() {
            let step = steps.iter().find(|step| step.name == part.words()).unwrap();
            let printed = format!("→ {} pp;", points.printed(2).unwrap().unwrap());
            prop_assert!(step.words.contains(&printed) && !step.steps.is_empty(), "{step:?}");
        }
    }
}
