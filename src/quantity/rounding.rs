//! The one rounding rule.

use rust_decimal::Decimal;

use crate::error::Result;

use super::decimal::{LARGEST, too_large};

/// `value` with `places` digits after the point, half away from zero: the one rounding rule.
///
/// ```
/// # use pledgebook::quantity::{Decimal, round};
/// assert_eq!(round("2197.645".parse().unwrap(), 2)?.to_string(), "2197.65");
/// assert_eq!(round("-0.001".parse().unwrap(), 2)?.to_string(), "0.00");
/// # Ok::<(), pledgebook::Error>(())
/// ```
/// # Errors
/// The result needs more than 28 digits.
pub fn round(value: Decimal, places: u32) -> Result<Decimal> {
    quotient([value, Decimal::ONE], places).ok_or_else(|| too_large("a quotient"))
}

/// The quotient of two decimals, rounded half away from zero.
pub(super) fn quotient([above, below]: [Decimal; 2], places: u32) -> Option<Decimal> {
    let negative = (above.mantissa() < 0) != (below.mantissa() < 0);
    let power = i64::from(places) + i64::from(below.scale()) - i64::from(above.scale());
    let rounded = divide(above.mantissa().unsigned_abs(), below.mantissa().unsigned_abs(), power)?;
    let mantissa = i128::try_from(rounded).ok().filter(|_| rounded <= LARGEST)?;
    // with all its zeros, so that it prints with just these places
    Decimal::try_from_i128_with_scale(if negative { -mantissa } else { mantissa }, places).ok()
}

/// above × 10^power ÷ below, rounded half up, digit by digit where the power is positive.
fn divide(above: u128, below: u128, power: i64) -> Option<u128> {
    let steps = u32::try_from(power.unsigned_abs()).ok()?;
    if power < 0 {
        // A divisor that does not fit is over twice the dividend, so the quotient rounds to zero.
        let Some(below) = 10u128.checked_pow(steps).and_then(|factor| below.checked_mul(factor)) else {
            return Some(0);
        };
        return Some(above / below + u128::from(above % below >= below.div_ceil(2)));
    }
    let (mut quotient, mut rest) = (above / below, above % below);
    for _ in 0..steps {
        rest *= 10;
        quotient = quotient.checked_mul(10)?.checked_add(rest / below)?;
        rest %= below;
    }
    Some(quotient + u128::from(rest >= below.div_ceil(2)))
}
