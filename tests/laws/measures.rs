//! Rows by measure: a figure more leaves the others as they are, and what a year is set against decides less the wider it is.

use std::collections::BTreeSet;

use pledgebook::book::{Basis, Book, Commitment, Kind, Observation};
use pledgebook::gdp::{Ground, Resolver};
use pledgebook::pledge::{Pledge, Qualifier, Quantity, When};
use pledgebook::quantity::{Decimal, Year, add};
use pledgebook::question::{Query, question};
use pledgebook::table::columns;
use pledgebook::verdict::{Judge, Measure, Verdict};
use proptest::prelude::*;
use proptest::sample::select;

use super::inputs;
use super::verdicts::JUDGED;

/// What is said of each figure of one year by itself: the commitment, the year, whose figure by which measure, and the verdict.
fn said(book: &Book) -> BTreeSet<[String; 6]> {
    let query = Query { all: true, ..Query::new(book, "2030-12-31".parse().unwrap()) };
    let table = (question("verdicts").unwrap().build)(&query).unwrap();
    let cells = [
        &columns::COMMITMENT,
        &columns::YEAR,
        &columns::MEASURE,
        &columns::SPENT_PUBLISHER,
        &columns::SPENT_PCT,
        &columns::VERDICT,
    ];
    let printed = |row: [&pledgebook::table::Cell; 6]| {
        row.map(|cell| cell.printed(2).unwrap().map(std::borrow::Cow::into_owned).unwrap_or_default())
    };
    let rows = table.select(cells).unwrap().into_iter().map(printed);
    rows.filter(|[_, years, measure, ..]| !measure.is_empty() && !years.contains('-')).collect()
}

/// Whether a publisher's figure that cannot be set against the pledge, in another currency, stands back for one that can.
fn gives_way(row: &[String; 6], after: &BTreeSet<[String; 6]>) -> bool {
    row[4].is_empty() && after.iter().any(|other| other[..4] == row[..4] && !other[4].is_empty())
}

/// A figure of what nothing else is a part or a share of, of a publisher that is new or says something else already.
fn figure() -> impl Strategy<Value = Observation> {
    let definitions = select(vec!["defence", "aid", "drones", "boats"]);
    let publishers = select(vec!["Newcomer", "Statistics", "Bank", "Ministry"]);
    let series = select(vec!["spending", "spending-share"]);
    (definitions, publishers, series, 2019..2031u16, 1..90_000i64).prop_map(
        |(definition, publisher, series, year, value)| {
            let of = |row: &&Observation| row.measure.to_string() == series;
            let template = JUDGED.observations.iter().find(of).unwrap().clone();
            Observation {
                definition: Some(definition.to_owned()),
                year: year.to_string().parse().unwrap(),
                value: Decimal::new(value, 3),
                precision: None,
                // weaker than anything else, so that it takes the place of nothing
                kind: Kind::Assumption,
                publisher: publisher.to_owned(),
                ..template
            }
        },
    )
}

/// The verdict on the money of 2024, and on the share that is published of it, set against those of 2021.
fn relative(pledge: Pledge, [before, now]: [(Decimal, Option<Decimal>); 2]) -> [Verdict; 2] {
    let mut book = JUDGED.clone();
    let year = |number: &str| number.parse::<Year>().unwrap();
    let row = |series: &str, at, (value, precision)| {
        let template = book.observations.iter().find(|row| row.measure.to_string() == series).unwrap().clone();
        Observation { definition: Some("drones".to_owned()), year: at, value, precision, ..template }
    };
    let rows = [
        ("spending", "2021", before),
        ("spending", "2024", now),
        ("spending-share", "2021", before),
        ("spending-share", "2024", now),
    ];
    let rows: Vec<Observation> = rows.map(|(series, at, figure)| row(series, year(at), figure)).into();
    book.observations = rows.into();
    let own = book.commitments.iter().find(|own| own.id == "coarse").unwrap();
    book.commitments =
        vec![Commitment { pledge: Some(pledge), when: Some(When::Each(year("2024").into())), ..own.clone() }].into();
    let (as_of, ground) = ("2030-12-31".parse().unwrap(), Ground::from(Basis::Latest));
    let path = Resolver::new(&book, as_of).path("latest", book.country).unwrap();
    let (judge, definition) = (Judge::new(&book, as_of, false), book.definition("drones").unwrap());
    let judged = judge.judge(&book.commitments[0], definition, (&ground, &path), year("2024").into()).unwrap();
    [Measure::Money, Measure::Published].map(|measure| {
        let of = judged.iter().find(|judgement| judgement.measure() == Some(measure));
        of.map_or_else(|| panic!("{judged:?}"), |judgement| judgement.verdict)
    })
}

fn change() -> impl Strategy<Value = Pledge> {
    use Qualifier::{About, AtLeast, AtMost, Exactly, LessThan, MoreThan};
    let words = vec!["20% more than in 2021", "10% less than in 2021", "twice that of 2021", "150% that of 2021"];
    let qualifiers = vec![Exactly, AtLeast, MoreThan, AtMost, LessThan, About];
    (select(words), select(qualifiers)).prop_map(|(words, qualifier)| {
        let quantity: Quantity = words.parse::<Pledge>().unwrap().quantity;
        Pledge { qualifier, quantity }
    })
}

fn precision() -> impl Strategy<Value = Option<Decimal>> {
    prop_oneof![Just(None), (1..4_000i64).prop_map(|unit| Some(Decimal::new(unit, 3)))]
}

proptest! {
    #![proptest_config(inputs(40))] // each judges a whole book twice

    #[test]
    fn a_figure_more_changes_no_other_row(figure in figure()) {
        let mut more = JUDGED.clone();
        more.observations.push(figure);
        let (before, after) = (said(&JUDGED), said(&more));
        let lost: Vec<_> = before.difference(&after).filter(|row| !gives_way(row, &after)).collect();
        prop_assert!(lost.is_empty(), "{:?}", lost);
    }
}

proptest! {
    #![proptest_config(inputs(200))]

    #[test]
    fn a_wider_figure_of_the_year_that_is_set_against_decides_less(
        pledge in change(),
        before in 500..9_000i64,
        factor in 70..230i64,
        off in -60..60i64,
        precisions in [precision(), precision(), precision(), precision()],
    ) {
        let (before, now) = (Decimal::new(before, 2), add(Decimal::new(before * factor, 4), Decimal::new(off, 2))?);
        let [one, other, then, after] = precisions;
        let at = |of_then: Option<Decimal>, of_now| relative(pledge, [(before, of_then), (now, of_now)]);
        let narrow = at(one.min(other), then.min(after));
        for wide in [at(one.max(other), then.min(after)), at(one.min(other), then.max(after)), at(one.max(other), then.max(after))] {
            for (narrow, wide) in narrow.into_iter().zip(wide) {
                prop_assert!(wide == narrow || wide == Verdict::Undecided, "{} from {}", wide, narrow);
            }
        }
        // of a share and of money the same is said, since only the unit is another
        prop_assert_eq!(narrow[0], narrow[1]);
    }
}
