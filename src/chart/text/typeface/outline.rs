//! The outline of one letter, in ems, with down as positive.

use skrifa::outline::OutlinePen;

/// A place in or beside a letter.
pub(crate) type Spot = (f32, f32);

/// A piece of an outline, from its first place to its last; those between bend it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Piece {
    Line([Spot; 2]),
    Quadratic([Spot; 3]),
    Cubic([Spot; 4]),
}

impl Piece {
    /// Its places, from the first to the last.
    pub(crate) fn spots(&self) -> &[Spot] {
        match self {
            Self::Line(spots) => spots,
            Self::Quadratic(spots) => spots,
            Self::Cubic(spots) => spots,
        }
    }

    /// The same piece elsewhere.
    pub(crate) fn moved(&self, to: impl Fn(Spot) -> Spot) -> Self {
        match *self {
            Self::Line(spots) => Self::Line(spots.map(to)),
            Self::Quadratic(spots) => Self::Quadratic(spots.map(to)),
            Self::Cubic(spots) => Self::Cubic(spots.map(to)),
        }
    }
}

/// The outline of a letter.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) pieces: Vec<Piece>,
    /// Two corners that no piece goes beyond: the upper left one and the lower right one.
    pub(crate) corners: [Spot; 2],
}

/// Follows an outline of a font file.
#[derive(Debug)]
pub(super) struct Tracer {
    em: f32,
    start: Spot,
    at: Spot,
    outline: Outline,
}

impl Tracer {
    pub(super) fn new(em: f32) -> Self {
        Self { em, start: (0.0, 0.0), at: (0.0, 0.0), outline: Outline::default() }
    }

    pub(super) fn traced(self) -> Outline {
        self.outline
    }

    fn spot(&mut self, x: f32, y: f32) -> Spot {
        let (x, y) = (x / self.em, -y / self.em);
        let [(left, top), (right, bottom)] = self.outline.corners;
        self.outline.corners = [(left.min(x), top.min(y)), (right.max(x), bottom.max(y))];
        (x, y)
    }
}

impl OutlinePen for Tracer {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.spot(x, y);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.spot(x, y);
        self.outline.pieces.push(Piece::Line([self.at, to]));
        self.at = to;
    }

    fn quad_to(&mut self, x0: f32, y0: f32, x: f32, y: f32) {
        let to = self.spot(x, y);
        let bend = self.spot(x0, y0);
        self.outline.pieces.push(Piece::Quadratic([self.at, bend, to]));
        self.at = to;
    }

    fn curve_to(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, x: f32, y: f32) {
        let to = self.spot(x, y);
        let bends = (self.spot(x0, y0), self.spot(x1, y1));
        self.outline.pieces.push(Piece::Cubic([self.at, bends.0, bends.1, to]));
        self.at = to;
    }

    fn close(&mut self) {
        if self.at != self.start {
            self.outline.pieces.push(Piece::Line([self.at, self.start]));
            self.at = self.start;
        }
    }
}
