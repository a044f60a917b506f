//! The sheet a picture is drawn on: its elements in the order in which they cover each other.
//!
//! Places are in sixteenths of a pixel, so that they are exact integers until they are written or painted.

use std::ops::Range;

use super::geometry::{Anchor, Place};
use super::palette::Colour;
use crate::chart::text::typeface::Weight;

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
    texts: Vec<String>,
    /// Where groups begin, and what they are called.
    groups: Vec<(usize, String)>,
}

impl Sheet {
    pub(crate) fn new(width: u32, height: u32) -> Self {
        let (elements, places, texts) = (Vec::with_capacity(192), Vec::with_capacity(256), Vec::with_capacity(64));
        Self { width, height, elements, places, texts, groups: Vec::new() }
    }

    /// Begins a group, which reaches to the next one of another name.
    pub(crate) fn begin(&mut self, name: String) {
        if self.groups.last().is_none_or(|(_, last)| *last != name) {
            self.groups.push((self.elements.len(), name));
        }
    }

    /// The elements by their groups, each with its name; without one what stands before the first.
    pub(crate) fn grouped(&self) -> impl Iterator<Item = (&str, &[Element])> {
        let starts = std::iter::once((0, "")).chain(self.groups.iter().map(|(start, name)| (*start, name.as_str())));
        let ends = self.groups.iter().map(|(start, _)| *start).chain([self.elements.len()]);
        let parts = starts.zip(ends).map(|((start, name), end)| (name, self.elements.get(start..end)));
        parts.filter_map(|(name, elements)| Some((name, elements?)))
    }

    /// A line through these places.
    pub(crate) fn path(&mut self, places: impl IntoIterator<Item = Place>, stroke: Ink) {
        let shape = Shape::Line(self.keep(places));
        self.elements.push(Element { shape, ink: stroke });
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

    /// A text standing on the height of its place.
    pub(crate) fn text(&mut self, text: &str, place: Place, letters: Ink) {
        self.elements.push(Element { shape: Shape::Text(self.texts.len(), place), ink: letters });
        self.texts.push(text.to_owned());
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
        self.texts.get(number).map_or("", |text| text)
    }
}
