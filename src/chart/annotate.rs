//! Sets the labels of a figure where there is room: first those at the lines' ends, which have theirs to themselves, then
//! figures on lines with free room, then names, then the other figures; of either, those of marks that stand alone come first, since
//! nothing else says what they are.

use super::area::Area;
use super::canvas::Canvas;
use super::figure::{Point, Role, Series, Shape};
use super::label::{ABOVE, BELOW, LEFT, Offer, Placed, RIGHT, Room, Wish};
use super::layout::End;
use super::lines::runs;
use super::marks::marked;
use super::palette::Colour;
use super::paragraph::Paragraph;
use super::stack::stack;
use super::svg::{Anchor, steps};

/// The most that the place of a figure may be worth avoiding; beyond it, the figure is left out. That of a mark alone and a name
/// bear twice as much.
const LIMIT: f64 = 24.0;

/// The most that an easy place costs: less than any with a leader or across a line.
const EASY: f64 = 7.0;

/// Beside the beginning of a step: along its tread, clear of its weight.
const ALONG: [(f64, f64); 4] = [(1.0, -1.35), (1.0, 1.35), LEFT, ABOVE];

impl Canvas<'_> {
    /// Sets every label that has room and returns the others.
    pub(crate) fn labels(&self) -> Vec<String> {
        let mut left_out = Vec::new();
        self.bar_labels();
        let mut room = self.room();
        self.end_labels(&mut room, &mut left_out);
        self.bar_labels_outside(&mut room, &mut left_out);
        let (mut room, sets) = self.fitted(&room);
        sets.iter().for_each(|set| self.set(set));
        left_out.extend(sets.into_iter().filter(|set| set.placed.is_none()).map(|set| set.label.lines.join(" ")));
        self.ground_name(&mut room, &mut left_out);
        left_out
    }

    /// The labels inside the plot in their places: in the order in which these cost least, where the first one is not good enough.
    fn fitted(&self, room: &Room) -> (Room, Vec<Set<'_>>) {
        let series = self.figure.series.iter().filter(|series| series.shape != Shape::Bars);
        let figures = series.flat_map(|series| series.points.iter().rev().map(move |point| (series, point)));
        let mut figures: Vec<(&Series, &Point)> = figures.filter(|(_, point)| !point.label.is_empty()).collect();
        let mut best = self.attempt(room.clone(), &figures);
        if best.1.iter().any(Set::is_poor) {
            figures.reverse();
            best = cheaper(best, self.attempt(room.clone(), &figures));
        }
        if best.1.iter().any(Set::is_lost) {
            let lost = |point: &Point| best.1.iter().any(|set| set.is_lost() && std::ptr::eq(set.point, point));
            figures.sort_by_key(|(_, point)| !lost(point));
            best = cheaper(best, self.attempt(room.clone(), &figures));
        }
        best
    }

    /// Seeks a place for every label inside the plot, its figures in this order.
    fn attempt<'a>(&'a self, mut room: Room, figures: &[(&'a Series, &'a Point)]) -> (Room, Vec<Set<'a>>) {
        let alone = |(series, point): &&(&Series, &Point)| stands_alone(series, point);
        let mut sets: Vec<Set> = Vec::new();
        // a name can stand apart with a leader, a figure on a line is better near
        let easy = figures.iter().filter(|figure| !alone(figure));
        sets.extend(easy.map(|figure| self.figure(*figure, EASY, &mut room)).filter(|set| set.placed.is_some()));
        for alone in [true, false] {
            self.names(alone, &mut room, &mut sets);
        }
        for figure in figures.iter().filter(alone) {
            sets.push(self.figure(*figure, 2.0 * LIMIT, &mut room));
        }
        for figure in figures.iter().filter(|figure| !alone(figure)) {
            let stands = sets.iter().any(|set| !set.is_name && std::ptr::eq(set.point, figure.1));
            if !stands {
                sets.push(self.figure(*figure, LIMIT, &mut room));
            }
        }
        (room, sets)
    }

    fn end_labels(&self, room: &mut Room, left_out: &mut Vec<String>) {
        let (style, layout) = (self.style, self.layout);
        let place = |end: &End| self.place(end.at, end.value);
        let wanted: Vec<(f64, f64)> =
            layout.ends.iter().map(|end| (place(end).1, end.label.height() + style.space * 0.75)).collect();
        let places = stack(&wanted, room.bounds.top, layout.plot.bottom + style.space * 0.75);
        let left = layout.plot.right + layout.aside;
        let bracketed = layout.ends.iter().any(|end| end.series.is_none());
        // a leader begins behind the bracket, so that it does not cross it
        let beyond = if bracketed { style.bracket() } else { style.mark };
        for (end, middle) in layout.ends.iter().zip(places) {
            let label = &end.label;
            let Some(middle) = middle else {
                left_out.push(label.lines.join(" "));
                continue;
            };
            let top = middle - label.height() / 2.0 + label.kind.size * 0.1;
            self.paragraph(label, (left, top), Anchor::Start, self.paint(end.hue).text);
            room.taken.push(Area { left, top, right: left + label.width(), bottom: top + label.height() });
            let (x, y) = place(end);
            self.leader((x + beyond, y), (left, label.middle_near(top, y)), self.paint(end.hue).line);
        }
    }

    /// A thin line from a point to a label that had to move away from its height, or stands far to the right.
    fn leader(&self, (x, y): (f64, f64), (left, middle): (f64, f64), colour: Colour) {
        let (gap, near) = (self.style.space * 0.5, self.style.label.size * 0.9);
        let from = x + gap;
        let far = (middle - y).abs() > near || left - from > self.style.space * 5.0;
        if far && left - gap > from {
            let ends = [(from, y), (left - gap, middle)].map(|(x, y)| (steps(x), steps(y)));
            self.sheet.borrow_mut().path(ends, colour, steps(self.style.hair));
        }
    }

    /// The ground's name in the corner of it that is freest.
    fn ground_name(&self, room: &mut Room, left_out: &mut Vec<String>) {
        let (Some(start), Some(ground)) = (self.ground_from(), &self.figure.ground) else { return };
        let (plot, space) = (&self.layout.plot, self.style.space);
        let left = self.place(start, 0.0).0;
        let name = Paragraph::new(&ground.name, self.style.small, plot.right - plot.left);
        let (width, height) = (name.width(), name.height());
        let rows = [plot.top + space, plot.bottom - space - height];
        let last = plot.right - space - width;
        let columns = [(left + space).min(last), last];
        let corners = rows
            .into_iter()
            .flat_map(|top| columns.map(|left| Area { left, top, right: left + width, bottom: top + height }));
        let Some(best) = room.freest(corners, space) else {
            return left_out.push(ground.name.clone());
        };
        room.taken.push(best);
        self.paragraph(&name, (best.left, best.top), Anchor::Start, self.style.palette.soft);
    }

    /// The names of the series that end inside the plot: of those that are marks alone, or of the others.
    fn names<'a>(&'a self, alone: bool, room: &mut Room, sets: &mut Vec<Set<'a>>) {
        let at_edge = |number: usize| self.layout.ends.iter().any(|end| end.series == Some(number));
        for (number, series) in self.figure.series.iter().enumerate() {
            let inside = series.shape != Shape::Bars && !series.label.is_empty() && !at_edge(number);
            let named = named_at(series).filter(|(point, _)| inside && stands_alone(series, point) == alone);
            if let Some((point, sides)) = named {
                let label = Paragraph::new(&series.label, self.style.label, self.style.width * 0.3);
                let set = self.beside(label, (series, point), (sides, 2.0 * LIMIT), room);
                sets.push(Set { is_name: true, ..set });
            }
        }
    }

    /// Seeks a place for the figure of a point that costs less than a limit.
    fn figure<'a>(&self, (series, point): (&'a Series, &'a Point), limit: f64, room: &mut Room) -> Set<'a> {
        let label = Paragraph::stacked(&point.label, self.style.figure, self.style.width * 0.3);
        let sides = match series.role {
            _ if series.shape == Shape::Steps => ALONG,
            Role::Estimate | Role::Forecast | Role::Plan => [BELOW, RIGHT, LEFT, ABOVE],
            Role::Outturn | Role::Pledge | Role::Scenario | Role::Goal | Role::Shortfall | Role::Headroom => {
                [ABOVE, LEFT, RIGHT, BELOW]
            }
        };
        self.beside(label, (series, point), (sides, limit), room)
    }

    /// Seeks a place for a text beside a point, with a leader where it stands apart.
    fn beside<'a>(
        &self,
        label: Paragraph,
        (series, point): (&'a Series, &'a Point),
        (sides, limit): ([(f64, f64); 4], f64),
        room: &mut Room,
    ) -> Set<'a> {
        let (mark, gap) = (self.mark_area(series, point), self.style.space * 0.8);
        let size = (label.width(), label.height());
        let placed = room.place(&Wish { size, mark, sides: &sides, gap, limit });
        Set { label, series, point, placed, is_name: false }
    }

    /// Writes a text in its place, towards its point.
    fn set(&self, set: &Set) {
        let Some((Placed { area, leader }, _)) = set.placed else { return };
        let (mark, paint) = (self.mark_area(set.series, set.point), self.paint(set.series.hue));
        if let Some(leader) = leader {
            let ends = leader.map(|(x, y)| (steps(x), steps(y)));
            self.sheet.borrow_mut().path(ends, paint.line, steps(self.style.hair));
        }
        let middle = (mark.left + mark.right) / 2.0;
        let (x, anchor) = if area.right <= middle {
            (area.right, Anchor::End)
        } else if area.left >= middle {
            (area.left, Anchor::Start)
        } else {
            ((area.left + area.right) / 2.0, Anchor::Middle)
        };
        self.paragraph(&set.label, (x, area.top), anchor, paint.text);
    }
}

/// A text and its place, if it found one.
struct Set<'a> {
    label: Paragraph,
    series: &'a Series,
    point: &'a Point,
    placed: Option<Offer>,
    is_name: bool,
}

impl Set<'_> {
    /// Whether a mark that stands alone goes without its figure.
    fn is_lost(&self) -> bool {
        self.placed.is_none() && !self.is_name && stands_alone(self.series, self.point)
    }

    /// Whether it is lost, or stands apart.
    fn is_poor(&self) -> bool {
        let apart = self.placed.is_some_and(|(placed, _)| placed.leader.is_some());
        self.is_lost() || apart && !self.is_name && stands_alone(self.series, self.point)
    }

    /// What its place costs; a text without one costs more than any place.
    fn cost(&self) -> f64 {
        let none = if self.is_name || self.is_lost() { 4.0 * LIMIT } else { LIMIT };
        self.placed.map_or(none, |(_, cost)| cost)
    }
}

/// Of two ways to set the same labels the one that costs less, the first of two alike.
fn cheaper<'a>(one: (Room, Vec<Set<'a>>), other: (Room, Vec<Set<'a>>)) -> (Room, Vec<Set<'a>>) {
    let cost = |sets: &[Set]| sets.iter().map(Set::cost).sum::<f64>();
    if cost(&other.1) < cost(&one.1) { other } else { one }
}

/// Whether a point is a mark or a step of its own, on no line.
fn stands_alone(series: &Series, point: &Point) -> bool {
    series.shape == Shape::Steps || marked(series).any(|mark| mark.at == point.at)
}

/// The point beside which a series bears its name, and the sides to try: the middle of a long line, else the last point.
fn named_at(series: &Series) -> Option<(&Point, [(f64, f64); 4])> {
    let longest = runs(series).max_by_key(|run| run.len())?;
    if longest.len() > 4 && series.shape == Shape::Line {
        return Some((&longest[longest.len() / 2], [ABOVE, BELOW, LEFT, RIGHT]));
    }
    let sides = if series.role == Role::Goal { [LEFT, ABOVE, BELOW, RIGHT] } else { [RIGHT, ABOVE, BELOW, LEFT] };
    Some((series.points.last()?, sides))
}
