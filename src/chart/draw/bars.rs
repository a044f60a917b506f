//! The bars of a figure: how wide they are, and how they are filled.

use plotters::element::Rectangle;
use plotters::style::{Color, RGBColor};

use super::canvas::{Canvas, drawn};
use crate::chart::figure::{Figure, Hue, Point, Role, Series, Shape};
use crate::chart::paper::geometry::Area;
use crate::chart::paper::palette::Colour;
use crate::chart::paper::sheet::steps;

/// How much of its year a bar takes that has it to itself, and of its room one beside others.
const BAR: f64 = 0.46;
const CLOSE: f64 = 0.95;

/// The hues of what is missing and of what lies beyond.
const MISSING: Hue = Hue::Number(1);
const BEYOND: Hue = Hue::Number(2);

/// How wide bars are, in years: as the nearest two of them allow.
pub(crate) fn bar_width(figure: &Figure) -> f64 {
    let bars = figure.series.iter().filter(|series| series.shape == Shape::Bars);
    let mut places: Vec<f64> = bars.flat_map(|series| &series.points).map(|bar| bar.at).collect();
    places.sort_by(f64::total_cmp);
    let apart = places.windows(2).map(|pair| pair[1] - pair[0]).filter(|apart| *apart > 0.0);
    let nearest = apart.fold(1.0, f64::min);
    if nearest < 1.0 { nearest * CLOSE } else { BAR }
}

/// How wide words above a bar so wide may be, both in years, so that the neighbours' have as much.
pub(crate) fn pitch(bar: f64) -> f64 {
    if bar < BAR { bar / CLOSE } else { 0.94 }
}

/// Lines that fill a bar, in their colour.
#[derive(Debug, Clone, Copy)]
enum Hatch {
    Rising(Colour),
    Falling(Colour),
    Level(Colour),
}

impl Canvas<'_> {
    /// Every bar with its series.
    pub(crate) fn each_bar(&self) -> impl Iterator<Item = (&Series, &Point)> {
        let series = self.figure.series.iter().filter(|series| series.shape == Shape::Bars);
        series.flat_map(|series| series.points.iter().map(move |point| (series, point)))
    }

    /// The room of a bar, in pixels.
    pub(crate) fn bar(&self, point: &Point) -> Area {
        let half = self.layout.bar / 2.0;
        let (left, top) = self.place(point.at - half, point.value.max(point.from));
        let (right, bottom) = self.place(point.at + half, point.value.min(point.from));
        Area { left, top, right, bottom }
    }

    pub(crate) fn bars(&self) {
        for (series, point) in self.each_bar() {
            let half = self.layout.bar / 2.0;
            let (colour, hatch) = self.finality(series.role);
            let corners = [(point.at - half, point.value), (point.at + half, point.from)];
            drawn(&self.area.draw(&Rectangle::new(corners, RGBColor::from(colour).filled())));
            if let Some(hatch) = hatch {
                self.beside_words(series, point).iter().for_each(|part| self.hatch(part, hatch));
            }
        }
    }

    /// The colour of a bar and that of its hatch, if it has one: the less final its figure, the lighter it is.
    fn finality(&self, role: Role) -> (Colour, Option<Hatch>) {
        let palette = self.style.palette;
        match role {
            Role::Outturn => (palette.bar, None),
            Role::Estimate => (palette.pale_bar, None),
            Role::Forecast | Role::Plan | Role::Pledge | Role::Scenario | Role::Goal => {
                (palette.pale_bar, Some(Hatch::Rising(palette.bar)))
            }
            Role::Shortfall => (self.tint(MISSING), Some(Hatch::Falling(self.paint(MISSING).line))),
            Role::Headroom => (self.tint(BEYOND), Some(Hatch::Level(self.paint(BEYOND).line))),
        }
    }

    /// A bar of a kind of figure, lying down.
    pub(crate) fn filled(&self, area: &Area, role: Role) {
        let (colour, hatch) = self.finality(role);
        let [from, to] = [(area.left, area.top), (area.right, area.bottom)].map(|(x, y)| (steps(x), steps(y)));
        self.sheet.borrow_mut().rectangle(from, to, colour);
        if let Some(hatch) = hatch {
            self.hatch(area, hatch);
        }
    }

    /// Lines that say also without colour what is not spent yet (rising), missing (falling) or beyond (level).
    fn hatch(&self, area: &Area, hatch: Hatch) {
        let distance = self.style.space * 1.5;
        let (colour, slant) = match hatch {
            Hatch::Rising(colour) | Hatch::Falling(colour) => (colour, 1.0),
            Hatch::Level(colour) => (colour, 0.0),
        };
        let turned = |x: f64| if matches!(hatch, Hatch::Falling(_)) { area.left + area.right - x } else { x };
        let wide = (area.right - area.left) * slant;
        let mut sum = distance;
        while sum < wide + area.bottom - area.top {
            // a slanting line leaves through the top or the right edge, a level one lies at its own height
            let from = if slant == 0.0 {
                (area.right, area.top + sum)
            } else {
                (area.left + sum.min(wide), area.top + (sum - wide).max(0.0))
            };
            let down = (area.bottom - area.top).min(sum);
            let to = (area.left + (sum - down) * slant, area.top + down);
            let ends = [from, to].map(|(x, y)| (steps(turned(x)), steps(y)));
            self.sheet.borrow_mut().path(ends, colour, steps(self.style.hair * 1.5));
            sum += distance;
        }
    }
}
