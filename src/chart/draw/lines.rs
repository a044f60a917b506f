//! The lines of a figure, drawn so that one which lies on another does not hide it.

use plotters::element::PathElement;
use plotters::style::{Color, RGBColor, ShapeStyle};

use super::canvas::{Canvas, drawn};
use crate::chart::figure::{Figure, Hue, Point, Role, Series, Shape};
use crate::chart::paper::palette::Colour;
use crate::chart::paper::sheet::steps;

/// Dash and gap, in steps of the spacing grid: told apart from each other and from a whole line.
const DASHES: [(f64, f64); 3] = [(1.1, 0.7), (0.45, 0.55), (2.6, 0.7)];

/// The dashes of scenarios that come round the palette for the first time, the second time, ...
fn dashes(rounds: usize) -> Option<(f64, f64)> {
    rounds.checked_sub(1).map(|again| DASHES[again % DASHES.len()])
}

/// Points that a line joins; one alone is a mark.
pub(crate) fn runs(series: &Series) -> impl Iterator<Item = &[Point]> {
    series.points.chunk_by(|_, next| next.joined)
}

/// Whether the piece from one point to the next is a piece of the series as well.
fn runs_along(series: &Series, piece: &[Point]) -> bool {
    let same = |one: &Point, other: &Point| one.at == other.at && one.value == other.value;
    let along = |pair: &[Point]| pair.iter().zip(piece).all(|(one, other)| same(one, other));
    series.shape == Shape::Line && runs(series).any(|run| run.windows(2).any(along))
}

/// How many of the series above this one lie exactly on this piece of it.
fn hidden_under(figure: &Figure, number: usize, piece: &[Point]) -> u8 {
    let above = figure.series.iter().take(number);
    above.filter(|series| runs_along(series, piece)).map(|_| 1).sum()
}

pub(crate) fn stroke(colour: Colour, width: f64) -> ShapeStyle {
    RGBColor::from(colour).stroke_width(steps(width).unsigned_abs())
}

impl Canvas<'_> {
    /// Lines, the first series last, so that it lies on top; where others lie on it, a line is so much wider that it is
    /// seen on both their sides.
    pub(crate) fn lines(&self) {
        for (number, series) in self.figure.series.iter().enumerate().rev() {
            if series.shape == Shape::Line {
                self.sheet.borrow_mut().dash = self.dash(series);
                runs(series).for_each(|run| self.line(number, series, run));
                self.sheet.borrow_mut().dash = None;
            }
        }
    }

    fn line(&self, number: usize, series: &Series, run: &[Point]) {
        self.stretch(series, run, 0);
        let hidden: Vec<u8> = run.windows(2).map(|piece| hidden_under(self.figure, number, piece)).collect();
        let mut from = 0;
        for alike in hidden.chunk_by(u8::eq) {
            let to = from + alike.len();
            if let (Some(hidden @ 1..), Some(stretch)) = (alike.first(), run.get(from..=to)) {
                self.stretch(series, stretch, *hidden);
            }
            from = to;
        }
    }

    fn stretch(&self, series: &Series, points: &[Point], hidden: u8) {
        if points.len() > 1 {
            let places: Vec<(f64, f64)> = points.iter().map(|point| (point.at, point.value)).collect();
            let weight = points.first().map_or(1.0, |point| point.weight);
            let style = stroke(self.paint(series.hue).line, self.width(hidden) * weight);
            drawn(&self.area.draw(&PathElement::new(places, style)));
        }
    }

    /// The width of a line with so many others on it; more than three are told by their labels.
    fn width(&self, hidden: u8) -> f64 {
        self.style.line * (1.0 + 1.4 * f64::from(hidden.min(3)))
    }

    /// Every piece of a line with its width.
    pub(crate) fn pieces(&self) -> Vec<(&[Point], f64)> {
        let mut pieces = Vec::new();
        for (number, series) in self.figure.series.iter().enumerate() {
            if series.shape == Shape::Line {
                let own = runs(series).flat_map(|run| run.windows(2));
                pieces.extend(own.map(|piece| (piece, self.width(hidden_under(self.figure, number, piece)))));
            }
        }
        pieces
    }

    /// What is not an outturn is dashed, and so is a scenario whose colour another one has, each in a way of its own.
    fn dash(&self, series: &Series) -> Option<(i32, i32)> {
        let pattern = match (series.role, series.hue) {
            (Role::Estimate | Role::Forecast | Role::Plan, _) => Some(DASHES[0]),
            (Role::Scenario, Hue::Number(number)) => dashes(number / self.style.palette.hues.len()),
            (Role::Outturn | Role::Pledge | Role::Scenario | Role::Goal | Role::Shortfall | Role::Headroom, _) => None,
        };
        pattern.map(|(dash, gap)| (steps(self.style.space * dash), steps(self.style.space * gap)))
    }
}
