//! Bytes on their way out: what never changes is laid down in blocks of a fixed length, which costs no call and no branch per byte.

use super::digits::Fixed;

/// How many bytes are copied at once.
const BLOCK: usize = 32;

/// Bytes that never change, padded to whole blocks.
#[derive(Debug, Default)]
pub(super) struct Piece {
    blocks: Vec<[u8; BLOCK]>,
    length: usize,
    /// The first eight bytes, the first of all in the lowest.
    first: u64,
}

impl Piece {
    pub(super) fn new(text: &[u8]) -> Self {
        let mut piece = Self::default();
        piece.set(text);
        piece
    }

    /// Takes the place of what was there.
    pub(super) fn set(&mut self, text: &[u8]) {
        self.blocks.clear();
        for part in text.chunks(BLOCK) {
            let mut block = [0; BLOCK];
            block[..part.len()].copy_from_slice(part);
            self.blocks.push(block);
        }
        self.length = text.len();
        self.first = text.iter().take(8).rev().fold(0, |first, byte| first << 8 | u64::from(*byte));
    }

    /// How much room it needs.
    pub(super) fn room(&self) -> usize {
        self.blocks.len() * BLOCK
    }
}

/// Bytes that were written, and room behind them.
#[derive(Debug, Default)]
pub(super) struct OutputBuffer {
    bytes: Vec<u8>,
    length: usize,
}

impl OutputBuffer {
    pub(super) fn clear(&mut self) {
        self.length = 0;
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Appends any bytes.
    pub(super) fn push(&mut self, text: &[u8]) {
        let mut row = self.row(text.len());
        row.room[..text.len()].copy_from_slice(text);
        row.length = text.len();
        let length = row.length;
        self.keep(length);
    }

    /// A row that needs no more than so much room, which is part of what was written once it is kept.
    pub(super) fn row(&mut self, room: usize) -> Row<'_> {
        if self.bytes.len() - self.length < room {
            self.bytes.resize((self.length + room).max(self.bytes.len() * 2), 0);
        }
        Row { room: &mut self.bytes[self.length..], length: 0 }
    }

    /// Keeps so many bytes of the last row.
    pub(super) fn keep(&mut self, length: usize) {
        self.length += length;
    }
}

/// A row that is being written. Behind it lies room that the next piece may write over.
pub(super) struct Row<'b> {
    room: &'b mut [u8],
    length: usize,
}

impl Row<'_> {
    /// How long it is.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Appends a piece.
    #[inline(always)]
    pub(super) fn push(&mut self, piece: &Piece) {
        let mut at = self.length;
        for block in &piece.blocks {
            self.put(at, *block);
            at += BLOCK;
        }
        self.length += piece.length;
    }

    /// Appends any bytes.
    pub(super) fn push_text(&mut self, text: &[u8]) {
        self.room[self.length..self.length + text.len()].copy_from_slice(text);
        self.length += text.len();
    }

    /// Appends a number, and what stands behind it, which often fits beside its last digits.
    #[inline(always)]
    pub(super) fn push_fixed(&mut self, number: Fixed, behind: &Piece) {
        if number.high > 0 {
            self.push_text(number.high.to_string().as_bytes());
        }
        self.put(self.length, number.whole.to_le_bytes());
        self.length += number.whole_length;
        let joined = number.rest_length + behind.length;
        if joined <= 8 {
            self.put(self.length, (number.rest | behind.first << (8 * number.rest_length)).to_le_bytes());
            self.length += joined;
            return;
        }
        self.put(self.length, number.rest.to_le_bytes());
        self.length += number.rest_length;
        self.push(behind);
    }

    /// Writes bytes from a place on.
    #[inline(always)]
    pub(super) fn put<const N: usize>(&mut self, at: usize, bytes: [u8; N]) {
        self.room[at..at + N].copy_from_slice(&bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_written_whole_and_no_more() {
        for length in [0, 1, 31, 32, 33, 64, 65] {
            let piece = Piece::new(&vec![b'x'; length]);
            let mut out = OutputBuffer::default();
            out.push(b"<");
            let mut row = out.row(piece.room());
            row.push(&piece);
            let written = row.length();
            out.keep(written);
            out.push(b">");
            assert_eq!(out.as_bytes(), format!("<{}>", "x".repeat(length)).as_bytes());
        }
    }

    #[test]
    fn what_is_not_kept_is_written_over() {
        let mut out = OutputBuffer::default();
        out.row(32).push(&Piece::new(b"lost"));
        out.push(b"kept");
        assert_eq!(out.as_bytes(), b"kept");
    }
}
