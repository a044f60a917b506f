//! Pictures: a table becomes a [`Figure`], and one canvas draws any figure as SVG, and that as PNG.
//!
//! The only place with floats: here they are places on paper, never amounts. Every figure that is printed was rounded and
//! written out before it came here. Text is measured and drawn with the embedded typeface, so that a picture has the same
//! bytes on every machine.

#![allow(clippy::float_arithmetic, reason = "points on paper are no amounts")]
#![allow(clippy::float_cmp, reason = "equal places are equal bits")]

pub mod figure; // a picture as typed data
mod font; // the embedded typeface: widths, letters it lacks
mod style; // colours, sizes and distances
mod label; // where texts go without meeting
mod svg; // the sheet, written as SVG
mod pen; // plotters' backend over the sheet
mod paragraph; // text in lines
mod axis; // round ticks
mod layout; // where the parts stand
mod canvas; // any figure onto a sheet
mod series; // its bars, lines and marks
mod plaque; // the words in its bars
mod annotate; // its labels
mod png; // SVG to pixels
mod reading; // what the charts read from a table
mod share; // the charts, one file each
mod amounts;
#[doc(hidden)]
pub mod sample; // tables to try them on

use std::cell::RefCell;

pub use figure::Figure;
pub use font::lacking;
pub use label::Area;
pub use png::png;
pub use svg::TextBox;

use crate::error::Result;
use crate::table::Table;

/// A kind of picture.
#[derive(Debug, Clone, Copy)]
pub struct Chart {
    /// Its name on the command line, in file names, and that of the table it reads.
    pub name: &'static str,
    /// What it shows.
    pub about: &'static str,
    /// Describes the picture of a table.
    pub build: fn(&Table) -> Result<Figure>,
}

/// Every picture there is.
pub const CHARTS: &[Chart] = &[share::ENTRY, amounts::ENTRY];

/// How bright the picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark on white.
    #[default]
    Light,
}

/// Size and theme of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Width in pixels, 400 to 8000.
    pub width: u32,
    /// Height in pixels, 300 to 8000.
    pub height: u32,
    /// How bright it is.
    pub theme: Theme,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 1600, height: 900, theme: Theme::Light }
    }
}

/// A picture with what was written on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The picture.
    pub svg: String,
    /// Every text in it, and the room it takes.
    pub texts: Vec<TextBox>,
    /// The labels that found no room.
    pub left_out: Vec<String>,
}

/// Draws a figure.
#[must_use]
pub fn draw(figure: &Figure, look: &Look) -> Drawing {
    let style = style::Style::new(look);
    let layout = layout::Layout::new(figure, &style);
    let sheet = RefCell::new(svg::Sheet::new(look.width, look.height));
    let left_out = canvas::Canvas::new(figure, &style, &layout, &sheet).draw();
    let sheet = sheet.into_inner();
    Drawing { svg: sheet.write(&figure.title, &figure.alt), texts: sheet.texts, left_out }
}

/// Draws a figure as SVG.
#[must_use]
pub fn svg(figure: &Figure, look: &Look) -> String {
    draw(figure, look).svg
}
