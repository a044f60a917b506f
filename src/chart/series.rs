//! Draws the series of a figure: bars, lines, marks.

use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::{Color, RGBColor, ShapeStyle};

use super::canvas::Canvas;
use super::figure::{Figure, Hue, Point, Role, Series, Shape};
use super::label::Area;
use super::style::Colour;
use super::svg::steps;

/// How much of its year a bar takes.
const BAR: f64 = 0.46;

/// Points that a line joins; one alone is a mark.
pub(crate) fn runs(series: &Series) -> impl Iterator<Item = &[Point]> {
    series.points.chunk_by(|_, next| next.joined)
}

/// The points of a series that are drawn as marks.
pub(crate) fn marked(series: &Series) -> impl Iterator<Item = &Point> {
    let alone = |run: &[Point]| match series.shape {
        Shape::Marks => true,
        Shape::Line => run.len() == 1,
        Shape::Bars => false,
    };
    runs(series).filter(move |run| alone(run)).flatten()
}

/// Whether the piece from the point before to this one is a piece of the series as well.
fn runs_along(series: &Series, piece: &[Point]) -> bool {
    let same = |one: &Point, other: &Point| one.year == other.year && one.value == other.value;
    let along = |pair: &[Point]| pair.iter().zip(piece).all(|(one, other)| same(one, other));
    series.shape == Shape::Line && runs(series).any(|run| run.windows(2).any(along))
}

/// How many of the series above this one lie exactly on this piece of it.
fn hidden_under(figure: &Figure, number: usize, piece: &[Point]) -> u8 {
    let above = figure.series.iter().take(number);
    above.filter(|series| runs_along(series, piece)).map(|_| 1).sum()
}

impl Canvas<'_> {
    fn stroke(colour: Colour, width: f64) -> ShapeStyle {
        RGBColor::from(colour).stroke_width(steps(width).unsigned_abs())
    }

    fn fill(colour: Colour) -> ShapeStyle {
        RGBColor::from(colour).filled()
    }

    /// The room of a bar, in pixels.
    pub(crate) fn bar(&self, point: &Point) -> Area {
        let year = f64::from(point.year);
        let (left, top) = self.place(year - BAR / 2.0, point.value.max(0.0));
        let (right, bottom) = self.place(year + BAR / 2.0, point.value.min(0.0));
        Area { left, top, right, bottom }
    }

    pub(crate) fn bars(&self) {
        let bars = self.figure.series.iter().filter(|series| series.shape == Shape::Bars);
        for (series, point) in bars.flat_map(|series| series.points.iter().map(move |point| (series, point))) {
            let (pale, hatched) = match series.role {
                Role::Outturn => (false, false),
                Role::Estimate => (true, false),
                Role::Forecast | Role::Plan | Role::Pledge | Role::Scenario | Role::Goal => (true, true),
            };
            let palette = self.style.palette;
            let colour = if pale { palette.pale_bar } else { palette.bar };
            let year = f64::from(point.year);
            let corners = [(year - BAR / 2.0, point.value), (year + BAR / 2.0, 0.0)];
            drawn(self.area.draw(&Rectangle::new(corners, Self::fill(colour))));
            if hatched {
                self.hatch(&self.hatched(series, point));
            }
        }
    }

    /// Slanting lines that say "not spent yet", also without colour.
    fn hatch(&self, area: &Area) {
        let (style, distance) = (self.style, self.style.space * 1.5);
        let mut sum = area.left + area.top + distance;
        while sum < area.right + area.bottom {
            let from = ((sum - area.top).min(area.right), (sum - area.right).max(area.top));
            let to = ((sum - area.bottom).max(area.left), (sum - area.left).min(area.bottom));
            let ends = [from, to].map(|(x, y)| (steps(x), steps(y)));
            self.sheet.borrow_mut().path(ends, style.palette.bar, steps(style.hair * 1.5));
            sum += distance;
        }
    }

    /// Lines, the first series last, so that it lies on top; where others lie on it, a line is so much wider that it is
    /// seen on both their sides.
    pub(crate) fn lines(&self) {
        let numbered = self.figure.series.iter().enumerate().rev();
        for (number, series) in numbered.filter(|(_, series)| series.shape == Shape::Line) {
            self.sheet.borrow_mut().dash = self.dash(series.role);
            for run in runs(series) {
                self.line(series, run, 0);
                let mut from = 0;
                let pieces: Vec<&[Point]> = run.windows(2).collect();
                for alike in pieces.chunk_by(|one, next| {
                    hidden_under(self.figure, number, one) == hidden_under(self.figure, number, next)
                }) {
                    let hidden = alike.first().map_or(0, |piece| hidden_under(self.figure, number, piece));
                    if hidden > 0 {
                        self.line(series, &run[from..=from + alike.len()], hidden.min(5));
                    }
                    from += alike.len();
                }
            }
            self.sheet.borrow_mut().dash = None;
        }
    }

    fn line(&self, series: &Series, points: &[Point], hidden: u8) {
        if points.len() > 1 {
            let places: Vec<(f64, f64)> = points.iter().map(|point| (f64::from(point.year), point.value)).collect();
            let width = self.style.line * (1.0 + 1.4 * f64::from(hidden));
            drawn(self.area.draw(&PathElement::new(places, Self::stroke(self.paint(series.hue).line, width))));
        }
    }

    fn dash(&self, role: Role) -> Option<(i32, i32)> {
        match role {
            Role::Estimate | Role::Forecast | Role::Plan => {
                Some((steps(self.style.space * 1.1), steps(self.style.space * 0.7)))
            }
            Role::Outturn | Role::Pledge | Role::Scenario | Role::Goal => None,
        }
    }

    /// Marks, the first series last, each with a rim of paper that keeps it apart from what lies below.
    pub(crate) fn marks(&self) {
        for series in self.figure.series.iter().rev() {
            for point in marked(series) {
                let rim = self.style.mark + self.style.hair * 2.0;
                self.mark(series, point, rim, self.style.palette.paper);
                self.mark(series, point, self.style.mark, self.paint(series.hue).line);
            }
        }
    }

    /// Dots on lines where a figure stands beside them.
    pub(crate) fn dots(&self) {
        let lines = self.figure.series.iter().filter(|series| series.shape == Shape::Line).rev();
        for (series, point) in lines.flat_map(|series| series.points.iter().map(move |point| (series, point))) {
            if !point.label.is_empty() {
                let at = (f64::from(point.year), point.value);
                let dot = Circle::new(at, steps(self.style.mark * 0.65), Self::fill(self.paint(series.hue).line));
                drawn(self.area.draw(&dot));
            }
        }
    }

    /// The room of a mark, in pixels.
    pub(crate) fn mark_area(&self, point: &Point) -> Area {
        Area::around(self.place(f64::from(point.year), point.value), self.style.mark)
    }

    fn mark(&self, series: &Series, point: &Point, size: f64, colour: Colour) {
        let at = (f64::from(point.year), point.value);
        let corners = match form(series) {
            Form::Round => {
                return drawn(self.area.draw(&Circle::new(at, steps(size), Self::fill(colour))));
            }
            Form::Corners(corners) => corners,
        };
        let places = corners.iter().map(|(x, y)| (steps(x * size), steps(y * size)));
        let centre = self.area.map_coordinate(&at);
        let shape = Polygon::new(places.collect::<Vec<_>>(), Self::fill(colour));
        let shifted = self.area.strip_coord_spec();
        drawn(shifted.draw(&(plotters::element::EmptyElement::at(centre) + shape)));
    }
}

/// The outline of a mark, in halves of its size.
enum Form {
    Round,
    Corners(&'static [(f64, f64)]),
}

const DIAMOND: &[(f64, f64)] = &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)];
const SQUARE: &[(f64, f64)] = &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
const TRIANGLE: &[(f64, f64)] = &[(0.0, -1.25), (1.15, 0.85), (-1.15, 0.85)];
const FLAT: &[(f64, f64)] = &[(-1.6, -0.35), (1.6, -0.35), (1.6, 0.35), (-1.6, 0.35)];

/// Pledges and goals have forms of their own; scenarios take turns, so that they differ without colour.
fn form(series: &Series) -> Form {
    match (series.role, series.hue) {
        (Role::Pledge, _) => Form::Corners(DIAMOND),
        (Role::Goal, _) => Form::Corners(FLAT),
        (Role::Scenario, Hue::Number(number)) => match number % 4 {
            1 => Form::Corners(SQUARE),
            2 => Form::Corners(DIAMOND),
            3 => Form::Corners(TRIANGLE),
            _ => Form::Round,
        },
        (Role::Scenario | Role::Outturn | Role::Estimate | Role::Forecast | Role::Plan, _) => Form::Round,
    }
}

/// A sheet in memory takes every shape: there is no error to pass on.
fn drawn<T, E>(result: Result<T, E>) {
    debug_assert!(result.is_ok());
}
