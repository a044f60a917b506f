//! What is left of a pledge over years together.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio};

/// What each of the years that are left comes to, the same in all, so that all years together come to what is pledged for them:
/// (pledged − what is known) ÷ how many are left; zero or less where the years that are known keep the pledge already.
///
/// A mean of 2% over five years is 10% together; after 1.8%, 1.6% and 1.7% each of the last two needs 2.45%:
/// ```
/// use pledgebook::analysis::evenly;
/// use pledgebook::quantity::Decimal;
/// let known = [18, 16, 17].map(|tenths| Decimal::new(tenths, 1).into());
/// assert_eq!(evenly(Decimal::from(10).into(), known, 2)?.round(2)?.to_string(), "2.45");
/// # Ok::<(), pledgebook::Error>(())
/// ```
/// # Errors
/// No year is left, or a part of the quotient needs more than 77 digits.
pub fn evenly(pledged: Ratio, known: impl IntoIterator<Item = Ratio>, left: u32) -> Result<Ratio> {
    let known = known.into_iter().try_fold(Ratio::from(Decimal::ZERO), |sum, known| sum.plus(known))?;
    known.gap_to(pledged)?.over(Decimal::from(left))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_known_and_what_is_left_come_to_the_pledge(
            pledged in 1i64..1_000_000,
            known in prop::collection::vec(0i64..200_000, 0..8),
            left in 1u32..8,
        ) {
            let pledged = Ratio::from(Decimal::new(pledged, 3));
            let known: Vec<Ratio> = known.into_iter().map(|value| Decimal::new(value, 3).into()).collect();
            let each = evenly(pledged, known.iter().copied(), left).unwrap();
            let sum = known.into_iter().fold(each.times(Decimal::from(left)).unwrap(), |sum, one| sum.plus(one).unwrap());
            prop_assert!(sum.compare(pledged).unwrap().is_eq());
        }
    }
}
