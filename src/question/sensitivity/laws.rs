//! What holds of every grid, on whatever growth and shares.

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::super::{Grid, Query, ask};
use crate::analysis::Steps;
use crate::book::{Book, Commitment};
use crate::gdp::{Ground, WhatIf};
use crate::pledge::Tolerance;
use crate::quantity::{Decimal, Year, subtract};
use crate::table::columns::{
    AMOUNT_MILLION, GAP_MILLION, GDP_MILLION, GROWTH_PP, MEASURE, SHARE_PCT, SPENT_MILLION, VERDICT,
};
use crate::table::{Column, Measure, Table};
use crate::verdict::{Spending, Verdict};

static BOOK: LazyLock<Book> =
    LazyLock::new(|| Book::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/north")).unwrap());

/// Pledges of several words, with a year and a path of each.
const ASKED: [(&str, u16, &str); 6] = [
    ("est-budget-2026", 2026, "latest"),
    ("est-budget-2026", 2026, "est-slump"),
    ("est-support", 2027, "latest"),
    ("nor-core-2026", 2026, "latest"),
    ("nor-core-later", 2028, "nor-dear-oil"),
    ("nor-support-share", 2026, "nor-dear-oil"),
];

fn query<'b>(book: &'b Book, (id, year, scenario): (&str, u16, &str)) -> Query<'b> {
    let commitment = commitment(book, id);
    let years = Some(Year::try_from(i32::from(year)).unwrap().into());
    let (countries, scenarios) = (Some(vec![commitment.country]), vec![scenario.to_owned()]);
    Query { countries, years, scenarios, commitments: vec![id.to_owned()], ..Query::new(book, book.today()) }
}

fn commitment<'b>(book: &'b Book, id: &str) -> &'b Commitment {
    book.commitments_named(id).next().unwrap()
}

fn numbers(table: &Table, column: Column) -> Vec<Option<Decimal>> {
    table
        .select([&column])
        .unwrap()
        .into_iter()
        .map(|[cell]| cell.ratio().map(|ratio| ratio.exact_or(6).unwrap()))
        .collect()
}

prop_compose! {
    fn grids()(growth in -400i64..300, step in 1i64..100, share in 1i64..900, share_step in 1i64..50) -> Grid {
        let steps = |first: i64, step: i64, count: i64| {
            let [first, last, step] = [first, first + step * count, step].map(|number| Decimal::new(number, 2));
            Some(Steps { first, last, step })
        };
        Grid { growth: steps(growth, step, 3), share: steps(share, share_step, 3) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn amount_less_money_is_the_gap_and_more_growth_or_share_is_more(of in prop::sample::select(&ASKED[..]), grid in grids()) {
        let query = Query { grid, ..query(&BOOK, of) };
        let table = ask("sensitivity", &query).unwrap();
        let own = commitment(&BOOK, of.0);
        let (definition, year) = (&own.definition.as_ref().unwrap().id, query.years.unwrap().first());
        let spent = Spending::known(&BOOK, query.as_of).amount(own.country, definition, year, own.currency).unwrap();
        let (amounts, gaps) = (numbers(&table, AMOUNT_MILLION), numbers(&table, GAP_MILLION));
        for (amount, gap) in amounts.iter().zip(gaps) {
            prop_assert_eq!(gap, spent.map(|row| subtract(amount.unwrap(), row.value).unwrap()));
        }
        for growth in amounts.chunks(4) {
            prop_assert!(growth.windows(2).all(|pair| pair[0] < pair[1]));
        }
        prop_assert!(amounts.iter().zip(amounts.iter().skip(4)).all(|(less, more)| less < more));
    }

    #[test]
    fn without_points_and_at_the_pledged_share_it_is_what_the_pledge_comes_to(of in prop::sample::select(&ASKED[..]), beside in 1i64..300) {
        let query = query(&BOOK, of);
        let growth = Steps { first: Decimal::new(-beside, 2), last: Decimal::ZERO, step: Decimal::new(beside, 2) };
        let grid = ask("sensitivity", &Query { grid: Grid { growth: Some(growth), share: None }, ..query.clone() }).unwrap();
        let amounts = ask("amounts", &query).unwrap();
        for column in [AMOUNT_MILLION, GDP_MILLION] {
            let [one, other] = [&grid, &amounts].map(|table| numbers(table, column));
            prop_assert_eq!(one.last(), other.last());
        }
    }

    #[test]
    fn a_verdict_is_that_of_the_same_pledge_on_the_same_gdp(of in prop::sample::select(&ASKED[..]), grid in grids()) {
        let query = Query { grid, ..query(&BOOK, of) };
        let table = ask("sensitivity", &query).unwrap();
        let [growth, shares, gdp] = [GROWTH_PP, SHARE_PCT, GDP_MILLION].map(|column| numbers(&table, column));
        let verdicts = table.select([&VERDICT]).unwrap();
        for at in (0..table.rows.len()).step_by(5) {
            let moved = gdp[at].filter(|_| growth[at] != Some(Decimal::ZERO));
            let [verdict] = verdicts[at];
            prop_assert_eq!(verdict.verdict(), Some(judged(of, shares[at].unwrap(), moved)));
        }
    }
}

#[test]
fn without_money_it_is_the_verdict_on_the_firmest_share_or_that_there_is_none() {
    let book = Book::embedded().unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for own in book.commitments.iter().filter(|own| own.pledge.is_some_and(|pledge| pledge.share_of_gdp().is_some())) {
        let id = own.id.as_str();
        for year in 2024..2028 {
            let basis = own.basis.as_ref().map_or("latest".to_owned(), ToString::to_string);
            let one = Query { countries: Some(vec![own.country]), all: true, ..query(&book, (id, year, &basis)) };
            let grid =
                Grid { growth: None, share: Some(Steps::only(own.pledge.unwrap().share_of_gdp().unwrap().percent())) };
            let Ok(table) = ask("sensitivity", &Query { grid, ..one.clone() }) else { continue };
            let judged = ask("verdicts", &one).unwrap();
            let [first, ..] = &judged.select([&MEASURE, &VERDICT]).unwrap()[..] else { continue };
            let [gap, verdict] = table.select([&GAP_MILLION, &VERDICT]).unwrap()[0];
            if gap.number().is_none() && first[0].measure() != Some(Measure::Money) {
                assert_eq!(verdict.verdict(), first[1].verdict(), "{id} {year}");
                seen.extend(verdict.verdict().map(|verdict| verdict.to_string()));
            }
        }
    }
    assert!(["met", "incomparable", "open"].iter().all(|verdict| seen.contains(*verdict)), "{seen:?}");
}

/// The verdict on the firmest money of a commitment that pledges another share with its own slack: on a GDP by hand, else on its path.
fn judged(of: (&str, u16, &str), share: Decimal, gdp: Option<Decimal>) -> Verdict {
    let mut book = BOOK.clone();
    let own = book.commitments.iter_mut().find(|own| own.id == of.0).unwrap();
    let slack = own.slack().unwrap().unwrap().value;
    let prefix = own.pledge.unwrap().qualifier.prefix();
    own.pledge = Some(format!("{prefix}{share}% of GDP").parse().unwrap());
    own.tolerance = Some(Tolerance::Points(slack));
    let (country, as_of) = (own.country, book.today());
    if let Some(gdp) = gdp {
        WhatIf::named("mine").levels(&format!("{}={gdp}", of.1)).any_scale().add_to(&mut book, country, as_of).unwrap();
    }
    let mut query = query(&book, of);
    query.judging.on = vec![Ground::named(if gdp.is_some() { "mine" } else { of.2 })];
    let table = ask("verdicts", &query).unwrap();
    let rows = table.select([&MEASURE, &SPENT_MILLION, &VERDICT]).unwrap();
    let money =
        rows.iter().find(|[measure, spent, _]| measure.measure() == Some(Measure::Money) && spent.ratio().is_some());
    money.map_or(Verdict::Open, |[.., verdict]| verdict.verdict().unwrap())
}
