//! Every standing pledge with its verdicts by its own definition, and beside them those by the others of its family.

use crate::book::Commitment;
use crate::error::Result;
use crate::quantity::YearRange;
use crate::verdict::{Judgement, Verdict};

use super::judgements::judgements;
use super::{Definitions, Judging, Query};

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
        let same = self.commitment.key() == next.commitment.key() && self.is_blank() && next.is_blank();
        let Some((own, next)) = self.years.zip(next.years).filter(|_| same) else { return false };
        self.years = Some(own.until(next));
        true
    }
}

/// The standing pledges in the book's order, each year by itself; years running of which nothing is published together.
///
/// # Errors
/// Two figures between which the rule cannot choose, or arithmetic that needs more than 28 digits.
pub fn side_by_side<'b>(query: &Query<'b>) -> Result<Vec<Sides<'b>>> {
    let mut found: Vec<Sides<'b>> = Vec::new();
    let judging = Judging { by: Definitions::Family, ..query.judging.clone() };
    for judgement in judgements(&Query { judging, ..query.clone() })? {
        let (commitment, years) = (judgement.commitment, years(&judgement));
        let is_same = |last: &Sides| last.commitment.key() == commitment.key() && last.years == years;
        match found.last_mut().filter(|last| is_same(last)) {
            Some(last) if is_by_own(&judgement) => last.own.push(judgement),
            Some(last) => last.others.push(judgement),
            None => found.push(Sides { commitment, years, own: vec![judgement], others: Vec::new() }),
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

/// Whether a verdict is by the definition of its commitment itself.
fn is_by_own(judgement: &Judgement<'_>) -> bool {
    let own = judgement.commitment.definition.as_ref().map(|own| &own.id);
    judgement.case.as_ref().is_none_or(|case| own == Some(&case.definition.id))
}
