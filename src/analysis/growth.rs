//! What growth leads from one amount to another.

use crate::error::Result;
use crate::quantity::{Decimal, Ratio, multiply, subtract};

/// How many digits of the factor of a year are told: those of its growth in per cent are two fewer.
const OF_A_FACTOR: u32 = 9;
/// Amounts between both ends are fixed to whole units of the currency, as a scenario's chained GDP is: this many decimals of a million.
const WHOLE_UNITS: u32 = 6;

/// The growth in per cent that leads from an amount to another one so many years later, the same in each year:
/// (n ÷ m)^(1 ÷ years) − 1, of which the root has nine decimals, rounded half away from zero.
///
/// From 73.5 billion in 2028 to 146.2 billion in 2034 it is 12.1% a year, from 37.0 in 2017 to 80.5 in 2024 11.7%:
/// ```
/// use pledgebook::analysis::required_growth;
/// use pledgebook::quantity::{Decimal, round};
/// let tenths = |tenths: i64| Decimal::new(tenths, 1).into();
/// assert_eq!(round(required_growth(tenths(735), tenths(1462), 6)?, 1)?.to_string(), "12.1");
/// assert_eq!(round(required_growth(tenths(370), tenths(805), 7)?, 1)?.to_string(), "11.7");
/// # Ok::<(), pledgebook::Error>(())
/// ```
/// # Errors
/// There is no year between them, the first amount is zero, one is below zero, or the factor needs more than 28 digits.
pub fn required_growth(from: Ratio, to: Ratio, years: u32) -> Result<Decimal> {
    let factor = Ratio::grown(Decimal::ONE.into(), to.over(from)?, (1, years), OF_A_FACTOR)?;
    multiply(subtract(factor, Decimal::ONE)?, Decimal::ONE_HUNDRED)
}

/// What is spent in the k-th of n years of equal growth from m to n: the n-th root of m^(n − k) × n^k, in millions with six decimals;
/// at both ends just what stands there.
///
/// From 64.1 billion by growth to 87.1 billion in six years it is 74 720.211456 million halfway:
/// ```
/// use pledgebook::analysis::growing;
/// use pledgebook::quantity::Decimal;
/// let [first, last] = [64_100, 87_100].map(|millions| Decimal::from(millions).into());
/// assert_eq!(growing(first, last, (3, 6))?.round(6)?.to_string(), "74720.211456");
/// assert_eq!(growing(first, last, (6, 6))?, last);
/// # Ok::<(), pledgebook::Error>(())
/// ```
/// # Errors
/// There are fewer years than k, one of the amounts is below zero, or the amount needs more than 28 digits.
pub fn growing(first: Ratio, last: Ratio, (k, years): (u32, u32)) -> Result<Ratio> {
    match k {
        0 => Ok(first),
        _ if k == years => Ok(last),
        _ => Ratio::grown(first, last, (k, years), WHOLE_UNITS).map(Ratio::from),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// An amount as awkward as figures are: up to 12 digits before the point and 6 behind it.
    fn amount() -> impl Strategy<Value = Ratio> {
        (1u64..1_000_000_000_000_000_000).prop_map(|units| Decimal::from_i128_with_scale(units.into(), 6).into())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn required_growth_gives_the_target_back_to_the_printed_digit(
            first in 10_000i64..1_000_000,
            factor in 50i64..300,
            years in 1u32..16,
        ) {
            // billions with four decimals
            let [m, n] = [first, first * factor / 100].map(|tenths| Ratio::from(Decimal::new(tenths, 4)));
            let growth = required_growth(m, n, years).unwrap();
            let factor = Ratio::from(growth).plus(Decimal::ONE_HUNDRED).unwrap().over(Decimal::ONE_HUNDRED).unwrap();
            let factor = factor.round(9).unwrap();
            let grown = (0..years).fold(m, |money, _| money.times(factor).unwrap().round(15).unwrap().into());
            // what differs is less than any digit of the two, which a tie could turn into one of a rounded figure
            prop_assert_eq!(grown.gap_to(n).unwrap().round(4).unwrap(), Decimal::ZERO);
        }

        #[test]
        fn amounts_grow_monotonically_from_the_first_to_the_last(first in amount(), last in amount(), years in 1u32..30) {
            let amounts: Vec<Ratio> = (0..=years).map(|k| growing(first, last, (k, years)).unwrap()).collect();
            prop_assert_eq!((amounts[0], amounts[years as usize]), (first, last));
            let rises = first.compare(last).unwrap().is_le();
            for pair in amounts.windows(2) {
                let order = pair[0].compare(pair[1]).unwrap();
                let holds = if rises { order.is_le() } else { order.is_ge() };
                prop_assert!(holds);
            }
        }
    }
}
