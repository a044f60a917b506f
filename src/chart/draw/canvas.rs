//! What a figure is drawn on: any backend of plotters, with the places of the layout.

use std::cell::RefCell;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::Rectangle;
use plotters::style::{Color, RGBColor};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::backend::Aside;
use super::letters::{BELOW_TOP, Letters};
use super::line::Line;
use crate::chart::layout::Layout;
use crate::chart::layout::scale::Scale;
use crate::chart::layout::years::Years;
use crate::chart::paper::geometry::{Area, in_parts};
use crate::chart::paper::lettering::{Lettering, TextBox};
use crate::chart::paper::palette::Colour;
use crate::chart::paper::style::Style;

/// Why a backend could not draw.
pub(crate) type Failure<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;
/// Something drawn.
pub(crate) type Drawn<DB> = Result<(), Failure<DB>>;

/// A picture being drawn.
pub(crate) struct Canvas<'a, DB: DrawingBackend> {
    pub(super) layout: &'a Layout<'a>,
    pub(super) style: &'a Style,
    /// The whole of it, in parts of a pixel.
    pub(super) page: DrawingArea<DB, Shift>,
    /// The plot, in years and values.
    pub(super) plot: DrawingArea<DB, Cartesian2d<&'a Years, &'a Scale>>,
    /// How many parts a pixel has.
    parts: f64,
    /// What our own sheet is told beside what is drawn.
    aside: Option<&'a Aside>,
    /// What has been written.
    texts: RefCell<Vec<TextBox>>,
}

impl<'a, DB: DrawingBackend> Canvas<'a, DB> {
    /// A canvas that fills a backend; our own is told more `aside`.
    pub(crate) fn new(layout: &'a Layout<'a>, backend: DB, aside: Option<&'a Aside>) -> Self {
        let page = backend.into_drawing_area();
        let parts = f64::from(page.dim_in_pixel().0) / layout.style.width;
        let plot = page.apply_coord_spec(layout.coordinates(parts));
        Self { layout, style: layout.style, page, plot, parts, aside, texts: RefCell::default() }
    }

    /// Begins a group: a kind of things, or one of them by its name.
    pub(super) fn group(&self, kind: &str, name: &str) {
        self.aside.iter().for_each(|aside| aside.group.set(Some(slug(&[kind, name]))));
    }

    /// A length in parts of a pixel.
    pub(super) fn parts(&self, pixels: f64) -> i32 {
        in_parts(pixels, self.parts)
    }

    /// The same before it is rounded.
    pub(super) fn exact(&self, pixels: f64) -> f64 {
        pixels * self.parts
    }

    /// A place in parts of a pixel.
    pub(super) fn at(&self, (x, y): (f64, f64)) -> BackendCoord {
        (self.parts(x), self.parts(y))
    }

    /// The nearest edges of pixels: what begins and ends there is sharp, and no bar is misread by half of one.
    pub(super) fn sharp(&self) -> impl Fn(BackendCoord) -> BackendCoord + use<DB> {
        let parts = in_parts(1.0, self.parts).max(1);
        let edge = move |place: i32| (place + parts / 2).div_euclid(parts) * parts;
        move |(x, y)| (edge(x), edge(y))
    }

    /// A line through places in pixels.
    pub(super) fn trace<const N: usize>(&self, places: [(f64, f64); N], colour: Colour, width: f64) -> Drawn<DB> {
        self.page.draw(&Line::new(places.map(|place| self.at(place)), colour, self.parts(width)))
    }

    /// A line through places of the plot.
    pub(super) fn line<P: AsRef<[(f64, f64)]>>(
        &self,
        places: P,
        colour: Colour,
        width: f64,
        dash: Option<(f64, f64)>,
    ) -> Drawn<DB> {
        let dash = dash.map(|dash| self.at(dash));
        self.plot.draw(&Line::new(places, colour, self.parts(width)).dashed(dash, self.aside))
    }

    /// An area of the page in one colour.
    pub(super) fn fill(&self, area: &Area, colour: Colour) -> Drawn<DB> {
        let corners = [self.at((area.left, area.top)), self.at((area.right, area.bottom))];
        self.page.draw(&Rectangle::new(corners, RGBColor::from(colour).filled()))
    }

    /// A line of text. Our own sheet takes the height that it stands on, any other backend its upper edge.
    pub(super) fn write(&self, text: Lettering) -> Drawn<DB> {
        let (x, y) = text.at;
        let y = if self.aside.is_some() { y } else { y - BELOW_TOP * text.kind.size };
        self.page.draw(&Letters::new(&text, self.at((x, y)), self.parts))?;
        self.texts.borrow_mut().push(TextBox { area: text.area(), text: text.line.text });
        Ok(())
    }

    /// Shows what was drawn, and returns what was written.
    pub(crate) fn finish(self) -> Result<Vec<TextBox>, Failure<DB>> {
        self.page.present()?;
        Ok(self.texts.into_inner())
    }
}

/// The words of these texts in small letters, with hyphens between them: an id of XML, as all begin with a letter.
fn slug(texts: &[&str]) -> String {
    let words = texts.iter().flat_map(|text| text.split(|letter| !is_of_name(letter)));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Whether a name of XML may have this letter or digit: `ª` and `ⓐ` are letters, and in none.
fn is_of_name(letter: char) -> bool {
    let is_in_names = matches!(letter, '\u{C0}'..='\u{218F}' | '\u{2C00}'..);
    letter.is_ascii_alphanumeric() || letter.is_alphabetic() && is_in_names
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn groups_are_called_as_what_they_hold() {
        assert_eq!(slug(&["series", "Līdz 5 % no IKP"]), "series-līdz-5-no-ikp");
        assert_eq!(slug(&["labels", ""]), "labels");
        assert_eq!(slug(&["row", "5½ m² ⓐ 1ª ЯÅ"]), "row-5-m-1-яå");
    }
}
