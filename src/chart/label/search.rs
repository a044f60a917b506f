//! In which order the labels inside the plot seek their places, and which order is best.

use std::collections::BTreeSet;

use super::cost::{EASY, LEAST, LIMIT, NARROWER};
use super::room::{Offer, Room, Seat, Wish};
use crate::chart::figure::Hue;
use crate::chart::paper::geometry::Area;
use crate::chart::text::paragraph::Paragraph;

/// A text that belongs to a point.
pub(crate) struct Label {
    pub(crate) text: Paragraph,
    /// The same with one line more, if it can be parted.
    pub(crate) narrow: Option<Paragraph>,
    /// The room of the point's mark, and the distance from it.
    pub(crate) mark: Area,
    pub(crate) gap: f64,
    /// All that it names: the mark, or the whole of a step.
    pub(crate) own: Area,
    /// Where it may stand without a leader, the best first.
    pub(crate) seats: Vec<Seat>,
    pub(crate) hue: Hue,
    /// Whether it names a series, or gives a figure.
    pub(crate) is_name: bool,
    /// Whether the point is a mark or a step of its own, on no line.
    pub(crate) alone: bool,
    /// Whether it is one of the figures all along a line, which name no scenario but have their room beside it.
    pub(crate) along: bool,
}

impl Room {
    /// The cheapest room for a label beside its mark, else apart from it with a leader.
    pub(crate) fn offer(&self, wish: &Wish) -> Option<Offer> {
        let near = self.near(wish);
        let enough = near.map_or(wish.limit, |(_, cost)| cost);
        let apart = if enough > LEAST { self.apart(wish, enough) } else { None };
        apart.or(near)
    }
}

/// A label, how its text is set, and its place, if it found one.
pub(crate) type Set<'a> = (&'a Label, &'a Paragraph, Option<Offer>);

/// The labels in their places, what these cost together, and the room that is left.
pub(crate) struct Fit<'a> {
    pub(crate) sets: Vec<Set<'a>>,
    cost: f64,
    pub(crate) room: Room,
}

/// The labels in the order in which their places cost least, where the first one is not good enough.
pub(crate) fn fitted<'a>(room: &Room, labels: &'a [Label]) -> Fit<'a> {
    let mut labels: Vec<&Label> = labels.iter().collect();
    let mut best = Fit::of(room, labels.len());
    best.seek(&labels, f64::INFINITY);
    if best.sets.iter().any(is_poor) {
        labels.sort_by_key(|label| !label.is_name);
        let names = labels.iter().take_while(|label| label.is_name).map(|_| 1).sum();
        if let Some(figures) = labels.get_mut(names..) {
            figures.reverse();
        }
        best = best.or_cheaper(room, &labels);
    }
    if best.sets.iter().any(is_lost) {
        let lost: BTreeSet<_> =
            best.sets.iter().filter(|set| is_lost(set)).map(|set| std::ptr::from_ref(set.0)).collect();
        labels.sort_by_key(|label| !lost.contains(&std::ptr::from_ref(*label)));
        best = best.or_cheaper(room, &labels);
    }
    best
}

impl<'a> Fit<'a> {
    fn of(room: &Room, labels: usize) -> Self {
        Self { sets: Vec::with_capacity(labels), cost: 0.0, room: room.clone() }
    }

    /// The labels in another order, if that costs less.
    fn or_cheaper(self, room: &Room, labels: &[&'a Label]) -> Self {
        let mut other = Self::of(room, labels.len());
        if other.seek(labels, self.cost).is_some() { other } else { self }
    }

    /// Seeks a place for every label: figures all along a line with free room right beside it, names, the other figures, and of
    /// either first those of marks that stand alone, since nothing else says what they are. Given up where all together cost
    /// `limit` or more.
    fn seek(&mut self, labels: &[&'a Label], limit: f64) -> Option<()> {
        let of =
            |name: bool, alone: bool| labels.iter().filter(move |label| label.is_name == name && label.alone == alone);
        // a name can stand apart with a leader, a figure on a line is better near
        let mut others: Vec<&Label> = Vec::new();
        for label in of(false, false) {
            let easy = if label.along { self.sought(label, EASY) } else { None };
            match easy {
                Some(offer) => self.set(label, Some(offer), limit)?,
                None => others.push(label),
            }
        }
        for label in of(true, true).chain(of(true, false)).chain(of(false, true)) {
            let offer = self.sought(label, if label.is_name { 3.0 } else { 2.0 } * LIMIT);
            self.set(label, offer, limit)?;
        }
        for label in others {
            let offer = self.sought(label, LIMIT);
            self.set(label, offer, limit)?;
        }
        Some(())
    }

    /// The best place for a label that costs less than a limit; where that is apart from its mark, narrower lines may stand
    /// beside it.
    fn sought(&self, label: &'a Label, limit: f64) -> Option<(&'a Paragraph, Offer)> {
        let usual = self.room.offer(&label.wish(&label.text, limit)).map(|offer| (&label.text, offer));
        let beside = usual.is_some_and(|(_, (placed, _))| placed.leader.is_none());
        let narrow = label.narrow.as_ref().filter(|_| !beside).and_then(|text| {
            let most = usual.map_or(limit, |(_, (_, cost))| cost) - NARROWER;
            let (placed, cost) = self.room.offer(&label.wish(text, most))?;
            let gained = placed.leader.is_none() || usual.is_none();
            gained.then_some((text, (placed, cost + NARROWER)))
        });
        narrow.or(usual)
    }

    fn set(&mut self, label: &'a Label, offer: Option<(&'a Paragraph, Offer)>, limit: f64) -> Option<()> {
        // a text without a place costs more than any place
        let none = if label.is_name || label.alone { 4.0 * LIMIT } else { LIMIT };
        self.cost += offer.map_or(none, |(_, (_, cost))| cost);
        if let Some((_, (placed, _))) = &offer {
            self.room.take(placed);
        }
        let text = offer.map_or(&label.text, |(text, _)| text);
        self.sets.push((label, text, offer.map(|(_, offer)| offer)));
        (self.cost < limit).then_some(())
    }
}

impl Label {
    fn wish(&self, text: &Paragraph, limit: f64) -> Wish<'_> {
        let &Self { mark, own, ref seats, gap, .. } = self;
        Wish { size: (text.width(), text.height()), mark, own, seats, gap, limit }
    }
}

/// Whether a name is left out, or a mark that stands alone goes without its figure.
fn is_lost((label, _, place): &Set) -> bool {
    place.is_none() && (label.alone || label.is_name)
}

/// Whether it does, or has its figure apart.
fn is_poor((label, _, place): &Set) -> bool {
    label.alone && !label.is_name && place.is_none_or(|(placed, _)| placed.leader.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::label::room::{ABOVE, BELOW, LEFT, RIGHT};

    #[test]
    fn a_label_goes_where_nothing_stands() {
        let bounds = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let mark = Area { left: 45.0, top: 45.0, right: 55.0, bottom: 55.0 };
        let mut room = Room::new(bounds, [], [vec![mark], Vec::new(), vec![mark]]);
        let seats = [ABOVE, BELOW, RIGHT, LEFT].map(|side| (mark, side));
        let wish = Wish { size: (30.0, 10.0), mark, own: mark, seats: &seats, gap: 4.0, limit: 100.0 };
        let mut placed: Vec<Area> = Vec::new();
        while let Some((next, _)) = room.offer(&wish) {
            room.take(&next);
            placed.push(next.area);
        }
        assert!(placed.len() >= 4);
        for (index, area) in placed.iter().enumerate() {
            assert!(area.within(&bounds));
            assert!(placed[..index].iter().all(|other| !other.meets(area)));
        }
    }
}
