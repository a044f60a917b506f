//! plotters' drawing backend over a [`Sheet`]: its whole pixels are our sixteenths.

use std::cell::RefCell;
use std::convert::Infallible;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use crate::chart::paper::palette::Colour;
use crate::chart::paper::sheet::Sheet;

/// Draws on a sheet that others draw on as well.
pub(crate) struct Pen<'a>(pub(crate) &'a RefCell<Sheet>);

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

fn colour(colour: BackendColor) -> Colour {
    let (red, green, blue) = colour.rgb;
    Colour(red, green, blue)
}

fn stroke(style: &impl BackendStyle) -> i32 {
    i32::try_from(style.stroke_width()).unwrap_or(i32::MAX)
}

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let sheet = self.0.borrow();
        (sheet.width.saturating_mul(16), sheet.height.saturating_mul(16))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, of: BackendColor) -> Drawn {
        self.0.borrow_mut().rectangle((x, y), (x + 1, y + 1), colour(of));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.0.borrow_mut().path(path, colour(style.color()), stroke(style));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.draw_path([from, (to.0, from.1), to, (from.0, to.1), from], style);
        }
        // Edges on whole pixels are sharp; no bar is misread by half of one.
        let sharp = |(x, y): BackendCoord| ((x + 8).div_euclid(16) * 16, (y + 8).div_euclid(16) * 16);
        self.0.borrow_mut().rectangle(sharp(from), sharp(to), colour(style.color()));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, _fill: bool) -> Drawn {
        let radius = i32::try_from(radius).unwrap_or(i32::MAX);
        self.0.borrow_mut().circle(centre, radius, colour(style.color()));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        self.0.borrow_mut().polygon(corners, colour(style.color()));
        Ok(())
    }

    /// All text goes to the sheet directly, where the embedded font measures it.
    fn draw_text<T: BackendTextStyle>(&mut self, _text: &str, _style: &T, _place: BackendCoord) -> Drawn {
        debug_assert!(false, "text is set on the sheet, not by plotters");
        Ok(())
    }
}
