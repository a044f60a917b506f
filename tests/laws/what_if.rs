//! What if: a GDP or words that somebody brings are judged as those of the book are.

use pledgebook::book::{Basis, Book, Commitment, Measure};
use pledgebook::error::Origin;
use pledgebook::gdp::feed::{Countries, Feed};
use pledgebook::gdp::{Ground, Resolver};
use pledgebook::question::{Definitions, Judging, Query, ask};
use pledgebook::table::{Column, Table, columns};
use proptest::prelude::*;

use super::verdicts::JUDGED;
use super::{SHIPPED, inputs};

/// Where the GDP of a row comes from.
const PROVENANCE: [Column; 4] = [columns::BASIS, columns::GDP_KIND, columns::GDP_PUBLISHER, columns::GDP_VINTAGE];

/// The verdicts on everything that the book holds.
fn verdicts(query: Query<'_>) -> Table {
    ask("verdicts", &Query { all: true, ..query }).unwrap()
}

/// The rows without some columns, as a program reads them.
fn rows_without(table: &Table, left_out: &[Column]) -> Vec<Vec<String>> {
    let is_left = |column: &Column| left_out.iter().any(|own| own.name == column.name);
    let mut rows = vec![Vec::new(); table.rows.len()];
    for (cells, row) in table.rows.iter().zip(&mut rows) {
        let kept = cells.iter().zip(table.columns).filter(|(_, column)| !is_left(column));
        row.extend(kept.map(|(cell, _)| cell.printed(2).unwrap().unwrap_or_default().into_owned()));
    }
    rows
}

fn on_latest() -> Judging {
    Judging { on: vec![Ground::Basis(Basis::Latest)], ..Judging::default() }
}

/// The book, of whose GDP nobody says to which unit it was published, as nobody does of a scenario.
fn exact(book: &Book) -> Book {
    let mut book = book.clone();
    book.observations.iter_mut().filter(|row| row.measure == Measure::Gdp).for_each(|row| row.precision = None);
    book
}

/// The GDP of a basis as a scenario file.
fn fed(book: &Book) -> Feed {
    let path = Resolver::new(book, book.today()).path("latest", book.country).unwrap();
    let lines = path.values.iter().map(|(year, value)| format!("mine,{year},{}\n", value.gdp.millions()));
    let file = format!("scenario,year,gdp_million\n{}", lines.collect::<String>());
    Feed::read("mine.csv", file.into_bytes(), Countries::of(book, &[])).unwrap()
}

/// Verdicts under a scenario whose GDP is that of a basis, and on the basis: of years that have one, without a word on where it is from.
fn under_the_same_gdp(book: &Book) -> [Vec<Vec<String>>; 2] {
    let years = fed(book).scenarios[0].paths[&book.country].values.keys().copied().collect::<Vec<_>>();
    let query = || Query::new(book, book.today());
    let mut basis = verdicts(Query { judging: on_latest(), ..query() });
    let mine = verdicts(Query { feed: Some(fed(book)), ..query() });
    let at = basis.column(&columns::YEAR).unwrap();
    basis.rows.retain(|row| {
        let asked = row[at].years();
        asked.is_none_or(|asked| asked.first() != asked.last() || years.contains(&asked.first()))
    });
    // that GDP of a year is missing is said of a scenario in other words
    let left_out = [&PROVENANCE[..], &[columns::REASON]].concat();
    [mine, basis].map(|table| rows_without(&table, &left_out))
}

#[test]
fn a_scenario_with_the_gdp_of_a_basis_says_what_the_basis_says() {
    for book in [&*SHIPPED, &*JUDGED] {
        let [mine, basis] = under_the_same_gdp(&exact(book));
        assert_eq!(mine, basis);
    }
}

proptest! {
    #![proptest_config(inputs(24))]

    #[test]
    fn that_holds_of_any_gdp(levels in prop::collection::vec(300_u32..3000, 12)) {
        let mut book = exact(&JUDGED);
        let gdp = book.observations.iter_mut().filter(|row| row.measure == Measure::Gdp);
        gdp.zip(levels).for_each(|(row, level)| row.value = level.into());
        let [mine, basis] = under_the_same_gdp(&book);
        prop_assert_eq!(mine, basis);
    }
}

/// The same pledge as words that somebody says.
fn said(commitment: &Commitment, origin: &Origin) -> Option<Commitment> {
    let definition = commitment.definition.as_ref()?;
    let whose = (commitment.country, commitment.currency);
    let words = (commitment.pledge?, commitment.when);
    Some(Commitment::said(commitment.id.clone(), whose, Some(&definition.id), words, origin))
}

#[test]
fn words_are_judged_as_a_commitment_that_says_the_same() {
    for book in [&*SHIPPED, &*JUDGED] {
        for commitment in book.commitments.iter().filter(|own| own.tolerance.is_none()) {
            let Some(said) = said(commitment, &commitment.origin) else { continue };
            let query = || Query { judging: on_latest(), ..Query::new(book, book.today()) };
            let written = verdicts(Query { commitments: vec![commitment.id.clone()], ..query() });
            let spoken = verdicts(Query { said: &[said], ..query() });
            assert_eq!(rows_without(&spoken, &[]), rows_without(&written, &[]));
        }
    }
}

#[test]
fn every_definition_at_once_is_each_of_them_by_itself() {
    for book in [&*SHIPPED, &*JUDGED] {
        let judged = |by| verdicts(Query { judging: Judging { by, ..on_latest() }, ..Query::new(book, book.today()) });
        let all = rows_without(&judged(Definitions::Family), &[]);
        let own = rows_without(&judged(Definitions::Own), &[]);
        assert!(own.iter().all(|row| all.contains(row)));
        let one = |id: &String| rows_without(&judged(Definitions::One(id.clone())), &[]);
        let each: Vec<_> = book.definitions.iter().flat_map(|definition| one(&definition.id)).collect();
        assert!(all.iter().all(|row| own.contains(row) || each.contains(row)));
    }
}
