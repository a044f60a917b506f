//! What another GDP, or another pledge, would make of a picture.

use crate::book::{Book, Commitment};
use crate::gdp::Ground;
use crate::question::{PICTURES, Query, follows_gdp};

use super::super::given::{Given, missing, needless};
use super::super::options::{ANY_SCALE, DEFINITION, GDP_LEVEL, GROWTH, Name, PLEDGE, SCENARIO, WHICH_SPENDING};
use super::super::{Failure, asked, what_if};

/// The picture of pledges that are in no book.
const OF_WORDS: &str = "amounts";
/// The picture of several paths of GDP.
const OF_SEVERAL: &str = "scenarios";

/// That a picture shows what is said about GDP and pledges.
pub(super) fn check(chart: &str, given: Given<'_>) -> Result<(), Failure> {
    let said = |options: &[Name]| options.iter().copied().find(|option| given.is_said(option.0));
    let follows = PICTURES.iter().any(|own| own.name == chart && follows_gdp(own));
    if let Some(option) = said(&[ANY_SCALE, GROWTH, GDP_LEVEL, SCENARIO]).filter(|_| !follows) {
        let following = PICTURES.iter().filter(|own| follows_gdp(own)).map(|own| format!("`{}`", own.name));
        let help = format!("leave it out, or draw {}", following.collect::<Vec<_>>().join(", "));
        return Err(needless(&option.long(), format!("`{chart}` shows nothing that follows from one GDP"), help));
    }
    if let Some(option) = said(&[PLEDGE, DEFINITION]).filter(|_| chart != OF_WORDS) {
        let reason = format!("`{chart}` shows the pledges of the book, each as it counts by itself");
        return Err(needless(&option.long(), reason, format!("leave it out, or draw `{OF_WORDS}`")));
    }
    match (said(&[PLEDGE]), said(&[DEFINITION])) {
        (Some(pledge), None) => Err(missing(&pledge.long(), DEFINITION, WHICH_SPENDING)),
        (None, Some(definition)) => Err(needless(
            &definition.long(),
            "no pledge is said that could count by it",
            "leave it out, or say `--pledge`",
        )),
        (Some(_), Some(_)) | (None, None) => Ok(()),
    }
}

/// The book that was asked for, with the scenario that the command line makes.
pub(super) fn book(given: Given<'_>) -> Result<Book, Failure> {
    let mut book = asked::book(given)?;
    let countries = asked::query(given, &book)?.countries();
    what_if::add(given, &mut book, &countries)?;
    Ok(book)
}

/// The pledges that were said in the place of the book's.
pub(super) fn said(given: Given<'_>, book: &Book) -> Result<Vec<Commitment>, Failure> {
    asked::said(given, book, asked::definition(given, book)?.as_deref())
}

/// The same question on the GDP that was asked for, which is one but in the picture of several.
pub(super) fn query<'b>(chart: &str, given: Given<'_>, query: Query<'b>) -> Result<Query<'b>, Failure> {
    let scenarios = what_if::scenarios(given, &query)?;
    if scenarios.len() > 1 && chart != OF_SEVERAL {
        let reason = format!("`{chart}` rests on one GDP, and {} are asked for", scenarios.len());
        return Err(needless(&SCENARIO.long(), reason, format!("leave one out, or draw `{OF_SEVERAL}`")));
    }
    let mut query = Query { scenarios, ..query };
    query.judging.on = query.scenarios.iter().map(|name| Ground::named(name)).collect();
    Ok(query)
}
