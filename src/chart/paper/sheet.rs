//! The sheet a picture is drawn on, kept as small, clean SVG.
//!
//! Places are in sixteenths of a pixel, so that they are exact integers until they are written. Neighbours that look alike
//! share one group or one path; text is text, placed by the widths of the embedded font.

use std::ops::Range;

use super::geometry::Area;
use super::palette::Colour;
use super::style::{STEPS, Type};
use crate::chart::svg::markup::Markup;
use crate::chart::text::line_breaking::Line;
use crate::chart::text::typeface::Weight;

/// A place in sixteenths of a pixel.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond the range becomes its end, far outside every picture"
)]
pub(crate) fn steps(pixels: f64) -> i32 {
    (pixels * STEPS).round() as i32
}

/// Which end of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text as it was drawn, and the room it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// What it says.
    pub text: String,
    /// The room it takes.
    pub area: Area,
}

/// A place on the sheet, in sixteenths of a pixel.
pub(crate) type Place = (i32, i32);

/// What stands on the sheet.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) shape: Shape,
    pub(crate) ink: Ink,
}

/// Its outline.
#[derive(Debug)]
pub(crate) enum Shape {
    /// An open line through these of the sheet's places.
    Line(Range<usize>),
    /// The area that these of the sheet's places enclose.
    Polygon(Range<usize>),
    /// From one corner, so far to the right and down.
    Rectangle(Place, Place),
    /// A centre and a radius.
    Circle(Place, i32),
    /// The sheet's text of this number, and where it stands.
    Text(usize, Place),
}

/// How it looks, which neighbours may share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Fill(Colour),
    Stroke {
        colour: Colour,
        width: i32,
        /// A dash and the gap after it.
        dash: Option<(i32, i32)>,
    },
    Letters {
        size: i32,
        colour: Colour,
        weight: Weight,
        anchor: Anchor,
    },
}

/// A picture in the making.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) elements: Vec<Element>,
    /// The places of all lines and polygons.
    places: Vec<Place>,
    /// Dash and gap of the lines drawn next.
    pub(crate) dash: Option<(i32, i32)>,
    pub(crate) texts: Vec<TextBox>,
}

impl Sheet {
    pub(crate) fn new(width: u32, height: u32) -> Self {
        let (elements, places, texts) = (Vec::with_capacity(192), Vec::with_capacity(256), Vec::with_capacity(64));
        Self { width, height, elements, places, dash: None, texts }
    }

    /// A line through these places; lines that look alike become one path.
    pub(crate) fn path(&mut self, places: impl IntoIterator<Item = Place>, colour: Colour, width: i32) {
        let shape = Shape::Line(self.keep(places));
        self.elements.push(Element { shape, ink: Ink::Stroke { colour, width, dash: self.dash } });
    }

    pub(crate) fn rectangle(&mut self, (left, top): Place, (right, bottom): Place, colour: Colour) {
        let shape = Shape::Rectangle((left, top), (right - left, bottom - top));
        self.elements.push(Element { shape, ink: Ink::Fill(colour) });
    }

    pub(crate) fn circle(&mut self, centre: Place, radius: i32, colour: Colour) {
        self.elements.push(Element { shape: Shape::Circle(centre, radius), ink: Ink::Fill(colour) });
    }

    pub(crate) fn polygon(&mut self, places: impl IntoIterator<Item = Place>, colour: Colour) {
        let shape = Shape::Polygon(self.keep(places));
        self.elements.push(Element { shape, ink: Ink::Fill(colour) });
    }

    /// A text standing on the height `y`.
    pub(crate) fn text(&mut self, text: &str, at: (f64, f64), anchor: Anchor, kind: Type, colour: Colour) {
        self.line(&Line::new(text, kind.weight), at, anchor, kind, colour);
    }

    /// A line that was measured.
    pub(crate) fn line(&mut self, line: &Line, (x, y): (f64, f64), anchor: Anchor, kind: Type, colour: Colour) {
        if line.text.is_empty() {
            return;
        }
        let shape = Shape::Text(self.texts.len(), (steps(x), steps(y)));
        let ink = Ink::Letters { size: steps(kind.size), colour, weight: kind.weight, anchor };
        self.elements.push(Element { shape, ink });
        let area = Area::of_text(line.width * kind.size, (x, y), anchor, kind);
        self.texts.push(TextBox { text: line.text.clone(), area });
    }

    fn keep(&mut self, places: impl IntoIterator<Item = Place>) -> Range<usize> {
        let start = self.places.len();
        self.places.extend(places);
        start..self.places.len()
    }

    /// Some of its places.
    pub(crate) fn places(&self, which: &Range<usize>) -> &[Place] {
        self.places.get(which.clone()).unwrap_or_default()
    }

    /// One of its texts.
    pub(crate) fn words(&self, number: usize) -> &str {
        self.texts.get(number).map_or("", |text| &text.text)
    }

    /// Everything that stands on it, as markup.
    pub(crate) fn write(&self, svg: &mut Markup) {
        for alike in self.elements.chunk_by(|one, next| one.ink == next.ink) {
            crate::chart::svg::elements::write_alike(svg, self, alike);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(sheet: &Sheet) -> String {
        let mut svg = Markup::default();
        sheet.write(&mut svg);
        svg.0
    }

    #[test]
    fn lines_that_look_alike_are_one_path() {
        let mut sheet = Sheet::new(10, 10);
        sheet.path([(0, 16), (160, 16)], Colour(0, 0, 0), 16);
        sheet.path([(0, 32), (160, 32)], Colour(0, 0, 0), 16);
        assert!(written(&sheet).contains("d=\"M0 1H10M0 2H10\""));
    }

    #[test]
    fn texts_that_look_alike_share_a_group() {
        let mut sheet = Sheet::new(10, 10);
        let kind = Type { size: 10.0, weight: Weight::Regular };
        sheet.text("a", (1.0, 2.0), Anchor::Start, kind, Colour(0, 0, 0));
        sheet.text("b", (3.0, 2.0), Anchor::Start, kind, Colour(0, 0, 0));
        let svg = written(&sheet);
        assert_eq!(svg.matches("font-size").count(), 1);
        assert!(svg.contains("<text x=\"1\" y=\"2\">a</text>\n<text x=\"3\" y=\"2\">b</text>"));
    }
}
