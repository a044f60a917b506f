//! The room that the shapes of a figure take, in pixels.

use super::mark_forms::Form;
use super::parts::Layout;
use crate::chart::figure::{Point, Series, Shape, lying_on};
use crate::chart::paper::geometry::{Area, Segment};

impl<'a> Layout<'a> {
    /// Every bar with its series.
    pub(crate) fn each_bar(&self) -> impl Iterator<Item = (&'a Series, &'a Point)> + use<'a> {
        let series = self.figure.series.iter().filter(|series| series.shape == Shape::Bars);
        series.flat_map(|series| series.points.iter().map(move |point| (series, point)))
    }

    /// Every mark with its series.
    pub(crate) fn each_mark(&self) -> impl Iterator<Item = (&'a Series, &'a Point)> + use<'a> {
        self.figure.series.iter().flat_map(|series| series.marks().map(move |point| (series, point)))
    }

    /// The room of a bar.
    pub(crate) fn bar(&self, point: &Point) -> Area {
        let half = self.bar / 2.0;
        let (left, top) = self.place(point.at - half, point.value.max(point.from));
        let (right, bottom) = self.place(point.at + half, point.value.min(point.from));
        Area { left, top, right, bottom }
    }

    /// The room of a mark, or of the beginning of a step.
    pub(crate) fn mark(&self, series: &Series, point: &Point) -> Area {
        let (x, y) = self.place(point.at, point.value);
        let (across, down) = match series.shape {
            Shape::Steps => (self.beginning(point), self.beginning(point)),
            Shape::Line | Shape::Bars | Shape::Marks => {
                let (across, down) = Form::of(series).reach();
                (across * self.style.mark, down * self.style.mark)
            }
        };
        Area { left: x - across, top: y - down, right: x + across, bottom: y + down }
    }

    /// The width of a line with so many others on it; more than three are told by their labels.
    pub(crate) fn line_width(&self, hidden: u8) -> f64 {
        self.style.line * (1.0 + 1.4 * f64::from(hidden.min(3)))
    }

    /// Every piece of a line with its width.
    pub(crate) fn pieces(&self) -> Vec<(&'a [Point], f64)> {
        let mut pieces = Vec::new();
        for (number, series) in self.figure.series.iter().enumerate() {
            if series.shape == Shape::Line {
                let above = self.figure.series.get(..number).unwrap_or_default();
                pieces.extend(series.pieces().map(|piece| (piece, self.line_width(lying_on(above, piece)))));
            }
        }
        pieces
    }

    /// Where the tread of a point ends, on the axis: at the next point, the last one at the right edge.
    pub(crate) fn tread_end(&self, series: &Series, point: &Point) -> f64 {
        // steps go on from left to right
        let next = series.points.get(series.points.partition_point(|other| other.at <= point.at));
        next.map_or(self.figure.across.ends().1.max(point.at), |next| next.at)
    }

    /// The room of a tread.
    pub(crate) fn tread(&self, series: &Series, point: &Point) -> Area {
        let (from, to) = (self.place(point.at, point.value), self.place(self.tread_end(series, point), point.value));
        let half = self.tread_width(point) * 0.5;
        Area { left: from.0, top: from.1 - half, right: to.0, bottom: to.1 + half }
    }

    /// How wide the line of a tread is.
    pub(crate) fn tread_width(&self, point: &Point) -> f64 {
        self.style.line * point.weight
    }

    /// How far the beginning of a step reaches from its place.
    pub(crate) fn beginning(&self, point: &Point) -> f64 {
        self.tread_width(point) * 0.5 + self.style.mark * 0.4
    }

    /// Every tread and riser with its width.
    pub(crate) fn flights(&self) -> Vec<(Segment, f64)> {
        let mut flights = Vec::new();
        for series in self.figure.series.iter().filter(|series| series.shape == Shape::Steps) {
            for point in &series.points {
                let end = self.tread_end(series, point);
                let tread = [self.place(point.at, point.value), self.place(end, point.value)];
                flights.push((tread, self.tread_width(point)));
            }
            let risers = series.risers().map(|riser| riser.map(|(at, value)| self.place(at, value)));
            flights.extend(risers.map(|riser| (riser, self.style.hair)));
        }
        flights
    }
}
