//! The room in which labels seek their places, and what a place in it costs.

use super::cost::{CLOSE, LEADER, SHUNNED, below};
use super::spread::Spread;
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
    pub(crate) taken: Spread<Area>,
    /// Lines, which a label avoids if it can.
    pub(crate) lines: Spread<Obstacle>,
    /// Areas that a label would rather not stand on.
    pub(crate) shunned: Spread<Area>,
    /// The marks and steps that have labels: none stands nearer to another one than to its own.
    pub(crate) named: Spread<Area>,
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
    /// Within these bounds what is taken already, lines, what is shunned, and what has a name.
    pub(crate) fn new(
        bounds: Area,
        lines: impl IntoIterator<Item = Obstacle>,
        [taken, shunned, named]: [Vec<Area>; 3],
    ) -> Self {
        Self {
            bounds,
            taken: Spread::of(bounds, taken),
            lines: Spread::new(bounds, lines.into_iter().map(|line| (line, line.around))),
            shunned: Spread::of(bounds, shunned),
            named: Spread::of(bounds, named),
        }
    }

    /// What comes later keeps clear of a label there.
    pub(crate) fn take(&mut self, placed: &Placed) {
        self.fill(placed.area);
        if let Some(leader) = placed.leader.map(|leader| Obstacle::new(leader, 0.0, LEADER)) {
            self.lines.push(leader, leader.around);
        }
    }

    /// What comes later keeps clear of a text there.
    pub(crate) fn fill(&mut self, area: Area) {
        self.taken.push(area, area);
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
        area.within(&self.bounds) && !self.taken.meets(&grown)
    }

    /// What a place costs: what it crosses, and how close it comes to other things; nothing where that is `limit` or more.
    pub(super) fn cost(&self, area: &Area, wish: &Wish, limit: f64) -> Option<f64> {
        let crossings = self.crossings(area, wish.gap, limit)?;
        let grown = area.grown(wish.gap);
        let around = Area { left: area.left - wish.gap * 2.5, right: area.right + wish.gap * 2.5, ..grown };
        let close = self.taken.near(&around).filter(|other| **other != wish.mark && other.meets(&around));
        below(limit, crossings, close.map(|_| CLOSE))
    }

    /// What it is worth to avoid the lines and areas that a text there would cross; nothing where that is `limit` or more.
    fn crossings(&self, area: &Area, gap: f64, limit: f64) -> Option<f64> {
        let crosses = |line: &&Obstacle| line.is_near(area, gap * 0.5);
        let lines = self.lines.near(&area.grown(gap * 0.5)).filter(crosses);
        let crossings = below(limit, 0.0, lines.map(|line| line.worth))?;
        below(limit, crossings, self.shunned.near(area).filter(|shunned| shunned.meets(area)).map(|_| SHUNNED))
    }
}
