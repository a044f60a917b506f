//! The labels beside the right edge, in a column, and the name of the tinted ground.

use super::labels::Labels;
use super::room::Room;
use super::stack::stack;
use crate::chart::layout::{End, Layout};
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::palette::Colour;
use crate::chart::text::paragraph::Paragraph;

impl Labels {
    /// What lines and bands are called that end at the right edge.
    pub(super) fn ends(&mut self, layout: &Layout, room: &mut Room) {
        let style = layout.style;
        let place = |end: &End| layout.place(end.at, end.value);
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
                self.left_out.push(label.words());
                continue;
            };
            let (top, paint) = (middle - label.height() / 2.0 + label.kind.size * 0.1, style.paint(end.hue));
            self.write(Lettering::of(label, (left, top), Anchor::Start, paint.text));
            room.fill(Area { left, top, right: left + label.width(), bottom: top + label.height() });
            let (x, y) = place(end);
            self.end_leader(layout, (x + beyond, y), (left, label.middle_near(top, y)), paint.line);
        }
    }

    /// A thin line from a point to a label that had to move away from its height, or stands far to the right.
    fn end_leader(&mut self, layout: &Layout, (x, y): (f64, f64), (left, middle): (f64, f64), colour: Colour) {
        let (gap, near) = (layout.style.space * 0.5, layout.style.label.size * 0.9);
        let from = x + gap;
        let far = (middle - y).abs() > near || left - from > layout.style.space * 5.0;
        if far && left - gap > from {
            self.lead([(from, y), (left - gap, middle)], colour);
        }
    }

    /// The ground's name in the corner of it that is freest.
    pub(super) fn ground_name(&mut self, layout: &Layout, room: &mut Room) {
        let (Some(start), Some(ground)) = (layout.ground_from(), &layout.figure.ground) else { return };
        let (plot, space) = (&layout.plot, layout.style.space);
        let left = layout.place(start, 0.0).0;
        let name = Paragraph::new(&ground.name, layout.style.small, plot.right - plot.left);
        let (width, height) = (name.width(), name.height());
        let rows = [plot.top + space, plot.bottom - space - height];
        let last = plot.right - space - width;
        let columns = [(left + space).min(last), last];
        let corners = rows
            .into_iter()
            .flat_map(|top| columns.map(|left| Area { left, top, right: left + width, bottom: top + height }));
        let Some(best) = room.freest(corners, space) else {
            return self.left_out.push(ground.name.clone());
        };
        room.fill(best);
        self.write(Lettering::of(&name, (best.left, best.top), Anchor::Start, layout.style.palette.soft));
    }
}
