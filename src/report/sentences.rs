//! Every standing pledge of a query in one sentence, those first that the book opens with.

use crate::book::Commitment;
use crate::chart::Lang;
use crate::error::Result;
use crate::question::{Query, Sides, opening, side_by_side};

use super::wording::Wording;

/// A pledge in one sentence.
pub(crate) struct Told {
    /// The id of its commitment.
    pub(crate) commitment: String,
    /// Whether it is one of the statement that the book opens with.
    pub(crate) opens: bool,
    /// The sentence and those below it, as an item of a list in Markdown.
    pub(crate) sentence: String,
}

/// Each pledge in one sentence.
///
/// # Errors
/// A figure cannot be kept exactly.
pub(crate) fn sentences(query: &Query<'_>, lang: Lang) -> Result<Vec<Told>> {
    let (wording, opening) = (Wording { book: query.book, lang }, opening(query));
    let opens = |own: &Commitment| opening.iter().any(|one| one.key() == own.key());
    let sides = side_by_side(query)?;
    let stated: Vec<&Sides<'_>> = sides.iter().filter(|sides| sides.years.is_some()).collect();
    let pledges = stated.chunk_by(|one, next| one.commitment.key() == next.commitment.key());
    let mut told: Vec<Told> = pledges
        .filter_map(|pledge| Some((pledge.first()?.commitment, pledge)))
        .map(|(own, pledge)| {
            Ok(Told { commitment: own.id.clone(), opens: opens(own), sentence: wording.item(pledge)? })
        })
        .collect::<Result<_>>()?;
    told.sort_by_key(|told| !told.opens);
    Ok(told)
}
