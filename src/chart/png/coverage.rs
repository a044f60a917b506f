//! How much of each pixel an outline covers.

use ab_glyph_rasterizer::{Point, Rasterizer, point};

use crate::chart::font::{Piece, Spot};

/// The share of each pixel of a part of the picture that is covered, in 255ths.
pub(super) struct Coverage {
    raster: Rasterizer,
    /// The size of the picture.
    size: (usize, usize),
    /// The part's left, upper, right and lower edge.
    part: [usize; 4],
    shares: Vec<u8>,
}

impl Coverage {
    pub(super) fn new(size: (usize, usize)) -> Self {
        Self { raster: Rasterizer::new(0, 0), size, part: [0; 4], shares: Vec::new() }
    }

    /// Begins again with nothing covered of the part that holds all of these places.
    pub(super) fn clear(&mut self, spots: impl IntoIterator<Item = Spot>) {
        let [left, top, right, bottom] = bounds(spots);
        let within = |edge: f32, size: usize| usize::try_from(whole(edge)).unwrap_or(0).min(size);
        let (wide, high) = self.size;
        self.part = [within(left, wide), within(top, high), within(right, wide), within(bottom, high)];
        let [left, top, right, bottom] = self.part;
        self.shares.clear();
        self.shares.resize((right - left) * (bottom - top), 0);
    }

    /// Covers what an outline encloses; neighbours with a common edge leave no gap.
    pub(super) fn add(&mut self, outline: impl Iterator<Item = Piece> + Clone) {
        let [left, top, right, bottom] = bounds(outline.clone().flat_map(spots));
        let size = |from: f32, to: f32| usize::try_from(whole(to - from)).unwrap_or(0);
        let (wide, high) = (size(left, right), size(top, bottom));
        self.raster.reset(wide, high);
        let at = |(x, y): Spot| point(x - left, y - top);
        outline.for_each(|piece| trace(&mut self.raster, &piece, at));
        self.keep((whole(left), whole(top)), wide);
    }

    /// Adds what was covered of the part, seen from this corner in rows of this length.
    fn keep(&mut self, (left, top): (i32, i32), wide: usize) {
        let [start, upper, end, _] = self.part;
        let (shares, row) = (&mut self.shares, end - start);
        let row_length = i32::try_from(wide).unwrap_or(i32::MAX);
        let (mut x, mut y) = (0, 0);
        self.raster.for_each_pixel(|_, share| {
            if share >= LEAST {
                let place = seen(left, x, start).filter(|x| *x < row).zip(seen(top, y, upper));
                if let Some(covered) = place.and_then(|(x, y)| shares.get_mut(y * row + x)) {
                    *covered = covered.saturating_add(in_255ths(share));
                }
            }
            x += 1;
            if x == row_length {
                (x, y) = (0, y + 1);
            }
        });
    }

    /// Covers an upright rectangle alone: left, top, right and bottom.
    pub(super) fn rectangle(&mut self, [left, top, right, bottom]: [f32; 4]) {
        self.clear([(left, top), (right, bottom)]);
        let [start, upper, end, lower] = self.part;
        let share = |place: usize, from: f32, to: f32| {
            let place = single(place);
            (to.min(place + 1.0) - from.max(place)).clamp(0.0, 1.0)
        };
        let across: Vec<f32> = (start..end).map(|x| share(x, left, right)).collect();
        let rows = self.shares.chunks_exact_mut((end - start).max(1));
        for (row, y) in rows.zip(upper..lower) {
            let down = share(y, top, bottom);
            row.iter_mut().zip(&across).for_each(|(covered, across)| *covered = in_255ths(across * down));
        }
    }

    /// The rows of the part: the place where each begins in the picture, and what is covered of it.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let [left, top, right, _] = self.part;
        let rows = self.shares.chunks_exact((right - left).max(1));
        rows.zip(top..).map(move |(row, y)| (y * self.size.0 + left, row))
    }
}

/// What is too little to be seen.
const LEAST: f32 = 1.0 / 512.0;

/// A place of an outline's own part as one of the part that is covered.
fn seen(edge: i32, place: i32, from: usize) -> Option<usize> {
    usize::try_from(edge.saturating_add(place)).ok()?.checked_sub(from)
}

fn spots(piece: Piece) -> impl Iterator<Item = Spot> {
    let count = piece.spots().len();
    (0..count).filter_map(move |number| piece.spots().get(number).copied())
}

/// The whole pixels around these places, with one to spare on the right: left, top, right and bottom.
fn bounds(spots: impl IntoIterator<Item = Spot>) -> [f32; 4] {
    let nothing = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
    let [left, top, right, bottom] = spots
        .into_iter()
        .fold(nothing, |[left, top, right, bottom], (x, y)| [left.min(x), top.min(y), right.max(x), bottom.max(y)]);
    if left > right { [0.0; 4] } else { [left.floor(), top.floor(), right.ceil() + 1.0, bottom.ceil()] }
}

fn trace(raster: &mut Rasterizer, piece: &Piece, at: impl Fn(Spot) -> Point) {
    match *piece {
        Piece::Line([from, to]) => raster.draw_line(at(from), at(to)),
        Piece::Quadratic([from, bend, to]) => raster.draw_quad(at(from), at(bend), at(to)),
        Piece::Cubic([from, first, second, to]) => raster.draw_cubic(at(from), at(first), at(second), at(to)),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond the range becomes its end, far outside every picture"
)]
fn whole(place: f32) -> i32 {
    place as i32
}

#[expect(clippy::cast_precision_loss, reason = "no picture has as many pixels along a side as a float counts")]
fn single(place: usize) -> f32 {
    place as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
fn in_255ths(share: f32) -> u8 {
    (share.min(1.0) * 255.0 + 0.5) as u8
}
