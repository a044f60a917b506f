//! What a statement holds gives the rows of the question, on any GDP.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;

use super::bands::bands;
use super::figure::Figure;
use super::rows::{Form, Row, rows};
use super::trial::{Asked, MOST, Millionths, NAME, Seen, Span, YEAR, millions};
use crate::book::{Book, Commitment};
use crate::gdp::feed::Feed;
use crate::quantity::Decimal;
use crate::question::Query;
use crate::session::Session;
use crate::table::{Column, columns};

/// The digits of a figure on a GDP.
fn digits(figure: &Figure, gdp: Millionths) -> String {
    let (value, places) = match figure {
        Figure::Known(digits) => return digits.clone(),
        Figure::OfGdp { times, more, places } => (times.times(millions(gdp)).unwrap().plus(*more), places),
        Figure::ByGdp { times, more, places } => (times.over(millions(gdp)).unwrap().plus(*more), places),
    };
    value.unwrap().round(*places).unwrap().to_string()
}

/// Whether a cell that is known shows what was seen on a GDP.
fn shows(column: &Column, form: &Form, seen: &Seen, (span, gdp): (Span, Millionths)) -> bool {
    match (form, seen) {
        (Form::Words(words), Seen::Words(seen)) => words == seen,
        (Form::Figure(figure), Seen::Figure(value, ..)) => {
            let digits: Decimal = digits(figure, gdp).parse().unwrap();
            value.round(digits.scale()).unwrap() == digits
        }
        (Form::Nothing, Seen::Words(_)) => column.name == columns::REASON.name && !span.together,
        (Form::Nothing, Seen::Nothing) => true,
        (Form::Words(_) | Form::Figure(_) | Form::Nothing, _) => false,
    }
}

/// The compiled-in book in a year, or all years of a book of every kind of verdict.
fn query<'b>(book: &'b Book, years: Option<&str>) -> Query<'b> {
    let years = years.map(|years| years.parse().unwrap());
    Query { years, countries: Some(vec![book.country]), ..Query::new(book, book.today()) }
}

fn judged() -> Book {
    Book::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books/judged")).unwrap()
}

fn gdp() -> impl Strategy<Value = Millionths> {
    (10_000_000_000u128..100_000_000_000)
        .prop_flat_map(|near| prop_oneof![Just(near), Just(near / 1_000_000 * 1_000_000), 1..MOST])
}

/// GDP of as many digits as there may be, few as often as many.
fn spread_gdp() -> impl Strategy<Value = Millionths> {
    (0..=MOST.ilog10()).prop_flat_map(|digits| 1..=10u128.pow(digits))
}

/// Both ends of the GDP on which a row holds, and their neighbours.
fn near_ends(row: &Row) -> impl Iterator<Item = Millionths> + use<> {
    row.between.into_iter().flatten().flat_map(|end| [end - 1, end, end + 1])
}

/// That what a statement holds of a question is its answer, on such GDP and on either side of where its words change.
fn holds(query: &Query<'_>, question: &'static str, gdp: &[Millionths]) {
    let judged = question == "verdicts";
    let (said, _) = super::said(query, judged);
    let query = &Query { feed: Some(Feed::elsewhere()), ..query.clone() };
    let country = query.book.country;
    let mut asked = if judged { Asked::verdicts(query, country) } else { Asked::amounts(query, country) }.unwrap();
    for commitment in said {
        holds_of(&mut asked, commitment, (&super::spans(query, commitment), gdp));
    }
}

fn holds_of<'b>(asked: &mut Asked<'_, 'b>, commitment: &'b Commitment, (spans, gdp): (&[Span], &[Millionths])) {
    let (columns, id) = (asked.columns(), &commitment.id);
    let rows = rows(columns, &bands(asked, commitment, spans).unwrap()).unwrap();
    for span in spans.iter().copied() {
        let is_of_span = |row: &&Row| {
            let years = row.span.first <= span.first && span.last <= row.span.last;
            years && row.span.together == span.together && row.span.missing == span.missing
        };
        let of_span: Vec<&Row> = rows.iter().filter(is_of_span).collect();
        let ends = of_span.iter().flat_map(|row| near_ends(row));
        let range = span.least()..=MOST + 999_999;
        let trials: BTreeSet<Millionths> = ends.chain(gdp.iter().copied()).filter(|gdp| range.contains(gdp)).collect();
        let trials: Vec<Millionths> = trials.into_iter().collect();
        let seen = asked.rows(commitment, span, &trials).unwrap();
        for (gdp, seen) in trials.into_iter().zip(seen) {
            let on = |row: &&&Row| row.between.is_none_or(|[least, most]| least <= gdp && gdp <= most);
            let known: Vec<&&Row> = of_span.iter().filter(on).collect();
            assert_eq!(known.len(), seen.len(), "{id} on {gdp} in {span:?}");
            for seen in &seen {
                let shows = |row: &Row| {
                    let cells = columns.iter().zip(row.forms.iter().zip(seen));
                    cells.into_iter().all(|(column, (form, seen))| shows(column, form, seen, (span, gdp)))
                };
                assert!(known.iter().any(|row| shows(row)), "{id} on {gdp} in {span:?}: {seen:?}");
            }
        }
    }
}

proptest! {
    // what a statement holds is found once, which takes long, and then held against many GDP
    #![proptest_config(ProptestConfig::with_cases(1))]

    #[test]
    fn amounts_are_those_of_the_question(gdp in proptest::collection::vec(gdp(), 60)) {
        holds(&query(&Book::embedded().unwrap(), Some("2025")), "amounts", &gdp);
    }

    #[test]
    fn verdicts_are_those_of_the_question(gdp in proptest::collection::vec(gdp(), 60)) {
        holds(&query(&Book::embedded().unwrap(), Some("2025")), "verdicts", &gdp);
    }

    #[test]
    fn each_word_holds_in_one_stretch_of_gdp(gdp in proptest::collection::vec(spread_gdp(), 60)) {
        holds(&query(&judged(), None), "verdicts", &gdp);
    }
}

#[test]
fn no_mark_stands_in_a_statement() {
    let session = Session::embedded().unwrap();
    for dialect in super::DIALECTS {
        let sql = super::statement(&session.over(2026).unwrap().query(), "verdicts", dialect, "").unwrap();
        assert!(!sql.text.contains([NAME, YEAR]), "{}", dialect.name);
    }
}
