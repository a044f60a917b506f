//! Everything that a book answers: every question, asked of every commitment, country and GDP that it is about.

use std::collections::{BTreeMap, BTreeSet};

use pledgebook::Errors;
use pledgebook::book::{Book, Commitment};
use pledgebook::gdp::{Ground, scenario_names};
use pledgebook::quantity::{Date, YearRange};
use pledgebook::question::{
    Claim, DERIVATIONS, Definitions, Judging, PICTURES, Planning, Point, QUESTIONS, Query, Question, Versus, derive,
    explain,
};
use pledgebook::table::{Cell, Column, Content, Step, Table};

/// What a question comes to: its rows, or the kinds of what stands in their way.
pub(super) type Answer = Result<Table, BTreeSet<&'static str>>;

pub(super) fn kinds(errors: &Errors) -> BTreeSet<&'static str> {
    errors.iter().map(|error| error.kind().name()).collect()
}

/// What is asked of a book as of a day, each with a name that tells it from the others; so much money is claimed.
pub(super) fn queries<'b>(book: &'b Book, as_of: Date, money: &str) -> Vec<(String, &'static Question, Query<'b>)> {
    let countries: Vec<_> = book.every_country().collect();
    let all = Query { countries: Some(countries.clone()), all: true, total: true, ..Query::new(book, as_of) };
    let judging = |judging: Judging| Query { judging, ..all.clone() };
    let in_year = |year: &str| Some(year.parse::<YearRange>().unwrap());
    let mut asked = Vec::new();
    let questions = QUESTIONS.iter().map(|own| ("", own)).chain(PICTURES.iter().map(|own| ("picture ", own)));
    for (what, question) in questions {
        let mut ask = |of: String, query| asked.push((format!("{what}{} {of}", question.name), question, query));
        match question.name {
            "path" => {
                for own in &*book.commitments {
                    let planning = Planning::default().shape("linear").unwrap().shape("growth").unwrap();
                    let planning =
                        Planning { versus: Some(Versus::named(book, "constant-share").unwrap()), ..planning };
                    ask(named(own), Query { planning, ..about(own, &all) });
                }
            }
            "sensitivity" => {
                for own in &*book.commitments {
                    let years = own.when.map(|when| when.last().unwrap_or(when.first()).into());
                    ask(named(own), Query { years, ..about(own, &all) });
                }
            }
            "why" => {
                for country in &countries {
                    let of = |from: Vec<Point>, to: Vec<Point>| Query {
                        countries: Some(vec![*country]),
                        years: in_year("2024"),
                        between: [from, to],
                        ..all.clone()
                    };
                    let point = |text: &str| Point::named(book, &[*country], text).unwrap();
                    ask(format!("{country} years"), of(vec![point("2022")], Vec::new()));
                    ask(format!("{country} days"), of(vec![point("2024-06-30")], Vec::new()));
                    ask(format!("{country} definitions"), of(vec![point("nato")], vec![point("defence")]));
                }
            }
            "claim" => {
                for (country, currency) in &book.countries {
                    for more in ["", " more"] {
                        let claim =
                            Claim::read(&format!("{money} {currency}{more} = 1.6%{more}"), book.speaker(*country))
                                .unwrap();
                        let query = Query {
                            countries: Some(vec![*country]),
                            years: in_year("2024"),
                            claim: Some(claim),
                            ..all.clone()
                        };
                        ask(format!("{country}{more}"), query);
                    }
                }
            }
            "league" => ask(
                "of 2024".to_owned(),
                Query { years: in_year("2024"), since: Some("2022".parse().unwrap()), ..all.clone() },
            ),
            "then-and-now" => {
                ask(
                    String::new(),
                    judging(Judging { then: Some("2024-06-30".parse().unwrap()), ..Judging::default() }),
                );
            }
            "amounts" => {
                ask(String::new(), all.clone());
                ask("compared".to_owned(), Query { compare: Some("latest".to_owned()), ..all.clone() });
            }
            "verdicts" => {
                ask(String::new(), all.clone());
                ask("strict".to_owned(), judging(Judging { strict: true, ..Judging::default() }));
                ask("as written".to_owned(), judging(Judging { as_written: true, ..Judging::default() }));
                ask("by family".to_owned(), judging(Judging { by: Definitions::Family, ..Judging::default() }));
                for name in
                    scenario_names(book, &countries).iter().map(String::as_str).chain(["budgeted", "publisher:Bank"])
                {
                    ask(name.to_owned(), judging(Judging { on: vec![Ground::named(name)], ..Judging::default() }));
                }
            }
            _ => ask(String::new(), all.clone()),
        }
    }
    asked
}

fn named(own: &Commitment) -> String {
    format!("{} of {}", own.id, own.country)
}

/// Everything about one commitment.
pub(super) fn about<'b>(own: &Commitment, all: &Query<'b>) -> Query<'b> {
    Query { commitments: vec![own.id.clone()], countries: Some(vec![own.country]), ..all.clone() }
}

/// The answers to all of it.
pub(super) fn answers(book: &Book, as_of: Date) -> BTreeMap<String, Answer> {
    answers_in(book, as_of, "20 million")
}

/// The same, where so much money is claimed.
pub(super) fn answers_in(book: &Book, as_of: Date, money: &str) -> BTreeMap<String, Answer> {
    queries(book, as_of, money)
        .into_iter()
        .map(|(name, question, query)| (name, (question.build)(&query).map_err(|errors| kinds(&errors))))
        .collect()
}

/// The derivation of all of it.
pub(super) fn derivations(book: &Book, as_of: Date) -> BTreeMap<String, Step> {
    let mut steps = BTreeMap::new();
    for (name, question, query) in queries(book, as_of, "20 million") {
        if DERIVATIONS.iter().any(|own| own.name == question.name)
            && let Ok(step) = derive(question.name, &query)
        {
            steps.insert(name, step);
        }
    }
    for own in &*book.commitments {
        let grounds =
            scenario_names(book, &[own.country]).into_iter().chain(["budgeted", "publisher:Bank"].map(str::to_owned));
        for ground in grounds {
            let judging = Judging { on: vec![Ground::named(&ground)], by: Definitions::Family, ..Judging::default() };
            let query = about(own, &Query { judging, ..Query::new(book, as_of) });
            if let Ok(step) = explain(&query, own) {
                steps.insert(format!("explain {} on {ground}", named(own)), step);
            }
        }
    }
    steps
}

/// The rows as a program reads them with all their digits, in an order that is not the book's; of figures and of what says which row it is.
pub(super) fn rows(table: &Table, is_read: impl Fn(&Column) -> bool) -> Vec<Vec<String>> {
    let cell = |cell: &Cell| cell.printed(6).unwrap().unwrap_or_default().into_owned();
    let row = |row: &Vec<Cell>| {
        row.iter().zip(table.columns).filter(|(_, column)| is_read(column)).map(|(own, _)| cell(own)).collect()
    };
    let mut rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();
    rows.sort();
    rows
}

/// Every column but prose.
pub(super) fn no_prose(column: &Column) -> bool {
    column.content != Content::Text
}
