//! Every standing pledge with its verdicts by its own definition, and beside them those by the others of its family.

use crate::book::Commitment;
use crate::error::Result;
use crate::quantity::YearRange;
use crate::verdict::{Judgement, Verdict};

use super::judgements::judgements;
use super::{Judging, Query};

/// A pledge of one year, or of years together, with what is said about it.
#[derive(Debug, Clone)]
pub struct Sides<'b> {
    /// The commitment.
    pub commitment: &'b Commitment,
    /// The year, the years together, or years running of which nothing is known; none where no figure was stated.
    pub years: Option<YearRange>,
    /// By its own definition, the firmest figure first; never empty.
    pub own: Vec<Judgement<'b>>,
    /// By the other definitions of its family that have a figure, in the book's order: never in the place of its own.
    pub others: Vec<Judgement<'b>>,
}

impl<'b> Sides<'b> {
    /// The verdict on the firmest figure of its own definition.
    #[must_use]
    pub fn leading(&self) -> Option<&Judgement<'b>> {
        self.own.first()
    }

    /// Whether nothing at all is published of it.
    fn is_blank(&self) -> bool {
        self.others.is_empty() && self.own.iter().all(|own| own.verdict == Verdict::Open && own.spent.is_none())
    }

    /// Takes the next years in, if it and they are alike in that nothing is published of them.
    fn takes_in(&mut self, next: &Self) -> bool {
        let same = self.commitment.id == next.commitment.id && self.is_blank() && next.is_blank();
        let Some((own, next)) = self.years.zip(next.years).filter(|_| same) else { return false };
        self.years = YearRange::new(own.first(), next.last()).ok();
        self.years.is_some()
    }
}

/// The standing pledges in the book's order, each year by itself; years running of which nothing is published together.
///
/// # Errors
/// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
pub fn side_by_side<'b>(query: &Query<'b>) -> Result<Vec<Sides<'b>>> {
    let mut found: Vec<Sides<'b>> = Vec::new();
    for judgement in judgements(query)? {
        let (commitment, years) = (judgement.commitment, years(&judgement));
        match found.last_mut().filter(|last| last.commitment.id == commitment.id && last.years == years) {
            Some(last) => last.own.push(judgement),
            None => found.push(Sides { commitment, years, own: vec![judgement], others: Vec::new() }),
        }
    }
    for judgement in by_others(query)? {
        let is_own = |own: &&mut Sides| own.commitment.id == judgement.commitment.id && own.years == years(&judgement);
        if let Some(own) = found.iter_mut().find(is_own) {
            own.others.push(judgement);
        }
    }
    Ok(found.into_iter().fold(Vec::new(), |mut kept: Vec<Sides<'b>>, next| {
        if !kept.last_mut().is_some_and(|last| last.takes_in(&next)) {
            kept.push(next);
        }
        kept
    }))
}

fn years(judgement: &Judgement<'_>) -> Option<YearRange> {
    judgement.case.as_ref().map(|case| case.outcome.years)
}

/// The verdicts by definitions that are not the pledge's own, where one has a figure; parts are no definition of a whole.
fn by_others<'b>(query: &Query<'b>) -> Result<Vec<Judgement<'b>>> {
    let mut found = Vec::new();
    for other in query.book.definitions.iter().filter(|definition| definition.whole.is_none()) {
        let judging = Judging { definition: Some(other.id.clone()), ..query.judging.clone() };
        let judged = judgements(&Query { judging, ..query.clone() })?;
        let is_other = |judgement: &Judgement| {
            judgement.commitment.definition.as_ref().is_none_or(|own| own.id != other.id) && judgement.spent.is_some()
        };
        found.extend(judged.into_iter().filter(is_other));
    }
    Ok(found)
}
