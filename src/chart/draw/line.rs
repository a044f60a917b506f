//! A line as plotters draws it, whole or dashed.

use plotters::element::{DashedPathElement, Drawable, PointCollection};
use plotters::style::{Color, RGBColor, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::backend::{Aside, Dash};
use crate::chart::paper::palette::Colour;

/// A line through places of the plot or of the page.
pub(super) struct Line<'a, P> {
    places: P,
    style: ShapeStyle,
    dash: Option<Dash>,
    /// Where dashes are asked for; they are drawn one by one where there is no such thing.
    aside: Option<&'a Aside>,
}

impl<'a, P> Line<'a, P> {
    /// A whole line as wide as that, in parts of a pixel.
    pub(super) fn new(places: P, colour: Colour, width: i32) -> Self {
        let style = RGBColor::from(colour).stroke_width(width.unsigned_abs().max(1));
        Self { places, style, dash: None, aside: None }
    }

    /// The same in dashes.
    pub(super) fn dashed(self, dash: Option<Dash>, aside: Option<&'a Aside>) -> Self {
        Self { dash, aside, ..self }
    }
}

impl<'a, C: 'a, P: AsRef<[C]>> PointCollection<'a, C> for &'a Line<'_, P> {
    type Point = &'a C;
    type IntoIter = &'a [C];

    fn point_iter(self) -> Self::IntoIter {
        self.places.as_ref()
    }
}

impl<DB: DrawingBackend, P> Drawable<DB> for Line<'_, P> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut DB,
        size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        match (self.dash, self.aside) {
            (Some((dash, gap)), None) => {
                let none = std::iter::empty::<BackendCoord>();
                DashedPathElement::new(none, dash, gap, self.style).draw(places, backend, size)
            }
            (dash, aside) => {
                aside.iter().for_each(|aside| aside.dash.set(dash));
                let drawn = backend.draw_path(places, &self.style);
                aside.iter().for_each(|aside| aside.dash.set(None));
                drawn
            }
        }
    }
}
