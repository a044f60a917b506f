//! Parts that are larger than their whole.

use crate::book::{Book, Commitment, Observation};
use crate::error::{Error, Kind, Result};
use crate::pledge::{Quantity, When};
use crate::quantity::{Decimal, add, subtract};

use crate::verdict::editions::{Edition, InParts, stated};

/// Every whole of an edition that is less than its parts, however each figure was rounded.
pub(super) fn larger_parts(book: &Book, edition: Edition<'_, '_>) -> Vec<Error> {
    edition.in_parts(book).iter().filter_map(|parts| larger(parts).ok().flatten()).collect()
}

fn larger(InParts { whole, parts }: &InParts<'_>) -> Result<Option<Error>> {
    let (mut sum, mut least) = (Decimal::ZERO, Decimal::ZERO);
    for (_, row) in parts {
        (sum, least) = (add(sum, row.value)?, add(least, row.between()?.ends()?[0])?);
    }
    let [_, most] = whole.between()?.ends()?;
    Ok((least > most).then(|| {
        let names: Vec<String> = parts.iter().map(|(part, _)| format!("`{}`", part.id)).collect();
        let parts = format!("{} of {}", stated(&Observation { value: sum, ..(*whole).clone() }), names.join(" + "));
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
