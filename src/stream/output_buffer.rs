//! Bytes on their way out: pieces that never change are laid down in strides of a fixed length, which costs no call and no branch per byte.

use crate::quantity::text::grouped;

use super::digits::Eight;

/// How many bytes are copied at once.
const STRIDE: usize = 16;

/// Bytes that were written, and room behind them that the next piece may write over.
#[derive(Debug, Default)]
pub(super) struct OutputBuffer {
    bytes: Vec<u8>,
    length: usize,
}

/// Bytes that never change, padded to whole strides.
#[derive(Debug, Default)]
pub(super) struct Piece {
    padded: Vec<u8>,
    length: usize,
}

impl Piece {
    pub(super) fn new(text: &[u8]) -> Self {
        let mut piece = Self::default();
        piece.set(text);
        piece
    }

    /// Takes the place of what was there.
    pub(super) fn set(&mut self, text: &[u8]) {
        self.padded.clear();
        self.padded.extend_from_slice(text);
        self.padded.resize(text.len().next_multiple_of(STRIDE), 0);
        self.length = text.len();
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.padded[..self.length]
    }

    /// How much room it needs.
    pub(super) fn room(&self) -> usize {
        self.padded.len()
    }
}

impl OutputBuffer {
    pub(super) fn clear(&mut self) {
        self.length = 0;
    }

    pub(super) fn len(&self) -> usize {
        self.length
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Takes off what was written behind the first `length` bytes.
    pub(super) fn truncate(&mut self, length: usize) {
        self.length = length;
    }

    /// Makes room for pieces and numbers that follow.
    pub(super) fn reserve(&mut self, room: usize) {
        if self.bytes.len() - self.length < room {
            self.bytes.resize((self.length + room).max(self.bytes.len() * 2), 0);
        }
    }

    /// Appends any bytes; room is made for them.
    pub(super) fn push(&mut self, text: &[u8]) {
        self.reserve(text.len());
        self.bytes[self.length..self.length + text.len()].copy_from_slice(text);
        self.length += text.len();
    }

    /// Appends a piece, for which there must be room.
    pub(super) fn push_piece(&mut self, piece: &Piece) {
        let strides = self.bytes[self.length..].chunks_exact_mut(STRIDE).zip(piece.padded.chunks_exact(STRIDE));
        strides.for_each(|(to, from)| to.copy_from_slice(from));
        self.length += piece.length;
    }

    /// Writes four bytes over others.
    pub(super) fn write_over(&mut self, at: usize, digits: [u8; 4]) {
        self.bytes[at..at + 4].copy_from_slice(&digits);
    }

    /// Appends one byte, for which there must be room.
    pub(super) fn push_byte(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    /// Appends `number` ÷ 10^`places` with just these places, at most 6; there must be room for [`OutputBuffer::NUMBER`] bytes.
    pub(super) fn push_fixed(&mut self, number: u64, places: usize) {
        let (high, low) = (number / Eight::END, Eight::new(number % Eight::END));
        if high > 0 {
            self.push(high.to_string().as_bytes());
        }
        let skipped = if high > 0 { 0 } else { low.leading_zeros().min(Eight::COUNT - 1 - places) };
        let whole = Eight::COUNT - places - skipped;
        self.put(low.from(skipped));
        self.length += whole;
        if places > 0 {
            self.push_byte(b'.');
            self.put(low.from(Eight::COUNT - places));
            self.length += places;
        }
    }

    /// As [`OutputBuffer::push_fixed`], with a gap between thousands, if there is one.
    pub(super) fn push_spaced(&mut self, number: u64, places: usize, gap: Option<char>) {
        let start = self.length;
        self.push_fixed(number, places);
        if let Some(gap) = gap {
            let spaced = grouped(&String::from_utf8_lossy(&self.bytes[start..self.length]), gap);
            self.length = start;
            self.push(spaced.as_bytes());
        }
    }

    /// Room for any number, with what is written behind it.
    pub(super) const NUMBER: usize = 48;

    /// Appends `number` ÷ 10^`places` without the zeros that end its fraction.
    pub(super) fn push_plain(&mut self, number: u64, places: usize) {
        self.push_fixed(number, places);
        let whole = self.length - places;
        while places > 0 && self.length > whole && self.bytes[self.length - 1] == b'0' {
            self.length -= 1;
        }
        if places > 0 && self.length == whole {
            self.length -= 1;
        }
    }

    fn put(&mut self, digits: [u8; Eight::COUNT]) {
        self.bytes[self.length..self.length + Eight::COUNT].copy_from_slice(&digits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Decimal, text};

    #[test]
    fn digits_are_those_of_the_decimal() {
        let numbers = [0, 1, 9, 10, 99, 100, 1234, 999_999, 1_000_000, 784_900_000, 99_999_999, 100_000_000, u64::MAX];
        for number in numbers {
            for places in 0..=6 {
                let decimal = Decimal::from_i128_with_scale(i128::from(number), u32::try_from(places).unwrap());
                let mut out = OutputBuffer::default();
                out.reserve(2 * OutputBuffer::NUMBER);
                out.push_fixed(number, places);
                out.push_byte(b' ');
                out.push_plain(number, places);
                let expected = format!("{decimal} {}", text::plain(decimal));
                assert_eq!(String::from_utf8_lossy(out.as_bytes()), expected);
            }
        }
    }

    #[test]
    fn a_piece_is_written_whole_and_no_more() {
        for length in [0, 1, 15, 16, 17, 48, 49] {
            let piece = Piece::new(&vec![b'x'; length]);
            let mut out = OutputBuffer::default();
            out.push(b"<");
            out.reserve(piece.room() + 1);
            out.push_piece(&piece);
            out.push_byte(b'>');
            assert_eq!(out.as_bytes(), format!("<{}>", "x".repeat(length)).as_bytes());
        }
    }
}
