//! Marks in ascending order in a byte or two each: of most only the distance from the one before is kept.

/// How many marks stand together; one of them is looked for mark by mark.
const RUN: usize = 256;

/// Marks, each above those that were added before.
#[derive(Default)]
pub(super) struct AscendingMarks {
    runs: Vec<Run>,
    /// The distances of the run to come.
    open: Vec<u8>,
    first: u128,
    count: usize,
    last: u128,
}

/// Marks that stand together, in a piece of memory of their own: nothing has to be moved where more come.
struct Run {
    first: u128,
    /// From each to the next, in numbers of seven bits a byte, the least first; the highest bit says that more follow.
    distances: Box<[u8]>,
}

impl AscendingMarks {
    /// Adds a mark if it is above all others; whether it is.
    pub(super) fn push(&mut self, mark: u128) -> bool {
        if self.count > 0 && mark <= self.last {
            return false;
        }
        if self.count == RUN {
            self.runs.push(Run { first: self.first, distances: self.open.as_slice().into() });
            self.open.clear();
            self.count = 0;
        }
        if self.count == 0 {
            self.first = mark;
        } else {
            self.push_distance(mark - self.last);
        }
        (self.count, self.last) = (self.count + 1, mark);
        true
    }

    /// Whether a mark was added.
    pub(super) fn contains(&self, mark: u128) -> bool {
        if self.count > 0 && mark >= self.first {
            return reaches(mark, self.first, &self.open);
        }
        let run = self.runs.partition_point(|run| run.first <= mark).checked_sub(1).map(|at| &self.runs[at]);
        run.is_some_and(|run| reaches(mark, run.first, &run.distances))
    }

    #[allow(clippy::cast_possible_truncation, reason = "seven bits are taken")]
    fn push_distance(&mut self, mut distance: u128) {
        while distance >= 0x80 {
            self.open.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        self.open.push(distance as u8);
    }
}

/// Whether a mark is the first or at one of the distances from it.
fn reaches(mark: u128, first: u128, distances: &[u8]) -> bool {
    let (mut found, mut distance, mut bits) = (first, 0, 0);
    for byte in distances {
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
