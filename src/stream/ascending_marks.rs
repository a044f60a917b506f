//! Marks in ascending order in a byte or two each: of most only the distance from the one before is kept.

/// How many marks stand together; one of them is looked for mark by mark.
const RUN: usize = 64;

/// Marks, each above those that were added before.
#[derive(Default)]
pub(super) struct AscendingMarks {
    /// The first mark of each run.
    firsts: Vec<u128>,
    /// Where the distances of the others start.
    starts: Vec<usize>,
    /// Numbers of seven bits a byte, the least first; the highest bit says that more follow.
    distances: Vec<u8>,
    count: usize,
    last: u128,
}

impl AscendingMarks {
    /// Adds a mark if it is above all others; whether it is.
    pub(super) fn push(&mut self, mark: u128) -> bool {
        if self.count > 0 && mark <= self.last {
            return false;
        }
        if self.count.is_multiple_of(RUN) {
            self.firsts.push(mark);
            self.starts.push(self.distances.len());
        } else {
            self.push_distance(mark - self.last);
        }
        (self.count, self.last) = (self.count + 1, mark);
        true
    }

    /// Whether a mark was added.
    pub(super) fn contains(&self, mark: u128) -> bool {
        let Some(run) = self.firsts.partition_point(|first| *first <= mark).checked_sub(1) else { return false };
        let end = self.starts.get(run + 1).copied().unwrap_or(self.distances.len());
        let (mut found, mut distance, mut bits) = (self.firsts[run], 0, 0);
        for byte in &self.distances[self.starts[run]..end] {
            if found >= mark {
                break;
            }
            distance |= u128::from(byte & 0x7F) << bits;
            bits += 7;
            if *byte < 0x80 {
                (found, distance, bits) = (found + distance, 0, 0);
            }
        }
        found == mark
    }

    #[allow(clippy::cast_possible_truncation, reason = "seven bits are taken")]
    fn push_distance(&mut self, mut distance: u128) {
        while distance >= 0x80 {
            self.distances.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        self.distances.push(distance as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_contained_and_nothing_else() {
        let steps = (0..2_000u32).map(|at| 2 + ((u128::from(at) * 0x9E37_79B9_7F4A_7C15) >> (at % 60)));
        let marks: Vec<u128> = steps.scan(7, |mark, step| Some(std::mem::replace(mark, *mark + step))).collect();
        let mut ascending = AscendingMarks::default();
        for mark in &marks {
            assert!(!ascending.contains(*mark));
            assert!(ascending.push(*mark) && !ascending.push(*mark) && !ascending.push(mark - 1));
        }
        for mark in marks {
            assert!(ascending.contains(mark) && !ascending.contains(mark - 1) && !ascending.contains(mark + 1));
        }
    }
}
