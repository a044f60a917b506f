//! The staircases of a figure: each point holds from its place to that of the next one, the last to the right edge.

use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn};
use crate::chart::figure::{Series, Shape};

impl<DB: DrawingBackend> Canvas<'_, DB> {
    pub(super) fn steps(&self) -> Drawn<DB> {
        let staircases = self.layout.figure.series.iter().filter(|series| series.shape == Shape::Steps).rev();
        staircases.into_iter().try_for_each(|series| self.staircase(series))
    }

    /// Treads as heavy as their points say, joined by thin risers.
    fn staircase(&self, series: &Series) -> Drawn<DB> {
        self.series(series);
        let (layout, colour) = (self.layout, self.style.paint(series.hue).line);
        for riser in series.risers() {
            self.line(riser, colour, self.style.hair * 1.5, None)?;
        }
        for point in &series.points {
            let tread = [(point.at, point.value), (layout.tread_end(series, point), point.value)];
            self.line(tread, colour, layout.tread_width(point), None)?;
        }
        Ok(())
    }
}
