//! Commas and line ends of a text, found eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const LOW_BITS: u64 = 0x7F7F_7F7F_7F7F_7F7F;

/// The places of commas and LFs in ascending order, each with its byte; a text that ends without an LF is given one.
pub(super) struct Separators<'t> {
    text: &'t [u8],
    /// Where the bytes behind those of `found` start.
    next: usize,
    /// A bit for each byte up to a comma that was found and not looked at yet.
    found: u64,
    /// Whether the line end of the text was given.
    ended: bool,
}

impl<'t> Separators<'t> {
    pub(super) fn of(text: &'t [u8]) -> Self {
        Self { text, next: 0, found: 0, ended: matches!(text.last(), None | Some(b'\n')) }
    }

    /// The next eight bytes; nothing at the end.
    #[inline]
    fn read(&mut self) -> Option<()> {
        let rest = self.text.get(self.next..).filter(|rest| !rest.is_empty())?;
        let word = match rest.first_chunk() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => rest.iter().rev().fold(u64::MAX, |word, byte| word << 8 | u64::from(*byte)),
        };
        self.found = up_to_comma(word);
        self.next += 8;
        Some(())
    }

    #[cold]
    fn end(&mut self) -> Option<(usize, u8)> {
        (!std::mem::replace(&mut self.ended, true)).then_some((self.text.len(), b'\n'))
    }
}

impl Iterator for Separators<'_> {
    type Item = (usize, u8);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while self.found == 0 {
                if self.read().is_none() {
                    return self.end();
                }
            }
            let at = self.next - 8 + (self.found.trailing_zeros() / 8) as usize;
            self.found &= self.found - 1;
            if let Some(byte @ (b',' | b'\n')) = self.text.get(at) {
                return Some((at, *byte));
            }
        }
    }
}

/// The highest bit of every byte that is at most a comma, as digits and letters are not: x + 83 sets it for the others below 128,
/// and those above have it.
#[inline]
fn up_to_comma(word: u64) -> u64 {
    !(((word & LOW_BITS) + ONES * u64::from(0x80 - b',' - 1)) | word | LOW_BITS)
}

/// The highest bit of every byte that is this one: x + 127 sets it for the others below 128, and those above have it.
#[inline]
pub(super) fn equal(word: u64, byte: u8) -> u64 {
    let differences = word ^ (ONES * u64::from(byte));
    !(((differences & LOW_BITS) + LOW_BITS) | differences | LOW_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_separator_is_found_and_nothing_else() {
        let all: Vec<u8> = (0..=255).chain(b",\n,,\n".iter().copied()).chain((0..=255).rev()).collect();
        for (start, end) in (0..24).flat_map(|start| (490..all.len()).map(move |end| (start, end))) {
            let text = &all[start..end];
            let expected = (0..text.len()).map(|at| (at, text[at])).filter(|(_, byte)| [b',', b'\n'].contains(byte));
            let last = (!text.ends_with(b"\n")).then_some((text.len(), b'\n'));
            assert!(Separators::of(text).eq(expected.chain(last)), "from {start} to {end}");
        }
        assert_eq!(Separators::of(b"").next(), None);
    }
}
