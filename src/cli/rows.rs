//! What commands that answer one question have in common.

use clap::ArgMatches;

use crate::error::{Error, Kind};
use crate::question::{Query, question};
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
    let Some(question) = question(name) else {
        let kind = Kind::UnknownName { what: "question".to_owned(), name: name.to_owned() };
        return Err(Failure::usage(Error::new(kind)));
    };
    Ok((question.build)(query)?)
}
