//! The labels beside the right edge: of the lines and bands that end there.

use crate::chart::figure::{Band, Figure, Hue, Role, Series, Shape};
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;

/// A label beside the right edge, and what it names there.
#[derive(Debug)]
pub(crate) struct End {
    /// The number of the series, if it names one.
    pub(crate) series: Option<usize>,
    pub(crate) at: f64,
    pub(crate) value: f64,
    pub(crate) hue: Hue,
    pub(crate) label: Paragraph,
}

/// How far from the right edge its labels stand: behind a bracket, if there is one, with room for leaders from it.
pub(super) fn aside(style: &Style, ends: &[End]) -> f64 {
    let bracketed = ends.iter().any(|end| end.series.is_none());
    style.space * 2.0 + if bracketed { style.bracket() } else { 0.0 }
}

/// Whether a series bears its name where it ends: of paths that all end at one place that would name none.
fn has_end(series: &Series) -> bool {
    series.shape == Shape::Line && series.role != Role::Path
}

/// The labels of what ends at the right edge, in lines of at most `room` pixels: series by their last point, bands by the
/// middle of their last edge.
pub(super) fn ends(figure: &Figure, style: &Style, room: f64) -> Vec<End> {
    let edge = figure.across.ends().1;
    let label = |text: &str| Paragraph::new(text, style.label, room);
    // a measure is no name: it is set lighter than those
    let measure = |text: &str| Paragraph::new(text, style.figure, room);
    let of_series = |(number, series): (usize, &Series)| {
        let last = series.points.last().filter(|point| point.at >= edge && has_end(series))?;
        let named = (!series.label.is_empty()).then(|| label(&series.label))?;
        Some(End { series: Some(number), at: last.at, value: last.value, hue: series.hue, label: named })
    };
    let of_band = |band: &Band| {
        let last = band.edges.last().filter(|last| last.at >= edge && !band.label.is_empty())?;
        let value = (last.low + last.high) / 2.0;
        Some(End { series: None, at: last.at, value, hue: band.hue, label: measure(&band.label) })
    };
    let series = figure.series.iter().enumerate().filter_map(of_series);
    series.chain(figure.bands.iter().filter_map(of_band)).collect()
}
