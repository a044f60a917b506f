//! The stairs of a figure: each point holds from its place to that of the next one, the last to the right edge.

use plotters::element::PathElement;

use super::canvas::{Canvas, drawn};
use super::lines::stroke;
use crate::chart::figure::{Point, Series, Shape};
use crate::chart::label::room::{LEFT, RIGHT, Seat};
use crate::chart::paper::geometry::{Area, Segment};

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

    /// The room of a tread, in pixels.
    pub(crate) fn tread(&self, series: &Series, point: &Point) -> Area {
        let (from, to) = (self.place(point.at, point.value), self.place(self.tread_end(series, point), point.value));
        let half = self.heavy(point) * 0.5;
        Area { left: from.0, top: from.1 - half, right: to.0, bottom: to.1 + half }
    }

    /// The middle of a tread, from where a leader shows whose it is.
    pub(crate) fn tread_middle(&self, series: &Series, point: &Point) -> Area {
        let (tread, reach) = (self.tread(series, point), self.beginning(point));
        let (x, y) = tread.middle();
        Area { left: x, top: y, right: x, bottom: y }.grown(reach)
    }

    /// Where the label of a step may stand: above or below its tread from where that begins, before it, or to where it ends;
    /// that of the last step behind it as well.
    pub(crate) fn seats_of_step(&self, series: &Series, point: &Point) -> Vec<Seat> {
        let (tread, reach) = (self.tread(series, point), self.beginning(point));
        let y = tread.middle().1;
        let at = |x: f64| Area { left: x, top: y, right: x, bottom: y }.grown(reach);
        let (begins, ends) = (at(tread.left), at(tread.right));
        let last = series.points.last().is_some_and(|last| last == point);
        let along = [(begins, (1.0, -1.35)), (begins, (1.0, 1.35)), (begins, LEFT)];
        let behind = [(ends, (-1.0, -1.35)), (ends, (-1.0, 1.35)), (ends, RIGHT)];
        along.into_iter().chain(behind.into_iter().take(if last { 3 } else { 2 })).collect()
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
