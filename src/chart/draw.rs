//! Draws any figure, on any backend of plotters: ground and grid, then the series, then the words, so that nothing hides a text.

pub(crate) mod backend; // plotters' backend over our sheet
mod letters; // lines of text
mod line; // lines
pub(crate) mod canvas; // what is drawn on
mod ground; // paper, ground and base line
mod grid; // thin lines, which make way for texts
mod bands; // shaded ranges
mod bars; // bars
mod lines; // lines of series
mod steps; // staircases
mod marks; // marks
mod rows; // rows of a scoreboard
mod ranking; // rows of a ranking
mod panels; // small pictures beside each other
mod tiles; // cases in rows and columns
mod chronicle; // statements in their order

use plotters::style::register_font;
use plotters_backend::{DrawingBackend, FontStyle};

use super::figure::Figure;
use super::label::{Piece, labels};
use super::layout::Layout;
use super::paper::lettering::TextBox;
use super::paper::options::Options;
use super::paper::sheet::Sheet;
use super::paper::style::Style;
use super::text::typeface::{FAMILY, REGULAR, SEMI_BOLD};
use crate::error::{Error, Kind, Result};
use backend::{Aside, SheetBackend};
use canvas::{Canvas, Failure};

/// A figure on its sheet, with what is written there and the labels that found no room.
pub(crate) struct Picture {
    pub(crate) sheet: Sheet,
    pub(crate) texts: Vec<TextBox>,
    pub(crate) left_out: Vec<String>,
}

impl Picture {
    pub(crate) fn of(figure: &Figure, options: &Options) -> Self {
        let style = Style::new(options);
        let layout = Layout::new(figure, &style);
        let (mut sheet, aside) = (Sheet::new(options.width, options.height), Aside::default());
        let canvas = Canvas::new(&layout, SheetBackend { sheet: &mut sheet, aside: &aside }, Some(&aside));
        // a sheet in memory takes every shape
        let (left_out, texts) = canvas.draw().and_then(|left_out| Ok((left_out, canvas.finish()?))).unwrap_or_default();
        Self { sheet, texts, left_out }
    }
}

/// Draws a figure on any backend of plotters, which it fills: of a width and a height in pixels as `look` has them, or of both so
/// many times larger. Where texts stand is measured with the embedded typeface, under whose name the backend gets them. The labels
/// that found no room are returned.
///
/// # Errors
/// The backend fails.
///
/// ```
/// use pledgebook::chart::{Figure, Options, draw_on};
///
/// let (figure, look, mut svg) = (Figure::default(), Options::default(), String::new());
/// draw_on(&figure, &look, plotters_svg::SVGBackend::with_string(&mut svg, (look.width, look.height)))?;
/// assert!(svg.starts_with("<svg"));
/// # Ok::<(), pledgebook::Error>(())
/// ```
pub fn draw_on<DB: DrawingBackend>(figure: &Figure, options: &Options, backend: DB) -> Result<Vec<String>> {
    let fonts = [(FontStyle::Normal, REGULAR), (FontStyle::Bold, SEMI_BOLD)];
    for (style, bytes) in fonts {
        register_font(FAMILY, style, bytes).map_err(|_| failed("the embedded typeface cannot be read"))?;
    }
    let style = Style::new(options);
    let layout = Layout::new(figure, &style);
    let canvas = Canvas::new(&layout, backend, None);
    let drawn = canvas.draw().and_then(|left_out| canvas.finish().map(|_| left_out));
    drawn.map_err(|error| failed(&error.to_string()))
}

fn failed(reason: &str) -> Error {
    Error::new(Kind::PictureFailed { reason: reason.to_owned() })
}

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Draws everything; the labels that found no room are returned.
    pub(crate) fn draw(&self) -> std::result::Result<Vec<String>, Failure<DB>> {
        self.paper()?;
        if !self.layout.figure.bullets.is_empty() {
            return self.board();
        }
        if let Some(ranking) = &self.layout.figure.ranking {
            return self.ranks(ranking);
        }
        if !self.layout.figure.panels.is_empty() {
            return self.panels().map(|()| Vec::new());
        }
        if let Some(tiles) = &self.layout.figure.tiles {
            return self.tiles(tiles).map(|()| Vec::new());
        }
        if let Some(chronicle) = &self.layout.figure.chronicle {
            return self.chronicle(chronicle);
        }
        let bars = self.layout.bars();
        let texts = self.layout.texts(&bars);
        let labels = labels(self.layout, &bars, &texts);
        self.bands()?;
        self.grid(texts.iter().chain(labels.texts()))?;
        self.bars(&bars)?;
        self.base_line()?;
        self.lines()?;
        self.steps()?;
        self.marks()?;
        self.dots()?;
        self.brackets()?;
        self.group("words", "");
        self.write_all(texts)?;
        self.group("labels", "");
        for piece in labels.pieces {
            match piece {
                Piece::Text(text) => self.write(text)?,
                Piece::Leader(ends, colour) => self.trace(ends, colour, self.style.hair)?,
            }
        }
        Ok(labels.left_out)
    }
}
