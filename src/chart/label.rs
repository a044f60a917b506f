//! Where texts go: never over each other, never off the picture, near what they name.

use super::area::{Area, Segment};

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

/// How far from its mark a label may stand, in gaps, and what each distance costs.
pub(crate) type Rings = &'static [(f64, f64)];

/// The distance beyond which a label needs a leader, in gaps.
const LED: f64 = 4.0;
/// Beside the mark.
pub(crate) const NEAR: Rings = &[(1.0, 0.0), (2.2, 8.0)];
/// Beside the mark, else so far away that a leader has to say whose label it is.
pub(crate) const FAR: Rings = &[(1.0, 0.0), (2.2, 8.0), (9.0, 14.0)];

/// A label that seeks its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish<'a> {
    /// Width and height of the text.
    pub(crate) size: (f64, f64),
    pub(crate) mark: Area,
    /// The sides of the mark, the best first.
    pub(crate) sides: &'a [Side],
    pub(crate) gap: f64,
    pub(crate) rings: Rings,
    /// The most that a place may cost; rather than that, the label is left out.
    pub(crate) limit: f64,
}

impl Room {
    /// Finds room for a label beside its mark, and takes it.
    pub(crate) fn place(&mut self, wish: &Wish) -> Option<Area> {
        let mut best: Option<(Area, f64)> = None;
        for (far, distance) in wish.rings {
            for (side, order) in wish.sides.iter().chain(&CORNERS).zip(0_u8..) {
                // Far from the mark only a level leader says whose label it is.
                let astray = if *far > LED && side.1 != 0.0 { f64::INFINITY } else { 0.0 };
                let least = distance + f64::from(order) + astray;
                let enough = best.map_or(wish.limit, |(_, cost)| cost);
                let cost = if least < enough { self.offer(wish, *side, *far) } else { None };
                best = cost.map(|(area, cost)| (area, cost + least)).filter(|(_, cost)| *cost < enough).or(best);
            }
        }
        let (area, _) = best?;
        self.taken.push(area);
        Some(area)
    }

    /// The place on one side of the mark, if it and the way there are free, and what it costs.
    fn offer(&self, wish: &Wish, side: Side, far: f64) -> Option<(Area, f64)> {
        let area = beside(wish, side, far);
        let (mark, middle) = (&wish.mark, (wish.mark.top + wish.mark.bottom) / 2.0);
        let across = Area { top: middle - 1.0, bottom: middle + 1.0, ..mark.between(&area) };
        let way =
            if side.0 == 0.0 { Area { left: mark.left, right: mark.right, ..mark.between(&area) } } else { across };
        let open = side.0 != 0.0 && side.1 != 0.0 || !self.taken.iter().any(|other| other.meets(&way));
        (open && self.is_free(&area, wish.gap)).then(|| (area, self.cost(&area, wish.gap)))
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

impl Wish<'_> {
    /// The level line from the mark to a label that stands far beside it.
    pub(crate) fn leader(&self, area: &Area) -> Option<Segment> {
        let (gap, y) = (self.gap * 0.6, (self.mark.top + self.mark.bottom) / 2.0);
        let (right, left) = (area.left - self.mark.right, self.mark.left - area.right);
        if right > self.gap * LED {
            return Some([(self.mark.right + gap, y), (area.left - gap, y)]);
        }
        (left > self.gap * LED).then_some([(self.mark.left - gap, y), (area.right + gap, y)])
    }
}

/// The room for a text on one side of a mark.
fn beside(wish: &Wish, (across, down): Side, far: f64) -> Area {
    let (mark, gap, (width, height)) = (&wish.mark, wish.gap, wish.size);
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
        let mark = Area { left: 45.0, top: 45.0, right: 55.0, bottom: 55.0 };
        let mut room = Room { bounds, taken: vec![mark], lines: Vec::new(), shunned: Vec::new() };
        let sides = &[ABOVE, BELOW, RIGHT, LEFT];
        let wish = Wish { size: (30.0, 10.0), mark, sides, gap: 4.0, rings: FAR, limit: 100.0 };
        let placed: Vec<Area> = (0..8).filter_map(|_| room.place(&wish)).collect();
        assert!(placed.len() >= 4);
        for (index, area) in placed.iter().enumerate() {
            assert!(area.within(&bounds));
            assert!(placed[..index].iter().all(|other| !other.meets(area)));
        }
    }
}
