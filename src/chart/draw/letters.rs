//! Lines of text as plotters draws them.

use plotters::element::{Drawable, PointCollection};
use plotters::style::{FontDesc, FontError};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
};

use crate::chart::paper::geometry::Anchor;
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::palette::Colour;
use crate::chart::text::typeface::{FAMILY, Weight};

/// What plotters calls the size of a font, in sizes of type: the height of its lines.
pub(super) const LINE_HEIGHT: f64 = 1.24;
/// How far below the upper edge of a text plotters has the height it stands on, in sizes of type.
pub(super) const BELOW_TOP: f64 = 0.76;

/// A line of text at a place.
pub(super) struct Letters<'t> {
    text: &'t str,
    place: BackendCoord,
    style: LetterStyle,
}

/// How it is set.
struct LetterStyle {
    /// The height of its line, in parts of a pixel.
    size: f64,
    weight: Weight,
    anchor: Anchor,
    colour: Colour,
}

impl<'t> Letters<'t> {
    /// A line of text at a place, where a pixel has so many parts.
    pub(super) fn new(of: &'t Lettering, place: BackendCoord, parts: f64) -> Self {
        let &Lettering { ref line, anchor, kind, colour, .. } = of;
        let style = LetterStyle { size: kind.size * parts * LINE_HEIGHT, weight: kind.weight, anchor, colour };
        Self { text: &line.text, place, style }
    }
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Letters<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.place)
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Letters<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut places: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        places.try_for_each(|place| backend.draw_text(self.text, &self.style, place))
    }
}

/// The font itself is asked only by a backend that has no text of its own.
impl BackendTextStyle for LetterStyle {
    type FontError = FontError;

    fn color(&self) -> BackendColor {
        let Colour(red, green, blue) = self.colour;
        BackendColor { alpha: 1.0, rgb: (red, green, blue) }
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        match self.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::SemiBold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        let across = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(across, VPos::Top)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), FontError> {
        self.font().layout_box(text)
    }

    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        place: BackendCoord,
        mut draw: DrawFunc,
    ) -> Result<Result<(), E>, FontError> {
        let colour = self.color();
        self.font().draw(text, place, |x, y, alpha| draw(x, y, BackendColor { alpha: f64::from(alpha), ..colour }))
    }
}

impl LetterStyle {
    fn font(&self) -> FontDesc<'static> {
        FontDesc::new(FontFamily::Name(FAMILY), self.size, self.style())
    }
}
