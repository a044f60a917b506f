//! Bytes on their way out: what never changes is laid down in blocks of a fixed length, which costs no call and no branch per byte.

use super::digits::Fixed;

/// How many bytes are copied at once.
const BLOCK: usize = 32;

/// Bytes that never change, padded to whole blocks.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// The first block, often the only one, is at hand without a look elsewhere.
    first: [u8; BLOCK],
    others: Vec<[u8; BLOCK]>,
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
        let (first, others) = text.split_at(text.len().min(BLOCK));
        match (first.first_chunk::<8>(), first.last_chunk::<8>()) {
            // two halves that overlap cost no call
            (Some(start), Some(end)) if first.len() <= 16 => {
                self.first[..8].copy_from_slice(start);
                self.first[first.len() - 8..first.len()].copy_from_slice(end);
            }
            _ => self.first = padded(first),
        }
        self.others.clear();
        self.others.extend(others.chunks(BLOCK).map(padded));
        self.length = text.len();
    }

    /// How much room it needs.
    #[inline(always)]
    pub(super) fn room(&self) -> usize {
        (1 + self.others.len()) * BLOCK
    }

    /// The first eight bytes, the first of all in the lowest.
    #[inline(always)]
    fn word(&self) -> u64 {
        self.first.first_chunk().map_or(0, |first| u64::from_le_bytes(*first))
    }
}

fn padded(text: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    block[..text.len()].copy_from_slice(text);
    block
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

    /// Takes back what stands behind so many bytes.
    pub(super) fn cut(&mut self, length: usize) {
        self.length = self.length.min(length);
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Appends any bytes.
    pub(super) fn push(&mut self, text: &[u8]) {
        self.make_room(text.len());
        self.bytes[self.length..self.length + text.len()].copy_from_slice(text);
        self.length += text.len();
    }

    /// A row, which is part of what was written once it is kept.
    #[inline(always)]
    pub(super) fn row(&mut self) -> Option<Row<'_>> {
        self.make_room(Row::ROOM + BLOCK);
        let room = self.bytes.get_mut(self.length..)?.first_chunk_mut()?;
        Some(Row { room, length: 0 })
    }

    /// Keeps so many bytes of the last row.
    #[inline(always)]
    pub(super) fn keep(&mut self, length: usize) {
        self.length += length;
    }

    #[inline(always)]
    fn make_room(&mut self, room: usize) {
        if self.bytes.len() - self.length < room {
            self.bytes.resize((self.length + room).max(self.bytes.len() * 2), 0);
        }
    }
}

/// A row that is being written, which needs no more than [`Row::ROOM`]. Behind it lies room that the next piece may write over.
pub(super) struct Row<'b> {
    room: &'b mut [u8; Row::ROOM + BLOCK],
    length: usize,
}

impl Row<'_> {
    /// How much room there is for a row: a power of two, so that a place in it costs no branch.
    pub(super) const ROOM: usize = 1024;

    /// How long it is.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Appends a piece.
    #[inline(always)]
    pub(super) fn push(&mut self, piece: &Piece) {
        let mut at = self.length;
        self.put(at, piece.first);
        if piece.length > BLOCK {
            for block in &piece.others {
                at += BLOCK;
                self.put(at, *block);
            }
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
            self.put(self.length, (number.rest | behind.word() << (8 * number.rest_length)).to_le_bytes());
            self.length += joined;
            return;
        }
        self.put(self.length, number.rest.to_le_bytes());
        self.length += number.rest_length;
        self.push(behind);
    }

    /// Appends a number with its thousands apart, and what stands behind it.
    pub(super) fn push_grouped(&mut self, number: Fixed, gap: &Piece, behind: &Piece) {
        if number.high > 0 {
            let digits = number.to_string();
            let (whole, rest) = digits.split_at(digits.len() - number.rest_length);
            let groups = whole.as_bytes().rchunks(3).rev().enumerate();
            groups.for_each(|(at, group)| {
                if at > 0 {
                    self.push(gap);
                }
                self.push_text(group);
            });
            self.push_text(rest.as_bytes());
            return self.push(behind);
        }
        let (mut whole, mut left) = (number.whole, number.whole_length);
        while left > 3 {
            let group = (left - 1) % 3 + 1;
            self.put(self.length, whole.to_le_bytes());
            self.length += group;
            self.push(gap);
            (whole, left) = (whole >> (8 * group), left - group);
        }
        self.push_fixed(Fixed { whole, whole_length: left, ..number }, behind);
    }

    /// Writes bytes from a place on.
    #[inline(always)]
    pub(super) fn put<const N: usize>(&mut self, at: usize, bytes: [u8; N]) {
        let at = at % Self::ROOM;
        self.room[at..at + N].copy_from_slice(&bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::text::grouped;

    #[test]
    fn a_piece_is_written_whole_and_no_more() {
        for length in [0, 1, 31, 32, 33, 64, 65] {
            let piece = Piece::new(&vec![b'x'; length]);
            let mut out = OutputBuffer::default();
            out.push(b"<");
            let mut row = out.row().unwrap();
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
        out.row().unwrap().push(&Piece::new(b"lost"));
        out.push(b"kept");
        assert_eq!(out.as_bytes(), b"kept");
    }

    #[test]
    fn a_piece_has_room_for_itself_and_less_than_two_blocks_more() {
        for length in 0..200 {
            let room = Piece::new(&vec![b'x'; length]).room();
            assert!(length <= room && room < length + 2 * BLOCK, "{length} in {room}");
        }
    }

    /// What a row holds once it was written, behind what was there.
    fn row(write: impl FnOnce(&mut Row<'_>)) -> String {
        let mut out = OutputBuffer::default();
        out.push(b"<");
        let mut row = out.row().unwrap();
        write(&mut row);
        let length = row.length();
        out.keep(length);
        String::from_utf8(out.as_bytes()[1..].to_vec()).unwrap()
    }

    #[test]
    fn numbers_are_written_as_text_with_what_stands_behind() {
        let numbers = (0..20).map(|digits| 1_234_567_890_123_456_789_u64 / 10u64.pow(digits)).chain([
            0,
            10,
            100_000_000,
            u64::MAX,
        ]);
        for (number, places) in
            numbers.flat_map(|number| (0..=6).map(move |places| (Fixed::new(number, places), places)))
        {
            for behind in ["", ",", "1234567", "12345678", ",SEK,and more than a block of bytes that stand behind"] {
                let piece = Piece::new(behind.as_bytes());
                assert_eq!(row(|row| row.push_fixed(number, &piece)), format!("{number}{behind}"), "{places}");
                for gap in [' ', '\u{a0}', '\u{202f}'] {
                    let between = Piece::new(gap.to_string().as_bytes());
                    let expected = grouped(&number.to_string(), gap) + behind;
                    assert_eq!(row(|row| row.push_grouped(number, &between, &piece)), expected, "{places}");
                }
            }
        }
    }

    #[test]
    fn the_first_row_has_its_whole_room() {
        let long = Piece::new(&vec![b'x'; Row::ROOM]);
        assert_eq!(row(|row| row.push(&long)), "x".repeat(Row::ROOM));
    }
}
