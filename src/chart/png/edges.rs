//! How much of each pixel an outline covers, as exact areas.
//!
//! Each edge notes, for the pixels it passes in a row, how much more of the row is covered from there on. The sum of the notes up
//! to a pixel is the share of it that is covered.

use super::flatten::flatten;
use crate::chart::text::typeface::{Piece, Spot};

/// A part of the picture, in whole pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) right: usize,
    pub(super) bottom: usize,
}

/// What keeps the notes of a part of the picture.
pub(super) trait Notes {
    fn part(&self) -> Part;

    /// From this pixel of a row on, so much more is covered; less where it is negative.
    fn note(&mut self, row: usize, at: usize, more: f32);
}

/// Covers what an outline encloses; what several outlines that turn the same way enclose is covered once.
pub(super) fn cover(notes: &mut impl Notes, outline: impl IntoIterator<Item = Piece>) {
    let part = notes.part();
    for piece in outline {
        flatten(&piece, |from, to| edge(notes, &part, from, to));
    }
}

/// One edge, row by row; one that leads down covers what is to its right, one that leads up uncovers it.
fn edge(notes: &mut impl Notes, part: &Part, from: Spot, to: Spot) {
    let (turn, upper, lower) = if from.1 < to.1 { (1.0, from, to) } else { (-1.0, to, from) };
    let (top, bottom) = (upper.1.max(single(part.top)), lower.1.min(single(part.bottom)));
    if top >= bottom {
        return;
    }
    let slope = (lower.0 - upper.0) / (lower.1 - upper.1);
    let across = |y: f32| upper.0 + (y - upper.1) * slope;
    let (mut row, mut y, mut x) = (whole(top), top, across(top));
    while y < bottom {
        let below = bottom.min(single(row + 1));
        let next = across(below);
        pass(notes, part, row, (x, next), turn * (below - y));
        (row, y, x) = (row + 1, below, next);
    }
}

/// The part of an edge within one row, from one place to another, as high as the part of the row beside it.
fn pass(notes: &mut impl Notes, part: &Part, row: usize, (from, to): (f32, f32), height: f32) {
    let (left, right) = (from.min(to), from.max(to));
    let (first, last) = (whole(left).max(part.left), whole(right) + 1);
    if first >= part.right {
        return;
    }
    if last == first + 1 && left >= single(first) {
        // the usual edge: one pixel is covered in part, by the mean of its sides
        let covered = single(last) - (left + right) / 2.0;
        notes.note(row, first, covered * height);
        if last < part.right {
            notes.note(row, last, (1.0 - covered) * height);
        }
        return;
    }
    let mut before = 0.0;
    for at in first..=last.clamp(first, part.right - 1) {
        let covered = passed((left, right), single(at + 1)) - passed((left, right), single(at));
        notes.note(row, at, (covered - before) * height);
        before = covered;
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
pub(super) fn whole(place: f32) -> usize {
    place as usize
}

#[expect(clippy::cast_precision_loss, reason = "no picture has as many pixels along a side as a float counts")]
fn single(place: usize) -> f32 {
    place as f32
}
