//! What pictures show, each question under the name of its picture.

mod accounts;
mod amounts;
mod fan;
mod gap;
mod gdp_vintages;
mod grid;
mod league;
mod path;
mod progress;
mod revisions;
mod scenarios;
mod scoreboard;
mod sensitivity;
mod share;
mod standing_pledge;
mod timeline;
mod why;

use crate::book::Role;

use super::{Query, Question};

/// The question behind each picture, in the order in which a report shows them.
pub const PICTURES: &[Question] = &[
    share::QUESTION,
    amounts::QUESTION,
    scenarios::QUESTION,
    revisions::QUESTION,
    gdp_vintages::QUESTION,
    progress::QUESTION,
    accounts::QUESTION,
    scoreboard::QUESTION,
    gap::QUESTION,
    league::QUESTION,
    grid::QUESTION,
    path::QUESTION,
    why::QUESTION,
    sensitivity::QUESTION,
    timeline::QUESTION,
    fan::QUESTION,
];

/// The question behind the picture of this name.
#[must_use]
pub fn picture(name: &str) -> Option<&'static Question> {
    PICTURES.iter().find(|question| question.name == name)
}

/// Whether a picture shows what follows from a GDP, so that another one can be asked for.
#[must_use]
pub fn follows_gdp(question: &Question) -> bool {
    [amounts::QUESTION, scenarios::QUESTION, gap::QUESTION, scoreboard::QUESTION]
        .iter()
        .any(|own| own.name == question.name)
}

/// What a picture takes of one family, in words with the ids of its definitions; nothing where it takes all that is asked for.
#[must_use]
pub fn taken(question: &Question, query: &Query<'_>) -> Option<String> {
    let own = &query.own_definition()?.id;
    let is = |one: Question| question.name == one.name;
    let asked = !query.commitments.is_empty();
    if asked && (is(amounts::QUESTION) || is(scenarios::QUESTION) || is(gap::QUESTION)) {
        return (query.commitments.len() > 1).then(|| "the pledge announced last of each year".to_owned());
    }
    if is(amounts::QUESTION) || is(scenarios::QUESTION) || is(gap::QUESTION) {
        let from = if query.years.is_none() { " from the year of the latest announcement on" } else { "" };
        return Some(format!("the standing pledges under `{own}`{from}"));
    }
    if is(share::QUESTION) {
        let compared = query.compared_definition().map(|compared| &compared.id).filter(|compared| *compared != own);
        let under = compared.map(|compared| format!(" under `{compared}`")).unwrap_or_default();
        return Some(format!("the shares{under} and the pledges under `{own}`"));
    }
    if is(path::QUESTION) {
        let compared = &query.book.with_role(query.family()?, Role::Compared)?.id;
        return (!asked).then(|| format!("the standing pledge of a share of GDP by a year under `{compared}`"));
    }
    if is(revisions::QUESTION) {
        return Some(format!("the pledges under `{own}`"));
    }
    if is(accounts::QUESTION) {
        return Some(format!("what is published under `{}`", query.of_accounts().own_definition()?.id));
    }
    None
}
