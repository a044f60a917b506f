//! Labels that find no room beside their marks: set apart, with a short line that leads to them.

use super::cost::{APART, CROSSING, EACH, REACHES, below};
use super::room::{Offer, Placed, Room, Side, Wish};
use crate::chart::paper::geometry::{Area, Segment};

/// The slopes of a leader, the best first: as far down as across.
const SLOPES: [f64; 6] = [0.0, 0.5, 1.0, 1.7, 3.0, 5.0];
/// How far aside of an upright leader the middle of a label stands, in its widths.
const ASIDE: [f64; 5] = [0.0, -0.25, 0.25, -0.45, 0.45];

impl Room {
    /// The cheapest place apart from the mark that costs less than `enough`.
    pub(super) fn apart(&self, wish: &Wish, enough: f64) -> Option<Offer> {
        let mut best: Option<Offer> = None;
        for reach in REACHES {
            let least = APART + EACH * reach;
            let sloping = SLOPES.into_iter().zip(0_u8..).flat_map(|(slope, order)| {
                let quarters = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)];
                let towards = |(across, down): Side| (across, down * slope);
                quarters.map(|quarter| (f64::from(order) * 0.5, at_end(wish, towards(quarter), reach)))
            });
            let upright = [-1.0, 1.0]
                .into_iter()
                .flat_map(|down| ASIDE.map(|aside: f64| (1.5 + aside.abs(), upright(wish, (aside, down), reach))));
            for (more, place) in sloping.chain(upright) {
                let enough = best.map_or(enough, |(_, cost)| cost);
                let found = self.led(wish, place, enough - least - more);
                best = found.map(|(placed, cost)| (placed, cost + least + more)).or(best);
            }
        }
        best
    }

    /// The place at the end of a leader, if both are free, and what they cost; nothing where that is `limit` or more.
    fn led(&self, wish: &Wish, (area, leader): (Area, Segment), limit: f64) -> Option<Offer> {
        if limit <= 0.0 {
            return None;
        }
        let (left, right) = (leader[0].0.min(leader[1].0), leader[0].0.max(leader[1].0));
        let passes = |other: &Area| other.left < right && other.right > left && other.crossed(&leader);
        if !self.is_free(&area, wish.gap) || self.taken.near(&Area::of_line(&leader)).any(passes) {
            return None;
        }
        // from the middle of the mark, so that a line across the mark counts as well, but none on which it lies
        let middle = wish.mark.middle();
        let own = Area { left: middle.0, right: middle.0, top: middle.1, bottom: middle.1 }.grown(0.5);
        let from_middle = [middle, leader[1]];
        let lines = self.lines.near(&Area::of_line(&from_middle));
        let crossed = lines.filter(|line| line.meets(&from_middle, &own));
        let crossings = below(limit, 0.0, crossed.map(|line| line.worth * CROSSING))?;
        let cost = self.cost(&area, wish, limit - crossings)? + crossings;
        Some((Placed { area, leader: Some(leader) }, cost))
    }
}

/// The room of a label above or below the end of an upright leader, so much of its width aside, and that leader.
fn upright(wish: &Wish, (aside, down): (f64, f64), reach: f64) -> (Area, Segment) {
    let (mark, (width, height), (x, y)) = (&wish.mark, wish.size, wish.mark.middle());
    let start = y + down * ((mark.bottom - mark.top) / 2.0 + wish.gap * 0.5);
    let end = start + down * wish.gap * reach;
    let (left, near) = (x + (aside - 0.5) * width, end + down * wish.gap * 0.6);
    let top = if down > 0.0 { near } else { near - height };
    (Area { left, top, right: left + width, bottom: top + height }, [(x, start), (x, end)])
}

/// The room of a label whose near edge is `reach` gaps from the mark in a direction, and the line to it.
fn at_end(wish: &Wish, (across, down): Side, reach: f64) -> (Area, Segment) {
    let length = (down * down + 1.0).sqrt();
    let (across, down) = (across / length, down / length);
    let (mark, (width, height)) = (&wish.mark, wish.size);
    let (x, y) = mark.middle();
    let start = ((mark.right - mark.left).max(mark.bottom - mark.top) / 2.0) + wish.gap * 0.5;
    let at = |far: f64| (x + across * far, y + down * far);
    let end = at(start + wish.gap * reach);
    let near = end.0 + across.signum() * wish.gap * 0.6;
    let left = if across > 0.0 { near } else { near - width };
    let area = Area { left, top: end.1 - height / 2.0, right: left + width, bottom: end.1 + height / 2.0 };
    (area, [at(start), end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::label::room::Obstacle;
    use crate::chart::label::room::{ABOVE, BELOW, LEFT, RIGHT};

    #[test]
    fn a_label_without_room_beside_its_mark_is_led_to() {
        let bounds = Area { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };
        let mark = Area { left: 195.0, top: 145.0, right: 205.0, bottom: 155.0 };
        let around = [(150.0, 120.0, 250.0, 140.0), (150.0, 160.0, 250.0, 180.0), (150.0, 140.0, 190.0, 160.0)];
        let walls = around.map(|(left, top, right, bottom)| Area { left, top, right, bottom });
        let taken = [&walls[..], &[mark]].concat();
        let line = Obstacle::new([(215.0, 100.0), (215.0, 200.0)], 2.0, 100.0);
        let room = Room::new(bounds, [line], [taken, Vec::new(), Vec::new()]);
        let seats = [ABOVE, BELOW, RIGHT, LEFT].map(|side| (mark, side));
        let wish = Wish { size: (40.0, 10.0), mark, own: mark, seats: &seats, gap: 4.0, limit: 200.0 };
        let (placed, _) = room.offer(&wish).unwrap();
        let leader = placed.leader.unwrap();
        assert!(placed.area.within(&bounds) && !walls.iter().any(|wall| wall.meets(&placed.area)));
        assert!(!walls.iter().any(|wall| wall.crossed(&leader)));
    }
}
