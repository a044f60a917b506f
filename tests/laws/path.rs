//! Laws of paths to pledges: whatever a pledge, its start and GDP are, each shape leads from the one to the other.

use std::sync::{Arc, LazyLock};

use pledgebook::book::{Book, Commitment};
use pledgebook::error::{Origin, SourceText};
use pledgebook::gdp::WhatIf;
use pledgebook::pledge::{Quantity, Sentence};
use pledgebook::quantity::{Decimal, Ratio};
use pledgebook::question::{Planning, Query, Said, Versus, ask};
use pledgebook::table::{Cell, Table, columns};
use proptest::prelude::*;

use super::{SHIPPED, inputs};

/// A book that knows nothing but the country and the years of GDP below.
static BARE: LazyLock<Book> = LazyLock::new(|| {
    let book = SHIPPED.clone();
    Book { observations: Vec::new().into(), commitments: Vec::new().into(), scenarios: Vec::new().into(), ..book }
});

/// The paths to a pledge of the book's own country, with GDP of 2025 to 2031 in thousandths of a million.
fn paths(words: &str, start: Said, gdp: &[i64], shapes: &[&str], versus: &str) -> Table {
    let mut book = BARE.clone();
    let levels: Vec<String> =
        gdp.iter().zip(2025..).map(|(gdp, year)| format!("{year}={}", Decimal::new(*gdp, 3))).collect();
    let (country, day) = (book.country, book.today());
    WhatIf::named("mine").levels(&levels.join(",")).any_scale().add_to(&mut book, country, day).unwrap();
    let sentence: Sentence = words.parse().unwrap();
    let origin = Origin::new(&Arc::new(SourceText::new("words", words)), 0..words.len());
    let whose = (book.country, book.currency(book.country).unwrap());
    let said = [Commitment::said("said".to_owned(), whose, None, (sentence.pledge, sentence.when), &origin)];
    let planning = shapes.iter().fold(Planning::default(), |planning, shape| planning.shape(shape).unwrap());
    let (from, versus) = (Some("2025".parse().unwrap()), Some(Versus::named(&book, versus).unwrap()));
    let planning = Planning { from, start: Some(start), versus, ..planning };
    let query = Query {
        said: &said,
        planning,
        total: true,
        scenarios: vec!["mine".to_owned()],
        ..Query::new(&book, book.today())
    };
    ask("path", &query).unwrap()
}

fn ratio(cell: &Cell) -> Ratio {
    cell.ratio().unwrap()
}

fn is(one: Ratio, other: Ratio) -> bool {
    one.compare(other).unwrap().is_eq()
}

/// A share in thousandths of a point.
fn share(of: i64) -> Decimal {
    Decimal::new(of, 3)
}

const SHAPES: [&str; 4] = ["linear", "growth", "flat", "waypoints:2027=2.345%,2029=1.5%"];

proptest! {
    #![proptest_config(inputs(40))]

    #[test]
    fn every_shape_starts_at_its_start_and_ends_at_its_goal(
        start in 1..20_000i64, goal in 1..20_000i64, gdp in prop::collection::vec(1..999_999_999_999i64, 7),
    ) {
        let words = format!("{}% of GDP by 2031", share(goal));
        let said = Said::Share(format!("{}%", share(start)).parse().unwrap());
        let table = paths(&words, said, &gdp, &SHAPES, "flat-cash");
        let rows = table.select([&columns::SHARE_PCT, &columns::AMOUNT_MILLION]).unwrap();
        for rows in rows.chunks(8) {
            prop_assert!(is(ratio(rows[0][0]), share(start).into()) && is(ratio(rows[6][0]), share(goal).into()));
            let money = Ratio::from(share(goal)).per_cent(Decimal::new(gdp[6], 3)).unwrap();
            prop_assert!(is(ratio(rows[6][1]), money));
        }
    }

    #[test]
    fn what_is_extra_and_what_it_is_beyond_come_to_the_amount_and_totals_are_sums_of_unrounded_years(
        start in 1..999_999_999_999_999i64, goal in 1..999_999_999_999i64,
        gdp in prop::collection::vec(1..999_999_999_999i64, 7), versus in prop::sample::select(vec!["flat-cash", "constant-share"]),
    ) {
        let words = format!("{} million EUR by 2031", Decimal::new(goal, 3));
        let table = paths(&words, amount(start), &gdp, &SHAPES, versus);
        let cells = table.select([&columns::AMOUNT_MILLION, &columns::VERSUS_MILLION, &columns::EXTRA_MILLION]).unwrap();
        for rows in cells.chunks(8) {
            for [amount, versus, extra] in rows {
                prop_assert!(is(ratio(versus).plus(ratio(extra)).unwrap(), ratio(amount)));
            }
            for column in 0..3 {
                let sum = Ratio::sum(rows[1..7].iter().map(|row| ratio(row[column]))).unwrap();
                prop_assert!(is(sum, ratio(rows[7][column])));
            }
        }
    }

    #[test]
    fn higher_gdp_never_lowers_what_a_share_asks_for(
        start in 1..20_000i64, goal in 1..20_000i64, gdp in prop::collection::vec(1_000..999_999_999_999i64, 7), more in 0..1_000_000i64,
    ) {
        let words = format!("{}% of GDP by 2031", share(goal));
        let said = Said::Share(format!("{}%", share(start)).parse().unwrap());
        let higher: Vec<i64> = gdp.iter().map(|gdp| gdp + more).collect();
        let [low, high] = [gdp, higher].map(|gdp| paths(&words, said, &gdp, &SHAPES, "flat-cash"));
        let [low, high] = [&low, &high].map(|table| table.select([&columns::AMOUNT_MILLION]).unwrap());
        for ([low], [high]) in low.iter().zip(&high) {
            prop_assert!(ratio(low).compare(ratio(high)).unwrap().is_le());
        }
    }
}

/// So many millionths of a million.
fn amount(of: i64) -> Said {
    let sentence: Sentence = format!("{} million EUR", Decimal::new(of, 6)).parse().unwrap();
    let Quantity::Amount(amount) = sentence.pledge.quantity else { panic!("{sentence}") };
    Said::Amount(amount)
}
