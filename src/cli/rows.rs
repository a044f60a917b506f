//! What commands that answer one question have in common.

use clap::ArgMatches;

use crate::book::Book;
use crate::error::{Error, Kind};
use crate::question::{Query, Question, picture, question};
use crate::table::Table;

use super::session::Session;
use super::{Failure, options};

/// What to do about an answer without a row.
pub(super) const NOTHING: &str = "nothing in the book answers that; widen `--years`, `--as-of` or the names";

/// Asks a question about the book with the common options, and writes the answer.
pub(super) fn answer(name: &str, matches: &ArgMatches, session: &mut Session<'_>) -> Result<(), Failure> {
    let book = options::book(matches)?;
    let query = options::query(matches, &book)?;
    let table = ask(name, &query)?;
    session.write_table(matches, &table)?;
    if table.rows.is_empty() {
        session.note(NOTHING);
    }
    Ok(())
}

/// The table that answers a question.
pub(super) fn ask(name: &str, query: &Query<'_>) -> Result<Table, Failure> {
    answered(question(name), name, query)
}

/// The table behind a picture.
pub(super) fn ask_picture(name: &str, query: &Query<'_>) -> Result<Table, Failure> {
    answered(picture(name), name, query)
}

fn answered(question: Option<&Question>, name: &str, query: &Query<'_>) -> Result<Table, Failure> {
    let Some(question) = question else {
        let kind = Kind::UnknownName { what: "question".to_owned(), name: name.to_owned() };
        return Err(Failure::usage(Error::new(kind)));
    };
    Ok((question.build)(query)?)
}

/// Why commitments that were named come to no amounts.
pub(super) fn left_out(query: &Query<'_>, book: &Book) -> Vec<String> {
    let named = query.commitments.iter().filter_map(|id| book.commitment(id));
    let no_figure = named.filter(|commitment| commitment.pledge.is_none());
    let no_figure =
        no_figure.map(|commitment| format!("`{}` states no figure, so it comes to no amount", commitment.id));
    hidden(query, book).into_iter().chain(no_figure).collect()
}

/// Why commitments that were named are not shown.
pub(super) fn hidden(query: &Query<'_>, book: &Book) -> Vec<String> {
    let named = query.commitments.iter().filter_map(|id| book.commitment(id));
    let standing: Vec<&str> = query.standing().map(|commitment| commitment.id.as_str()).collect();
    let reason = |id: &str| match book.superseded_by(id, query.as_of) {
        Some(other) => format!("`{id}` is superseded by `{}`; add `--all` to see it", other.id),
        None => match book.commitment(id).filter(|own| !query.countries().contains(&own.country)) {
            Some(own) => {
                format!("`{id}` is a commitment of {}; add `--country {}` to see it", own.country.name(), own.country)
            }
            None => format!("`{id}` had not been announced by {}", query.as_of),
        },
    };
    let hidden = named.filter(|commitment| !standing.contains(&commitment.id.as_str()));
    hidden.map(|commitment| reason(&commitment.id)).collect()
}
