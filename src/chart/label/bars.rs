//! The words of bars that have no room inside: above the bar or beside it, where nothing is in the way.

use super::cost::LINE;
use super::labels::Labels;
use super::room::Room;
use crate::chart::figure::Point;
use crate::chart::layout::bar_captions::{Bar, Words};
use crate::chart::layout::{Layout, pitch};
use crate::chart::paper::geometry::{Area, Segment};

impl Labels {
    /// The words of the bars that have none inside.
    pub(super) fn outside_bars(&mut self, layout: &Layout, bars: &[Bar], room: &mut Room) {
        let widest = pitch(layout.bar) * layout.year();
        for bar in bars.iter().filter(|bar| !bar.point.label.is_empty() && bar.words.is_none()) {
            let open = |words: Words| {
                let mut places = places(layout, bar, &words, room).into_iter();
                places.find(|area| is_open(area, room)).map(|area| (words, area))
            };
            let (figure, kind) = (bar.point.label.as_str(), bar.series.label.as_str());
            match layout.wordings(bar.series, bar.point, widest).find_map(open) {
                None => self.left_out.push([figure, kind].join(" ").trim_end().to_owned()),
                Some((words, area)) => {
                    if words.kind.is_empty() && !kind.is_empty() {
                        self.left_out.push(kind.to_owned());
                    }
                    room.fill(area);
                    self.write(layout.inscribed(&words, &area));
                }
            }
        }
    }
}

/// Where the words of a bar may stand: beside the middle of one that is tall and stands on another, or that bears another,
/// else above it, or above the level lines that pass close over it, as those of pledges.
fn places(layout: &Layout, bar: &Bar, words: &Words, room: &Room) -> Vec<Area> {
    let (point, bar, space, height) = (bar.point, bar.area, layout.style.space, words.height());
    let down = ((bar.top + bar.bottom + height) / 2.0).min(layout.plot.bottom - space);
    let middle = layout.standing_at(point, words, down);
    let left = Area { left: bar.left - space - words.width(), right: bar.left - space, ..middle };
    let right = Area { left: bar.right + space, right: bar.right + space + words.width(), ..middle };
    let upon = |other: &Point| other.value > point.value && other.from > (point.from + point.value) / 2.0;
    if layout.each_bar().any(|(_, other)| other.at == point.at && upon(other)) {
        return vec![left, right];
    }
    let above = layout.standing_at(point, words, bar.top - space);
    let over = Area { top: above.top - height, ..above };
    let level = |[from, to]: &Segment| from.1 == to.1;
    let lines = room.lines.near(&over).filter(|line| line.worth >= LINE && over.crossed(&line.piece));
    let lines = lines.filter(|line| level(&line.piece));
    let highest = lines.map(|line| line.piece[0].1.min(line.piece[1].1) - line.half).fold(f64::INFINITY, f64::min);
    let raised = highest.is_finite().then(|| layout.standing_at(point, words, highest - space));
    let tall = point.from != 0.0 && bar.bottom - bar.top > height * 3.0;
    tall.then_some(left).into_iter().chain([above]).chain(raised).collect()
}

/// Whether no line, no other bar and no text is in the way.
fn is_open(area: &Area, room: &Room) -> bool {
    let crossed = room.lines.near(area).any(|line| line.worth >= LINE && line.is_near(area, 0.0));
    !crossed && !room.shunned.meets(area) && room.is_free(area, 0.0)
}
