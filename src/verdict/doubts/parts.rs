//! Parts that are larger than their whole.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Book, Commitment, Definition, Observation};
use crate::error::{Error, Kind, Result};
use crate::pledge::{Quantity, When};
use crate::quantity::{Decimal, add, subtract};

use super::editions::{Edition, stated};

/// A part that an edition has a figure of.
type Part<'b> = (&'b Definition, &'b Observation);

/// Every whole of an edition that is less than its parts, however each figure was rounded: all that do not overlap with others, and
/// the largest of those that do.
pub(super) fn larger_parts<'b>(book: &'b Book, edition: Edition<'_, 'b>) -> Vec<Error> {
    let mut wholes: BTreeMap<_, (&Observation, Vec<Part<'b>>)> = BTreeMap::new();
    for rows in edition.series() {
        let Some((first, definition)) =
            rows.first().and_then(|row| Some((row, book.definition(row.definition.as_ref()?)?)))
        else {
            continue;
        };
        let Some(whole) = definition.whole.as_ref().filter(|whole| is_of_the_same(book, definition, &whole.id)) else {
            continue;
        };
        for row in rows {
            let series = (first.measure, Some(whole.id.as_str()), first.currency());
            if let Some(found) = edition.figure(series, row.year) {
                wholes.entry((series, row.year)).or_insert((found, Vec::new())).1.push((definition, row));
            }
        }
    }
    wholes.into_values().filter_map(|(whole, parts)| larger(whole, &parts).ok().flatten()).collect()
}

/// Whether shares of a definition and of its whole are of the same.
fn is_of_the_same(book: &Book, part: &Definition, whole: &str) -> bool {
    let of = |definition: &Definition| definition.of.as_ref().map(|of| of.id.clone());
    book.definition(whole).is_some_and(|whole| of(whole) == of(part))
}

fn larger(whole: &Observation, parts: &[Part<'_>]) -> Result<Option<Error>> {
    let named: BTreeSet<&str> =
        parts.iter().flat_map(|(part, _)| &part.overlaps).map(|other| other.id.as_str()).collect();
    let among: BTreeSet<&str> = parts.iter().map(|(part, _)| part.id.as_str()).collect();
    let overlaps = |part: &Definition| {
        named.contains(part.id.as_str()) || part.overlaps.iter().any(|other| among.contains(other.id.as_str()))
    };
    let (alternatives, mut added): (Vec<Part<'_>>, Vec<Part<'_>>) = parts.iter().partition(|(part, _)| overlaps(part));
    added.extend(alternatives.into_iter().max_by_key(|(_, row)| row.value));
    let (mut sum, mut least) = (Decimal::ZERO, Decimal::ZERO);
    for (_, row) in &added {
        (sum, least) = (add(sum, row.value)?, add(least, row.between()?.ends()?[0])?);
    }
    let [_, most] = whole.between()?.ends()?;
    Ok((least > most).then(|| {
        let names: Vec<String> = added.iter().map(|(part, _)| format!("`{}`", part.id)).collect();
        let parts = format!("{} of {}", stated(&Observation { value: sum, ..whole.clone() }), names.join(" + "));
        let whole_said =
            format!("{} of `{}` in {}", stated(whole), whole.definition.as_deref().unwrap_or_default(), whole.year);
        let help = "see which figure is a slip, or name the parts that may count the same money in `overlaps`";
        Error::new(Kind::LargerPart { part: parts, whole: whole_said }).help(help).at(whole.origin.place())
    }))
}

/// A commitment to an amount inside a smaller one of the same currency and year.
pub(super) fn larger_than_its_whole(book: &Book, part: &Commitment) -> Option<Error> {
    let reference = part.part_of.as_ref()?;
    let whole = book.commitment(&reference.id, part.country)?;
    let (part_pledge, whole_pledge) = (part.pledge?, whole.pledge?);
    let both_amounts = [part_pledge, whole_pledge].iter().all(|own| matches!(own.quantity, Quantity::Amount { .. }));
    let comparable =
        both_amounts && part_pledge.unit() == whole_pledge.unit() && counts_inside(part.when?, whole.when?);
    let least = subtract(part_pledge.stated().ok()?, part_pledge.slack().ok()?.value).ok()?;
    let most = add(whole_pledge.stated().ok()?, whole_pledge.slack().ok()?.value).ok()?;
    (comparable && least > most).then(|| {
        let said = |own: &Commitment, pledge| format!("`{pledge}` of `{}`", own.id);
        let kind = Kind::LargerPart { part: said(part, part_pledge), whole: said(whole, whole_pledge) };
        Error::new(kind)
            .help("see which of the two amounts is a slip, or leave out `part_of`")
            .at(reference.origin.place())
    })
}

/// Whether an amount of some years, or of each of them, counts inside another one: in a year that both name, or among the years
/// that the other one sums.
fn counts_inside(part: When, whole: When) -> bool {
    let ends = |when: When| (Some(when.first()), when.last());
    let ((first, last), (from, to)) = (ends(part), ends(whole));
    match (part, whole) {
        (_, When::Sum(_)) => from <= first && last.is_some_and(|last| Some(last) <= to),
        (When::Sum(_) | When::Mean(_), _) | (_, When::Mean(_)) => false,
        (When::Each(_) | When::From(_) | When::By(_), When::Each(_) | When::From(_) | When::By(_)) => {
            last.is_none_or(|last| from <= Some(last)) && to.is_none_or(|to| first <= Some(to))
        }
    }
}
