//! Laws of paths to pledges: whatever a pledge, its start and GDP are, each shape leads from the one to the other.

use std::sync::{Arc, LazyLock};

use pledgebook::book::{Book, Commitment, Measure, Observation, Unit};
use pledgebook::error::{Kind, Origin, SourceText};
use pledgebook::gdp::WhatIf;
use pledgebook::pledge::{Quantity, Sentence};
use pledgebook::quantity::{Decimal, Ratio};
use pledgebook::question::{Planning, Query, Said, Versus, ask};
use pledgebook::table::{Cell, Table, columns};
use pledgebook::{Error, Errors};
use proptest::prelude::*;

use super::{SHIPPED, inputs};

/// A book that knows nothing but the country and the years of GDP below.
static BARE: LazyLock<Book> = LazyLock::new(|| {
    let book = SHIPPED.clone();
    Book { observations: Vec::new().into(), commitments: Vec::new().into(), scenarios: Vec::new().into(), ..book }
});

/// The same with prices of the book's own country, and rates, as far as it comes with them.
static PRICED: LazyLock<Book> = LazyLock::new(|| {
    let is_price = |row: &&Observation| row.measure == Measure::GdpDeflator && row.country == SHIPPED.country;
    let prices: Vec<Observation> = SHIPPED.observations.iter().filter(is_price).cloned().collect();
    Book { observations: prices.into(), ..BARE.clone() }
});

/// The paths to a pledge of the book's own country, with GDP of 2025 to 2031 in thousandths of a million.
fn planned(book: &Book, words: &str, planning: Planning, gdp: &[i64]) -> Result<Table, Errors> {
    let mut book = book.clone();
    let levels: Vec<String> =
        gdp.iter().zip(2025..).map(|(gdp, year)| format!("{year}={}", Decimal::new(*gdp, 3))).collect();
    let (country, day) = (book.country, book.today());
    WhatIf::named("mine").levels(&levels.join(",")).any_scale().add_to(&mut book, country, day).unwrap();
    let sentence: Sentence = words.parse().unwrap();
    let origin = Origin::new(&Arc::new(SourceText::new("words", words)), 0..words.len());
    let whose = (book.country, book.currency(book.country).unwrap());
    let said = [Commitment::said("said".to_owned(), whose, None, (sentence.pledge, sentence.when), &origin)];
    let planning = Planning { from: Some("2025".parse().unwrap()), ..planning };
    let query = Query {
        said: &said,
        total: planning.versus.is_some(),
        planning,
        scenarios: vec!["mine".to_owned()],
        ..Query::new(&book, book.today())
    };
    ask("path", &query)
}

/// Of some shapes, from what was said to be spent, against a rule.
fn planning(start: Said, shapes: &[&str], versus: &str) -> Planning {
    let planning = shapes.iter().fold(Planning::default(), |planning, shape| planning.shape(shape).unwrap());
    Planning { start: Some(start), versus: Some(Versus::named(&BARE, versus).unwrap()), ..planning }
}

fn paths(words: &str, start: Said, gdp: &[i64], shapes: &[&str], versus: &str) -> Table {
    planned(&BARE, words, planning(start, shapes, versus), gdp).unwrap()
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

    #[test]
    fn money_at_constant_prices_is_the_same_in_the_prices_of_each_year(
        start in 1..999_999_999_999i64, goal in 1..999_999_999i64, gdp in prop::collection::vec(1..999_999_999_999i64, 7),
        of in 2025..2031u16,
    ) {
        let words = format!("{} million EUR by 2030", Decimal::new(goal, 3));
        let constant = planning(amount(start), &["linear", "growth"], "constant-real");
        let prices = Some(of.to_string().parse().unwrap());
        let table = planned(&PRICED, &words, Planning { prices, ..constant.clone() }, &gdp).unwrap();
        let nominal = planned(&PRICED, &words, constant, &gdp).unwrap();
        let columns = [&columns::AMOUNT_MILLION, &columns::VERSUS_MILLION];
        let (real, nominal) = (table.select(columns).unwrap(), nominal.select(columns).unwrap());
        for (real, nominal) in real.chunks(7).zip(nominal.chunks(7)) {
            prop_assert!(real[..6].iter().all(|row| is(ratio(row[1]), ratio(real[0][1]))));
            let at = usize::from(of - 2025);
            prop_assert!(is(ratio(real[at][0]), ratio(nominal[at][0])) && is(ratio(real[0][1]), ratio(nominal[at][1])));
            for (real, nominal) in real[..6].iter().zip(nominal) {
                let [own, other] = [0, 1].map(|column| ratio(real[column]).times(ratio(nominal[1 - column])).unwrap());
                prop_assert!(is(own, other));
            }
        }
    }

    #[test]
    fn what_is_spread_evenly_comes_with_what_is_known_to_what_is_pledged(
        start in 1..999_999_999i64, goal in 1..9_999_999i64, mean in 1..20_000i64, gdp in prop::collection::vec(1_000_000..9_999_999i64, 7),
    ) {
        let flat = |words: &str, start| paths(words, start, &gdp, &["even"], "flat-cash");
        let sum = flat(&format!("{} million EUR over 2025-2031", Decimal::new(goal, 3)), amount(start));
        let share = Said::Share(format!("{}%", share(mean * 2 % 20_000)).parse().unwrap());
        let mean_of = flat(&format!("{}% of GDP on average over 2025-2031", self::share(mean)), share);
        let pledged = [Decimal::new(goal, 3), Decimal::new(mean * 7, 3)];
        for ((table, column), pledged) in [(&sum, &columns::AMOUNT_MILLION), (&mean_of, &columns::SHARE_PCT)].iter().zip(pledged) {
            let cells = table.select([column]).unwrap();
            let known = ratio(cells[0][0]);
            let together = Ratio::sum(cells[..7].iter().map(|[cell]| ratio(cell))).unwrap();
            prop_assert!(is(together, known.max(pledged.into()).unwrap()));
            prop_assert!(cells[1..7].iter().all(|[cell]| is(ratio(cell), ratio(cells[1][0]))));
        }
    }

    #[test]
    fn the_way_to_a_ceiling_is_that_to_the_same_share_and_what_is_below_keeps_it(
        start in 1..20_000i64, goal in 1..20_000i64, gdp in prop::collection::vec(1..999_999_999_999i64, 7),
    ) {
        let said = || Said::Share(format!("{}%", share(start)).parse().unwrap());
        let to = |word: &str| paths(&format!("{word}{}% of GDP by 2031", share(goal)), said(), &gdp, &SHAPES, "flat-cash");
        let [exactly, floor, ceiling] = ["", "at least ", "at most "].map(to);
        for other in [&floor, &ceiling] {
            let [one, other] = [&exactly, other].map(|table| table.select([&columns::SHARE_PCT, &columns::AMOUNT_MILLION]));
            let both = one.unwrap().concat().into_iter().zip(other.unwrap().concat());
            for (one, other) in both {
                prop_assert_eq!(one.ratio(), other.ratio());
            }
        }
        let is_kept = |table: &Table| table.notes.iter().any(|note| note.contains("kept already"));
        prop_assert_eq!((is_kept(&floor), is_kept(&ceiling)), (start >= goal, start <= goal));
    }

    #[test]
    fn money_in_another_currency_is_taken_at_a_rate_of_the_book_or_not_at_all(
        start in 1..20_000i64, goal in 1..999_999_999i64, rate in 1..99_999i64, gdp in prop::collection::vec(1..999_999_999_999i64, 7),
    ) {
        let (words, rate) = (format!("{} million USD by 2031", Decimal::new(goal, 3)), Decimal::new(rate, 3));
        let said = planning(Said::Share(format!("{}%", share(start)).parse().unwrap()), &SHAPES, "flat-cash");
        let refused = planned(&BARE, &words, said.clone(), &gdp).unwrap_err();
        let no_path = |error: &Error| matches!(error.kind(), Kind::NoPath { .. });
        prop_assert!(refused.iter().all(no_path));

        let table = planned(&rated(rate), &words, said, &gdp).unwrap();
        let converted = Ratio::new(Decimal::new(goal, 3), rate).unwrap();
        for rows in table.select([&columns::SHARE_PCT, &columns::AMOUNT_MILLION]).unwrap().chunks(8) {
            prop_assert!(is(ratio(rows[6][1]), converted));
            prop_assert!(is(ratio(rows[6][0]), converted.percent_of(Decimal::new(gdp[6], 3)).unwrap()));
        }
    }

    #[test]
    fn a_path_starts_at_the_figures_of_one_edition_and_says_where_they_are_of_another_gdp(
        country in prop::sample::select(SHIPPED.commitments_named("nato-hague-core").map(|own| own.country).collect::<Vec<_>>()),
    ) {
        let countries = Some(vec![country]);
        let query = Query { commitments: vec!["nato-hague-core".to_owned()], countries, ..Query::new(&SHIPPED, SHIPPED.today()) };
        let table = ask("path", &query).unwrap();
        let columns = [&columns::YEAR, &columns::SHARE_PCT, &columns::AMOUNT_MILLION, &columns::GDP_MILLION];
        let cells = table.select(columns).unwrap();
        let [year, share, money, gdp] = cells[0];
        let rows = SHIPPED.figures_in(country, Measure::SpendingShare, Some("nato"), year.years().unwrap().first());
        let rows: Vec<&Observation> = rows.filter(|row| is(row.value.into(), ratio(share))).collect();
        prop_assert!(!rows.is_empty());
        let of_gdp = ratio(money).percent_of(gdp.number().unwrap()).unwrap().round(2).unwrap();
        let differs = of_gdp != ratio(share).round(2).unwrap();
        let says = table.notes.iter().any(|note| note.contains(&format!("({of_gdp}% on `latest`)")));
        prop_assert!(says || !differs);
    }
}

/// So many millionths of a million.
fn amount(of: i64) -> Said {
    let sentence: Sentence = format!("{} million EUR", Decimal::new(of, 6)).parse().unwrap();
    let Quantity::Amount(amount) = sentence.pledge.quantity else { panic!("{sentence}") };
    Said::Amount(amount)
}

/// The bare book with a rate of 2031: so many of another currency for one of the book's own.
fn rated(rate: Decimal) -> Book {
    let price = PRICED.observations.iter().next().unwrap().clone();
    let per = BARE.currency(BARE.country).unwrap();
    let unit = Unit::Rate { of: "USD".parse().unwrap(), per };
    let year = "2031".parse().unwrap();
    let row = Observation { measure: Measure::ExchangeRate, unit, year, value: rate, precision: None, ..price };
    Book { observations: vec![row].into(), ..BARE.clone() }
}
