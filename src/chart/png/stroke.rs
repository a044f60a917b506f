//! Lines as areas: a strip for each straight piece, a wedge where two meet.

use super::flatten::length;
use crate::chart::text::typeface::{Piece, Spot};

/// The area of a line with cut ends and round joints, as outlines that all turn the same way.
pub(super) fn strips(spots: &[Spot], width: f32) -> Vec<Piece> {
    let half = width / 2.0;
    let mut outlines = Vec::with_capacity(7 * spots.len());
    let mut before: Option<Spot> = None;
    for (from, to) in spots.iter().zip(spots.iter().skip(1)) {
        let Some((x, y)) = direction(*from, *to) else { continue };
        let side = (-y * half, x * half);
        let off = |(x, y): Spot, by: f32| (x + side.0 * by, y + side.1 * by);
        outlines.extend(closed(&[off(*from, 1.0), off(*from, -1.0), off(*to, -1.0), off(*to, 1.0)]));
        outlines.extend(before.and_then(|before| wedge(*from, before, side)).into_iter().flatten());
        before = Some(side);
    }
    outlines
}

/// The pieces of a line that its dashes are, each of them a line.
pub(super) fn dashes(spots: &[Spot], (dash, gap): (f32, f32)) -> Vec<Vec<Spot>> {
    if dash <= 0.0 || gap <= 0.0 {
        return vec![spots.to_vec()];
    }
    let (mut drawn, mut inked, mut left) = (vec![spots.iter().take(1).copied().collect::<Vec<_>>()], true, dash);
    for (from, to) in spots.iter().zip(spots.iter().skip(1)) {
        let Some((x, y)) = direction(*from, *to) else { continue };
        let whole = length((to.0 - from.0, to.1 - from.1));
        let mut passed = 0.0;
        while whole - passed > left {
            passed += left;
            let turn = (from.0 + x * passed, from.1 + y * passed);
            if inked {
                drawn.last_mut().into_iter().for_each(|line| line.push(turn));
            } else {
                drawn.push(vec![turn]);
            }
            inked = !inked;
            left = if inked { dash } else { gap };
        }
        left -= whole - passed;
        drawn.last_mut().filter(|_| inked).into_iter().for_each(|line| line.push(*to));
    }
    drawn
}

/// The area that straight lines between these places enclose.
pub(super) fn closed(spots: &[Spot]) -> Vec<Piece> {
    let next = spots.iter().cycle().skip(1);
    spots.iter().zip(next).map(|(from, to)| Piece::Line([*from, *to])).collect()
}

/// A circle of four curves.
pub(super) fn circle((x, y): Spot, radius: f32) -> Vec<Piece> {
    // how far a curve has to bend to be a quarter of a circle
    let bend = radius * 0.552_284_8;
    let quarter = |(from_x, from_y): Spot, (to_x, to_y): Spot| {
        let spot = |across: f32, down: f32| (x + across, y + down);
        let bent = |a: Spot, b: Spot| spot(a.0 * radius + b.0 * bend, a.1 * radius + b.1 * bend);
        let (from, to) = ((from_x, from_y), (to_x, to_y));
        Piece::Cubic([bent(from, (0.0, 0.0)), bent(from, to), bent(to, from), bent(to, (0.0, 0.0))])
    };
    let ends = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)];
    ends.iter().zip(&ends[1..]).map(|(from, to)| quarter(*from, *to)).collect()
}

/// The direction from one place to another, of length 1.
fn direction(from: Spot, to: Spot) -> Option<Spot> {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let far = length((x, y));
    (far > 0.0).then(|| (x / far, y / far))
}

/// The round gap on the outside of a joint, between the sides of the strips before and after it.
fn wedge((x, y): Spot, before: Spot, after: Spot) -> Option<[Piece; 3]> {
    let turn = before.0 * after.1 - before.1 * after.0;
    let (from, to) = if turn > 0.0 { ((-before.0, -before.1), (-after.0, -after.1)) } else { (after, before) };
    let (radius, reach) = (length(from), length((from.0 + to.0, from.1 + to.1)));
    if turn == 0.0 {
        return None;
    }
    // how far a curve has to bend to be the arc between the two, from the cosine of half its angle
    let cosine = (reach / (2.0 * radius)).min(1.0);
    let bend = 4.0 / 3.0 * ((1.0 - cosine) / (1.0 + cosine)).sqrt();
    let spot = |(across, down): Spot, ahead: f32| (x + across - down * ahead, y + down + across * ahead);
    let arc = Piece::Cubic([spot(from, 0.0), spot(from, bend), spot(to, -bend), spot(to, 0.0)]);
    Some([Piece::Line([(x, y), spot(from, 0.0)]), arc, Piece::Line([spot(to, 0.0), (x, y)])])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_turns_has_a_wedge_on_its_outside() {
        let outlines = strips(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)], 2.0);
        let outside = |spot: &Spot| spot.0 >= 9.999 && spot.1 <= 0.001;
        let arc = |piece: &Piece| if let Piece::Cubic(spots) = piece { Some(*spots) } else { None };
        let arcs: Vec<[Spot; 4]> = outlines.iter().filter_map(arc).collect();
        assert_eq!(arcs.len(), 1);
        assert!(arcs[0].iter().all(outside), "{arcs:?}");
    }

    #[test]
    fn dashes_go_on_around_a_corner() {
        let line = [(0.0, 0.0), (5.0, 0.0), (5.0, 5.0)];
        let drawn = dashes(&line, (3.0, 1.0));
        assert_eq!(
            drawn,
            [vec![(0.0, 0.0), (3.0, 0.0)], vec![(4.0, 0.0), (5.0, 0.0), (5.0, 2.0)], vec![(5.0, 3.0), (5.0, 5.0)]]
        );
    }
}
