//! The stairs of a figure: each point holds from its place to that of the next one, the last to the right edge.

use plotters::element::PathElement;

use super::area::Segment;
use super::canvas::{Canvas, drawn};
use super::figure::{Point, Series, Shape};
use super::lines::stroke;

impl Canvas<'_> {
    /// Treads as heavy as their points say, joined by thin risers.
    pub(crate) fn stairs(&self) {
        for series in self.figure.series.iter().filter(|series| series.shape == Shape::Steps).rev() {
            let colour = self.paint(series.hue).line;
            for pair in series.points.windows(2) {
                let riser = [(pair[1].at, pair[0].value), (pair[1].at, pair[1].value)];
                drawn(&self.area.draw(&PathElement::new(riser, stroke(colour, self.style.hair * 1.5))));
            }
            for point in &series.points {
                let tread = [(point.at, point.value), (self.tread_end(series, point), point.value)];
                drawn(&self.area.draw(&PathElement::new(tread, stroke(colour, self.heavy(point)))));
            }
        }
    }

    /// Where the tread of a point ends.
    pub(crate) fn tread_end(&self, series: &Series, point: &Point) -> f64 {
        let next = series.points.iter().map(|other| other.at).find(|at| *at > point.at);
        next.unwrap_or(self.figure.across.ends().1.max(point.at))
    }

    /// How far the beginning of a step reaches from its place.
    pub(crate) fn beginning(&self, point: &Point) -> f64 {
        self.heavy(point) * 0.5 + self.style.mark * 0.4
    }

    /// How wide the line of a point is, in pixels.
    pub(crate) fn heavy(&self, point: &Point) -> f64 {
        self.style.line * point.weight
    }

    /// Every tread and riser with its width, in pixels.
    pub(crate) fn flights(&self) -> Vec<(Segment, f64)> {
        let mut flights = Vec::new();
        for series in self.figure.series.iter().filter(|series| series.shape == Shape::Steps) {
            for point in &series.points {
                let end = self.tread_end(series, point);
                flights.push(([self.place(point.at, point.value), self.place(end, point.value)], self.heavy(point)));
            }
            let riser = |pair: &[Point]| [(pair[1].at, pair[0].value), (pair[1].at, pair[1].value)];
            let risers = series.points.windows(2).map(riser);
            flights.extend(risers.map(|riser| (riser.map(|(at, value)| self.place(at, value)), self.style.hair)));
        }
        flights
    }
}
