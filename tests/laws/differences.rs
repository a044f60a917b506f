//! Differences: a book against itself differs in nothing, two states differ from each other alike from either side, and what was
//! added is what is said, whatever the order of the rows.

use pledgebook::book::{Book, Measure, Observation};
use pledgebook::quantity::Decimal;
use pledgebook::question::{Cause, Change, Changed, Flip, Query, figures_between, flips};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use super::inputs;
use super::verdicts::JUDGED;

/// What somebody did to a row of a book: took it out, or gave it another value or vintage, or all of them.
#[derive(Debug, Clone)]
enum Edit {
    Gone,
    Value(i64),
    Edition(i64),
}

fn edits() -> impl Strategy<Value = Vec<(Index, Edit)>> {
    let edit = prop_oneof![
        1 => Just(Edit::Gone),
        2 => (-20_i64..20).prop_map(Edit::Value),
        4 => (-20_i64..20).prop_map(Edit::Edition),
    ];
    prop::collection::vec((any::<Index>(), edit), 0..6)
}

/// A book in which some rows are others; a later edition stands beside the row that it revises.
fn edited(edits: &[(Index, Edit)]) -> Book {
    let (mut book, rows) = (JUDGED.clone(), JUDGED.observations.len());
    for (at, edit) in edits {
        let row = book.observations[at.index(rows)].clone();
        let moved = |by: &i64| (row.value + Decimal::from(*by)).max(Decimal::ONE);
        match edit {
            Edit::Gone => book.observations[at.index(rows)].vintage = "2190-01-01".parse().unwrap(),
            Edit::Value(by) => book.observations[at.index(rows)].value = moved(by),
            Edit::Edition(by) => {
                let vintage = "2026-05-31".parse().unwrap();
                let twice = |own: &Observation| own.vintage == vintage && same_figure(own, &row);
                if !book.observations.iter().any(twice) {
                    book.observations.push(Observation { value: moved(by), vintage, ..row });
                }
            }
        }
    }
    book
}

fn same_figure(one: &Observation, other: &Observation) -> bool {
    let figure = |row: &Observation| {
        (row.country, row.measure, row.definition.clone(), row.year, row.publisher.clone(), row.unit)
    };
    figure(one) == figure(other)
}

fn query(book: &Book) -> Query<'_> {
    Query::new(book, "2026-12-31".parse().unwrap())
}

/// Everything that is said of a changed figure.
type Told = (Change, Option<String>, Option<String>, Option<Decimal>);

fn told(changed: &[Changed<'_>], mirrored: bool) -> Vec<Told> {
    let row =
        |row: Option<&Observation>| row.map(|row| format!("{row:?}").split(", origin").next().unwrap().to_owned());
    let told = changed.iter().map(|one| match (mirrored, one.change) {
        (false, change) => (change, row(one.then), row(one.now), one.moved),
        (true, Change::New) => (Change::Gone, row(one.now), row(one.then), None),
        (true, Change::Gone) => (Change::New, row(one.now), row(one.then), None),
        (true, change) => (change, row(one.now), row(one.then), one.moved.map(|moved| -moved)),
    });
    let mut told: Vec<Told> = told.collect();
    told.sort();
    told
}

fn mirrored(flips: Vec<Flip>) -> Vec<Flip> {
    flips.into_iter().map(|flip| Flip { then: flip.now, now: flip.then, ..flip }).collect()
}

proptest! {
    #![proptest_config(inputs(24))]

    #[test]
    fn a_book_differs_from_itself_in_nothing(edits in edits()) {
        let book = edited(&edits);
        prop_assert!(figures_between(&query(&book), &query(&book.clone())).unwrap().is_empty());
        if let Ok(flips) = flips(&query(&book), &query(&book)) {
            prop_assert!(flips.is_empty());
        }
    }

    #[test]
    fn from_the_other_side_old_and_new_change_places(one in edits(), other in edits()) {
        let (one, other) = (edited(&one), edited(&other));
        let (there, back) = [(&one, &other), (&other, &one)].map(|(then, now)| (query(then), query(now))).into();
        prop_assert_eq!(
            told(&figures_between(&there.0, &there.1).unwrap(), false),
            told(&figures_between(&back.0, &back.1).unwrap(), true)
        );
        if let (Ok(there), Ok(back)) = (flips(&there.0, &there.1), flips(&back.0, &back.1)) {
            prop_assert!(there.iter().all(|flip| !flip.causes.is_empty()));
            prop_assert_eq!(there, mirrored(back));
        }
    }

    #[test]
    fn no_order_of_rows_changes_what_differs(
        edits in edits(),
        rows in Just((0..JUDGED.observations.len()).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let (then, now) = (JUDGED.clone(), edited(&edits));
        let mut shuffled = then.clone();
        shuffled.observations = rows.iter().map(|at| then.observations[*at].clone()).collect::<Vec<_>>().into();
        let said = |then: &Book| told(&figures_between(&query(then), &query(&now)).unwrap(), false);
        prop_assert_eq!(said(&then), said(&shuffled));
        if let (Ok(one), Ok(other)) = (flips(&query(&then), &query(&now)), flips(&query(&shuffled), &query(&now))) {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn the_rows_of_an_edition_are_what_differs_once_they_are_added(
        rows in subsequence((0..JUDGED.observations.len()).collect::<Vec<_>>(), 0..12),
        by in -20_i64..20,
        spending_alone in any::<bool>(),
    ) {
        let (then, mut now) = (JUDGED.clone(), JUDGED.clone());
        for at in rows {
            let row = &then.observations[at];
            let is_wanted = row.measure.has_definition() == spending_alone;
            let vintage = "2026-05-31".parse().unwrap();
            let added = now.observations[then.observations.len()..].iter().any(|own| same_figure(own, row));
            if is_wanted && !added {
                let value = (row.value + Decimal::from(by)).max(Decimal::ONE);
                now.observations.push(Observation { value, vintage, ..row.clone() });
            }
        }
        let added = &now.observations[then.observations.len()..];
        let changed = figures_between(&query(&then), &query(&now)).unwrap();
        prop_assert_eq!(changed.len(), added.len());
        for row in added {
            prop_assert!(changed.iter().any(|one| one.brought().is_some_and(|new| std::ptr::eq(new, row))));
        }
        let cause = if spending_alone { Cause::Spending } else { Cause::Gdp };
        for flip in flips(&query(&then), &query(&now)).unwrap() {
            prop_assert_eq!(flip.causes, [cause]);
        }
    }
}

#[test]
fn a_verdict_flips_because_of_what_would_have_flipped_it_by_itself() {
    let mut now = JUDGED.clone();
    let vintage = "2026-05-31".parse().unwrap();
    let gdp = JUDGED.observations.iter().find(|row| row.measure == Measure::Gdp && row.year.number() == 2023).unwrap();
    let spent = |row: &&Observation| row.definition.as_deref() == Some("defence") && row.year.number() == 2023;
    let spent = JUDGED.observations.iter().find(spent).unwrap();
    // 36 of 1000 is about 4%; 36 of 1010 is not, nor are 30 of 1000
    now.observations.push(Observation { value: Decimal::from(1010), vintage, ..gdp.clone() });
    let of_gdp = flips(&query(&JUDGED), &query(&now)).unwrap();
    now.observations.push(Observation { value: Decimal::from(30), vintage, ..spent.clone() });
    let of_both = flips(&query(&JUDGED), &query(&now)).unwrap();
    let defence = |flips: &[Flip]| -> Vec<Vec<Cause>> {
        let own = flips.iter().filter(|flip| flip.judged.commitment == "near");
        own.map(|flip| flip.causes.clone()).collect()
    };
    assert_eq!(defence(&of_gdp), [[Cause::Gdp]]);
    assert_eq!(defence(&of_both), [[Cause::Spending, Cause::Gdp]]);
}
