//! The places of a label right beside its mark.

use super::cost::{LINE, NEAR, PARTED};
use super::room::{Offer, Placed, Room, Seat, Side, Wish};
use crate::chart::paper::geometry::Area;

impl Room {
    /// The cheapest place beside the mark.
    pub(super) fn near(&self, wish: &Wish) -> Option<Offer> {
        let mut best: Option<Offer> = None;
        for (far, distance) in NEAR {
            for (seat, order) in wish.seats.iter().zip(0_u8..) {
                let least = distance + f64::from(order);
                let enough = best.map_or(wish.limit, |(_, cost)| cost);
                let found = self.beside(wish, seat, far, enough - least);
                best = found.map(|(area, cost)| (Placed { area, leader: None }, cost + least)).or(best);
            }
        }
        best
    }

    /// The place on one side of a mark, if it and the way there are free, and what it costs; nothing where that is `limit`.
    fn beside(&self, wish: &Wish, (mark, side): &Seat, far: f64, limit: f64) -> Option<(Area, f64)> {
        if limit <= 0.0 {
            return None;
        }
        let area = beside(wish, (mark, *side), far);
        let middle = mark.middle().1;
        let across = Area { top: middle - 1.0, bottom: middle + 1.0, ..mark.between(&area) };
        let way =
            if side.0 == 0.0 { Area { left: mark.left, right: mark.right, ..mark.between(&area) } } else { across };
        let open = side.0 != 0.0 && side.1 != 0.0 || !self.taken.meets(&way);
        if !open || !self.is_free(&area, wish.gap) || self.is_misread(&area, wish) {
            return None;
        }
        let parted = if self.is_parted(&area, mark) { PARTED } else { 0.0 };
        Some((area, self.cost(&area, wish, limit - parted)? + parted))
    }

    /// Whether a label without a leader would stand nearer to what another one names, unless that lies on its own.
    fn is_misread(&self, area: &Area, wish: &Wish) -> bool {
        let own = area.distance(&wish.own) - wish.gap * 0.25;
        let mut nearer = self.named.near(&area.grown(own.max(0.0))).filter(|other| area.distance(other) < own);
        nearer.any(|other| !other.meets(&wish.own))
    }

    /// Whether a line passes between a label and its mark, beside that.
    fn is_parted(&self, area: &Area, mark: &Area) -> bool {
        let (x, y) = mark.middle();
        let way = [(x, y), (x.clamp(area.left, area.right), y.clamp(area.top, area.bottom))];
        let own = mark.grown((mark.left - mark.right) * 0.08);
        let mut lines = self.lines.near(&Area::of_line(&way));
        lines.any(|line| line.worth >= LINE && line.meets(&way, &own))
    }
}

/// The room for a text on one side of a mark.
fn beside(wish: &Wish, (mark, (across, down)): (&Area, Side), far: f64) -> Area {
    let (gap, (width, height), middle) = (wish.gap, wish.size, mark.middle());
    let reach = ((mark.right - mark.left) / 2.0, (mark.bottom - mark.top) / 2.0);
    let corner = across.abs() >= 1.0 && down != 0.0;
    let (aside, off) = if corner { (0.0, gap * (far - 1.0)) } else { (gap * far, gap * far * 0.8) };
    let x = middle.0 + across * (reach.0 + width / 2.0 + aside);
    let y = middle.1 + down * (reach.1 + height / 2.0 + off);
    Area { left: x - width / 2.0, top: y - height / 2.0, right: x + width / 2.0, bottom: y + height / 2.0 }
}
