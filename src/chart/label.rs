//! Where texts go: never over each other, never off the picture, near what they name.

use super::font::{CAP, DESCENT};
use super::style::Type;
use super::svg::Anchor;

/// An upright rectangle, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Area {
    /// The square of this half width around a place.
    pub(crate) fn around((x, y): (f64, f64), half: f64) -> Self {
        Self { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }

    pub(crate) fn of_text(width: f64, (x, y): (f64, f64), anchor: Anchor, kind: Type) -> Self {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Self { left, top: y - CAP * kind.size, right: left + width, bottom: y + DESCENT * kind.size }
    }

    /// Whether the two share any room.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether this one lies inside the other.
    #[must_use]
    pub fn within(&self, other: &Self) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }

    pub(crate) fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Whether the straight line between two places passes through.
    fn crossed(&self, &[(x0, y0), (x1, y1)]: &Segment) -> bool {
        let (dx, dy) = (x1 - x0, y1 - y0);
        let sides = [(-dx, x0 - self.left), (dx, self.right - x0), (-dy, y0 - self.top), (dy, self.bottom - y0)];
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (towards, room) in sides {
            if towards == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if towards < 0.0 {
                from = from.max(room / towards);
            } else {
                to = to.min(room / towards);
            }
        }
        from <= to
    }
}

/// A straight piece of a line.
pub(crate) type Segment = [(f64, f64); 2];

/// A side of a mark, in screen directions: right and down are positive.
type Side = (f64, f64);

pub(crate) const ABOVE: Side = (0.0, -1.0);
pub(crate) const BELOW: Side = (0.0, 1.0);
pub(crate) const RIGHT: Side = (1.0, 0.0);
pub(crate) const LEFT: Side = (-1.0, 0.0);
const CORNERS: [Side; 4] = [(1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];

/// A line that labels avoid if they can.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Obstacle {
    pub(crate) piece: Segment,
    /// Half the width of its stroke.
    pub(crate) half: f64,
    /// How much it is worth avoiding.
    pub(crate) worth: f64,
}

/// The room in which labels seek a place.
#[derive(Debug)]
pub(crate) struct Room {
    /// Where labels may stand.
    pub(crate) bounds: Area,
    /// Where texts and marks stand already: no label goes there.
    pub(crate) taken: Vec<Area>,
    /// Lines, which a label avoids if it can.
    pub(crate) lines: Vec<Obstacle>,
    /// Areas that a label would rather not stand on.
    pub(crate) shunned: Vec<Area>,
}

/// How far from a mark a label may stand, in gaps, and what each distance costs.
const RINGS: [(f64, f64); 4] = [(1.0, 0.0), (2.2, 8.0), (3.4, 12.0), (9.0, 14.0)];

impl Room {
    /// Finds room for a text of this width and height beside `mark`, and takes it; the sides are tried in order. A place
    /// that costs more than `limit` is none.
    pub(crate) fn place(
        &mut self,
        size: (f64, f64),
        mark: &Area,
        sides: &[Side],
        (gap, limit): (f64, f64),
    ) -> Option<Area> {
        let mut best: Option<(Area, f64)> = None;
        for (far, distance) in RINGS {
            for (side, order) in sides.iter().chain(&CORNERS).zip(0_u8..) {
                // Far away only a level leader says whose label it is.
                let astray = if far > 1.0 && side.1 != 0.0 { 12.0 } else { 0.0 };
                let least = distance + f64::from(order) + astray;
                if best.is_some_and(|(_, cost)| cost <= least) {
                    continue;
                }
                let area = beside(size, mark, *side, gap, far);
                let cost = if self.is_free(&area, gap) { least + self.cost(&area, gap) } else { f64::INFINITY };
                if cost < best.map_or(limit, |(_, cost)| cost) {
                    best = Some((area, cost));
                }
            }
        }
        let (area, _) = best?;
        self.taken.push(area);
        Some(area)
    }

    /// Of these places the free one that is crossed least, the earlier of two alike.
    pub(crate) fn freest(&self, places: impl Iterator<Item = Area>, gap: f64) -> Option<Area> {
        let free = places.filter(|area| self.is_free(area, gap));
        free.map(|area| (area, self.cost(&area, gap)))
            .min_by(|one, other| one.1.total_cmp(&other.1))
            .map(|(area, _)| area)
    }

    /// Whether a text could stand there.
    fn is_free(&self, area: &Area, gap: f64) -> bool {
        let grown = area.grown(gap * 0.5);
        area.within(&self.bounds) && !self.taken.iter().any(|other| other.meets(&grown))
    }

    fn cost(&self, area: &Area, gap: f64) -> f64 {
        let crosses = |line: &&Obstacle| area.grown(gap * 0.35 + line.half).crossed(&line.piece);
        let crossings = self.lines.iter().filter(crosses).map(|line| line.worth).sum::<f64>();
        crossings + self.shunned.iter().filter(|shunned| shunned.meets(area)).map(|_| 10.0).sum::<f64>()
    }
}

/// The room for a text on one side of a mark.
fn beside((width, height): (f64, f64), mark: &Area, (across, down): Side, gap: f64, far: f64) -> Area {
    let middle = ((mark.left + mark.right) / 2.0, (mark.top + mark.bottom) / 2.0);
    let reach = ((mark.right - mark.left) / 2.0, (mark.bottom - mark.top) / 2.0);
    let corner = across != 0.0 && down != 0.0;
    let (near, aside, off) = if corner { (0.6, 0.0, gap * (far - 1.0)) } else { (1.0, gap * far, gap * far * 0.8) };
    let x = middle.0 + across * (reach.0 * near + width / 2.0 + aside);
    let y = middle.1 + down * (reach.1 * near + height / 2.0 + off);
    Area { left: x - width / 2.0, top: y - height / 2.0, right: x + width / 2.0, bottom: y + height / 2.0 }
}

/// Stacks labels of these middles and heights between `top` and `bottom`, each as near to its own place as the others allow;
/// one that finds no room, the last in order first, gets none.
pub(crate) fn stack(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<Option<f64>> {
    let mut room = bottom - top;
    let fitting = wanted.iter().take_while(|(_, height)| {
        room -= height;
        room >= 0.0
    });
    let mut order: Vec<usize> = (0..fitting.count()).collect();
    order.sort_by(|one, other| wanted[*one].0.total_cmp(&wanted[*other].0));
    let mut places = vec![None; wanted.len()];
    for cluster in clusters(wanted, &order, top, bottom) {
        let mut y = cluster.top;
        for index in &order[cluster.members] {
            let height = wanted[*index].1;
            places[*index] = Some(y + height / 2.0);
            y += height;
        }
    }
    places
}

/// Labels that touch, and move together.
struct Cluster {
    members: std::ops::Range<usize>,
    top: f64,
    height: f64,
    /// The sum of the tops that its members ask for, seen from their own places in the cluster.
    asked: f64,
}

fn clusters(wanted: &[(f64, f64)], order: &[usize], top: f64, bottom: f64) -> Vec<Cluster> {
    let mut done: Vec<Cluster> = Vec::with_capacity(order.len());
    let settled = |cluster: &Cluster| {
        let members = cluster.members.clone().map(|_| 1.0).sum::<f64>();
        (cluster.asked / members).min(bottom - cluster.height).max(top)
    };
    for (place, index) in order.iter().enumerate() {
        let (middle, height) = wanted[*index];
        let mut next = Cluster { members: place..place + 1, top: 0.0, height, asked: middle - height / 2.0 };
        next.top = settled(&next);
        while let Some(before) = done.pop_if(|before| before.top + before.height > next.top) {
            let members = next.members.clone().map(|_| before.height).sum::<f64>();
            next.asked += before.asked - members;
            next.height += before.height;
            next.members.start = before.members.start;
            next.top = settled(&next);
        }
        done.push(next);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_want_the_same_place_are_stacked_around_it() {
        let places = stack(&[(50.0, 10.0), (50.0, 10.0), (90.0, 10.0)], 0.0, 100.0);
        assert_eq!(places, [Some(45.0), Some(55.0), Some(90.0)]);
    }

    #[test]
    fn a_stack_stays_in_bounds_and_drops_the_last() {
        let places = stack(&[(0.0, 10.0), (0.0, 10.0), (99.0, 10.0)], 0.0, 25.0);
        assert_eq!(places, [Some(5.0), Some(15.0), None]);
    }

    #[test]
    fn a_label_goes_where_nothing_stands() {
        let bounds = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let mark = Area::around((50.0, 50.0), 5.0);
        let mut room = Room { bounds, taken: vec![mark], lines: Vec::new(), shunned: Vec::new() };
        let sides = [ABOVE, BELOW, RIGHT, LEFT];
        let placed: Vec<Area> = (0..8).filter_map(|_| room.place((30.0, 10.0), &mark, &sides, (4.0, 100.0))).collect();
        assert!(placed.len() >= 4);
        for (index, area) in placed.iter().enumerate() {
            assert!(area.within(&bounds));
            assert!(placed[..index].iter().all(|other| !other.meets(area)));
        }
    }
}
