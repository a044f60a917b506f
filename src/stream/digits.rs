//! Numbers as decimal digits, four at once.

use std::fmt::{self, Write};

/// A number with a fixed count of places, as text: what stands before the last eight digits, the digits before the point, and the
/// point with those behind it, each from the lowest byte on; above the former are bytes of no meaning, above the latter none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fixed {
    pub(super) high: u64,
    pub(super) whole: u64,
    pub(super) whole_length: usize,
    pub(super) rest: u64,
    pub(super) rest_length: usize,
}

impl Fixed {
    /// How much room any number needs, with what may be written behind it and thousands apart.
    pub(super) const ROOM: usize = 48;

    /// `number` ÷ 10^`places` with just these places, at most 6.
    #[inline(always)]
    pub(super) fn new(number: u64, places: usize) -> Self {
        let (high, low) = (number / Eight::END, Eight::new(number % Eight::END));
        let skipped = if high > 0 { 0 } else { low.leading_zeros().min(Eight::COUNT - 1 - places) };
        let (whole, whole_length) = (low.from(skipped), Eight::COUNT - places - skipped);
        let (rest, rest_length) = match places {
            0 => (0, 0),
            _ => (low.from(Eight::COUNT - places) << 8 | u64::from(b'.'), places + 1),
        };
        Self { high, whole, whole_length, rest, rest_length }
    }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.high > 0 {
            self.high.fmt(f)?;
        }
        for (part, length) in [(self.whole, self.whole_length), (self.rest, self.rest_length)] {
            part.to_le_bytes()[..length].iter().try_for_each(|byte| f.write_char(char::from(*byte)))?;
        }
        Ok(())
    }
}

/// The digits of a number below 10^8 as text, the first in the lowest byte.
#[derive(Debug, Clone, Copy)]
struct Eight(u64);

impl Eight {
    /// How many there are.
    const COUNT: usize = 8;
    /// The first number that has more.
    const END: u64 = 100_000_000;

    /// Looks up both halves.
    #[allow(clippy::cast_possible_truncation, reason = "both are below 10^4")]
    #[inline(always)]
    fn new(number: u64) -> Self {
        let [above, below] = [number / 10_000, number % 10_000].map(|half| u64::from(FOURS[half as usize]));
        Self(above | below << 32)
    }

    /// How many zeros it starts with.
    #[inline(always)]
    fn leading_zeros(self) -> usize {
        ((self.0 ^ 0x3030_3030_3030_3030).trailing_zeros() / 8) as usize
    }

    /// The digits from one of them on, in the lowest bytes.
    #[inline(always)]
    fn from(self, first: usize) -> u64 {
        self.0 >> (8 * first)
    }
}

/// The four digits of each number below 10^4 as text, the first in the lowest byte.
static FOURS: [u32; 10_000] = {
    let (mut fours, mut number) = ([0; 10_000], 0);
    while number < fours.len() {
        let digits = [number / 1000, number / 100 % 10, number / 10 % 10, number % 10];
        let [a, b, c, d] = [DIGITS[digits[0]], DIGITS[digits[1]], DIGITS[digits[2]], DIGITS[digits[3]]];
        fours[number] = u32::from_le_bytes([a, b, c, d]);
        number += 1;
    }
    fours
};
const DIGITS: &[u8; 10] = b"0123456789";

/// The digits of a number below 10^4.
#[inline(always)]
pub(super) fn four_digits(number: usize) -> [u8; 4] {
    FOURS[number % FOURS.len()].to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Decimal;

    #[test]
    fn digits_are_those_of_the_decimal() {
        let numbers = [0, 1, 9, 10, 99, 100, 1234, 999_999, 1_000_000, 784_900_000, 99_999_999, 100_000_000, u64::MAX];
        for number in numbers {
            for places in 0..=6 {
                let decimal = Decimal::from_i128_with_scale(i128::from(number), u32::try_from(places).unwrap());
                assert_eq!(Fixed::new(number, places).to_string(), decimal.to_string());
            }
        }
    }

    #[test]
    fn every_digit_is_right() {
        let steps = (0..Eight::END).step_by(9_973).chain([1, 9, 99, 9_999, 10_000, 99_999_999]);
        for number in steps {
            let text = format!("{number:08}");
            let eight = Eight::new(number);
            assert_eq!(eight.from(0).to_le_bytes(), text.as_bytes());
            assert_eq!(eight.leading_zeros(), text.bytes().take_while(|digit| *digit == b'0').count());
        }
        for number in 0..10_000 {
            assert_eq!(four_digits(number), *format!("{number:04}").as_bytes());
        }
    }
}
