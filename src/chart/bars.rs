//! The bars of a figure, with figure and kind inside each at its foot, where no line passes.

use plotters::element::Rectangle;
use plotters::style::{Color, RGBColor};

use super::area::Area;
use super::canvas::{Canvas, drawn};
use super::figure::{Figure, Point, Role, Series, Shape};
use super::label::Room;
use super::paragraph::Paragraph;
use super::svg::{Anchor, steps};

/// How much of its year a bar takes that has it to itself, and of its room one beside others.
const BAR: f64 = 0.46;
const CLOSE: f64 = 0.95;
/// What the edge of a bar is worth avoiding; what is worth more is a line.
const EDGE: f64 = 6.0;

/// Whether a bar is pale, and whether it is hatched: the less final its figure, the lighter it is.
fn finality(role: Role) -> (bool, bool) {
    match role {
        Role::Outturn => (false, false),
        Role::Estimate => (true, false),
        Role::Forecast | Role::Plan | Role::Pledge | Role::Scenario | Role::Goal => (true, true),
    }
}

/// How wide bars are, in years: as the nearest two of them allow.
pub(crate) fn bar_width(figure: &Figure) -> f64 {
    let bars = figure.series.iter().filter(|series| series.shape == Shape::Bars);
    let mut places: Vec<f64> = bars.flat_map(|series| &series.points).map(|bar| bar.at).collect();
    places.sort_by(f64::total_cmp);
    let apart = places.windows(2).map(|pair| pair[1] - pair[0]).filter(|apart| *apart > 0.0);
    let nearest = apart.fold(1.0, f64::min);
    if nearest < 1.0 { nearest * CLOSE } else { BAR }
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
            let (palette, half) = (self.style.palette, self.layout.bar / 2.0);
            let (pale, hatched) = finality(series.role);
            let colour = RGBColor::from(if pale { palette.pale_bar } else { palette.bar });
            let corners = [(point.at - half, point.value), (point.at + half, point.from)];
            drawn(&self.area.draw(&Rectangle::new(corners, colour.filled())));
            if hatched {
                self.beside_words(series, point).iter().for_each(|part| self.hatch(part));
            }
        }
    }

    /// A bar of a kind of figure, lying down.
    pub(crate) fn filled(&self, area: &Area, role: Role) {
        let (pale, hatched) = finality(role);
        let colour = if pale { self.style.palette.pale_bar } else { self.style.palette.bar };
        let [from, to] = [(area.left, area.top), (area.right, area.bottom)].map(|(x, y)| (steps(x), steps(y)));
        self.sheet.borrow_mut().rectangle(from, to, colour);
        if hatched {
            self.hatch(area);
        }
    }

    /// Slanting lines that say "not spent yet", also without colour.
    pub(crate) fn hatch(&self, area: &Area) {
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
        let (width, height) = (bar.right - bar.left - style.space * 0.25, bar.bottom - bar.top - style.space * 2.5);
        let figure = Paragraph::new(&point.label, style.label, f64::INFINITY);
        let kind = Paragraph::new(&series.label, style.tick, f64::INFINITY);
        let needed = (figure.width().max(kind.width()), figure.height() + kind.height() + style.space);
        (needed.0 <= width && needed.1 <= height).then_some((figure, kind))
    }

    /// The words of a bar with the upper edge of each: at its foot, in the middle of one that stands on another.
    fn worded(&self, series: &Series, point: &Point) -> Option<[(Paragraph, f64); 2]> {
        let (figure, kind) = self.foot(series, point)?;
        let (bar, space) = (self.bar(point), self.style.space);
        let height = figure.height() + space * 0.5 + kind.height();
        let bottom = if point.from == 0.0 { bar.bottom - space } else { (bar.top + bar.bottom + height) / 2.0 };
        Some([(figure, bottom - height), (kind.clone(), bottom - kind.height())])
    }

    /// The parts of a bar above and below its words.
    fn beside_words(&self, series: &Series, point: &Point) -> Vec<Area> {
        let (bar, space) = (self.bar(point), self.style.space);
        let Some([(_, top), (kind, kind_top)]) = self.worded(series, point) else { return vec![bar] };
        let below = Area { top: kind_top + kind.height() + space * 1.5, ..bar };
        let above = Area { bottom: top - space * 1.5, ..bar };
        [above, below].into_iter().filter(|part| part.top < part.bottom).collect()
    }

    /// The words in bars, where there is room for them.
    pub(crate) fn bar_labels(&self) {
        for (series, point) in self.each_bar() {
            let bar = self.bar(point);
            for (words, top) in self.worded(series, point).into_iter().flatten() {
                let middle = (bar.left + bar.right) / 2.0;
                self.paragraph(&words, (middle, top), Anchor::Middle, self.style.palette.ink);
            }
        }
    }

    /// The words of the other bars, above them where nothing is in the way.
    pub(crate) fn bar_labels_above(&self, room: &mut Room, left_out: &mut Vec<String>) {
        let others = self.each_bar().filter(|(_, point)| !point.label.is_empty());
        for (series, point) in others.filter(|(series, point)| self.foot(series, point).is_none()) {
            let (bar, space) = (self.bar(point), self.style.space);
            let figure = Paragraph::new(&point.label, self.style.label, f64::INFINITY);
            let kind = Paragraph::new(&series.label, self.style.tick, f64::INFINITY);
            let gap = if kind.is_empty() { 0.0 } else { space * 0.5 };
            let (middle, half) = ((bar.left + bar.right) / 2.0, figure.width().max(kind.width()) / 2.0);
            let top = bar.top - space - kind.height() - gap - figure.height();
            let area = Area { left: middle - half, top, right: middle + half, bottom: bar.top - space };
            let aside = |other: &Point| other.at != point.at && self.bar(other).meets(&area);
            let crossed = room.lines.iter().any(|line| line.worth > EDGE && area.crossed(&line.piece));
            if crossed || self.each_bar().any(|(_, other)| aside(other)) || !room.is_free(&area, 0.0) {
                left_out.push([point.label.as_str(), &series.label].join(" ").trim_end().to_owned());
                continue;
            }
            room.taken.push(area);
            self.plate(point, &area);
            self.paragraph(&figure, (middle, top), Anchor::Middle, self.style.palette.ink);
            self.paragraph(&kind, (middle, top + figure.height() + gap), Anchor::Middle, self.style.palette.ink);
        }
    }

    /// Keeps words clear of the hatched bar that they stand on, if they do.
    fn plate(&self, point: &Point, area: &Area) {
        let under = |(_, other): &(&Series, &Point)| other.at == point.at && self.bar(other).meets(area);
        if let Some((_, other)) = self.each_bar().find(under) {
            let (bar, space) = (self.bar(other), self.style.space);
            let corners = [(bar.left, (area.top - space).max(bar.top)), (bar.right, bar.bottom)];
            let [from, to] = corners.map(|(x, y)| (steps(x.round()), steps(y.round())));
            self.sheet.borrow_mut().rectangle(from, to, self.style.palette.pale_bar);
        }
    }
}
