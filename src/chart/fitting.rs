//! In which order the labels inside the plot seek their places, and which order is best.

use super::area::Area;
use super::figure::Hue;
use super::label::{Offer, Room, Wish};
use super::paragraph::Paragraph;

/// The most that the place of a figure may be worth avoiding; beyond it, the figure is left out. That of a mark alone and a name
/// bear twice as much.
const LIMIT: f64 = 24.0;

/// The most that an easy place costs: less than any with a leader or across a line.
const EASY: f64 = 12.0;

/// A text that belongs to a point.
pub(crate) struct Label {
    pub(crate) text: Paragraph,
    /// Its width and height.
    pub(crate) size: (f64, f64),
    /// The room of the point's mark, and the distance from it.
    pub(crate) mark: Area,
    pub(crate) gap: f64,
    /// The sides of the mark, the best first.
    pub(crate) sides: [(f64, f64); 4],
    pub(crate) hue: Hue,
    /// Whether it names a series, or gives a figure.
    pub(crate) is_name: bool,
    /// Whether the point is a mark or a step of its own, on no line.
    pub(crate) alone: bool,
    /// Whether it is one of the figures all along a line, which name no scenario but have their room beside it.
    pub(crate) along: bool,
}

/// A label and its place, if it found one.
pub(crate) type Set<'a> = (&'a Label, Option<Offer>);

/// The labels in their places, and the room that is left: in the order in which these cost least, where the first one is not
/// good enough.
pub(crate) fn fitted<'a>(room: &Room, labels: &'a [Label]) -> (Room, Vec<Set<'a>>) {
    let mut labels: Vec<&Label> = labels.iter().collect();
    let mut best = attempt(room.clone(), &labels);
    if best.1.iter().any(is_poor) {
        labels.sort_by_key(|label| !label.is_name);
        let names = labels.iter().take_while(|label| label.is_name).map(|_| 1).sum();
        if let Some(figures) = labels.get_mut(names..) {
            figures.reverse();
        }
        best = cheaper(best, attempt(room.clone(), &labels));
    }
    if best.1.iter().any(is_lost) {
        let lost = |label: &Label| best.1.iter().any(|set| is_lost(set) && std::ptr::eq(set.0, label));
        labels.sort_by_key(|label| !lost(label));
        best = cheaper(best, attempt(room.clone(), &labels));
    }
    best
}

/// Seeks a place for every label: figures all along a line with free room right beside it, names, the other figures, and of either
/// first those of marks that stand alone, since nothing else says what they are.
fn attempt<'a>(mut room: Room, labels: &[&'a Label]) -> (Room, Vec<Set<'a>>) {
    let mut sets: Vec<Set> = Vec::with_capacity(labels.len());
    let of = |name: bool, alone: bool| labels.iter().filter(move |label| label.is_name == name && label.alone == alone);
    // a name can stand apart with a leader, a figure on a line is better near
    let mut others: Vec<&Label> = Vec::new();
    for label in of(false, false) {
        let easy = if label.along { sought(&mut room, label, EASY) } else { None };
        match easy {
            Some(offer) => sets.push((label, Some(offer))),
            None => others.push(label),
        }
    }
    for label in of(true, true).chain(of(true, false)).chain(of(false, true)) {
        sets.push((label, sought(&mut room, label, 2.0 * LIMIT)));
    }
    for label in others {
        sets.push((label, sought(&mut room, label, LIMIT)));
    }
    (room, sets)
}

/// Takes the best place for a label that costs less than a limit.
fn sought(room: &mut Room, label: &Label, limit: f64) -> Option<Offer> {
    room.place(&Wish { size: label.size, mark: label.mark, sides: &label.sides, gap: label.gap, limit })
}

/// Whether a mark that stands alone goes without its figure.
fn is_lost((label, place): &Set) -> bool {
    place.is_none() && label.alone && !label.is_name
}

/// Whether it does, or has its figure apart.
fn is_poor((label, place): &Set) -> bool {
    label.alone && !label.is_name && place.is_none_or(|(placed, _)| placed.leader.is_some())
}

/// Of two ways to set the same labels the one that costs less, the first of two alike.
fn cheaper<'a>(one: (Room, Vec<Set<'a>>), other: (Room, Vec<Set<'a>>)) -> (Room, Vec<Set<'a>>) {
    // a text without a place costs more than any place
    let none = |label: &Label| if label.is_name || label.alone { 4.0 * LIMIT } else { LIMIT };
    let cost =
        |sets: &[Set]| sets.iter().map(|(label, place)| place.map_or(none(label), |(_, cost)| cost)).sum::<f64>();
    if cost(&other.1) < cost(&one.1) { other } else { one }
}
