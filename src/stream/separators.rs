//! Commas and line ends of a text, found eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const LOW_BITS: u64 = 0x7F7F_7F7F_7F7F_7F7F;

/// The places of commas and LFs, in ascending order.
pub(super) struct Separators<'t> {
    text: &'t [u8],
    /// Where the bytes behind those of `found` start.
    next: usize,
    /// A bit for each separator that was found and not given yet, in the byte where it stands.
    found: u64,
}

impl<'t> Separators<'t> {
    pub(super) fn of(text: &'t [u8]) -> Self {
        Self { text, next: 0, found: 0 }
    }
}

impl Iterator for Separators<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            let rest = self.text.get(self.next..)?;
            let word = match rest.first_chunk::<8>() {
                Some(eight) => u64::from_le_bytes(*eight),
                None if rest.is_empty() => return None,
                None => rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
            };
            self.found = equal(word, b',') | equal(word, b'\n');
            self.next += 8;
        }
        let at = self.next - 8 + (self.found.trailing_zeros() / 8) as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

/// The highest bit of every byte that is this one: x + 127 sets it for the others below 128, and those above have it.
#[inline]
fn equal(word: u64, byte: u8) -> u64 {
    let differences = word ^ (ONES * u64::from(byte));
    !(((differences & LOW_BITS) + LOW_BITS) | differences | LOW_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_separator_is_found_and_nothing_else() {
        let all: Vec<u8> = (0..=255).chain(b",\n,,\n".iter().copied()).chain((0..=255).rev()).collect();
        for start in 0..24 {
            let text = &all[start..];
            let expected = (0..text.len()).filter(|at| [b',', b'\n'].contains(&text[*at]));
            assert!(Separators::of(text).eq(expected), "from {start}");
        }
        assert_eq!(Separators::of(b"").next(), None);
    }
}
