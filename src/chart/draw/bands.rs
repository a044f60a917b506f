//! The bands of a figure: the range between two lines, shaded, and how far it is at its end.

use plotters::element::Polygon;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn};
use crate::chart::figure::Band;
use crate::chart::paper::filling::Filling;

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Shaded ranges, the first on top, within their edges where these are drawn.
    pub(super) fn bands(&self) -> Drawn<DB> {
        self.layout.figure.bands.iter().rev().try_for_each(|band| {
            self.group("band", &band.label);
            let [upper, lower] = band.levels();
            let corners: Vec<(f64, f64)> = upper.into_iter().chain(lower.into_iter().rev()).collect();
            let Filling { edge, within, .. } = self.style.shading(band.hue);
            self.plot.draw(&Polygon::new(corners, RGBColor::from(within).filled()))?;
            let mut levels = band.levels().into_iter().filter(|_| band.edged);
            levels.try_for_each(|level| self.line(level, edge, self.style.edge(), None))
        })
    }

    /// Beside the last edge of a band whose label stands there: from where to where it reaches.
    pub(super) fn brackets(&self) -> Drawn<DB> {
        let end = self.layout.figure.across.ends().1;
        let labelled = |band: &&Band| !band.label.is_empty() && band.edges.last().is_some_and(|last| last.at >= end);
        self.layout.figure.bands.iter().filter(labelled).try_for_each(|band| self.bracket(band))
    }

    fn bracket(&self, band: &Band) -> Drawn<DB> {
        let Some(edge) = band.edges.last() else { return Ok(()) };
        let ((x, high), (_, low)) = (self.layout.place(edge.at, edge.high), self.layout.place(edge.at, edge.low));
        let (near, far) = (x + self.style.mark * 1.6, x + self.style.bracket());
        let places = [(near, high), (far, high), (far, low), (near, low)];
        self.trace(places, self.style.paint(band.hue).line, self.style.hair * 1.5)
    }
}
