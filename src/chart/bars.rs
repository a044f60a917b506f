//! The bars of a figure, with figure and kind inside each at its foot, where no line passes.

use plotters::element::Rectangle;
use plotters::style::{Color, RGBColor};

use super::area::Area;
use super::canvas::{Canvas, drawn};
use super::figure::{Point, Role, Series, Shape};
use super::paragraph::Paragraph;
use super::svg::{Anchor, steps};

/// How much of its year a bar takes.
const BAR: f64 = 0.46;

/// Whether a bar is pale, and whether it is hatched: the less final its figure, the lighter it is.
fn finality(role: Role) -> (bool, bool) {
    match role {
        Role::Outturn => (false, false),
        Role::Estimate => (true, false),
        Role::Forecast | Role::Plan | Role::Pledge | Role::Scenario | Role::Goal => (true, true),
    }
}

impl Canvas<'_> {
    /// Every bar with its series.
    pub(crate) fn each_bar(&self) -> impl Iterator<Item = (&Series, &Point)> {
        let series = self.figure.series.iter().filter(|series| series.shape == Shape::Bars);
        series.flat_map(|series| series.points.iter().map(move |point| (series, point)))
    }

    /// The room of a bar, in pixels.
    pub(crate) fn bar(&self, point: &Point) -> Area {
        let (left, top) = self.place(point.at - BAR / 2.0, point.value.max(0.0));
        let (right, bottom) = self.place(point.at + BAR / 2.0, point.value.min(0.0));
        Area { left, top, right, bottom }
    }

    pub(crate) fn bars(&self) {
        for (series, point) in self.each_bar() {
            let palette = self.style.palette;
            let (pale, hatched) = finality(series.role);
            let colour = RGBColor::from(if pale { palette.pale_bar } else { palette.bar });
            let corners = [(point.at - BAR / 2.0, point.value), (point.at + BAR / 2.0, 0.0)];
            drawn(&self.area.draw(&Rectangle::new(corners, colour.filled())));
            if hatched {
                self.hatch(&self.above_words(series, point));
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

    /// The two lines at the foot of a bar, if it is wide and high enough for them.
    fn foot(&self, series: &Series, point: &Point) -> Option<(Paragraph, Paragraph)> {
        let (style, bar) = (self.style, self.bar(point));
        let (width, height) = (bar.right - bar.left - style.space * 0.5, bar.bottom - bar.top - style.space * 2.5);
        let figure = Paragraph::new(&point.label, style.label, f64::INFINITY);
        let kind = Paragraph::new(&series.label, style.tick, f64::INFINITY);
        let needed = (figure.width().max(kind.width()), figure.height() + kind.height() + style.space);
        (needed.0 <= width && needed.1 <= height).then_some((figure, kind))
    }

    /// The part of a bar above its words.
    fn above_words(&self, series: &Series, point: &Point) -> Area {
        let bar = self.bar(point);
        let height = |(figure, kind): (Paragraph, Paragraph)| figure.height() + kind.height() + self.style.space * 3.0;
        Area { bottom: bar.bottom - self.foot(series, point).map_or(0.0, height), ..bar }
    }

    pub(crate) fn bar_labels(&self, left_out: &mut Vec<String>) {
        for (series, point) in self.each_bar() {
            let Some((figure, kind)) = self.foot(series, point) else {
                left_out.push(format!("{} {}", point.label, series.label));
                continue;
            };
            let (bar, space, ink) = (self.bar(point), self.style.space, self.style.palette.ink);
            let middle = (bar.left + bar.right) / 2.0;
            let kind_top = bar.bottom - space - kind.height();
            self.paragraph(&kind, (middle, kind_top), Anchor::Middle, ink);
            let figure_top = kind_top - space * 0.5 - figure.height();
            self.paragraph(&figure, (middle, figure_top), Anchor::Middle, ink);
        }
    }
}
