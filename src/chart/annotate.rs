//! Sets the labels of a figure where there is room: first those at the lines' ends, which have theirs to themselves, then
//! figures with free room, then names, then the other figures; of either, those of marks that stand alone come first, since
//! nothing else says what they are.

use super::area::Area;
use super::canvas::Canvas;
use super::figure::{Point, Role, Series, Shape};
use super::label::{ABOVE, BELOW, LEFT, Obstacle, RIGHT, Room, Wish};
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
const EASY: f64 = 12.0;

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
        self.ground_name(&mut room, &mut left_out);
        let figures = self.easy_figures(&mut room);
        for alone in [true, false] {
            self.names(alone, &mut room, &mut left_out);
        }
        for alone in [true, false] {
            let others = figures.iter().filter(|(series, point)| stands_alone(series, point) == alone);
            others.for_each(|figure| {
                self.figure(*figure, if alone { 2.0 * LIMIT } else { LIMIT }, &mut room, &mut left_out)
            });
        }
        left_out
    }

    /// What stands already, once all lines, marks, bars and the words around the plot are drawn.
    fn room(&self) -> Room {
        let (style, layout, series) = (self.style, self.layout, &self.figure.series);
        let top = layout.tops.subtitle + layout.subtitle.height() + style.space;
        let bounds =
            Area { left: layout.plot.left, top, right: style.width - style.margin() * 0.5, bottom: layout.plot.bottom };
        let texts = self.sheet.borrow();
        let texts = texts.texts.iter().map(|text| text.area);
        let marks = series.iter().flat_map(|series| marked(series).map(|point| self.mark_area(series, point)));
        Room {
            bounds,
            taken: texts.chain(marks).collect(),
            lines: self.obstacles(),
            shunned: self.each_bar().map(|(_, point)| self.bar(point)).collect(),
        }
    }

    /// Lines, and what is worth less: the edges of bars and the grid.
    fn obstacles(&self) -> Vec<Obstacle> {
        let plot = &self.layout.plot;
        let place = |point: &Point| self.place(point.at, point.value);
        let pieces = self.pieces();
        let lines = pieces.iter().map(|(pair, width)| Obstacle {
            piece: [place(&pair[0]), place(&pair[1])],
            half: width / 2.0,
            worth: 26.0,
        });
        let whiskers = self.figure.series.iter().flat_map(|series| &series.points).filter_map(|point| {
            let (low, high) = point.within?;
            Some([self.place(point.at, low), self.place(point.at, high)])
        });
        let flights = self.flights().into_iter();
        let flights = flights.map(|(piece, width)| Obstacle { piece, half: width / 2.0, worth: 16.0 });
        let thin = |worth: f64| move |piece| Obstacle { piece, half: 0.0, worth };
        let edges = self.each_bar().map(|(_, point)| self.bar(point)).flat_map(|bar| {
            let corners = [(bar.left, bar.bottom), (bar.left, bar.top), (bar.right, bar.top), (bar.right, bar.bottom)];
            [[corners[0], corners[1]], [corners[1], corners[2]], [corners[2], corners[3]]]
        });
        let levels = self.layout.scale.ticks.iter().map(|tick| self.place(0.0, tick.value).1);
        let uprights = self.uprights().map(|x| [(x, plot.top), (x, plot.bottom)]);
        let ground = self.ground_from().map(|start| self.across(start)).map(|x| [(x, plot.top), (x, plot.bottom)]);
        let levels = levels.map(|y| [(plot.left, y), (plot.right, y)]);
        lines
            .chain(flights)
            .chain(edges.map(thin(6.0)))
            .chain(whiskers.map(thin(26.0)))
            .chain(levels.map(thin(2.5)))
            .chain(uprights.map(thin(2.5)))
            .chain(ground.into_iter().map(thin(6.0)))
            .collect()
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
    fn names(&self, alone: bool, room: &mut Room, left_out: &mut Vec<String>) {
        let at_edge = |number: usize| self.layout.ends.iter().any(|end| end.series == Some(number));
        for (number, series) in self.figure.series.iter().enumerate() {
            let inside = series.shape != Shape::Bars && !series.label.is_empty() && !at_edge(number);
            let named = named_at(series).filter(|(point, _)| inside && stands_alone(series, point) == alone);
            if let Some((point, sides)) = named {
                let label = Paragraph::new(&series.label, self.style.label, self.style.width * 0.3);
                self.beside(&label, (series, point), (sides, 2.0 * LIMIT), room, left_out);
            }
        }
    }

    /// Sets the figures that have free room right beside their points, of each series the latest first, and returns the others:
    /// a name can stand apart with a leader, a figure is better near.
    fn easy_figures(&self, room: &mut Room) -> Vec<(&Series, &Point)> {
        let mut others = Vec::new();
        for series in self.figure.series.iter().filter(|series| series.shape != Shape::Bars) {
            for point in series.points.iter().rev().filter(|point| !point.label.is_empty()) {
                let mut crowded = Vec::new();
                self.figure((series, point), EASY, room, &mut crowded);
                others.extend((!crowded.is_empty()).then_some((series, point)));
            }
        }
        others
    }

    /// Sets the figure of a point beside it, where that costs less than a limit.
    fn figure(&self, (series, point): (&Series, &Point), limit: f64, room: &mut Room, left_out: &mut Vec<String>) {
        let label = Paragraph::stacked(&point.label, self.style.figure, self.style.width * 0.3);
        let sides = match series.role {
            _ if series.shape == Shape::Steps => ALONG,
            Role::Estimate | Role::Forecast | Role::Plan => [BELOW, RIGHT, LEFT, ABOVE],
            Role::Outturn | Role::Pledge | Role::Scenario | Role::Goal | Role::Shortfall | Role::Headroom => {
                [ABOVE, LEFT, RIGHT, BELOW]
            }
        };
        self.beside(&label, (series, point), (sides, limit), room, left_out);
    }

    /// Sets a text beside a point, with a leader where it stands apart.
    fn beside(
        &self,
        label: &Paragraph,
        (series, point): (&Series, &Point),
        (sides, limit): ([(f64, f64); 4], f64),
        room: &mut Room,
        left_out: &mut Vec<String>,
    ) {
        let (mark, gap) = (self.mark_area(series, point), self.style.space * 0.8);
        let wish = Wish { size: (label.width(), label.height()), mark, sides: &sides, gap, limit };
        let Some(placed) = room.place(&wish) else {
            return left_out.push(label.lines.join(" "));
        };
        let (area, paint) = (placed.area, self.paint(series.hue));
        if let Some(leader) = placed.leader {
            let ends = leader.map(|(x, y)| (steps(x), steps(y)));
            self.sheet.borrow_mut().path(ends, paint.line, steps(self.style.hair));
        }
        let (x, anchor) = if area.right <= mark.left {
            (area.right, Anchor::End)
        } else if area.left >= mark.right {
            (area.left, Anchor::Start)
        } else {
            ((area.left + area.right) / 2.0, Anchor::Middle)
        };
        self.paragraph(label, (x, area.top), anchor, paint.text);
    }
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
