//! Places, straight pieces and upright rectangles: the room that texts, marks and bars take.

use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::{CAP, DESCENT};

/// A place on the sheet, in sixteenths of a pixel.
pub(crate) type Place = (i32, i32);

/// A place in whole parts of a pixel, where it has so many.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond the range becomes its end, far outside every picture"
)]
pub(crate) fn in_parts(pixels: f64, parts: f64) -> i32 {
    (pixels * parts).round() as i32
}

/// Which end of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

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
    pub(crate) fn of_text(width: f64, (x, y): (f64, f64), anchor: Anchor, kind: Type) -> Self {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Self { left, top: y - CAP * kind.size, right: left + width, bottom: y + DESCENT * kind.size }
    }

    /// The room around a straight line.
    pub(crate) fn of_line(&[(x0, y0), (x1, y1)]: &Segment) -> Self {
        Self { left: x0.min(x1), top: y0.min(y1), right: x0.max(x1), bottom: y0.max(y1) }
    }

    /// Whether the two share any room.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether the two share any room, or an edge.
    pub(crate) fn touches(&self, other: &Self) -> bool {
        self.left <= other.right && other.left <= self.right && self.top <= other.bottom && other.top <= self.bottom
    }

    /// Whether this one lies inside the other.
    #[must_use]
    pub fn within(&self, other: &Self) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }

    /// The room between this one and another that stands beside, above or below it.
    pub(crate) fn between(&self, other: &Self) -> Self {
        Self {
            left: self.right.min(other.right),
            top: self.bottom.min(other.bottom),
            right: self.left.max(other.left),
            bottom: self.top.max(other.top),
        }
    }

    /// How far it is from one to the other.
    pub(crate) fn distance(&self, other: &Self) -> f64 {
        let across = (self.left - other.right).max(other.left - self.right).max(0.0);
        let down = (self.top - other.bottom).max(other.top - self.bottom).max(0.0);
        across.hypot(down)
    }

    /// The room that both share.
    pub(crate) fn shared(&self, other: &Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// Whether there is nothing between its edges.
    pub(crate) fn is_empty(&self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    pub(crate) fn middle(&self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    pub(crate) fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Whether the straight line between two places passes through.
    pub(crate) fn crossed(&self, &[(x0, y0), (x1, y1)]: &Segment) -> bool {
        // most lines pass far off
        if x0.min(x1) > self.right || x0.max(x1) < self.left || y0.min(y1) > self.bottom || y0.max(y1) < self.top {
            return false;
        }
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

/// Whether two straight pieces cross.
pub(crate) fn meet(one: &Segment, other: &Segment) -> bool {
    let side = |[(x0, y0), (x1, y1)]: &Segment, (x, y): (f64, f64)| (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
    let parted = |one: &Segment, other: &Segment| side(one, other[0]) * side(one, other[1]) <= 0.0;
    parted(one, other) && parted(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_that_cross_meet() {
        assert!(meet(&[(0.0, 0.0), (2.0, 2.0)], &[(0.0, 2.0), (2.0, 0.0)]));
        assert!(!meet(&[(0.0, 0.0), (2.0, 2.0)], &[(0.0, 2.0), (0.5, 1.5)]));
    }
}
