//! What holds of the timeline of every book, on whatever day.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;

use super::super::{Query, ask};
use super::statement::statements;
use crate::book::Book;
use crate::quantity::{Date, Ratio};
use crate::table::columns::{AMOUNT_MILLION, AMOUNT_NOW_MILLION, AMOUNT_THEN_MILLION, ANNOUNCED, COMMITMENT, YEAR};
use crate::table::{Cell, Table};

fn books() -> [Book; 4] {
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books");
    ["north", "pact", "allies", "judged"].map(|name| Book::read(&books.join(name)).unwrap())
}

/// A day on which something was said or published, or the last of the book.
fn day(book: &Book, at: prop::sample::Index) -> Date {
    let said = book.commitments.iter().map(|own| own.announced);
    let days: Vec<Date> = said.chain(book.observations.iter().map(|row| row.vintage)).chain([book.today()]).collect();
    days[at.index(days.len())].to_day()
}

fn ids(table: &Table) -> Vec<&str> {
    table.select([&COMMITMENT]).unwrap().into_iter().map(|[id]| id.words()).collect()
}

/// What a commitment comes to in the first of its rows.
fn amount(table: &Table, id: &str) -> Option<Ratio> {
    let rows = table.select([&COMMITMENT, &YEAR, &AMOUNT_MILLION]).unwrap();
    rows.into_iter().find(|[own, ..]| own.words() == id).and_then(|[_, _, amount]| amount.ratio())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_known_statement_is_told_once_in_the_order_of_days(at in any::<prop::sample::Index>(), each in any::<bool>()) {
        for book in &books() {
            let countries = each.then(|| book.every_country().collect());
            let query = Query { countries, ..Query::new(book, day(book, at)) };
            let table = ask("timeline", &query).unwrap();
            let known: BTreeSet<&str> = query.known().map(|own| own.id.as_str()).collect();
            let told = ids(&table);
            prop_assert_eq!(told.len(), known.len());
            prop_assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), known);
            let days: Vec<Date> = table.select([&ANNOUNCED]).unwrap().iter().filter_map(|[day]| day.date()).collect();
            prop_assert_eq!(days.len(), table.rows.len());
            prop_assert!(days.windows(2).all(|pair| pair[0].last_day() <= pair[1].last_day()));
        }
    }

    #[test]
    fn now_is_what_amounts_say_and_then_what_they_said(at in any::<prop::sample::Index>()) {
        for book in &books() {
            let on = |day: Date| Query { all: true, scenarios: vec!["latest".to_owned()], ..Query::new(book, day) };
            let query = on(day(book, at));
            let (table, now) = (ask("timeline", &query).unwrap(), ask("amounts", &query).unwrap());
            let both = table.select([&AMOUNT_THEN_MILLION, &AMOUNT_NOW_MILLION]).unwrap();
            for (statement, [then, is]) in statements(&query).iter().zip(both) {
                let own = statement.first();
                // on the day of the statement a member may not have been one yet
                let said = ask("amounts", &Query { commitments: vec![own.id.clone()], ..on(own.announced.to_day()) }).unwrap();
                let was = if said.rows.is_empty() { Cell::ratio(then) } else { amount(&said, &own.id) };
                prop_assert_eq!((Cell::ratio(then), Cell::ratio(is)), (was, amount(&now, &own.id)));
            }
        }
    }
}
