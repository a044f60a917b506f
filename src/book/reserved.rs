//! Names that no record may have as its id, since something else is called so where its id would stand.

use crate::error::{Error, Kind, Noun, Result};

use super::Basis;

/// Of each sort of record the names, and what they are the names of.
const TAKEN: &[(Noun, &[&str], &str)] = &[
    (Noun::Commitment, &["total"], "the row that adds commitments up"),
    (
        Noun::Commitment,
        &["claim", "gdp", "league", "path", "sensitivity", "timeline", "why"],
        "a question that `explain` answers",
    ),
    (Noun::Commitment, &["constant-real", "constant-share", "flat-cash"], "a rule that a path is set against"),
    (Noun::Definition, &["all"], "every definition of a family"),
];

/// That an id is free for a record of a sort.
///
/// # Errors
/// It is the name of something else.
pub(crate) fn check_free(sort: Noun, id: &str) -> Result<()> {
    let is_basis = sort == Noun::Scenario && id.parse::<Basis>().is_ok();
    let taken = TAKEN.iter().find(|(of, names, _)| *of == sort && names.contains(&id)).map(|(_, _, what)| *what);
    let Some(what) = taken.or(is_basis.then_some("a basis")) else { return Ok(()) };
    let kind = Kind::ReservedName { id: id.to_owned(), what: what.to_owned() };
    Err(Error::new(kind).help(format!("give the {sort} another id")))
}
