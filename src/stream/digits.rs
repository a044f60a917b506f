//! Eight decimal digits at once.

/// The digits of a number below 10^8, the first in the lowest byte.
#[derive(Debug, Clone, Copy)]
pub(super) struct Eight(u64);

impl Eight {
    /// How many there are.
    pub(super) const COUNT: usize = 8;
    /// The first number that has more.
    pub(super) const END: u64 = 100_000_000;

    /// Halves a number into four digits, these into two, these into one, each half in a lane of its own.
    ///
    /// In a lane, x × 10486 ÷ 2^20 is x ÷ 100 below 10^4, and x × 103 ÷ 2^10 is x ÷ 10 below 100.
    pub(super) fn new(number: u64) -> Self {
        let fours = (number / 10_000) | ((number % 10_000) << 32);
        let hundreds = ((fours * 10_486) >> 20) & 0x0000_007F_0000_007F;
        let twos = hundreds | ((fours - hundreds * 100) << 16);
        let tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
        Self(tens | ((twos - tens * 10) << 8))
    }

    /// How many zeros it starts with.
    pub(super) fn leading_zeros(self) -> usize {
        (self.0.trailing_zeros() / 8) as usize
    }

    /// The digits from one of them on, as text with blanks of no meaning behind it.
    pub(super) fn from(self, first: usize) -> [u8; Self::COUNT] {
        ((self.0 + 0x3030_3030_3030_3030) >> (8 * first)).to_le_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lane_is_right() {
        let steps = (0..Eight::END).step_by(9_973).chain([1, 9, 99, 9_999, 10_000, 99_999_999]);
        for number in steps {
            let text = format!("{number:08}");
            let eight = Eight::new(number);
            assert_eq!(eight.from(0), text.as_bytes());
            assert_eq!(eight.leading_zeros(), text.bytes().take_while(|digit| *digit == b'0').count());
        }
        for number in 0..10_000 {
            assert_eq!(Eight::new(number).from(4)[..4], *format!("{number:04}").as_bytes());
        }
    }
}
