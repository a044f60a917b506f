//! Where texts go: never over each other, never off the picture, near what they name.

use super::leader::{FARTHEST, LEAST};
use super::obstacles::LINE;
use crate::chart::paper::geometry::{Area, Segment, meet};

/// A side of a mark, in screen directions: right and down are positive.
pub(crate) type Side = (f64, f64);

/// A place for a label: beside this area, on that side of it.
pub(crate) type Seat = (Area, Side);

pub(crate) const ABOVE: Side = (0.0, -1.0);
pub(crate) const BELOW: Side = (0.0, 1.0);
pub(crate) const RIGHT: Side = (1.0, 0.0);
pub(crate) const LEFT: Side = (-1.0, 0.0);
/// Tried after those that a label asks for: beside the corners, then above and below, moved aside.
pub(crate) const OTHERS: [Side; 8] =
    [(1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (0.35, -1.0), (-0.35, -1.0), (0.35, 1.0), (-0.35, 1.0)];

/// A line that labels avoid if they can.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Obstacle {
    pub(crate) piece: Segment,
    /// Half the width of its stroke.
    pub(crate) half: f64,
    /// How much it is worth avoiding.
    pub(crate) worth: f64,
    /// The room it takes: most texts are far off.
    around: Area,
}

impl Obstacle {
    pub(crate) fn new(piece: Segment, half: f64, worth: f64) -> Self {
        Self { piece, half, worth, around: Area::of_line(&piece).grown(half) }
    }

    /// Whether its stroke is as near to an area as that.
    pub(crate) fn is_near(&self, area: &Area, gap: f64) -> bool {
        let grown = area.grown(gap);
        self.around.touches(&grown) && grown.grown(self.half).crossed(&self.piece)
    }

    /// Whether a straight line crosses it, beyond the place that belongs to neither.
    pub(crate) fn meets(&self, line: &Segment, own: &Area) -> bool {
        self.around.touches(&Area::of_line(line)) && meet(&self.piece, line) && !own.crossed(&self.piece)
    }
}

/// The room in which labels seek a place.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    /// Where labels may stand.
    pub(crate) bounds: Area,
    /// Where texts and marks stand already: no label goes there.
    pub(crate) taken: Vec<Area>,
    /// Lines, which a label avoids if it can.
    pub(crate) lines: Vec<Obstacle>,
    /// Areas that a label would rather not stand on.
    pub(crate) shunned: Vec<Area>,
    /// The marks and steps that have labels: none stands nearer to another one than to its own.
    pub(crate) named: Vec<Area>,
}

/// How far beside its mark a label may stand without a leader, in gaps, and what each distance costs.
const NEAR: [(f64, f64); 2] = [(1.0, 0.0), (2.2, 8.0)];

/// What it costs to stand on an area that a label would rather not.
const SHUNNED: f64 = 10.0;
/// What it costs to stand close to another mark or text, which the label might seem to name.
const CLOSE: f64 = 3.0;
/// What it costs where a line parts a label from its mark.
const PARTED: f64 = 20.0;

/// A label that seeks its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish<'a> {
    /// Width and height of the text.
    pub(crate) size: (f64, f64),
    /// From where a leader comes.
    pub(crate) mark: Area,
    /// All that the label names: the mark, or the whole of a step.
    pub(crate) own: Area,
    /// Where it may stand without a leader, the best first.
    pub(crate) seats: &'a [Seat],
    pub(crate) gap: f64,
    /// The most that a place may cost; rather than that, the label is left out.
    pub(crate) limit: f64,
}

/// A label in its place, with the leader that says whose it is where it stands apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placed {
    pub(crate) area: Area,
    pub(crate) leader: Option<Segment>,
}

/// A place and what it costs.
pub(crate) type Offer = (Placed, f64);

impl Room {
    /// The cheapest room for a label beside its mark, else apart from it with a leader.
    pub(crate) fn offer(&self, wish: &Wish) -> Option<Offer> {
        let near = self.around(wish, NEAR[1].0).near(wish);
        let enough = near.map_or(wish.limit, |(_, cost)| cost);
        let apart = if enough > LEAST { self.around(wish, FARTHEST).apart(wish, enough) } else { None };
        apart.or(near)
    }

    /// What comes later keeps clear of a label there.
    pub(crate) fn take(&mut self, placed: &Placed) {
        self.taken.push(placed.area);
        placed.leader.into_iter().for_each(|leader| self.keep_clear(leader));
    }

    /// What matters to a label that stands at most so many gaps from its mark.
    fn around(&self, wish: &Wish, far: f64) -> Self {
        let mark = wish.seats.iter().fold(wish.mark, |all, (mark, _)| all.with(mark));
        let reach = wish.gap * (far + 3.0);
        let across = wish.size.0 + reach + (mark.bottom - mark.top);
        let down = wish.size.1 + reach + (mark.right - mark.left);
        let (left, top) = (mark.left - across, mark.top - down);
        let window = Area { left, top, right: mark.right + across, bottom: mark.bottom + down };
        let within = |area: &&Area| area.meets(&window);
        let near = |line: &&Obstacle| line.is_near(&window, 0.0);
        Self {
            bounds: self.bounds,
            taken: self.taken.iter().filter(within).copied().collect(),
            lines: self.lines.iter().filter(near).copied().collect(),
            shunned: self.shunned.iter().filter(within).copied().collect(),
            named: self.named.iter().filter(within).copied().collect(),
        }
    }

    /// The cheapest place beside the mark.
    fn near(&self, wish: &Wish) -> Option<Offer> {
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
        let open = side.0 != 0.0 && side.1 != 0.0 || !self.taken.iter().any(|other| other.meets(&way));
        if !open || !self.is_free(&area, wish.gap) || self.is_misread(&area, wish) {
            return None;
        }
        let parted = if self.is_parted(&area, mark) { PARTED } else { 0.0 };
        Some((area, self.cost(&area, wish, limit - parted)? + parted))
    }

    /// Whether a label without a leader would stand nearer to what another one names, unless that lies on its own.
    fn is_misread(&self, area: &Area, wish: &Wish) -> bool {
        let own = area.distance(&wish.own) - wish.gap * 0.25;
        self.named.iter().any(|other| area.distance(other) < own && !other.meets(&wish.own))
    }

    /// Whether a line passes between a label and its mark, beside that.
    fn is_parted(&self, area: &Area, mark: &Area) -> bool {
        let (x, y) = mark.middle();
        let way = [(x, y), (x.clamp(area.left, area.right), y.clamp(area.top, area.bottom))];
        let own = mark.grown((mark.left - mark.right) * 0.08);
        self.lines.iter().any(|line| line.worth >= LINE && line.meets(&way, &own))
    }

    /// Of these places the free one that is crossed least, the earlier of two alike.
    pub(crate) fn freest(&self, places: impl Iterator<Item = Area>, gap: f64) -> Option<Area> {
        let free = places.filter(|area| self.is_free(area, gap));
        free.filter_map(|area| Some((area, self.crossings(&area, gap, f64::INFINITY)?)))
            .min_by(|one, other| one.1.total_cmp(&other.1))
            .map(|(area, _)| area)
    }

    /// Whether a text could stand there.
    pub(crate) fn is_free(&self, area: &Area, gap: f64) -> bool {
        let grown = area.grown(gap * 0.5);
        area.within(&self.bounds) && !self.taken.iter().any(|other| other.meets(&grown))
    }

    /// What a place costs: what it crosses, and how close it comes to other things; nothing where that is `limit` or more.
    pub(crate) fn cost(&self, area: &Area, wish: &Wish, limit: f64) -> Option<f64> {
        let crossings = self.crossings(area, wish.gap, limit)?;
        let grown = area.grown(wish.gap);
        let around = Area { left: area.left - wish.gap * 2.5, right: area.right + wish.gap * 2.5, ..grown };
        let close = self.taken.iter().filter(|other| **other != wish.mark && other.meets(&around));
        below(limit, crossings, close.map(|_| CLOSE))
    }

    /// What it is worth to avoid the lines and areas that a text there would cross; nothing where that is `limit` or more.
    fn crossings(&self, area: &Area, gap: f64, limit: f64) -> Option<f64> {
        let crosses = |line: &&Obstacle| line.is_near(area, gap * 0.5);
        let crossings = below(limit, 0.0, self.lines.iter().filter(crosses).map(|line| line.worth))?;
        below(limit, crossings, self.shunned.iter().filter(|shunned| shunned.meets(area)).map(|_| SHUNNED))
    }
}

/// A sum that begins with `start`, given up as soon as it is `limit` or more.
pub(crate) fn below(limit: f64, start: f64, mut worths: impl Iterator<Item = f64>) -> Option<f64> {
    worths.try_fold(start, |sum, worth| Some(sum + worth).filter(|sum| *sum < limit))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_goes_where_nothing_stands() {
        let bounds = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let mark = Area { left: 45.0, top: 45.0, right: 55.0, bottom: 55.0 };
        let mut room = Room { bounds, taken: vec![mark], lines: Vec::new(), shunned: Vec::new(), named: vec![mark] };
        let seats = [ABOVE, BELOW, RIGHT, LEFT].map(|side| (mark, side));
        let wish = Wish { size: (30.0, 10.0), mark, own: mark, seats: &seats, gap: 4.0, limit: 100.0 };
        let mut placed: Vec<Area> = Vec::new();
        while let Some((next, _)) = room.offer(&wish) {
            room.take(&next);
            placed.push(next.area);
        }
        assert!(placed.len() >= 4);
        for (index, area) in placed.iter().enumerate() {
            assert!(area.within(&bounds));
            assert!(placed[..index].iter().all(|other| !other.meets(area)));
        }
    }
}
