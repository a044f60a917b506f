//! More of something: a larger GDP never asks for less, less precision never decides more, and a figure more leaves the others as they are.

use std::collections::BTreeSet;

use pledgebook::book::Book;
use pledgebook::question::{Judging, Query, ask};
use pledgebook::table::{Cell, Column, Table, Verdict, columns};
use proptest::prelude::*;

use super::answered::{Answer, answers};
use super::inputs;
use super::invented::{invented, newcomer};

/// Rows of both that stand at the same place; the same rows, whatever their figures.
fn pairs<'t, const N: usize>(
    one: &'t Table,
    other: &'t Table,
    of: [&Column; N],
) -> Vec<([&'t Cell; N], [&'t Cell; N])> {
    let [one, other] = [one, other].map(|table| table.select(of).unwrap());
    assert_eq!(one.len(), other.len());
    one.into_iter().zip(other).collect()
}

/// What both answer to what is asked under names that start so.
fn both<'a>(
    one: &'a std::collections::BTreeMap<String, Answer>,
    other: &'a std::collections::BTreeMap<String, Answer>,
    what: &str,
) -> Vec<(&'a Table, &'a Table)> {
    let tables = one.iter().filter(|(name, _)| name.starts_with(what));
    tables.filter_map(|(name, table)| Some((table.as_ref().ok()?, other[name].as_ref().ok()?))).collect()
}

/// Where amounts are of which a larger GDP never asks for less.
const REQUIRED: [(&str, Column); 7] = [
    ("amounts", columns::LOW_MILLION),
    ("amounts", columns::AMOUNT_MILLION),
    ("amounts", columns::HIGH_MILLION),
    ("path", columns::AMOUNT_MILLION),
    ("sensitivity", columns::AMOUNT_MILLION),
    ("claim", columns::COMPUTED_LOW),
    ("claim", columns::COMPUTED_HIGH),
];

/// The first amount of which the other table asks for less. What is beyond a counterfactual may be less, since that grows as well, and so
/// may what a year asks for on the way to money, which is a smaller share of a larger GDP.
fn less(book: &Book, (one, other): (&Table, &Table), column: &Column) -> Option<String> {
    let [beside, commitment] = [columns::COUNTERFACTUAL, columns::COMMITMENT].map(|own| one.column(&own).ok());
    let is_money = |id: &str| {
        book.commitments_named(id).any(|own| own.pledge.is_none_or(|pledge| pledge.share_of_gdp().is_none()))
    };
    if one.name == "path" && commitment.is_some_and(|at| one.rows.iter().any(|row| is_money(row[at].words()))) {
        return None;
    }
    let is_beyond = |row: &[Cell]| beside.is_some_and(|at| !row[at].words().is_empty());
    let is_less = |before: &Cell, after: &Cell| Some(after.ratio()?.compare(before.ratio()?).unwrap().is_lt());
    let at = one.column(column).unwrap();
    assert_eq!(one.rows.len(), other.rows.len());
    let mut rows = one.rows.iter().zip(&other.rows).filter(|(before, _)| !is_beyond(before));
    let found = rows.find(|(before, after)| is_less(&before[at], &after[at]) == Some(true));
    found.map(|(before, after)| format!("{before:?} and {after:?}"))
}

/// What is said of each figure of a year by itself.
fn by_figure(table: &Table) -> BTreeSet<[String; 10]> {
    let cells = [
        &columns::COUNTRY,
        &columns::COMMITMENT,
        &columns::YEAR,
        &columns::DEFINITION,
        &columns::MEASURE,
        &columns::BASIS,
        &columns::SPENT_PUBLISHER,
        &columns::SPENT_PCT,
        &columns::GAP_PP,
        &columns::VERDICT,
    ];
    let printed = |cell: &Cell| cell.printed(2).unwrap().unwrap_or_default().into_owned();
    let rows = table.select(cells).unwrap().into_iter().map(|row| row.map(printed));
    rows.filter(|row| !row[4].is_empty() && !row[2].contains('-')).collect()
}

proptest! {
    #![proptest_config(inputs(4))]

    #[test]
    fn a_larger_gdp_never_asks_for_less_and_turns_no_missed_floor_into_a_met_one(book in invented(), percent in 1..40i64) {
        let (book, grown) = (book.book(), book.grown(percent).book());
        let [one, other] = [&book, &grown].map(|book| answers(book, book.today()));
        for (what, column) in REQUIRED {
            for (one, other) in both(&one, &other, what) {
                prop_assert_eq!(less(&book, (one, other), &column), None, "{}", what);
            }
        }
        for (before, after) in both(&one, &other, "verdicts").into_iter().flat_map(|(one, other)| pairs(one, other, [&columns::PLEDGE, &columns::VERDICT])) {
            let Some(pledge) = before[0].pledge() else { continue };
            let [missed, met] = if pledge.is_ceiling() { [after, before] } else { [before, after] }.map(|row| row[1].verdict());
            let is_met = matches!(met, Some(Verdict::Met | Verdict::MetRounded));
            prop_assert!(missed != Some(Verdict::Missed) || !is_met, "{:?} {:?}", before, after);
        }
    }

    #[test]
    fn less_precision_decides_nothing_otherwise(book in invented(), times in 2..400i64) {
        let (one, other) = (book.book(), book.widened(times).book());
        let [one, other] = [&one, &other].map(|book| answers(book, book.today()));
        let verdicts = both(&one, &other, "verdicts").into_iter().flat_map(|(one, other)| pairs(one, other, [&columns::VERDICT, &columns::PLEDGE, &columns::YEAR, &columns::SPENT_PUBLISHER, &columns::REASON]));
        for (narrow, wide) in verdicts {
            let wide_word = wide[0].verdict();
            prop_assert!(wide_word == narrow[0].verdict() || wide_word == Some(Verdict::Undecided), "{:?} {:?}", narrow, wide);
        }
        for (narrow, wide) in both(&one, &other, "claim").into_iter().flat_map(|(one, other)| pairs(one, other, [&columns::RESULT])) {
            prop_assert!(narrow[0].words() != "true" || wide[0].words() == "true");
        }
    }

    #[test]
    fn a_figure_more_leaves_the_verdicts_on_the_others_as_they_are(book in invented(), row in newcomer()) {
        let mut more = book.clone();
        more.rows.push(row);
        let [one, more] = [book.book(), more.book()];
        for strict in [false, true] {
            let said = |book: &Book| {
                let judging = Judging { strict, ..Judging::default() };
                let countries = Some(book.every_country().collect());
                by_figure(&ask("verdicts", &Query { countries, judging, all: true, ..Query::new(book, one.today()) }).unwrap())
            };
            let (before, after) = (said(&one), said(&more));
            prop_assert!(before.is_subset(&after), "{:?}", before.difference(&after).collect::<Vec<_>>());
        }
    }
}
