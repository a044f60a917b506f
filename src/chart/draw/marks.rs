//! The marks of a figure: each role has a form of its own, so that they differ without colour.

use plotters::element::{Circle, EmptyElement, Polygon};
use plotters::style::{Color, RGBColor};

use super::canvas::{Canvas, drawn};
use super::lines::runs;
use crate::chart::figure::{Hue, Point, Role, Series, Shape};
use crate::chart::paper::geometry::Area;
use crate::chart::paper::palette::Colour;
use crate::chart::paper::sheet::steps;

/// The outline of a mark, in halves of its size.
enum Form {
    Round,
    Corners(&'static [(f64, f64)]),
}

const DIAMOND: &[(f64, f64)] = &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)];
const SQUARE: &[(f64, f64)] = &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
const TRIANGLE: &[(f64, f64)] = &[(0.0, -1.25), (1.15, 0.85), (-1.15, 0.85)];
const FLAT: &[(f64, f64)] = &[(-2.2, -0.35), (2.2, -0.35), (2.2, 0.35), (-2.2, 0.35)];

impl Form {
    /// Pledges and goals have their own; scenarios take turns, so that none has both colour and form of another.
    fn of(series: &Series) -> Self {
        match (series.role, series.hue) {
            (Role::Pledge, _) => Self::Corners(DIAMOND),
            (Role::Goal, _) => Self::Corners(FLAT),
            (Role::Scenario, Hue::Number(number)) => match (number + number / 6) % 4 {
                1 => Self::Corners(SQUARE),
                2 => Self::Corners(DIAMOND),
                3 => Self::Corners(TRIANGLE),
                _ => Self::Round,
            },
            (
                Role::Scenario
                | Role::Outturn
                | Role::Estimate
                | Role::Forecast
                | Role::Plan
                | Role::Shortfall
                | Role::Headroom,
                _,
            ) => Self::Round,
        }
    }

    /// How far it reaches aside and up or down.
    fn reach(&self) -> (f64, f64) {
        match self {
            Self::Round => (1.0, 1.0),
            Self::Corners(corners) => corners
                .iter()
                .fold((0.0_f64, 0.0_f64), |(across, down), (x, y)| (across.max(x.abs()), down.max(y.abs()))),
        }
    }
}

/// The points of a series that are drawn as marks: those on no line.
pub(crate) fn marked(series: &Series) -> impl Iterator<Item = &Point> {
    let alone = |run: &[Point]| match series.shape {
        Shape::Marks => true,
        Shape::Line => run.len() == 1,
        Shape::Bars | Shape::Steps => false,
    };
    runs(series).filter(move |run| alone(run)).flatten()
}

impl Canvas<'_> {
    /// Every mark with its series.
    pub(crate) fn each_mark(&self) -> impl Iterator<Item = (&Series, &Point)> {
        self.figure.series.iter().flat_map(|series| marked(series).map(move |point| (series, point)))
    }

    /// Dots on lines where a figure stands beside them, each with a rim of paper where it lies on a mark.
    pub(crate) fn dots(&self) {
        let marks: Vec<Area> = self.each_mark().map(|(series, point)| self.mark_area(series, point)).collect();
        let lines = self.figure.series.iter().filter(|series| series.shape == Shape::Line).rev();
        for (series, point) in lines.flat_map(|series| series.points.iter().map(move |point| (series, point))) {
            if point.label.is_empty() || marked(series).any(|mark| mark == point) {
                continue;
            }
            let (place, size) = (self.place(point.at, point.value), self.style.mark * 0.65);
            if marks.iter().any(|mark| mark.crossed(&[place, place])) {
                self.round(point, size + self.style.hair * 1.5, self.style.palette.paper);
            }
            self.round(point, size, self.paint(series.hue).line);
        }
    }

    /// Marks, the first series last, each with a rim of paper that keeps it apart from what lies below.
    pub(crate) fn marks(&self) {
        for series in self.figure.series.iter().rev() {
            for point in marked(series) {
                self.whisker(series, point);
                let rim = self.style.mark + self.style.hair * 2.0;
                self.mark(series, point, rim, self.style.palette.paper);
                self.mark(series, point, self.style.mark, self.paint(series.hue).line);
            }
        }
    }

    /// From where to where the true value may lie, where that is more than the mark itself.
    fn whisker(&self, series: &Series, point: &Point) {
        let Some((low, high)) = point.within else { return };
        let ends = [self.place(point.at, low), self.place(point.at, high)];
        if ends[0].1 - ends[1].1 > 3.0 * self.style.mark {
            let ends = ends.map(|(x, y)| (steps(x), steps(y)));
            self.sheet.borrow_mut().path(ends, self.paint(series.hue).line, steps(self.style.line * 0.6));
        }
    }

    /// The room of a mark, or of the beginning of a step, in pixels.
    pub(crate) fn mark_area(&self, series: &Series, point: &Point) -> Area {
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

    fn round(&self, point: &Point, size: f64, colour: Colour) {
        let at = (point.at, point.value);
        drawn(&self.area.draw(&Circle::new(at, steps(size), RGBColor::from(colour).filled())));
    }

    fn mark(&self, series: &Series, point: &Point, size: f64, colour: Colour) {
        match Form::of(series) {
            Form::Round => self.round(point, size, colour),
            Form::Corners(corners) => {
                let places: Vec<_> = corners.iter().map(|(x, y)| (steps(x * size), steps(y * size))).collect();
                let at = EmptyElement::at((point.at, point.value));
                drawn(&self.area.draw(&(at + Polygon::new(places, RGBColor::from(colour).filled()))));
            }
        }
    }
}
