//! Taken apart and put together: years, commitments, countries and pieces of a file by themselves say what they say among all.

use std::collections::BTreeMap;

use pledgebook::book::Book;
use pledgebook::gdp::feed::{Countries, Feed};
use pledgebook::quantity::{Ratio, YearRange};
use pledgebook::question::{Query, ask};
use pledgebook::table::{Cell, Column, Table, columns};
use proptest::prelude::*;

use super::answered::{about, answers, rows};
use super::inputs;
use super::invented::{book_of, invented};

/// The questions whose rows are about years that can be asked for.
const BY_YEAR: [&str; 4] = ["amounts", "verdicts", "gdp", "verify"];
/// Those whose rows are about commitments.
const BY_COMMITMENT: [&str; 4] = ["amounts", "verdicts", "commitments", "progress"];
/// Those whose rows are about countries, each by itself.
const BY_COUNTRY: [&str; 6] = ["amounts", "verdicts", "gdp", "commitments", "verify", "progress"];

fn all(book: &Book) -> Query<'_> {
    Query { countries: Some(book.every_country().collect()), all: true, ..Query::new(book, book.today()) }
}

fn every(column: &Column) -> bool {
    !column.name.is_empty()
}

fn asked(question: &str, query: &Query<'_>) -> Vec<Vec<String>> {
    ask(question, query).map(|table| rows(&table, every)).unwrap()
}

/// Without what is there twice.
fn once(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    rows.sort();
    rows.dedup();
    rows
}

/// The sum of what stands in these rows, not rounded; nothing if one is unknown.
fn sum<'c>(cells: impl Iterator<Item = &'c Cell>) -> Option<Ratio> {
    let ratios: Option<Vec<Ratio>> = cells.map(Cell::ratio).collect();
    Some(Ratio::sum(ratios?).unwrap())
}

fn feed(book: &Book, lines: &[String]) -> Feed {
    let text = format!("scenario,year,gdp_million,country\n{}", lines.concat());
    Feed::read("f.csv", text.into_bytes(), Countries::of(book, &[])).unwrap()
}

proptest! {
    #![proptest_config(inputs(8))]

    #[test]
    fn years_one_after_the_other_are_the_years_together(book in invented(), first in 2019..2030u16, more in 0..6u16, after in 1..6u16) {
        // growth that goes on to the end of the years has another end in each piece
        let book = book.without_end().book();
        let over = |first: u16, last: u16| {
            let years = Some(format!("{first}-{last}").parse::<YearRange>().unwrap());
            move |question: &str, query: &Query<'_>| asked(question, &Query { years, ..query.clone() })
        };
        let (left, right) = (over(first, first + more), over(first + more + 1, first + more + after));
        let whole = over(first, first + more + after);
        for question in BY_YEAR {
            let [left, right, whole] = [left(question, &all(&book)), right(question, &all(&book)), whole(question, &all(&book))];
            prop_assert_eq!(once([left, right].concat()), once(whole), "{}", question);
        }
    }

    #[test]
    fn each_commitment_by_itself_has_the_rows_that_it_has_among_all(book in invented()) {
        let book = book.book();
        for question in BY_COMMITMENT {
            let each = book.commitments.iter().flat_map(|own| asked(question, &about(own, &all(&book)))).collect();
            prop_assert_eq!(once(each), once(asked(question, &all(&book))), "{}", question);
        }
    }

    #[test]
    fn each_country_by_itself_has_the_rows_that_it_has_among_all(book in invented()) {
        let book = book.book();
        for question in BY_COUNTRY {
            let of = |country| asked(question, &Query { countries: Some(vec![country]), ..all(&book) });
            prop_assert_eq!(once(book.every_country().flat_map(of).collect()), once(asked(question, &all(&book))), "{}", question);
        }
    }

    #[test]
    fn pieces_of_a_feed_are_the_feed(
        book in invented(), paths in prop::collection::vec(prop::collection::btree_map((0..2usize, 2020..2031u16), 500..3_000u32, 1..9), 1..6), cut in any::<prop::sample::Index>(),
    ) {
        let book = book.book();
        let scenario = |(at, path): (usize, &BTreeMap<(usize, u16), u32>)| {
            path.iter().map(|((whose, year), gdp)| format!("s{at},{year},{gdp}.5,{}\n", ["AAA", "BBB"][*whose])).collect::<String>()
        };
        let scenarios: Vec<String> = paths.iter().enumerate().map(scenario).collect();
        let (left, right) = scenarios.split_at(cut.index(scenarios.len() + 1));
        for question in ["amounts", "verdicts"] {
            let of = |lines: &[String]| if lines.is_empty() { Vec::new() } else { asked(question, &Query { feed: Some(feed(&book, lines)), ..all(&book) }) };
            prop_assert_eq!(once([of(left), of(right)].concat()), once(of(&scenarios)), "{}", question);
        }
    }

    #[test]
    fn a_total_is_the_sum_of_what_is_not_rounded_yet(book in invented()) {
        let book = book.book();
        let table = ask("amounts", &Query { total: true, ..all(&book) }).unwrap();
        let cells = table.select([&columns::SCENARIO, &columns::COUNTRY, &columns::YEAR, &columns::COMMITMENT, &columns::AMOUNT_MILLION]).unwrap();
        let is_total = |cells: &[&Cell; 5]| cells[3].words() == "total";
        for total in cells.iter().filter(|cells| is_total(cells)) {
            let Some(sum_of_all) = total[4].ratio() else { continue };
            let own = cells.iter().filter(|cells| !is_total(cells) && cells[..3] == total[..3]);
            let ids: Vec<&str> = own.clone().map(|cells| cells[3].words()).collect();
            let addends = pledgebook::evaluate::addends(&book, total[1].country().unwrap(), &ids).unwrap();
            let expected = sum(addends.iter().filter_map(|at| own.clone().nth(*at)).map(|cells| cells[4])).unwrap();
            prop_assert!(sum_of_all.compare(expected).unwrap().is_eq(), "{:?}", total);
        }
    }

    #[test]
    fn the_parts_of_a_change_come_to_the_whole(book in invented()) {
        let book = book.book();
        let changes = answers(&book, book.today()).into_iter().filter(|(name, _)| name.starts_with("why"));
        for (name, table) in changes.filter_map(|(name, table)| Some((name, table.ok()?))) {
            prop_assert!(add_up(&table, &columns::EFFECT_MILLION) && add_up(&table, &columns::EFFECT_PP), "{}", name);
        }
    }
}

fn add_up(table: &Table, column: &Column) -> bool {
    let cells = table.select([&columns::PART, column]).unwrap();
    let total = |cells: &&[&Cell; 2]| cells[0].words() == "total";
    let parts = sum(cells.iter().filter(|cells| !total(cells)).map(|cells| cells[1]));
    let whole = cells.iter().find(total).and_then(|cells| cells[1].ratio());
    parts.zip(whole).is_none_or(|(parts, whole)| parts.compare(whole).unwrap().is_eq())
}

#[test]
fn a_total_stands_beside_the_gdp_of_its_year_whatever_the_first_pledge_is_a_share_of() {
    for pledges in [["1% of GNI", "1% of GDP"], ["1% of GDP", "1% of GNI"]] {
        let book = book_of(&pledges, &[("gdp", "", "outturn", 1_000), ("gni", "", "outturn", 900)]);
        let table = ask("amounts", &Query { total: true, ..all(&book) }).unwrap();
        let cells = table.select([&columns::COMMITMENT, &columns::GDP_MILLION]).unwrap();
        let total = cells.iter().find(|cells| cells[0].words() == "total").unwrap();
        assert_eq!(total[1].printed(2).unwrap().as_deref(), Some("1000"), "{pledges:?}");
    }
}
