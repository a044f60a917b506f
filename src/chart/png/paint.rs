//! The sheet as pixels: each element as the area it covers, in its colour, over those before it.

use super::coverage::{Large, Small};
use super::edges::{Part, cover, whole};
use super::pixels::Pixels;
use super::stroke::{circle, closed, dashes, strips};
use crate::chart::paper::geometry::{Anchor, Place};
use crate::chart::paper::palette::Colour;
use crate::chart::paper::sheet::{Element, Ink, Shape, Sheet};
use crate::chart::text::type_style::STEPS;
use crate::chart::text::typeface::{self, Piece, Spot, Weight};

/// Paints a sheet, each pixel of its size as `scale` times `scale`; nothing where that has no or too many pixels.
pub(super) fn painted(sheet: &Sheet, scale: u8) -> Option<Pixels> {
    let side = |length: u32| usize::try_from(length).ok()?.checked_mul(usize::from(scale));
    let (width, height) = (side(sheet.width)?, side(sheet.height)?);
    let (paper, elements) = paper(sheet);
    let pixels = Pixels::new(width, height, paper)?;
    let (size, letter) = ((width, height), Small::default());
    let mut painter = Painter { sheet, scale: f32::from(scale), size, pixels, coverage: Large::new(size), letter };
    elements.iter().for_each(|element| painter.element(element));
    Some(painter.pixels)
}

/// The colour of the paper, and what is drawn on it.
fn paper(sheet: &Sheet) -> (Colour, &[Element]) {
    match sheet.elements.split_first() {
        Some((Element { shape: Shape::Rectangle((0, 0), _), ink: Ink::Fill(colour) }, drawn)) => (*colour, drawn),
        _ => (Colour(255, 255, 255), &sheet.elements),
    }
}

struct Painter<'s> {
    sheet: &'s Sheet,
    scale: f32,
    /// Width and height in pixels.
    size: (usize, usize),
    pixels: Pixels,
    coverage: Large,
    letter: Small,
}

/// How a text is set, in pixels.
struct Letters {
    size: f32,
    weight: Weight,
    anchor: Anchor,
}

impl Painter<'_> {
    fn element(&mut self, element: &Element) {
        match (&element.shape, element.ink) {
            (Shape::Line(places), Ink::Stroke { colour, width, dash }) => {
                let line: Vec<Spot> = self.sheet.places(places).iter().map(|place| self.spot(*place)).collect();
                let dash = dash.map(|(dash, gap)| (self.length(dash), self.length(gap)));
                self.line(&line, self.length(width), dash, colour);
            }
            (Shape::Polygon(places), Ink::Fill(colour)) => {
                let corners: Vec<Spot> = self.sheet.places(places).iter().map(|place| self.spot(*place)).collect();
                self.fill(closed(&corners), colour);
            }
            (Shape::Rectangle((left, top), (width, height)), Ink::Fill(colour)) => {
                let ((left, top), (right, bottom)) =
                    (self.spot((*left, *top)), self.spot((left + width, top + height)));
                self.fill(closed(&[(left, top), (right, top), (right, bottom), (left, bottom)]), colour);
            }
            (Shape::Circle(centre, radius), Ink::Fill(colour)) => {
                self.fill(circle(self.spot(*centre), self.length(*radius)), colour);
            }
            (Shape::Text(number, place), Ink::Letters { size, colour, weight, anchor }) => {
                let letters = Letters { size: self.length(size), weight, anchor };
                self.text(self.sheet.words(*number), self.spot(*place), &letters, colour);
            }
            // no other shape has such a look
            (_, Ink::Fill(_) | Ink::Stroke { .. } | Ink::Letters { .. }) => {}
        }
    }

    fn line(&mut self, line: &[Spot], width: f32, dash: Option<(f32, f32)>, colour: Colour) {
        let dashed = dash.map_or_else(|| vec![line.to_vec()], |dash| dashes(line, dash));
        self.fill(dashed.iter().flat_map(|line| strips(line, width)), colour);
    }

    fn text(&mut self, text: &str, (x, y): Spot, letters: &Letters, colour: Colour) {
        let &Letters { size, weight, anchor } = letters;
        let width = single(typeface::width(text, weight)) * size;
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let ink = self.pixels.ink(colour);
        typeface::outlines(text, weight, |_, outline, at| {
            let start = left + single(at) * size;
            let set = |(across, down): Spot| (start + across * size, y + down * size);
            self.letter.begin(self.part(outline.corners.map(set)));
            cover(&mut self.letter, outline.pieces.iter().map(|piece| piece.moved(set)));
            self.letter.take(self.size.0, |at, share| self.pixels.paint(at, 1, share, ink));
        });
    }

    /// The pixels within two corners, as far as the picture has them.
    fn part(&self, [(left, top), (right, bottom)]: [Spot; 2]) -> Part {
        let (wide, high) = self.size;
        let (left, top) = (whole(left).min(wide), whole(top).min(high));
        let (right, bottom) = (whole(right.ceil()).clamp(left, wide), whole(bottom.ceil()).clamp(top, high));
        Part { left, top, right, bottom }
    }

    /// Fills what the outlines enclose.
    fn fill(&mut self, outlines: impl IntoIterator<Item = Piece>, colour: Colour) {
        cover(&mut self.coverage, outlines);
        let ink = self.pixels.ink(colour);
        self.coverage.take(|from, count, share| self.pixels.paint(from, count, share, ink));
    }

    /// A place in pixels; what lies far off the picture is moved nearer, where it is not seen either.
    fn spot(&self, (x, y): Place) -> Spot {
        let near = |place: i32, length: u32| {
            let length = i32::try_from(length.saturating_mul(16)).unwrap_or(i32::MAX);
            self.length(place.clamp(-length, length.saturating_mul(2)))
        };
        (near(x, self.sheet.width), near(y, self.sheet.height))
    }

    fn length(&self, sixteenths: i32) -> f32 {
        single(f64::from(sixteenths) / STEPS) * self.scale
    }
}

/// A place as precise as pixels need.
#[expect(clippy::cast_possible_truncation, reason = "a hundredth of a pixel is fine enough")]
fn single(place: f64) -> f32 {
    place as f32
}
