//! The room in which labels seek their places, and what a place in it costs.

use super::cost::{CLOSE, LEADER, SHUNNED, below};
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
    /// What comes later keeps clear of a label there.
    pub(crate) fn take(&mut self, placed: &Placed) {
        self.taken.push(placed.area);
        self.lines.extend(placed.leader.map(|leader| Obstacle::new(leader, 0.0, LEADER)));
    }

    /// What matters to a label that stands at most so many gaps from its mark.
    pub(super) fn around(&self, wish: &Wish, far: f64) -> Self {
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
    pub(super) fn cost(&self, area: &Area, wish: &Wish, limit: f64) -> Option<f64> {
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
