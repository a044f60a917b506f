//! How much of each pixel is covered, noted only where an edge passes: most of a picture is wholly inside or outside.
//!
//! Each edge notes for the pixels it passes in a row how much more is covered from there on, as an exact area. The sum of the
//! notes up to a pixel is the share of it that is covered, so that between two notes a whole run has the same.

use std::ops::Range;

use super::straight::straight;
use crate::chart::font::{Piece, Spot};

/// From this pixel of its row on, so much more is covered; less where it is negative.
#[derive(Debug, Clone, Copy)]
struct Change {
    at: usize,
    more: f32,
}

/// What outlines cover of a picture.
pub(super) struct Coverage {
    wide: usize,
    rows: Vec<Vec<Change>>,
    /// The rows that an edge passes.
    touched: Range<usize>,
}

impl Coverage {
    pub(super) fn new((wide, high): (usize, usize)) -> Self {
        // a letter seldom has more edges in a row than these
        let rows = std::iter::repeat_with(|| Vec::with_capacity(16)).take(high).collect();
        Self { wide, rows, touched: high..0 }
    }

    /// Covers what an outline encloses; what several outlines that turn the same way enclose is covered once.
    pub(super) fn add(&mut self, outline: impl IntoIterator<Item = Piece>) {
        for piece in outline {
            straight(&piece, |from, to| self.edge(from, to));
        }
    }

    /// Hands over the runs that are covered, each as the place in the picture where it begins, how many pixels it has and which share of
    /// each is covered; then nothing is covered any more.
    pub(super) fn take(&mut self, mut paint: impl FnMut(usize, usize, f32)) {
        for row in std::mem::replace(&mut self.touched, self.rows.len()..0) {
            let changes = &mut self.rows[row];
            changes.sort_unstable_by_key(|change| change.at);
            let ends = changes.iter().skip(1).map(|next| next.at).chain([self.wide]);
            let mut covered = 0.0;
            for (change, end) in changes.iter().zip(ends) {
                covered += change.more;
                if end > change.at {
                    paint(row * self.wide + change.at, end - change.at, covered.abs().min(1.0));
                }
            }
            changes.clear();
        }
    }

    /// One edge, row by row; one that leads down covers what is to its right, one that leads up uncovers it.
    fn edge(&mut self, from: Spot, to: Spot) {
        let (turn, upper, lower) = if from.1 < to.1 { (1.0, from, to) } else { (-1.0, to, from) };
        let (top, bottom) = (upper.1.max(0.0), lower.1.min(single(self.rows.len())));
        if top >= bottom {
            return;
        }
        let slope = (lower.0 - upper.0) / (lower.1 - upper.1);
        let across = |y: f32| upper.0 + (y - upper.1) * slope;
        let rows = whole(top)..whole(bottom) + usize::from(single(whole(bottom)) < bottom);
        for row in rows.clone() {
            let (start, end) = (top.max(single(row)), bottom.min(single(row + 1)));
            self.pass(row, (across(start), across(end)), turn * (end - start));
        }
        self.touched = self.touched.start.min(rows.start)..self.touched.end.max(rows.end);
    }

    /// The part of an edge within one row, from one place to another, as high as the part of the row beside it.
    fn pass(&mut self, row: usize, (from, to): (f32, f32), height: f32) {
        let (left, right) = (from.min(to), from.max(to));
        let (first, last) = (whole(left), whole(right) + 1);
        if first >= self.wide {
            return;
        }
        let changes = &mut self.rows[row];
        if last == first + 1 && left >= 0.0 {
            // the usual edge: one pixel is covered in part, by the mean of its sides
            let covered = single(last) - (left + right) / 2.0;
            changes.push(Change { at: first, more: covered * height });
            return changes.push(Change { at: last, more: (1.0 - covered) * height });
        }
        let mut before = 0.0;
        for at in first..=last.min(self.wide) {
            let covered = passed((left, right), single(at + 1)) - passed((left, right), single(at));
            changes.push(Change { at, more: (covered - before) * height });
            before = covered;
        }
    }
}

/// The area to the right of an edge from `left` to `right` and to the left of `place`, in a row of height 1.
fn passed((left, right): (f32, f32), place: f32) -> f32 {
    let beside = place.min(right) - left;
    let slanted = if beside > 0.0 { beside * beside / (2.0 * (right - left)) } else { 0.0 };
    slanted + (place - right).max(0.0)
}

/// A place in whole pixels; what is off the picture on the left or above is at its edge.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float out of range becomes its end")]
fn whole(place: f32) -> usize {
    place as usize
}

#[expect(clippy::cast_precision_loss, reason = "no picture has as many pixels along a side as a float counts")]
fn single(place: usize) -> f32 {
    place as f32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::png::stroke::closed;

    /// The share of each pixel of a picture of 8 × 4 that is covered.
    fn shares(outlines: &[&[Spot]]) -> Vec<f32> {
        let (mut coverage, mut shares) = (Coverage::new((8, 4)), vec![0.0; 32]);
        outlines.iter().for_each(|spots| coverage.add(closed(spots)));
        coverage.take(|from, count, share| shares[from..from + count].fill(share));
        shares
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
        fn a_triangle_covers_its_area(
            spots in [(0.0_f32..8.0, 0.0_f32..4.0), (0.0_f32..8.0, 0.0_f32..4.0), (0.0_f32..8.0, 0.0_f32..4.0)],
        ) {
            let [a, b, c] = spots;
            let area = ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs() / 2.0;
            let covered: f32 = shares(&[&spots]).iter().sum();
            prop_assert!((covered - area).abs() < 1e-3, "{covered} of {area}");
        }

        #[test]
        fn what_is_off_the_picture_changes_nothing_in_it(
            spots in [(-9.0_f32..17.0, -5.0_f32..9.0), (-9.0_f32..17.0, -5.0_f32..9.0), (-9.0_f32..17.0, -5.0_f32..9.0)],
        ) {
            let (mut large, mut seen) = (Coverage::new((32, 16)), vec![0.0; 32]);
            large.add(closed(&spots.map(|(x, y)| (x + 10.0, y + 6.0))));
            large.take(|from, count, share| for place in from..from + count {
                let (x, y) = ((place % 32).wrapping_sub(10), (place / 32).wrapping_sub(6));
                if x < 8 && y < 4 { seen[y * 8 + x] = share; }
            });
            for (here, there) in shares(&[&spots]).iter().zip(&seen) {
                prop_assert!((here - there).abs() < 1e-3, "{here} and {there}");
            }
        }
    }
}
