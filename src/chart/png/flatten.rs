//! Curves as straight lines.

use crate::chart::text::typeface::{Piece, Spot};

/// How far a straight line may be from its curve, in pixels: about a shade of a palette.
const NEAR: f32 = 0.1;

/// Hands over the straight lines that a piece of an outline is, or nearly is.
pub(super) fn flatten(piece: &Piece, mut each: impl FnMut(Spot, Spot)) {
    match *piece {
        Piece::Line([from, to]) => each(from, to),
        Piece::Quadratic([from, bend, to]) => {
            // the same curve, as a cubic one
            let third = |end: Spot| (end.0 + (bend.0 - end.0) * 2.0 / 3.0, end.1 + (bend.1 - end.1) * 2.0 / 3.0);
            cubic([from, third(from), third(to), to], each);
        }
        Piece::Cubic(spots) => cubic(spots, each),
    }
}

fn cubic(spots: [Spot; 4], mut each: impl FnMut(Spot, Spot)) {
    let count = lines(&spots);
    let mut from = spots[0];
    for number in 1..count {
        let to = on(&spots, f32::from(number) / f32::from(count));
        each(from, to);
        from = to;
    }
    each(from, spots[3]);
}

/// How many lines of a curve stay near it: a line over a part of `1 / n` is at most `3/4 × bend / n²` away, with `bend` the longest
/// second difference of its places.
fn lines([from, first, second, to]: &[Spot; 4]) -> u8 {
    let bend = |a: &Spot, b: &Spot, c: &Spot| length((a.0 - 2.0 * b.0 + c.0, a.1 - 2.0 * b.1 + c.1));
    let most = bend(from, first, second).max(bend(first, second, to));
    up_to_255((0.75 * most / NEAR).sqrt().ceil())
}

/// How far it is from one place to another, so far across and down. Every processor gives a square root the same bits, unlike
/// `hypot`.
pub(super) fn length((across, down): Spot) -> f32 {
    (across * across + down * down).sqrt()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 1 and 255")]
fn up_to_255(count: f32) -> u8 {
    count.clamp(1.0, 255.0) as u8
}

/// The place on a curve after a part of it.
fn on(spots: &[Spot; 4], part: f32) -> Spot {
    let rest = 1.0 - part;
    let weights = [rest * rest * rest, 3.0 * rest * rest * part, 3.0 * rest * part * part, part * part * part];
    let sum = |(x, y): Spot, (spot, weight): (&Spot, f32)| (x + spot.0 * weight, y + spot.1 * weight);
    spots.iter().zip(weights).fold((0.0, 0.0), sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::png::stroke::circle;

    #[test]
    fn lines_stay_near_a_circle() {
        for radius in [0.5, 4.0, 60.0] {
            for piece in circle((100.0, 100.0), radius) {
                flatten(&piece, |from, to| {
                    let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
                    let away = radius - length((middle.0 - 100.0, middle.1 - 100.0));
                    assert!(away.abs() < 2.0 * NEAR, "{away} of a radius of {radius}");
                });
            }
        }
    }

    #[test]
    fn a_bend_is_the_same_as_quadratic_and_as_cubic() {
        let mut seen = Vec::new();
        flatten(&Piece::Quadratic([(0.0, 0.0), (6.0, 0.0), (6.0, 6.0)]), |from, to| seen.extend([from, to]));
        assert_eq!((seen.first(), seen.last()), (Some(&(0.0, 0.0)), Some(&(6.0, 6.0))));
        assert!(seen.len() > 4 && seen.iter().all(|(x, y)| (0.0..=6.0).contains(x) && (0.0..=6.0).contains(y)));
    }
}
