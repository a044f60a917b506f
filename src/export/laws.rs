//! What a statement holds gives the rows of the question, on any GDP.

use proptest::prelude::*;

use super::bands::{Band, bands};
use super::figure::Figure;
use super::made::{Asked, MOST, Millionths, NAME, Seen, Span, YEAR, millions};
use super::rows::{Form, Row, rows};
use crate::book::Book;
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

/// A question about a year of the compiled-in book, and what a statement holds of its answer.
fn with(question: &'static str, test: impl FnOnce(&Asked<'_, '_>, &[Span], &'static [Column], &[Row])) {
    let book = Book::embedded().unwrap();
    let years = Some("2025".parse().unwrap());
    let query = Query { years, countries: Some(vec![book.country]), ..Query::new(&book, book.today()) };
    let said: Vec<_> = query.standing().filter(|own| own.pledge.is_some()).collect();
    let together = said.iter().filter(|own| super::years_together(own)).map(|own| own.id.clone()).collect();
    let asked = Asked { query: &query, question, country: book.country, together };
    let judged = question == "verdicts";
    let spans: Vec<Span> = super::spans(&asked, &said).into_iter().filter(|span| !(judged && span.together)).collect();
    let (columns, bands): (_, Vec<Band>) = bands(&asked, &spans).unwrap();
    test(&asked, &spans, columns, &rows(columns, &bands).unwrap());
}

fn gdp() -> impl Strategy<Value = Millionths> {
    (10_000_000_000u128..100_000_000_000)
        .prop_flat_map(|near| prop_oneof![Just(near), Just(near / 1_000_000 * 1_000_000), 1..MOST])
}

fn holds(question: &'static str, gdp: &[Millionths]) {
    with(question, |asked, spans, columns, rows| {
        let made: Vec<(Span, Millionths)> =
            spans.iter().flat_map(|span| gdp.iter().map(|gdp| (*span, (*gdp).max(span.least())))).collect();
        let (_, seen) = asked.rows(&made).unwrap();
        for ((span, gdp), seen) in made.into_iter().zip(seen) {
            let is_of = |row: &&Row| {
                let years = row.span.first <= span.first && span.last <= row.span.last;
                let alike = row.span.together == span.together && row.span.missing == span.missing;
                years && alike && row.between.is_none_or(|[least, most]| least <= gdp && gdp <= most)
            };
            let known: Vec<&Row> = rows.iter().filter(is_of).collect();
            assert_eq!(known.len(), seen.len(), "{question} on {gdp} in {span:?}");
            for seen in &seen {
                let shows = |row: &Row| {
                    columns
                        .iter()
                        .zip(row.forms.iter().zip(seen))
                        .all(|(column, (form, seen))| shows(column, form, seen, (span, gdp)))
                };
                assert!(known.iter().any(|row| shows(row)), "{question} on {gdp} in {span:?}: {seen:?}");
            }
        }
    });
}

proptest! {
    // what a statement holds is found once, which takes long, and then held against many GDP
    #![proptest_config(ProptestConfig::with_cases(1))]

    #[test]
    fn amounts_are_those_of_the_question(gdp in proptest::collection::vec(gdp(), 60)) {
        holds("amounts", &gdp);
    }

    #[test]
    fn verdicts_are_those_of_the_question(gdp in proptest::collection::vec(gdp(), 60)) {
        holds("verdicts", &gdp);
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
