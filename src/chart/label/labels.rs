//! Sets the labels of a figure where there is room: in bars, at the lines' ends, beside points, and the ground's name last.

use super::room::{ABOVE, BELOW, LEFT, OTHERS, Placed, RIGHT, Room};
use super::search::{Fit, Label, fitted};
use super::stack::stack;
use crate::chart::draw::canvas::Canvas;
use crate::chart::draw::lines::runs;
use crate::chart::draw::marks::marked;
use crate::chart::figure::{Point, Role, Series, Shape};
use crate::chart::layout::End;
use crate::chart::paper::geometry::Area;
use crate::chart::paper::palette::Colour;
use crate::chart::paper::sheet::{Anchor, steps};
use crate::chart::text::paragraph::Paragraph;

impl Canvas<'_> {
    /// Sets every label that has room and returns the others.
    pub(crate) fn labels(&self) -> Vec<String> {
        let mut left_out = Vec::new();
        let outside = self.bar_labels();
        let mut room = self.room();
        self.end_labels(&mut room, &mut left_out);
        self.bar_labels_outside(outside, &mut room, &mut left_out);
        let labels = self.beside_points();
        let Fit { sets, mut room, .. } = fitted(&room, &labels);
        for (label, text, place) in &sets {
            match place {
                Some((placed, _)) => self.set(label, text, placed),
                None => left_out.push(label.text.words()),
            }
        }
        self.ground_name(&mut room, &mut left_out);
        left_out
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
                left_out.push(label.words());
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

    /// The names of the series that end inside the plot, and the figures beside points, of each series the latest first.
    pub(crate) fn beside_points(&self) -> Vec<Label> {
        let at_edge = |number: usize| self.layout.ends.iter().any(|end| end.series == Some(number));
        let mut labels = Vec::new();
        for (number, series) in self.figure.series.iter().enumerate().filter(|(_, series)| series.shape != Shape::Bars)
        {
            let named = named_at(series).filter(|_| !series.label.is_empty() && !at_edge(number));
            if let Some((point, sides)) = named {
                let text = Paragraph::new(&series.label, self.style.label, self.style.width * 0.3);
                labels.push(self.label(text, (series, point), sides, true));
            }
            for point in series.points.iter().rev().filter(|point| !point.label.is_empty()) {
                let text = Paragraph::stacked(&point.label, self.style.figure, self.style.width * 0.3);
                labels.push(self.label(text, (series, point), sides_of(series), false));
            }
        }
        labels
    }

    fn label(
        &self,
        text: Paragraph,
        (series, point): (&Series, &Point),
        sides: [(f64, f64); 4],
        is_name: bool,
    ) -> Label {
        let (narrow, gap) = (text.narrower(), self.style.space * 0.8);
        let (mark, own, seats) = if series.shape == Shape::Steps {
            (self.tread_middle(series, point), self.tread(series, point), self.seats_of_step(series, point))
        } else {
            let mark = self.mark_area(series, point);
            (mark, mark, sides.iter().chain(&OTHERS).map(|side| (mark, *side)).collect())
        };
        let alone = stands_alone(series, point);
        let along = series.role == Role::Scenario && !alone && !is_name;
        Label { text, narrow, mark, own, seats, gap, hue: series.hue, is_name, alone, along }
    }

    /// Writes a text in its place, towards its point.
    fn set(&self, label: &Label, text: &Paragraph, Placed { area, leader }: &Placed) {
        let paint = self.paint(label.hue);
        if let Some(leader) = leader {
            let ends = leader.map(|(x, y)| (steps(x), steps(y)));
            self.sheet.borrow_mut().path(ends, paint.line, steps(self.style.hair));
        }
        let middle = (label.mark.left + label.mark.right) / 2.0;
        let (x, anchor) = if area.right <= middle {
            (area.right, Anchor::End)
        } else if area.left >= middle {
            (area.left, Anchor::Start)
        } else {
            ((area.left + area.right) / 2.0, Anchor::Middle)
        };
        self.paragraph(text, (x, area.top), anchor, paint.text);
    }
}

/// Where the figures of a series stand, the best side first.
fn sides_of(series: &Series) -> [(f64, f64); 4] {
    match series.role {
        Role::Estimate | Role::Forecast | Role::Plan => [BELOW, RIGHT, LEFT, ABOVE],
        Role::Outturn | Role::Pledge | Role::Scenario | Role::Goal | Role::Shortfall | Role::Headroom => {
            [ABOVE, LEFT, RIGHT, BELOW]
        }
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
