//! Shares that do not follow from the figures that their own publisher gives beside them.

use crate::book::Book;
use crate::error::{Error, Kind, Result};
use crate::quantity::Decimal;
use crate::verdict::beside;

use crate::verdict::editions::{Division, Edition, stated};

/// Every share of an edition from which its money ÷ GDP, of a part of spending its money ÷ that spending, lies further than the
/// precisions of all three allow.
pub(super) fn wrong_shares(book: &Book, edition: Edition<'_, '_>) -> Vec<Error> {
    edition.divisions(book).filter_map(|division| wrong_share(&division)).collect()
}

fn wrong_share(division: &Division<'_>) -> Option<Error> {
    let Division { share, money, whole } = division;
    // what has too many digits to be compared is no slip of the pen
    let computed = differing(division).ok()?.filter(|_| share.kind == money.kind)?;
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
fn differing(Division { share, money, whole }: &Division<'_>) -> Result<Option<Decimal>> {
    let (computed, ends) = money.between()?.percent_of(&whole.between()?)?;
    if ends.meets(&share.between()?.interval()?)? {
        return Ok(None);
    }
    beside(&computed, &[share.value], share.value.scale().max(2)).map(Some)
}
