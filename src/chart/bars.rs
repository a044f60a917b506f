//! The bars of a figure, with figure and kind inside each at its foot, where no line passes.

use plotters::element::Rectangle;
use plotters::style::{Color, RGBColor};

use super::area::Area;
use super::canvas::{Canvas, drawn};
use super::figure::{Figure, Hue, Point, Role, Series, Shape};
use super::label::Room;
use super::palette::Colour;
use super::paragraph::Paragraph;
use super::svg::{Anchor, steps};

/// How much of its year a bar takes that has it to itself, and of its room one beside others.
const BAR: f64 = 0.46;
const CLOSE: f64 = 0.95;
/// What the edge of a bar is worth avoiding; what is worth more is a line.
const EDGE: f64 = 6.0;

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

    /// The two lines at the foot of a bar, if it is wide and high enough for them.
    fn foot(&self, series: &Series, point: &Point) -> Option<(Paragraph, Paragraph)> {
        let (style, bar) = (self.style, self.bar(point));
        let (width, height) = (bar.right - bar.left - style.space * 0.25, bar.bottom - bar.top - style.space * 2.5);
        let figure = Paragraph::unbroken(&point.label, style.label, width);
        let kind = Paragraph::unbroken(&series.label, style.tick, width);
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

    /// The words of the other bars, where nothing is in the way.
    pub(crate) fn bar_labels_outside(&self, room: &mut Room, left_out: &mut Vec<String>) {
        let others = self.each_bar().filter(|(_, point)| !point.label.is_empty());
        for (series, point) in others.filter(|(series, point)| self.foot(series, point).is_none()) {
            let (widest, ink) = (pitch(self.layout.bar) * self.layout.year(), self.style.palette.ink);
            let figure = Paragraph::unbroken(&point.label, self.style.label, widest);
            let kind = Paragraph::unbroken(&series.label, self.style.tick, widest);
            let gap = if kind.is_empty() { 0.0 } else { self.style.space * 0.5 };
            let size = (figure.width().max(kind.width()), figure.height() + gap + kind.height());
            let Some(area) =
                self.outside(point, size).into_iter().flatten().find(|area| self.is_open(point, area, room))
            else {
                left_out.push([point.label.as_str(), &series.label].join(" ").trim_end().to_owned());
                continue;
            };
            room.taken.push(area);
            self.plate(point, &area);
            let middle = (area.left + area.right) / 2.0;
            self.paragraph(&figure, (middle, area.top), Anchor::Middle, ink);
            self.paragraph(&kind, (middle, area.top + figure.height() + gap), Anchor::Middle, ink);
        }
    }

    /// Where words so wide and high may stand: beside the middle of a tall bar that stands on another, or above a bar.
    fn outside(&self, point: &Point, (width, height): (f64, f64)) -> [Option<Area>; 2] {
        let (bar, space) = (self.bar(point), self.style.space);
        let (across, down) = ((bar.left + bar.right) / 2.0, (bar.top + bar.bottom) / 2.0);
        let tall = point.from != 0.0 && bar.bottom - bar.top > height * 3.0;
        let (left, right) = (bar.left - space - width, bar.left - space);
        let beside = Area { left, right, top: down - height / 2.0, bottom: down + height / 2.0 };
        let bottom = bar.top - space;
        let above = Area { left: across - width / 2.0, right: across + width / 2.0, top: bottom - height, bottom };
        [tall.then_some(beside), Some(above)]
    }

    /// Whether no line, no other bar and no text is in the way.
    fn is_open(&self, point: &Point, area: &Area, room: &Room) -> bool {
        let crossed = room.lines.iter().any(|line| line.worth > EDGE && area.crossed(&line.piece));
        let aside = |other: &Point| other.at != point.at && self.bar(other).meets(area);
        !crossed && !self.each_bar().any(|(_, other)| aside(other)) && room.is_free(area, 0.0)
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
