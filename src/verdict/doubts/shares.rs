//! Shares that do not follow from the figures that their own publisher gives beside them.

use std::cmp::Ordering;

use crate::book::{Book, Measure, Observation};
use crate::error::{Error, Kind, Result};
use crate::quantity::{Decimal, Interval};
use crate::verdict::beside;

use super::editions::{Edition, stated};

/// Every share of an edition from which its money ÷ GDP, of a part of spending its money ÷ that spending, lies further than the
/// precisions of all three allow.
pub(super) fn wrong_shares(book: &Book, edition: Edition<'_, '_>) -> Vec<Error> {
    let spending = edition.series().flatten().filter(|row| row.measure == Measure::Spending);
    spending.filter_map(|money| wrong_share(book, edition, money)).collect()
}

/// The warning about the share that stands beside an amount.
fn wrong_share(book: &Book, edition: Edition<'_, '_>, money: &Observation) -> Option<Error> {
    let definition = money.definition.as_deref()?;
    let share = edition.figure((Measure::SpendingShare, Some(definition), None), money.year)?;
    let base = book.share_base(book.definition(definition)?);
    let measure = base.map_or(Measure::Gdp, |_| Measure::Spending);
    let whole = edition.figure((measure, base.map(|base| base.id.as_str()), money.currency()), money.year)?;
    // what has too many digits to be compared is no slip of the pen
    let computed = differing(share, money, whole).ok()?.filter(|_| share.kind == money.kind)?;
    let kind = Kind::WrongShare {
        published: stated(share),
        computed: format!("{computed}%"),
        money: stated(money),
        whole: stated(whole),
    };
    let help = "see which of the three is a slip, or say in a `note` what else the share is of";
    Some(Error::new(kind).help(help).at(share.origin.place()))
}

/// Money ÷ whole with at least the digits of the share, as many as tell it from that, if they lie too far apart.
fn differing(share: &Observation, money: &Observation, whole: &Observation) -> Result<Option<Decimal>> {
    let [least, most] = share.between()?.ends()?;
    let (computed, Interval { low, high }) = money.between()?.percent_of(&whole.between()?)?;
    let above = low.map(|low| low.compare(most)).transpose()?.is_some_and(Ordering::is_gt);
    let below = high.map(|high| high.compare(least)).transpose()?.is_some_and(Ordering::is_lt);
    if above || below { beside(&computed, &[share.value], share.value.scale().max(2)).map(Some) } else { Ok(None) }
}
