//! (13) Pictures: a table becomes a [`Figure`], and one canvas draws any figure on a sheet, which is written as SVG and painted as PNG,
//! or on any other backend of plotters ([`draw_on`]).
//!
//! Its rooms, in the order in which they use each other: what pictures say; figures, which know no pixels; text and its typeface;
//! what is on the paper; where the parts stand, measured before anything is drawn; where labels find room; drawing; the sheet as
//! bytes. The pictures themselves use words and figures alone.
//!
//! The only place with floats: here they are places on paper, never amounts. Every figure that is printed was rounded and
//! written out before it came here. Text is measured and drawn with the embedded typeface, so that a picture has the same
//! bytes on every machine.
//!
//! ```
//! use pledgebook::Session;
//! use pledgebook::chart::{Lang, Options, svg};
//!
//! let figure = Session::embedded()?.chart("amounts", Lang::En)?;
//! let square = Options { width: 1080, height: 1080, ..Options::default() };
//! assert!(svg(&figure, &square).contains("width=\"1080\""));
//! # Ok::<(), pledgebook::Errors>(())
//! ```

#![allow(clippy::float_arithmetic, reason = "points on paper are no amounts")]
#![allow(clippy::float_cmp, reason = "equal places are equal bits")]

pub(crate) mod words; // what pictures say, in each language, and what pages say as they do
pub mod figure; // a picture as typed data
mod text; // text and the embedded typeface
mod paper; // what is on the paper
mod layout; // where the parts stand
mod label; // where texts go without meeting
mod draw; // any figure onto a sheet
mod svg; // the sheet, written as SVG
mod png; // the sheet, painted as PNG
mod pictures; // a table as a figure, one file each
#[cfg(test)]
mod sample; // tables to try them on
#[cfg(test)]
mod laws; // what holds of lines, bars and grounds
#[cfg(test)]
mod size_laws; // what holds of every picture at every size
#[cfg(test)]
mod look_laws; // what holds of bars, hatches and years without a figure
#[cfg(test)]
mod backend_laws; // what holds of figures on other backends

pub use draw::draw_on;
pub use figure::Figure;
pub use paper::geometry::Area;
pub use paper::lettering::TextBox;
pub use paper::options::{A4_COLUMN, Font, Options, PRESETS, Preset, Record, Theme};
#[cfg(all(test, feature = "serve"))]
pub(crate) use paper::palette::{DARK, LIGHT};
pub use pictures::{Chart, Countries};
pub use svg::document::inside_page;
pub(crate) use svg::document::typeface_of_page;
pub use text::typeface::lacking;
#[cfg(feature = "serve")]
pub(crate) use text::typeface::{REGULAR, SEMI_BOLD};
pub use words::Lang;

use crate::error::{self, Error, Kind, Noun, Result};
use draw::Picture;

/// Every picture there is.
pub const CHARTS: &[Chart] = &[
    pictures::share::ENTRY,
    pictures::amounts::ENTRY,
    pictures::scenarios::ENTRY,
    pictures::revisions::ENTRY,
    pictures::gdp_vintages::ENTRY,
    pictures::progress::ENTRY,
    pictures::accounts::ENTRY,
    pictures::scoreboard::ENTRY,
    pictures::gap::ENTRY,
    pictures::league::ENTRY,
    pictures::grid::ENTRY,
    pictures::path::ENTRY,
    pictures::why::ENTRY,
    pictures::sensitivity::ENTRY,
    pictures::timeline::ENTRY,
    pictures::fan::ENTRY,
];

impl Chart {
    /// The picture of this name.
    ///
    /// ```
    /// use pledgebook::chart::Chart;
    /// assert_eq!(Chart::named("shares").unwrap_err().way_out(), Some("did you mean `share`?"));
    /// ```
    /// # Errors
    /// There is none; the way out names the nearest, or all.
    pub fn named(name: &str) -> Result<&'static Self> {
        let names = CHARTS.iter().map(|chart| chart.name);
        let listed = "`pledgebook chart list` names them";
        CHARTS
            .iter()
            .find(|chart| chart.name == name)
            .ok_or_else(|| error::unknown_name(Noun::Picture, name, names, listed))
    }
}

/// A picture as SVG, with what was written on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The picture.
    pub svg: String,
    /// Every text in it, and the room it takes.
    pub texts: Vec<TextBox>,
    /// The labels that found no room.
    pub left_out: Vec<String>,
}

/// A picture as PNG, with what was written on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Painting {
    /// The picture.
    pub png: Vec<u8>,
    /// Every text in it, and the room it takes.
    pub texts: Vec<TextBox>,
}

/// A picture in every form, with what was written on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Forms {
    /// As SVG.
    pub svg: String,
    /// As SVG for a page that has the typeface and says where it comes from.
    pub inside: String,
    /// As PNG.
    pub png: Vec<u8>,
    /// Every text in it, and the room it takes.
    pub texts: Vec<TextBox>,
}

/// Draws a figure.
#[must_use]
pub fn draw(figure: &Figure, options: &Options) -> Drawing {
    let Picture { sheet, texts, left_out } = Picture::of(figure, options);
    Drawing { svg: svg::document::write(&sheet, figure, options), texts, left_out }
}

/// Draws a figure as SVG.
#[must_use]
pub fn svg(figure: &Figure, options: &Options) -> String {
    draw(figure, options).svg
}

/// Draws a figure in every form, laid out once for all.
///
/// # Errors
/// As [`png()`].
pub fn forms(figure: &Figure, options: &Options) -> Result<Forms> {
    let Picture { sheet, texts, .. } = Picture::of(figure, options);
    let svg = |options| svg::document::write(&sheet, figure, options);
    let inside = Options { font: Font::Link, record: None, ..options.clone() };
    Ok(Forms { svg: svg(options), inside: svg(&inside), png: png::of_sheet(&sheet, figure, options)?, texts })
}

/// Draws a figure as PNG, each pixel of its size as `scale` times `scale`; with a title, a description, and where it comes from.
///
/// # Errors
/// The picture would have no or far too many pixels.
pub fn png(figure: &Figure, options: &Options) -> Result<Vec<u8>> {
    Ok(painting(figure, options)?.png)
}

/// As [`png()`], with what was written on it.
///
/// # Errors
/// The picture would have no or far too many pixels.
pub fn painting(figure: &Figure, options: &Options) -> Result<Painting> {
    let Picture { sheet, texts, .. } = Picture::of(figure, options);
    Ok(Painting { png: png::of_sheet(&sheet, figure, options)?, texts })
}

/// The format of a picture that was drawn here, `svg` or `png`, and what its file says of where it comes from; messages call the file
/// `name`.
///
/// ```
/// use pledgebook::chart::{Figure, Options, Record, recorded, svg};
///
/// let record = Record {
///     program: "pledgebook 1.0.0".to_owned(),
///     command: "pledgebook chart share".to_owned(),
///     ..Record::default()
/// };
/// let picture = svg(&Figure::default(), &Options { record: Some(record.clone()), ..Options::default() });
/// assert_eq!(recorded("share.svg", picture.as_bytes())?, ("svg", record));
/// # Ok::<(), pledgebook::Error>(())
/// ```
/// # Errors
/// It is neither SVG nor PNG, or does not say so.
pub fn recorded(name: &str, picture: &[u8]) -> Result<(&'static str, Record)> {
    let refused = |reason: &str| {
        let kind = Kind::NotAPicture { file: name.to_owned(), reason: reason.to_owned() };
        Error::new(kind).help(OURS)
    };
    let (format, record) = match str::from_utf8(picture) {
        _ if picture.starts_with(PNG) => ("png", png::record(picture)),
        Ok(text) if text.contains("<svg") => ("svg", svg::document::record(text)),
        Ok(_) | Err(_) => return Err(refused("it is neither SVG nor PNG")),
    };
    let is_ours = |record: &Record| {
        record.program.starts_with(concat!(env!("CARGO_PKG_NAME"), " ")) && !record.command.is_empty()
    };
    let ours = record.filter(is_ours);
    ours.map(|record| (format, record)).ok_or_else(|| refused("it does not say by which command it was drawn"))
}

/// What to do about a file that is no picture of ours.
pub(crate) const OURS: &str = "name an SVG or PNG that `pledgebook chart` or `pledgebook report` wrote";
/// The first bytes of every PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
