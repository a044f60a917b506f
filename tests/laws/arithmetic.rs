//! Exact arithmetic: equal to what whole numbers say, or refused.

use pledgebook::quantity::{Decimal, Money, Ratio, Share, add, multiply, round, subtract};
use proptest::prelude::*;

use super::inputs;

/// The largest whole number that a decimal holds.
const LARGEST: i128 = (1 << 96) - 1;

/// Any decimal, small ones more often than their number says.
fn decimal() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![-LARGEST..=LARGEST, -1_000_000_000_000i128..=1_000_000_000_000, -1000i128..=1000];
    (mantissa, 0..=28u32).prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa, scale))
}

/// A figure of up to 19 digits, three of them behind the point, so that every product with a percentage can be kept.
fn figure() -> impl Strategy<Value = Decimal> {
    (1..10i128.pow(19)).prop_map(|thousandths| Decimal::from_i128_with_scale(thousandths, 3))
}

/// A percentage to four places.
fn percent() -> impl Strategy<Value = Decimal> {
    (1..=1_000_000i64).prop_map(|mantissa| Decimal::new(mantissa, 4))
}

/// A whole number as its decimal digits, the last one first, of any length.
type Digits = Vec<u8>;

fn digits(number: u128) -> Digits {
    number.to_string().bytes().rev().map(|digit| digit - b'0').collect()
}

/// The product as it is done by hand.
fn by_hand(a: &Digits, b: &Digits) -> Digits {
    let mut product = vec![0u32; a.len() + b.len()];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            product[i + j] += u32::from(*x) * u32::from(*y);
        }
    }
    for at in 0..product.len() - 1 {
        product[at + 1] += product[at] / 10;
        product[at] %= 10;
    }
    product.into_iter().map(|digit| u8::try_from(digit).unwrap()).collect()
}

/// Without zeros in front, and with so many behind.
fn shifted(digits: Digits, zeros: u32) -> Digits {
    let mut shifted = vec![0; zeros as usize];
    shifted.extend(digits);
    while shifted.last() == Some(&0) {
        shifted.pop();
    }
    shifted
}

/// `mantissa` ÷ 10^`scale` to `places` digits, half away from zero, in whole numbers.
fn rounded(mantissa: i128, scale: u32, places: u32) -> i128 {
    if scale <= places {
        return mantissa * 10i128.pow(places - scale);
    }
    let unit = 10i128.pow(scale - places);
    mantissa.signum() * ((mantissa.abs() + unit / 2) / unit)
}

proptest! {
    #![proptest_config(inputs(500))]

    #[test]
    fn a_product_is_exact_or_refused(a in decimal(), b in decimal()) {
        let hand = by_hand(&digits(a.mantissa().unsigned_abs()), &digits(b.mantissa().unsigned_abs()));
        match multiply(a, b) {
            Ok(product) => {
                let ours = shifted(digits(product.mantissa().unsigned_abs()), a.scale() + b.scale());
                prop_assert_eq!(ours, shifted(hand, product.scale()));
                prop_assert!(product.is_zero() || product.is_sign_negative() == (a.is_sign_negative() != b.is_sign_negative()));
            }
            Err(_) => prop_assert!(shifted(hand, 0).len() > 28 || a.scale() + b.scale() > 28, "refused without need"),
        }
    }

    #[test]
    fn a_sum_is_exact_or_refused(a in decimal(), b in decimal()) {
        let scale = a.scale().max(b.scale());
        let aligned = |d: Decimal| 10i128.pow(scale - d.scale()).checked_mul(d.mantissa());
        let hand = aligned(a).zip(aligned(b)).and_then(|(a, b)| a.checked_add(b));
        if let Ok(sum) = add(a, b) {
            let hand = hand.unwrap();
            prop_assert_eq!(Some(hand), 10i128.pow(scale - sum.scale()).checked_mul(sum.mantissa()));
            prop_assert_eq!(add(b, a)?, sum);
            prop_assert_eq!(subtract(sum, b)?, a);
        } else {
            prop_assert!(hand.is_none_or(|hand| hand.abs() > LARGEST), "refused without need");
        }
    }

    #[test]
    fn rounding_is_half_away_from_zero(mantissa in -10i128.pow(18)..10i128.pow(18), scale in 0..=12u32, places in 0..=6u32) {
        let value = Decimal::from_i128_with_scale(mantissa, scale);
        let ours = round(value, places)?;
        prop_assert_eq!((ours.mantissa(), ours.scale()), (rounded(mantissa, scale, places), places));
        prop_assert_eq!(round(ours, places)?.to_string(), ours.to_string(), "twice is once");
        prop_assert_eq!(round(-value, places)?, -ours, "odd in sign");
        prop_assert!(!ours.is_zero() || !ours.to_string().contains('-'), "zero has no sign");
    }

    #[test]
    fn a_half_goes_away_from_zero(whole in -10i64.pow(12)..10i64.pow(12), places in 0..=5u32) {
        let half = Decimal::new(whole * 10 + 5 * if whole < 0 { -1 } else { 1 }, places + 1);
        prop_assert_eq!(round(half, places)?, Decimal::new(whole + if whole < 0 { -1 } else { 1 }, places));
    }

    #[test]
    fn a_quotient_is_rounded_once(above in 0..10i128.pow(15), below in 1..10i128.pow(15), places in 0..=6u32) {
        let whole = |number: i128| Decimal::from_i128_with_scale(number, 0);
        let ours = Ratio::new(whole(above), whole(below))?.round(places)?;
        prop_assert_eq!(ours.mantissa(), (2 * above * 10i128.pow(places) + below) / (2 * below));
    }

    #[test]
    fn a_share_is_linear(p in percent(), q in percent(), a in figure(), b in figure()) {
        let (p, q, sum) = (Share::from_percent(p), Share::from_percent(q), Share::from_percent(add(p, q)?));
        let [a, b] = [a, b].map(|millions| Money::from_millions(millions, "EUR".parse().unwrap()));
        prop_assert_eq!(p.of(a.plus(b)?)?.millions(), p.of(a)?.plus(p.of(b)?)?.millions());
        prop_assert_eq!(sum.of(a)?.millions(), p.of(a)?.plus(q.of(a)?)?.millions());
    }
}
