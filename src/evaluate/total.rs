//! Sums over commitments, where one can be made.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Book, Commitment};
use crate::error::Result;
use crate::gdp::{Path, Rates};
use crate::quantity::{Country, Currency, Interval, Ratio, YearRange};

use super::exchange::each_once;
use super::{Gdp, Outcome, Pledged, Unknown, in_money};

/// What pledges of one country come to together in a year, or over years, on one GDP: the sum of the unrounded amounts.
///
/// A part is added only where its whole is absent. Where no sum can be made, the outcome says why, in the currency of the country. The
/// GDP is that of the year on a path, where one is given, whatever the pledges are shares of. Amounts in several currencies are added
/// in the one that is asked for, at the rates of the year.
///
/// # Errors
/// A sum needs more than 28 digits, or two rates between which nothing chooses.
pub fn total(
    book: &Book,
    path: Option<&Path>,
    parts: &[(&Pledged, &Outcome)],
    (rates, to): (&Rates<'_>, Option<Currency>),
) -> Result<Option<Outcome>> {
    let Some((pledged, first)) = parts.first() else { return Ok(None) };
    let years = parts.iter().map(|(_, outcome)| outcome.years).fold(first.years, YearRange::as_stated_by_both);
    let gdp = path.map(|path| Gdp::over(&path.values, years)).transpose()?.flatten();
    let empty = Outcome::unknown(years, book.currency(pledged.country).unwrap_or(first.currency), gdp);
    let ids: Vec<&str> = parts.iter().map(|(pledged, _)| pledged.id.as_str()).collect();
    let kept: Vec<_> = match addends(book, pledged.country, &ids) {
        Ok(kept) => kept.into_iter().filter_map(|at| parts.get(at).copied()).collect(),
        Err(reason) => return Ok(Some(Outcome { reason: Some(reason), ..empty })),
    };
    let added = match in_one_currency(&kept, rates, to)? {
        Ok(added) => added,
        Err(reason) => return Ok(Some(Outcome { reason: Some(reason), ..empty })),
    };
    let Some(amount) = sum(added.iter().map(|outcome| outcome.amount))? else { return Ok(Some(empty)) };
    let bounds = Interval {
        low: sum(added.iter().map(|outcome| outcome.bounds.low))?,
        high: sum(added.iter().map(|outcome| outcome.bounds.high))?,
    };
    let currency = added.first().map_or(empty.currency, |outcome| outcome.currency);
    let premises = added.into_iter().fold(Vec::new(), |named, outcome| each_once(named, outcome.premises));
    let total = in_money(amount, bounds, Outcome { currency, premises, ..empty })?;
    let of_gdp =
        total.gdp.as_ref().map_or(Ok(None), |gdp| rates.between(currency, gdp.money.currency(), years.first()))?;
    let total = total.at_rates(of_gdp.as_deref())?;
    let missing = path.and_then(|path| Some((path, years.years().find(|year| path.value(*year).is_none())?)));
    let missing = missing.map(|(path, year)| Unknown::NoGdp { year, scenario: path.scenario.clone() });
    Ok(Some(Outcome { reason: total.reason.or(missing), ..total }))
}

/// What is added up, in one currency: in that which is asked for where they are in several; or why they cannot be added.
fn in_one_currency(
    kept: &[(&Pledged, &Outcome)],
    rates: &Rates<'_>,
    to: Option<Currency>,
) -> Result<Result<Vec<Outcome>, Unknown>> {
    if let Some((pledged, outcome)) = kept.iter().find(|(_, outcome)| outcome.amount.is_none()) {
        let reason = outcome.reason.clone().map(Box::new);
        return Ok(Err(Unknown::Addend { commitment: pledged.id.clone(), reason }));
    }
    let mut currencies = Vec::new();
    for (_, outcome) in kept {
        if !currencies.contains(&outcome.currency) {
            currencies.push(outcome.currency);
        }
    }
    match to {
        Some(to) if currencies.len() > 1 => kept.iter().map(|(_, outcome)| outcome.in_currency(to, rates)).collect(),
        None if currencies.len() > 1 => Ok(Err(Unknown::SeveralCurrencies(currencies))),
        Some(_) | None => kept.iter().map(|(_, outcome)| outcome.in_currency(outcome.currency, rates)).collect(),
    }
}

/// Which of these commitments of a country are added up, by their place: all but the parts of others among them.
///
/// # Errors
/// Two of them overlap, or are of one family, so that they may count the same money.
pub fn addends(book: &Book, country: Country, ids: &[&str]) -> Result<Vec<usize>, Unknown> {
    let found: Vec<Option<&Commitment>> = ids.iter().map(|id| book.commitment(id, country)).collect();
    let mut inside = Inside { book, among: ids.iter().copied().collect(), known: BTreeMap::new() };
    let is_part = |at: &usize| found.get(*at).copied().flatten().is_some_and(|commitment| inside.another(commitment));
    let (_, kept): (Vec<usize>, Vec<usize>) = (0..ids.len()).partition(is_part);
    let commitments: Vec<&Commitment> = kept.iter().filter_map(|at| found.get(*at).copied().flatten()).collect();
    let family = first_family(book, &commitments);
    match first_overlap(&commitments) {
        // of two reasons the one that the earlier commitment gives, of one commitment that it overlaps
        Some([one, other]) if family.as_ref().is_none_or(|same| one <= same[0]) => {
            let pair = [one, other].map(|at| commitments.get(at).map(|own| own.id.clone()).unwrap_or_default());
            Err(Unknown::Overlap(pair))
        }
        Some(_) | None => family.map_or(Ok(kept), |same| {
            let of_family = same.into_iter().filter_map(|at| commitments.get(at));
            Err(Unknown::OneFamily(of_family.map(|commitment| commitment.id.clone()).collect()))
        }),
    }
}

/// Which commitments are parts of others among some.
struct Inside<'b, 'i> {
    book: &'b Book,
    among: BTreeSet<&'i str>,
    /// What was found on the way, so that a chain of parts is walked once.
    known: BTreeMap<&'b str, bool>,
}

impl<'b> Inside<'b, '_> {
    /// Whether the money of a commitment counts inside another one among them, next to it or further outwards.
    fn another(&mut self, commitment: &'b Commitment) -> bool {
        let mut passed = Vec::new();
        let mut at = commitment;
        // A checked book has no circle, so this ends.
        let is_part = loop {
            if let Some(known) = self.known.get(at.id.as_str()) {
                break *known;
            }
            passed.push(at.id.as_str());
            match at.part_of.as_ref().and_then(|whole| self.book.commitment(&whole.id, at.country)) {
                Some(whole) if self.among.contains(whole.id.as_str()) => break true,
                Some(whole) => at = whole,
                None => break false,
            }
        };
        self.known.extend(passed.into_iter().map(|id| (id, is_part)));
        is_part
    }
}

/// The first two of these that overlap, by their places; enough if one of the two says so.
fn first_overlap(commitments: &[&Commitment]) -> Option<[usize; 2]> {
    let places: BTreeMap<&str, usize> = commitments.iter().enumerate().map(|(at, own)| (own.id.as_str(), at)).collect();
    let named = commitments.iter().enumerate().flat_map(|(at, own)| own.overlaps.iter().map(move |named| (at, named)));
    let pairs =
        named.filter_map(|(at, named)| places.get(named.id.as_str()).map(|other| [at.min(*other), at.max(*other)]));
    pairs.filter(|[one, other]| one != other).min()
}

/// The places of those of one family, of the first family of which there are several.
fn first_family(book: &Book, commitments: &[&Commitment]) -> Option<Vec<usize>> {
    let mut families: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, commitment) in commitments.iter().enumerate() {
        if let Some(family) = book.family_of(commitment) {
            families.entry(family).or_default().push(at);
        }
    }
    families.into_values().filter(|same| same.len() > 1).min()
}

/// The sum, if every one is known.
fn sum(mut amounts: impl Iterator<Item = Option<Ratio>>) -> Result<Option<Ratio>> {
    let Some(Some(first)) = amounts.next() else { return Ok(None) };
    amounts.try_fold(Some(first), |sum, amount| sum.zip(amount).map(|(sum, amount)| sum.plus(amount)).transpose())
}
