//! The labels beside points: which there are, where each may stand, and how it is written where it found a place.

use super::labels::Labels;
use super::room::{ABOVE, BELOW, LEFT, OTHERS, Placed, RIGHT, Seat, Side};
use super::search::{Fit, Label};
use crate::chart::figure::{Point, Role, Series, Shape};
use crate::chart::layout::Layout;
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;

impl Labels {
    /// The labels in the places that the search has found.
    pub(super) fn found(&mut self, style: &Style, fit: &Fit) {
        for (label, text, place) in &fit.sets {
            match place {
                Some((placed, _)) => self.set(style, label, text, placed),
                None => self.left_out.push(label.text.words()),
            }
        }
    }

    /// Writes a text in its place, towards its point.
    fn set(&mut self, style: &Style, label: &Label, text: &Paragraph, Placed { area, leader }: &Placed) {
        let paint = style.paint(label.hue);
        leader.iter().for_each(|leader| self.lead(*leader, paint.line));
        let middle = (label.mark.left + label.mark.right) / 2.0;
        let (x, anchor) = if area.right <= middle {
            (area.right, Anchor::End)
        } else if area.left >= middle {
            (area.left, Anchor::Start)
        } else {
            ((area.left + area.right) / 2.0, Anchor::Middle)
        };
        self.write(Lettering::of(text, (x, area.top), anchor, paint.text));
    }
}

/// A point, and the sides on which its label is tried, the best first.
struct Spot<'a> {
    series: &'a Series,
    point: &'a Point,
    sides: [Side; 4],
}

/// The names of the series that end inside the plot, and the figures beside points, of each series the latest first.
pub(crate) fn beside_points(layout: &Layout) -> Vec<Label> {
    let (style, widest) = (layout.style, layout.style.width * 0.3);
    let at_edge = |number: usize| layout.ends.iter().any(|end| end.series == Some(number));
    let mut labels = Vec::new();
    for (number, series) in layout.figure.series.iter().enumerate().filter(|(_, series)| series.shape != Shape::Bars) {
        if let Some(spot) = named_at(series).filter(|_| !series.label.is_empty() && !at_edge(number)) {
            labels.push(label(layout, Paragraph::new(&series.label, style.label, widest), &spot, true));
        }
        let sides = sides_of(series);
        for point in series.points.iter().rev().filter(|point| !point.label.is_empty()) {
            let text = Paragraph::stacked(&point.label, style.figure, widest);
            labels.push(label(layout, text, &Spot { series, point, sides }, false));
        }
    }
    labels
}

fn label(layout: &Layout, text: Paragraph, spot: &Spot, is_name: bool) -> Label {
    let &Spot { series, point, sides } = spot;
    let (narrow, gap) = (text.narrower(), layout.style.space * 0.8);
    let (mark, own, seats) = if series.shape == Shape::Steps {
        (tread_middle(layout, series, point), layout.tread(series, point), seats_of_step(layout, series, point))
    } else {
        let mark = layout.mark(series, point);
        (mark, mark, sides.iter().chain(&OTHERS).map(|side| (mark, *side)).collect())
    };
    let alone = stands_alone(series, point);
    let along = series.role == Role::Scenario && !alone && !is_name;
    Label { text, narrow, mark, own, seats, gap, hue: series.hue, is_name, alone, along }
}

/// The middle of a tread, from where a leader shows whose it is.
fn tread_middle(layout: &Layout, series: &Series, point: &Point) -> Area {
    let (tread, reach) = (layout.tread(series, point), layout.beginning(point));
    let (x, y) = tread.middle();
    Area { left: x, top: y, right: x, bottom: y }.grown(reach)
}

/// Where the label of a step may stand: above or below its tread from where that begins, before it, or to where it ends;
/// that of the last step behind it as well.
fn seats_of_step(layout: &Layout, series: &Series, point: &Point) -> Vec<Seat> {
    let (tread, reach) = (layout.tread(series, point), layout.beginning(point));
    let y = tread.middle().1;
    let at = |x: f64| Area { left: x, top: y, right: x, bottom: y }.grown(reach);
    let (begins, ends) = (at(tread.left), at(tread.right));
    let last = series.points.last().is_some_and(|last| last == point);
    let along = [(begins, (1.0, -1.35)), (begins, (1.0, 1.35)), (begins, LEFT)];
    let behind = [(ends, (-1.0, -1.35)), (ends, (-1.0, 1.35)), (ends, RIGHT)];
    along.into_iter().chain(behind.into_iter().take(if last { 3 } else { 2 })).collect()
}

/// Where the figures of a series stand, the best side first.
fn sides_of(series: &Series) -> [Side; 4] {
    match series.role {
        Role::Estimate | Role::Forecast | Role::Plan => [BELOW, RIGHT, LEFT, ABOVE],
        Role::Outturn | Role::Pledge | Role::Scenario | Role::Goal | Role::Path => [ABOVE, LEFT, RIGHT, BELOW],
        Role::Shortfall | Role::Headroom | Role::Rise | Role::Fall => [ABOVE, LEFT, RIGHT, BELOW],
    }
}

/// Whether a point is a mark or a step of its own, on no line.
fn stands_alone(series: &Series, point: &Point) -> bool {
    series.shape == Shape::Steps || series.marks().any(|mark| mark.at == point.at)
}

/// The point beside which a series bears its name, and the sides to try: the middle of a long line, else the last point.
fn named_at(series: &Series) -> Option<Spot<'_>> {
    let longest = series.runs().max_by_key(|run| run.len())?;
    let in_the_middle = longest.len() > 4 || series.role == Role::Path;
    if in_the_middle && series.shape == Shape::Line {
        let point = &longest[longest.len() / 2];
        return Some(Spot { series, point, sides: [ABOVE, BELOW, LEFT, RIGHT] });
    }
    let sides = if series.role == Role::Goal { [LEFT, ABOVE, BELOW, RIGHT] } else { [RIGHT, ABOVE, BELOW, LEFT] };
    Some(Spot { series, point: series.points.last()?, sides })
}
