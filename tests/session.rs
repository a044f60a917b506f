//! A session answers as the tables do, and everything that it says stands by itself.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::ops::RangeInclusive;
use std::path::Path;
use std::thread;

use pledgebook::Session;
use pledgebook::book::Book;
use pledgebook::error::Kind;
use pledgebook::evaluate::Outcome;
use pledgebook::gdp::WhatIf;
use pledgebook::quantity::{Money, Year, YearRange};
use pledgebook::question::{Query, ask, doubts_behind};
use pledgebook::session::{AmountOf, VerdictOn};
use pledgebook::table::{Cell, Table, columns};
use pledgebook::verdict::Ruling;

/// What may be kept, cloned and sent to another thread.
const fn stands_by_itself<T: Clone + Send + Sync + 'static>() {}
const _: () = {
    stands_by_itself::<Session>();
    stands_by_itself::<AmountOf>();
    stands_by_itself::<VerdictOn>();
    stands_by_itself::<Outcome>();
    stands_by_itself::<Ruling>();
    stands_by_itself::<Table>();
};

fn sessions() -> Vec<Session> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books");
    let mut folders: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let read = folders.into_iter().map(|folder| Session::read(folder).unwrap());
    read.chain([Session::embedded().unwrap()]).map(|book| book.of_every_country()).collect()
}

/// The answer to a question on every commitment, superseded ones included.
fn all(name: &str, book: &Session) -> Table {
    ask(name, &Query { all: true, ..book.query() }).unwrap()
}

#[test]
fn an_amount_is_that_of_the_table() {
    let mut seen = 0;
    for book in sessions() {
        let of = [
            &columns::COUNTRY,
            &columns::COMMITMENT,
            &columns::SCENARIO,
            &columns::YEAR,
            &columns::AMOUNT_MILLION,
            &columns::REASON,
        ];
        for [country, id, scenario, years, amount, reason] in all("amounts", &book).select(of).unwrap() {
            let commitment = book
                .of(country.country().unwrap().code())
                .unwrap()
                .amount(id.words())
                .unwrap()
                .under(scenario.words())
                .unwrap();
            let outcome = commitment.in_year(years.years().unwrap().first()).unwrap();
            assert_eq!(Some(outcome.years), years.years());
            assert_eq!(outcome.money().map(Money::millions), amount.number(), "{} {}", id.words(), scenario.words());
            assert_eq!(outcome.remarks().join("; "), reason.words());
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn verdicts_are_those_of_the_table() {
    for book in sessions() {
        let of = [
            &columns::COUNTRY,
            &columns::COMMITMENT,
            &columns::YEAR,
            &columns::VERDICT,
            &columns::SPENT_MILLION,
            &columns::GAP_MILLION,
            &columns::REASON,
        ];
        let table = all("verdicts", &book);
        let rows = table.select(of).unwrap();
        for rows in rows.chunk_by(|one, other| one[..3] == other[..3]) {
            let [country, id, years, ..] = &rows[0];
            let (id, years) = (id.words(), years.years());
            let judged = book.of(country.country().unwrap().code()).unwrap().judge(id).unwrap();
            let rulings = match years {
                Some(years) => judged.in_year(years.last()).unwrap(),
                None => judged.in_each_year().unwrap(),
            };
            assert_eq!(rulings.len(), rows.len(), "{id}");
            for (ruling, [_, _, _, verdict, spent, gap, reason]) in rulings.iter().zip(rows) {
                assert_eq!((Some(ruling.verdict), ruling.years), (verdict.verdict(), years), "{id}");
                assert_eq!(ruling.spent.map(Money::millions), spent.number(), "{id}");
                assert_eq!(ruling.gap.map(Money::millions), gap.number(), "{id}");
                assert_eq!(ruling.reason, reason.words(), "{id}");
            }
        }
    }
}

#[test]
fn what_rests_on_gdp_that_is_out_of_scale_says_so_once() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/gdp-doubtful-gdp/book/series/gdp.csv");
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/small");
    let read = |name: &str| (name.to_owned(), std::fs::read(small.join(name)).unwrap());
    let names = ["book.toml", "definitions.toml", "sources.toml", "scenarios.toml", "commitments/aaa.toml"];
    let series = ("series/gdp.csv".to_owned(), std::fs::read(case).unwrap());
    let book = Session::from_memory(names.map(read).into_iter().chain([series])).unwrap();
    let doubts = |table: Table| doubts_behind(&book.query(), &table).iter().map(|doubt| doubt.kind().name()).collect();
    let [amounts, gdp]: [Vec<&str>; 2] = [book.amounts(), book.gdp()].map(|table| doubts(table.unwrap()));
    assert_eq!((amounts, gdp), (vec!["doubtful-gdp"], vec!["doubtful-gdp"]));
    assert!(doubts_behind(&book.query(), &book.over(2025).unwrap().gdp().unwrap()).is_empty());
    assert!(doubts_behind(&book.query(), &book.commitments().unwrap()).is_empty());
    #[cfg(feature = "chart")]
    assert_eq!(book.report(pledgebook::chart::Lang::En).unwrap().doubts.iter().count(), 1);
}

#[test]
fn under_a_scenario_every_verdict_is_on_its_gdp() {
    let book = Session::embedded().unwrap().over(2026).unwrap().under("recession").unwrap();
    let gdp = |table: Table, column| {
        let cells: Vec<_> = table.select([column]).unwrap().into_iter().filter_map(|[gdp]| gdp.number()).collect();
        cells
    };
    let recession = gdp(book.gdp().unwrap(), &columns::GDP_MILLION)[0];
    let judged = gdp(book.verdicts().unwrap(), &columns::GDP_MILLION);
    assert!(!judged.is_empty() && judged.iter().all(|own| *own == recession), "{judged:?}, not {recession}");
    let ruling = &book.judge("lva-ukraine-2026").unwrap().in_year(2026).unwrap()[0];
    let amount = book.amount("lva-ukraine-2026").unwrap().in_year(2026).unwrap();
    assert_eq!(ruling.pledged, amount.money());
}

#[test]
fn what_narrows_a_session_leaves_the_one_it_came_from_alone() {
    let book = Session::embedded().unwrap();
    let before = book.amounts().unwrap();
    let mine = book.what_if(WhatIf::named("mine").levels("2026=50000")).unwrap().over(2026).unwrap();
    assert!(mine.amounts().unwrap().rows.contains(&mine.under("mine").unwrap().amounts().unwrap().rows[0]));
    assert_eq!(book.amounts().unwrap(), before);
    assert_eq!(book.under("mine").unwrap_err().iter().next().unwrap().kind().name(), "unknown-name");
    let there = thread::spawn(move || mine.verdicts().unwrap().rows.len());
    assert!(there.join().unwrap() > 0);
}

#[test]
fn a_year_is_taken_by_its_number_and_by_its_type() {
    let book = Session::embedded().unwrap();
    let judged = book.judge("lva-border-2022").unwrap();
    assert_eq!(judged.in_year(2023).unwrap(), judged.in_year("2024".parse::<Year>().unwrap()).unwrap());
    assert_eq!(
        book.over(2025..=2026).unwrap().amounts(),
        book.over("2025-2026".parse::<YearRange>().unwrap()).unwrap().amounts()
    );
}

#[test]
fn what_cannot_be_answered_says_why_and_the_way_out() {
    let book = Session::embedded().unwrap();
    let judged = || book.judge("lva-defence-2026").unwrap();
    for (errors, message, help) in [
        (
            book.judge("lva-defence-2062").err(),
            "unknown commitment `lva-defence-2062`",
            "did you mean `lva-defence-2026`?",
        ),
        (
            book.at("2025-01-01".parse().unwrap()).amount("lva-defence-2026").err(),
            "`lva-defence-2026` was announced on 2025-11-20, after 2025-01-01",
            "ask as of a later day: `--as-of`",
        ),
        (book.of("LVX").err(), "unknown country `LVX`", "did you mean `LVA`?"),
        (judged().in_year(2031).err(), "`lva-defence-2026` does not speak of 2031", "it speaks of 2026"),
        (judged().in_year(26).err(), "the year 26 is not between 1900 and 2200", "write four digits, as `2026`"),
        (judged().on("publisher:NTO").err(), "unknown basis `publisher:NTO`", "did you mean `publisher:NATO`?"),
        (
            judged().by("ukraine-military").err(),
            "unknown definition `ukraine-military`",
            "one of `direct-defence`, `nato`, `cofog-02`, `sipri`, `defence-related`, `defence-total`, `defence-intelligence`",
        ),
        (book.under("budget-2062").err(), "unknown scenario `budget-2062`", "did you mean `budget-2026`?"),
        (
            book.over(RangeInclusive::new(2027, 2026)).err(),
            "the years run backwards: 2027 is after 2026",
            "write `2026-2027`, or mend a year",
        ),
    ] {
        let errors = errors.unwrap();
        let error = errors.iter().next().unwrap();
        assert_eq!((error.kind().to_string().as_str(), error.way_out()), (message, Some(help)));
    }
}

#[test]
fn a_commitment_without_a_figure_has_a_verdict_and_no_amount() {
    let book = Session::embedded().unwrap();
    let silent = book.book().commitments.iter().find(|commitment| commitment.pledge.is_none()).unwrap();
    let error = book.amount(&silent.id).unwrap_err();
    assert!(matches!(error.iter().next().unwrap().kind(), Kind::NoFigure { .. }));
    assert_eq!(book.judge(&silent.id).unwrap().in_each_year().unwrap().len(), 1);
}

#[test]
fn a_what_if_is_for_one_country() {
    let two = sessions().into_iter().find(|book| book.book().countries.len() > 1).unwrap();
    let error = two.what_if(WhatIf::named("mine").growth("2026=5%")).unwrap_err();
    assert!(error.to_string().starts_with("`what_if` has no meaning here: it is for one country, not for"), "{error}");
}

#[test]
fn a_session_of_an_empty_book_answers_with_nothing() {
    let files = pledgebook::book::starter("EST".parse().unwrap(), "EUR".parse().unwrap());
    let book = Session::from_memory(files.into_iter().filter(|(name, _)| name != "README.md")).unwrap();
    let nothing: &[Vec<Cell>] = &[];
    assert_eq!(book.amounts().unwrap().rows, nothing);
    assert_eq!(Session::new(Book::clone(book.book())).verdicts().unwrap().rows, nothing);
}

#[test]
fn a_commitment_of_another_country_than_those_asked_about_is_said_to_be_so() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/north");
    let book = Session::read(folder).unwrap();
    let norway = book.of("NOR").unwrap();
    assert!(book.judge("nor-core-2025").is_ok() && norway.judge("nor-core-2025").is_ok());
    for errors in [norway.judge("est-support").map(drop), norway.amount("est-support").map(drop)] {
        let errors = errors.unwrap_err();
        let error = errors.iter().next().unwrap();
        assert_eq!(error.kind().to_string(), "`est-support` is for Estonia");
        assert_eq!(error.way_out(), Some("ask about that country, `--country EST`, or about none"));
    }
}

#[test]
fn a_scenario_of_ones_own_has_a_name_that_nothing_has_yet() {
    let book = Session::embedded().unwrap();
    let refused =
        |id| book.what_if(WhatIf::named(id).growth("2027=2%")).unwrap_err().iter().next().unwrap().kind().name();
    let names = ["", "latest", "publisher:Somebody", "recession"].map(refused);
    assert_eq!(names, ["not-an-id", "reserved-name", "reserved-name", "duplicate-id"]);
}
