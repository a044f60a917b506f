//! Integers as decimal digits, two at a time.

/// `00` to `99`.
const PAIRS: [[u8; 2]; 100] = pairs();

#[allow(clippy::cast_possible_truncation, reason = "the tens and units of a number below 100 are digits")]
const fn pairs() -> [[u8; 2]; 100] {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
        number += 1;
    }
    pairs
}

/// The digits of a number, at least `least` of them.
struct Digits {
    bytes: [u8; 20],
    start: usize,
}

impl Digits {
    fn of(mut number: u64, least: usize) -> Self {
        let (mut bytes, mut start) = ([b'0'; 20], 20);
        while number >= 10 {
            start -= 2;
            bytes[start..start + 2].copy_from_slice(&PAIRS[(number % 100) as usize]);
            number /= 100;
        }
        if number > 0 {
            start -= 1;
            bytes[start] = PAIRS[number as usize][1];
        }
        Self { bytes, start: start.min(20 - least) }
    }

    fn split(&self, places: usize) -> (&[u8], &[u8]) {
        self.bytes[self.start..].split_at(20 - self.start - places)
    }
}

/// Appends `number` ÷ 10^`places` with just these places, as `784.90`.
pub(super) fn push_fixed(out: &mut Vec<u8>, number: u64, places: usize) {
    let digits = Digits::of(number, places + 1);
    let (whole, fraction) = digits.split(places);
    out.extend_from_slice(whole);
    if places > 0 {
        out.push(b'.');
        out.extend_from_slice(fraction);
    }
}

/// Appends `number` ÷ 10^`places` without the zeros that end its fraction, as `784.9`.
pub(super) fn push_plain(out: &mut Vec<u8>, number: u64, places: usize) {
    push_fixed(out, number, places);
    while places > 0 && out.last() == Some(&b'0') {
        out.pop();
    }
    if places > 0 && out.last() == Some(&b'.') {
        out.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Decimal, text};

    fn pushed(push: fn(&mut Vec<u8>, u64, usize), number: u64, places: usize) -> String {
        let mut out = Vec::new();
        push(&mut out, number, places);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn digits_are_those_of_the_decimal() {
        for number in [0, 1, 9, 10, 99, 100, 1234, 999_999, 1_000_000, 784_900_000, u64::MAX] {
            for places in 0..=6 {
                let decimal = Decimal::from_i128_with_scale(i128::from(number), places);
                let width = usize::try_from(places).unwrap();
                assert_eq!(pushed(push_fixed, number, width), decimal.to_string());
                assert_eq!(pushed(push_plain, number, width), text::plain(decimal));
            }
        }
    }
}
