//! Sums over commitments, where one can be made.

use crate::book::{Book, Commitment};
use crate::error::Result;
use crate::quantity::{Interval, Money};

use super::{Outcome, Pledged, ShareOfGdp, Unknown};

/// What pledges of one country come to together in a year, or over years, on one GDP: the sum of the unrounded amounts.
///
/// A part is added only where its whole is absent. Where no sum can be made, the outcome says why.
///
/// # Errors
/// A sum needs more than 28 digits.
pub fn total(book: &Book, parts: &[(&Pledged, &Outcome)]) -> Result<Option<Outcome>> {
    let Some((_, first)) = parts.first() else { return Ok(None) };
    let unknown = Interval { low: None, high: None };
    let empty = Outcome { share: None, amount: None, bounds: unknown, reason: None, ..(*first).clone() };
    let ids: Vec<&str> = parts.iter().map(|(pledged, _)| pledged.id.as_str()).collect();
    let kept: Vec<_> = match addends(book, &ids) {
        Ok(kept) => kept.into_iter().filter_map(|at| parts.get(at).copied()).collect(),
        Err(reason) => return Ok(Some(Outcome { reason: Some(reason), ..empty })),
    };
    if let Some(reason) = unknown_of(&kept) {
        return Ok(Some(Outcome { reason: Some(reason), ..empty }));
    }
    let amount = sum(kept.iter().map(|(_, outcome)| outcome.amount))?;
    let bounds = Interval {
        low: sum(kept.iter().map(|(_, outcome)| outcome.bounds.low))?,
        high: sum(kept.iter().map(|(_, outcome)| outcome.bounds.high))?,
    };
    let gdp = first.gdp.as_ref().map(|gdp| gdp.money);
    let of_gdp = amount.zip(gdp).filter(|(amount, gdp)| amount.currency() == gdp.currency());
    let share = of_gdp.map(|(amount, gdp)| amount.percent_of(gdp)).transpose()?.map(ShareOfGdp::Quotient);
    Ok(Some(Outcome { share, amount, bounds, ..empty }))
}

/// Which of these commitments are added up, by their place: all but the parts of others among them.
///
/// # Errors
/// Two of them overlap, or are of one family, so that they may count the same money.
pub fn addends(book: &Book, ids: &[&str]) -> Result<Vec<usize>, Unknown> {
    let found: Vec<Option<&Commitment>> = ids.iter().map(|id| book.commitment(id)).collect();
    let is_part = |commitment: &&Commitment| wholes(book, commitment).any(|whole| ids.contains(&whole));
    let kept: Vec<usize> =
        (0..ids.len()).filter(|at| !found.get(*at).copied().flatten().as_ref().is_some_and(is_part)).collect();
    let commitments: Vec<&Commitment> = kept.iter().filter_map(|at| found.get(*at).copied().flatten()).collect();
    for (at, one) in commitments.iter().enumerate() {
        for other in commitments.iter().skip(at + 1) {
            if overlap(one, other) || overlap(other, one) {
                return Err(Unknown::Overlap([one, other].map(|commitment| commitment.id.clone())));
            }
        }
        let same = of_family(book, &commitments, one);
        if same.len() > 1 {
            return Err(Unknown::OneFamily(same));
        }
    }
    Ok(kept)
}

/// The commitments inside which the money of one counts, from the nearest outwards.
fn wholes<'b>(book: &'b Book, commitment: &'b Commitment) -> impl Iterator<Item = &'b str> {
    // A checked book has no circle, so this ends.
    let of = |inner: &Commitment| inner.part_of.as_ref().and_then(|whole| book.commitment(&whole.id));
    std::iter::successors(of(commitment), move |whole| of(whole)).map(|whole| whole.id.as_str())
}

fn overlap(one: &Commitment, other: &Commitment) -> bool {
    one.overlaps.iter().any(|named| named.id == other.id)
}

/// The commitments whose definition is of the same family as this one's.
fn of_family(book: &Book, commitments: &[&Commitment], own: &Commitment) -> Vec<String> {
    let Some(family) = book.family_of(own) else { return Vec::new() };
    let same = commitments.iter().filter(|other| book.family_of(other) == Some(family));
    same.map(|other| other.id.clone()).collect()
}

/// Why the sum of these is not known, if one of them is not, or they are in several currencies.
fn unknown_of(kept: &[(&Pledged, &Outcome)]) -> Option<Unknown> {
    if let Some((pledged, outcome)) = kept.iter().find(|(_, outcome)| outcome.amount.is_none()) {
        let reason = outcome.reason.clone().map(Box::new);
        return Some(Unknown::Addend { commitment: pledged.id.clone(), reason });
    }
    let mut currencies: Vec<_> = kept.iter().filter_map(|(_, outcome)| outcome.amount).map(Money::currency).collect();
    currencies.dedup();
    (currencies.len() > 1).then_some(Unknown::SeveralCurrencies(currencies))
}

/// The sum, if every one is known.
fn sum(mut amounts: impl Iterator<Item = Option<Money>>) -> Result<Option<Money>> {
    let Some(Some(first)) = amounts.next() else { return Ok(None) };
    amounts.try_fold(Some(first), |sum, amount| sum.zip(amount).map(|(sum, amount)| sum.plus(amount)).transpose())
}
