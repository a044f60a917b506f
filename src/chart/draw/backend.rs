//! plotters' drawing backend over a [`Sheet`]: its whole pixels are our sixteenths.

use std::cell::Cell;
use std::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::letters::LINE_HEIGHT;
use crate::chart::paper::geometry::Anchor;
use crate::chart::paper::palette::Colour;
use crate::chart::paper::sheet::{Ink, Sheet};
use crate::chart::text::typeface::Weight;

/// A dash and the gap after it, in parts of a pixel.
pub(crate) type Dash = (i32, i32);

/// What our own sheet is told beside what is drawn: plotters has no word for it.
#[derive(Default)]
pub(crate) struct Aside {
    /// The dashes of the next line.
    pub(crate) dash: Cell<Option<Dash>>,
    /// The name of the group that begins with what is drawn next.
    pub(crate) group: Cell<Option<String>>,
}

/// Draws on a sheet, with what is told beside it.
pub(crate) struct SheetBackend<'a> {
    pub(crate) sheet: &'a mut Sheet,
    pub(crate) aside: &'a Aside,
}

impl SheetBackend<'_> {
    /// The sheet, in the group that has begun.
    fn grouped(&mut self) -> &mut Sheet {
        self.aside.group.take().into_iter().for_each(|name| self.sheet.begin(name));
        self.sheet
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

fn colour(colour: BackendColor) -> Colour {
    let (red, green, blue) = colour.rgb;
    Colour(red, green, blue)
}

fn whole(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

impl DrawingBackend for SheetBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.sheet.width.saturating_mul(16), self.sheet.height.saturating_mul(16))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, of: BackendColor) -> Drawn {
        self.grouped().rectangle((x, y), (x + 1, y + 1), colour(of));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let (colour, width, dash) = (colour(style.color()), whole(style.stroke_width()), self.aside.dash.get());
        self.grouped().path(path, Ink::Stroke { colour, width, dash });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.draw_path([from, (to.0, from.1), to, (from.0, to.1), from], style);
        }
        self.grouped().rectangle(from, to, colour(style.color()));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, _fill: bool) -> Drawn {
        self.grouped().circle(centre, whole(radius), colour(style.color()));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        self.grouped().polygon(corners, colour(style.color()));
        Ok(())
    }

    /// Text stays text, in the embedded typeface, on the height of its place.
    #[expect(clippy::cast_possible_truncation, reason = "a size of type, far below the largest number")]
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, place: BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let weight = match style.style() {
            FontStyle::Bold => Weight::SemiBold,
            FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
        };
        let size = (style.size() / LINE_HEIGHT).round() as i32;
        self.grouped().text(text, place, Ink::Letters { size, colour: colour(style.color()), weight, anchor });
        Ok(())
    }
}
