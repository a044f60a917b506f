//! What commands that answer one question have in common.

use std::collections::BTreeSet;

use crate::book::Commitment;
use crate::question::{self, Definitions, Query, doubts_behind, is_in_doubt};
use crate::table::Table;

use super::console::Console;
use super::given::Given;
use super::{Failure, asked};

/// What to do about an answer without a row.
pub(super) fn nothing(query: &Query<'_>) -> &'static str {
    if query.feed.is_some() {
        "no line taken from the scenario file is about a country and a year of these commitments"
    } else {
        "nothing in the book answers that; widen `--years`, `--as-of` or the names, or add to the book"
    }
}

/// Asks a question about the book with the common options, and writes the answer.
pub(super) fn answer(name: &str, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let book = asked::book_about(given)?;
    write(name, &asked::query_in_years(given, &book)?, given, console)
}

/// Writes the answer to a question.
pub(super) fn write(name: &str, query: &Query<'_>, given: Given<'_>, console: &mut Console<'_>) -> Result<(), Failure> {
    let table = question::ask(name, query)?;
    console.write_table(given, &table)?;
    tell_doubts(query, &table, console);
    if table.rows.is_empty() {
        console.note(nothing(query));
    }
    Ok(())
}

/// Warns of GDP that the rows of a table rest on and that is out of scale.
pub(super) fn tell_doubts(query: &Query<'_>, table: &Table, console: &mut Console<'_>) {
    console.report(&doubts_behind(query, table), 0);
}

/// Warns of GDP that is out of scale, of every year and scenario that is asked about; a picture may need none of it.
pub(super) fn tell_doubts_of_gdp(query: &Query<'_>, console: &mut Console<'_>) {
    // most books leave no doubt, and the rows need not be asked for then
    if let Some(table) = is_in_doubt(query).then(|| question::ask("gdp", query).ok()).flatten() {
        tell_doubts(query, &table, console);
    }
}

/// The commitments that were named, one of a group as that of a country that is asked about, if it is any of theirs.
fn named<'b>(query: &Query<'b>) -> impl Iterator<Item = &'b Commitment> {
    let (book, countries) = (query.book, query.countries());
    query.commitments.iter().filter_map(move |id| {
        let asked = countries.iter().find_map(|country| book.commitment(id, *country));
        asked.or_else(|| book.commitments_named(id).next())
    })
}

/// Why commitments that were named come to no amounts.
pub(super) fn left_out(query: &Query<'_>) -> Vec<String> {
    let no_figure = named(query).filter_map(|commitment| commitment.stated().err());
    hidden(query).into_iter().chain(no_figure.map(|error| error.kind().to_string())).collect()
}

/// Why commitments that were named are not judged by the definition that was asked for.
pub(super) fn of_other_family(query: &Query<'_>) -> Vec<String> {
    let Definitions::One(id) = &query.judging.by else { return Vec::new() };
    let asked = query.book.definition(id).map_or("", |definition| &definition.family);
    let other = |commitment: &&Commitment| query.book.family_of(commitment).filter(|own| *own != asked);
    let words = |commitment: &Commitment| {
        let family = other(&commitment)?;
        let known: Vec<String> = query.book.family(family).map(|own| format!("`{}`", own.id)).collect();
        let (id, known) = (&commitment.id, known.join(", "));
        Some(format!("`{id}` is of the family `{family}`, not of `{asked}`: judge it by {known}"))
    };
    named(query).filter_map(words).collect()
}

/// Why commitments that were named are not shown.
pub(super) fn hidden(query: &Query<'_>) -> Vec<String> {
    let standing: BTreeSet<&str> = query.standing().map(|commitment| commitment.id.as_str()).collect();
    named(query)
        .filter(|commitment| !standing.contains(commitment.id.as_str()))
        .map(|own| why_hidden(query, own))
        .collect()
}

fn why_hidden(query: &Query<'_>, commitment: &Commitment) -> String {
    let (id, country) = (&commitment.id, commitment.country);
    if let Some(other) = query.book.superseded_by(commitment, query.as_of) {
        return format!("`{id}` is superseded by `{}`; add `--all` to see it", other.id);
    }
    if !query.countries().contains(&country) {
        let of_members = commitment.group.as_ref().map(|member| format!("the members of {}", member.group));
        let whose = of_members.unwrap_or_else(|| country.named());
        return match query.feed.is_some() && query.countries.is_none() {
            true => format!("`{id}` is a commitment of {whose}; its lines say `{country}` in a column `country`"),
            false => format!("`{id}` is a commitment of {whose}; add `--country {country}` to see it"),
        };
    }
    match commitment.group.as_ref().filter(|_| commitment.announced.is_known_on(query.as_of)) {
        Some(member) => format!("`{id}` holds for {} from {} on", country.named(), member.since),
        None => format!("`{id}` had not been announced by {}", query.as_of),
    }
}
