//! (12) Pictures: a table becomes a [`Figure`], and one canvas draws any figure on a sheet, which is written as SVG and painted as PNG,
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
mod look_laws; // what holds of bars, hatches and years without a figure
#[cfg(test)]
mod backend_laws; // what holds of figures on other backends

pub use draw::draw_on;
pub use figure::Figure;
pub use paper::geometry::Area;
pub use paper::lettering::TextBox;
pub use paper::options::{Font, Options, PRESETS, Preset, Record, Theme};
pub use pictures::Chart;
pub use text::typeface::lacking;
pub use words::Lang;

use crate::error::{self, Noun, Result};
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

/// Draws a figure.
#[must_use]
pub fn draw(figure: &Figure, options: &Options) -> Drawing {
    drawing(Picture::of(figure, options), figure, options)
}

fn drawing(picture: Picture, figure: &Figure, options: &Options) -> Drawing {
    let Picture { sheet, texts, left_out } = picture;
    Drawing { svg: svg::document::write(&sheet, figure, options), texts, left_out }
}

/// Draws a figure as SVG.
#[must_use]
pub fn svg(figure: &Figure, options: &Options) -> String {
    draw(figure, options).svg
}

/// Draws a figure as SVG and as PNG, laid out once for both.
///
/// # Errors
/// As [`png()`].
pub fn both(figure: &Figure, options: &Options) -> Result<(Drawing, Vec<u8>)> {
    let picture = Picture::of(figure, options);
    let png = png::of_sheet(&picture.sheet, figure, options)?;
    Ok((drawing(picture, figure, options), png))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;
    use crate::question::{Query, picture};
    use crate::table::Table;

    const SIZES: [(u32, u32); 5] = [(1600, 900), (1080, 1080), (800, 450), (400, 300), (8000, 4500)];

    fn tables() -> Vec<Table> {
        let tables = [
            sample::latvia_share(),
            sample::latvia_amounts(),
            sample::invented_share(1),
            sample::invented_share(3),
            sample::invented_share(40),
            sample::invented_amounts(1),
            sample::invented_amounts(3),
            sample::invented_amounts(40),
            sample::invented_scenarios(),
            sample::invented_range(2),
            sample::invented_range(7),
            sample::invented_progress(2),
            sample::invented_progress(12),
            sample::invented_support(1, 1),
            sample::invented_support(5, 3),
            sample::invented_support(20, 4),
            sample::invented_accounts(),
            sample::rows::invented_scoreboard(1),
            sample::rows::invented_scoreboard(8),
            sample::rows::invented_scoreboard(60),
            sample::rows::invented_gap(1, 1),
            sample::rows::invented_gap(4, 1),
            sample::rows::invented_gap(12, 1),
            sample::rows::invented_gap(5, 2),
            sample::rows::invented_gap(40, 1),
            sample::dated::invented_revisions(1),
            sample::dated::invented_revisions(5),
            sample::dated::invented_revisions(30),
            sample::dated::invented_vintages(1),
            sample::dated::invented_vintages(20),
        ];
        tables.into_iter().map(Result::unwrap).collect()
    }

    /// The tables of the shipped book.
    pub(super) fn shipped() -> Vec<Table> {
        let book = Book::embedded().unwrap();
        let query = Query::new(&book, book.latest_date().unwrap());
        CHARTS.iter().map(|chart| (picture(chart.name).unwrap().build)(&query).unwrap()).collect()
    }

    /// The scoreboard of all its commitments, also of those that were superseded.
    pub(super) fn every_pledge() -> Table {
        let book = Book::embedded().unwrap();
        let commitments = book.commitments.iter().map(|commitment| commitment.id.clone()).collect();
        let query = Query { commitments, all: true, ..Query::new(&book, book.latest_date().unwrap()) };
        (picture("scoreboard").unwrap().build)(&query).unwrap()
    }

    /// Its ids that are no words of its titles.
    pub(super) fn ids() -> Vec<String> {
        let book = Book::embedded().unwrap();
        let commitments = book.commitments.into_iter().map(|commitment| (commitment.id, commitment.title));
        let definitions = book.definitions.into_iter().map(|definition| (definition.id, definition.title));
        let scenarios = book.scenarios.into_iter().map(|scenario| (scenario.id, scenario.title));
        let named: Vec<_> = commitments.chain(definitions).chain(scenarios).collect();
        let is_word = |id: &str| !id.contains(['-', '/']) || named.iter().any(|(_, title)| title.contains(id));
        named.iter().map(|(id, _)| id.clone()).filter(|id| !is_word(id)).collect()
    }

    /// The tables of the shipped book, and those of the samples.
    pub(super) fn all_tables() -> Vec<Table> {
        shipped().into_iter().chain(tables()).collect()
    }

    pub(super) fn built(table: &Table, lang: Lang) -> Figure {
        let chart = CHARTS.iter().find(|chart| chart.name == table.name).unwrap();
        (chart.build)(table, lang).unwrap()
    }

    pub(super) fn figures() -> Vec<Figure> {
        let mut figures: Vec<Figure> = tables().iter().map(|table| built(table, Lang::En)).collect();
        let long = |figure: &Figure, title: &str| Figure { title: title.to_owned(), ..figure.clone() };
        figures.push(long(&figures[0], "Sixty letters are what a headline of a newspaper often needs"));
        figures.push(long(&figures[1], &"A headline that never comes to its end ".repeat(12)));
        figures
    }

    fn drawings() -> impl Iterator<Item = (u32, u32, Drawing)> {
        figures().into_iter().flat_map(|figure| {
            SIZES
                .map(|(width, height)| (width, height, draw(&figure, &Options { width, height, ..Options::default() })))
        })
    }

    #[test]
    fn no_text_leaves_the_picture() {
        for (width, height, drawing) in drawings() {
            let picture = Area { left: 0.0, top: 0.0, right: f64::from(width), bottom: f64::from(height) };
            for text in &drawing.texts {
                assert!(text.area.within(&picture), "{width}x{height}: {text:?}");
            }
        }
    }

    #[test]
    fn no_two_texts_meet() {
        for (width, height, drawing) in drawings() {
            for (number, text) in drawing.texts.iter().enumerate() {
                for other in &drawing.texts[..number] {
                    assert!(!text.area.meets(&other.area), "{width}x{height}: {text:?} meets {other:?}");
                }
            }
        }
    }

    #[test]
    fn every_letter_has_a_glyph() {
        for (_, _, drawing) in drawings() {
            assert!(drawing.texts.iter().all(|text| lacking(&text.text).is_empty()));
        }
    }

    #[test]
    fn a_picture_of_ordinary_size_leaves_nothing_out() {
        for figure in &figures()[..2] {
            assert!(draw(figure, &Options::default()).left_out.is_empty());
        }
    }

    #[test]
    fn the_same_figure_has_the_same_bytes() {
        for figure in figures() {
            assert_eq!(svg(&figure, &Options::default()), svg(&figure, &Options::default()));
        }
    }

    #[test]
    fn an_empty_table_has_nothing_to_draw() {
        for chart in CHARTS {
            let table = tables().into_iter().find(|table| table.name == chart.name).unwrap();
            let table = Table { rows: Vec::new(), ..table };
            let error = (chart.build)(&table, Lang::En).unwrap_err();
            assert_eq!(error.kind().name(), "nothing-to-draw");
        }
    }
}
