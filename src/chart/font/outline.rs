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
    /// The same piece elsewhere.
    pub(crate) fn moved(&self, to: impl Fn(Spot) -> Spot) -> Self {
        match *self {
            Self::Line(spots) => Self::Line(spots.map(to)),
            Self::Quadratic(spots) => Self::Quadratic(spots.map(to)),
            Self::Cubic(spots) => Self::Cubic(spots.map(to)),
        }
    }
}

/// Follows an outline of a font file.
#[derive(Debug)]
pub(super) struct Tracer {
    em: f32,
    start: Spot,
    at: Spot,
    pub(super) pieces: Vec<Piece>,
}

impl Tracer {
    pub(super) fn new(em: f32) -> Self {
        Self { em, start: (0.0, 0.0), at: (0.0, 0.0), pieces: Vec::new() }
    }

    fn spot(&self, x: f32, y: f32) -> Spot {
        (x / self.em, -y / self.em)
    }
}

impl OutlinePen for Tracer {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.spot(x, y);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.spot(x, y);
        self.pieces.push(Piece::Line([self.at, to]));
        self.at = to;
    }

    fn quad_to(&mut self, x0: f32, y0: f32, x: f32, y: f32) {
        let to = self.spot(x, y);
        self.pieces.push(Piece::Quadratic([self.at, self.spot(x0, y0), to]));
        self.at = to;
    }

    fn curve_to(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, x: f32, y: f32) {
        let to = self.spot(x, y);
        self.pieces.push(Piece::Cubic([self.at, self.spot(x0, y0), self.spot(x1, y1), to]));
        self.at = to;
    }

    fn close(&mut self) {
        if self.at != self.start {
            self.pieces.push(Piece::Line([self.at, self.start]));
            self.at = self.start;
        }
    }
}
