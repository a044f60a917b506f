//! Taken apart and put together: years, commitments, countries and pieces of a file by themselves say what they say among all.

use std::collections::BTreeMap;

use pledgebook::book::Book;
use pledgebook::gdp::feed::{Countries, Feed};
use pledgebook::quantity::{Ratio, YearRange};
use pledgebook::question::{Definitions, Judging, QUESTIONS, Query, Question, ask};
use pledgebook::table::{Cell, Column, Table, columns};
use proptest::prelude::*;

use super::answered::{about, answers, queries, rows};
use super::invented::{book_of, invented};
use super::{answered, inputs};

/// The questions of which a row is about more than one of the years that are asked for, or only one year can be.
const NOT_BY_YEAR: [&str; 6] = ["league", "progress", "timeline", "path", "sensitivity", "why"];
/// Those that are about one commitment, or about something else.
const NOT_BY_COMMITMENT: [&str; 9] =
    ["claim", "gdp", "league", "path", "scenarios", "sensitivity", "timeline", "verify", "why"];
/// Those of which a row is about several countries.
const NOT_BY_COUNTRY: [&str; 1] = ["timeline"];

fn all(book: &Book) -> Query<'_> {
    Query { countries: Some(book.every_country().collect()), all: true, ..Query::new(book, book.today()) }
}

/// Every column but the place among others.
fn of_itself(column: &Column) -> bool {
    column.name != columns::RANK.name
}

/// The rows of an answer; none where it asks for more than it was told.
fn said(question: &Question, query: &Query<'_>) -> Vec<Vec<String>> {
    answered(question, query).map(|table| rows(&table, of_itself)).unwrap_or_default()
}

fn asked(question: &str, query: &Query<'_>) -> Vec<Vec<String>> {
    said(pledgebook::question::question(question).unwrap(), query)
}

fn questions(but: &[&str]) -> impl Iterator<Item = &'static Question> {
    QUESTIONS.iter().filter(|own| !but.contains(&own.name))
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

/// A row of a claim about several years names GDP with its year.
fn without_year(mut row: Vec<String>) -> Vec<String> {
    row.iter_mut().take(1).for_each(|cell| *cell = cell.split(" in 2").next().unwrap_or_default().to_owned());
    row
}

proptest! {
    #![proptest_config(inputs(8))]

    #[test]
    fn years_one_after_the_other_are_the_years_together(book in invented(), first in 2019..2030u16, more in 0..6u16, after in 1..6u16) {
        // growth that goes on to the end of the years has another end in each piece
        let book = book.without_end().book();
        let parts = [[first, first + more], [first + more + 1, first + more + after], [first, first + more + after]];
        let is_by_year = |name: &str| !name.starts_with("picture") && !NOT_BY_YEAR.iter().any(|own| name.starts_with(own));
        for (name, question, query) in queries(&book, book.today(), "20 million").into_iter().filter(|(name, ..)| is_by_year(name)) {
            let [left, right, whole] = parts.map(|[first, last]| {
                let years = Some(format!("{first}-{last}").parse::<YearRange>().unwrap());
                said(question, &Query { years, ..query.clone() }).into_iter().map(without_year).collect::<Vec<_>>()
            });
            prop_assert_eq!(once([left, right].concat()), once(whole), "{}", name);
        }
    }

    #[test]
    fn each_commitment_by_itself_has_the_rows_that_it_has_among_all(book in invented()) {
        let book = book.book();
        for question in questions(&NOT_BY_COMMITMENT) {
            let each = book.commitments.iter().flat_map(|own| said(question, &about(own, &all(&book)))).collect();
            prop_assert_eq!(once(each), once(said(question, &all(&book))), "{}", question.name);
        }
    }

    #[test]
    fn each_country_by_itself_has_the_rows_that_it_has_among_all(book in invented()) {
        let book = book.book();
        // by which definition and in which years countries are compared is chosen for all of them
        let compared = Judging { by: Definitions::One("nato".to_owned()), ..Judging::default() };
        let (years, since) = (Some("2024".parse().unwrap()), Some("2022".parse().unwrap()));
        for question in questions(&NOT_BY_COUNTRY) {
            let query = if question.name == "league" { Query { judging: compared.clone(), years, since, ..all(&book) } } else { all(&book) };
            let of = |country| said(question, &Query { countries: Some(vec![country]), ..query.clone() });
            prop_assert_eq!(once(book.every_country().flat_map(of).collect()), once(said(question, &query)), "{}", question.name);
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
