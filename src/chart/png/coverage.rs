//! What is covered: of a large part noted only where an edge passes, since most of it is wholly inside or outside; of a small
//! one pixel by pixel, since an edge is never far.

use std::ops::Range;

use super::edges::{Notes, Part};

/// From this pixel of its row on, so much more is covered.
#[derive(Debug, Clone, Copy)]
struct Change {
    at: usize,
    more: f32,
}

/// What is covered of the whole picture.
pub(super) struct Large {
    part: Part,
    rows: Vec<Vec<Change>>,
    /// The rows that an edge passes.
    touched: Range<usize>,
}

impl Large {
    pub(super) fn new((right, bottom): (usize, usize)) -> Self {
        Self { part: Part { right, bottom, ..Part::default() }, rows: vec![Vec::new(); bottom], touched: bottom..0 }
    }

    /// Hands over the runs that are covered, each with the place in the picture where it begins, how many pixels it has and
    /// which share of each is covered; then nothing is covered any more.
    pub(super) fn take(&mut self, mut paint: impl FnMut(usize, usize, f32)) {
        for row in std::mem::replace(&mut self.touched, self.rows.len()..0) {
            let changes = &mut self.rows[row];
            changes.sort_unstable_by_key(|change| change.at);
            let mut covered = 0.0;
            for (number, change) in changes.iter().enumerate() {
                covered += change.more;
                let end = changes.get(number + 1).map_or(self.part.right, |next| next.at);
                if end > change.at {
                    paint(row * self.part.right + change.at, end - change.at, share(covered));
                }
            }
            changes.clear();
        }
    }
}

impl Notes for Large {
    fn part(&self) -> Part {
        self.part
    }

    fn note(&mut self, row: usize, at: usize, more: f32) {
        self.touched = self.touched.start.min(row)..self.touched.end.max(row + 1);
        self.rows[row].push(Change { at, more });
    }
}

/// What is covered of a part such as a letter.
#[derive(Default)]
pub(super) struct Small {
    part: Part,
    /// How much more is covered from each pixel on, row by row.
    more: Vec<f32>,
}

impl Small {
    /// Begins with nothing covered of a part.
    pub(super) fn begin(&mut self, part: Part) {
        self.part = part;
        self.more.clear();
        self.more.resize((part.right - part.left) * (part.bottom - part.top), 0.0);
    }

    /// Hands over each pixel that is covered with its place in a picture of this width, and which share of it is.
    pub(super) fn take(&mut self, wide: usize, mut paint: impl FnMut(usize, f32)) {
        let Part { left, top, right, .. } = self.part;
        for (row, changes) in self.more.chunks_exact((right - left).max(1)).enumerate() {
            let start = (top + row) * wide + left;
            let mut covered = 0.0;
            for (place, more) in changes.iter().enumerate() {
                covered += more;
                paint(start + place, share(covered));
            }
        }
    }
}

impl Notes for Small {
    fn part(&self) -> Part {
        self.part
    }

    fn note(&mut self, row: usize, at: usize, more: f32) {
        let place = (row - self.part.top) * (self.part.right - self.part.left) + at - self.part.left;
        self.more[place] += more;
    }
}

/// The share that is covered, however often and whichever way round.
fn share(covered: f32) -> f32 {
    covered.abs().min(1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::png::edges::cover;
    use crate::chart::png::stroke::closed;
    use crate::chart::text::typeface::Spot;

    /// The share of each pixel of a picture of 8 × 4 that is covered.
    fn shares(outlines: &[&[Spot]]) -> Vec<f32> {
        let (mut coverage, mut shares) = (Large::new((8, 4)), vec![0.0; 32]);
        outlines.iter().for_each(|spots| cover(&mut coverage, closed(spots)));
        coverage.take(|from, count, share| shares[from..from + count].fill(share));
        shares
    }

    /// The same of a part of it.
    fn shares_of(part: Part, spots: &[Spot]) -> Vec<f32> {
        let (mut coverage, mut shares) = (Small::default(), vec![0.0; 32]);
        coverage.begin(part);
        cover(&mut coverage, closed(spots));
        coverage.take(8, |place, share| shares[place] = share);
        shares
    }

    fn alike(one: &[f32], other: &[f32]) -> bool {
        one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-3)
    }

    fn corners() -> impl Strategy<Value = [Spot; 3]> {
        let corner = || (-9.0_f32..17.0, -5.0_f32..9.0);
        [corner(), corner(), corner()]
    }

    #[test]
    fn a_rectangle_covers_its_pixels_by_their_part() {
        let covered = shares(&[&[(1.5, 1.0), (4.0, 1.0), (4.0, 2.5), (1.5, 2.5)]]);
        assert_eq!(covered[8..16], [0.0, 0.5, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(covered[16..24], [0.0, 0.25, 0.5, 0.5, 0.0, 0.0, 0.0, 0.0]);
        assert!(covered[..8].iter().chain(&covered[24..]).all(|share| *share == 0.0));
    }

    #[test]
    fn what_lies_over_itself_is_covered_once() {
        let square: &[Spot] = &[(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)];
        assert_eq!(shares(&[square, square]), shares(&[square]));
    }

    proptest! {
        #[test]
        fn a_triangle_covers_its_area(spots in [(0.0_f32..8.0, 0.0_f32..4.0), (0.0_f32..8.0, 0.0_f32..4.0), (0.0_f32..8.0, 0.0_f32..4.0)]) {
            let [a, b, c] = spots;
            let area = ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs() / 2.0;
            let covered: f32 = shares(&[&spots]).iter().sum();
            prop_assert!((covered - area).abs() < 1e-3, "{covered} of {area}");
        }

        #[test]
        fn what_is_off_the_picture_changes_nothing_in_it(spots in corners()) {
            let (mut larger, mut seen) = (Large::new((32, 16)), vec![0.0; 32]);
            cover(&mut larger, closed(&spots.map(|(x, y)| (x + 10.0, y + 6.0))));
            larger.take(|from, count, share| for place in from..from + count {
                let (x, y) = ((place % 32).wrapping_sub(10), (place / 32).wrapping_sub(6));
                if x < 8 && y < 4 { seen[y * 8 + x] = share; }
            });
            prop_assert!(alike(&shares(&[&spots]), &seen));
        }

        #[test]
        fn a_part_is_covered_as_it_is_in_the_whole(
            spots in corners(), left in 0_usize..8, top in 0_usize..4, wide in 0_usize..8, high in 0_usize..4,
        ) {
            let part = Part { left, top, right: (left + wide).min(8), bottom: (top + high).min(4) };
            let mut whole = shares(&[&spots]);
            for (place, share) in whole.iter_mut().enumerate() {
                let within = (left..part.right).contains(&(place % 8)) && (top..part.bottom).contains(&(place / 8));
                *share = if within { *share } else { 0.0 };
            }
            prop_assert!(alike(&shares_of(part, &spots), &whole));
        }
    }
}
