//! Where labels go: never over each other, never off the picture, near what they name.

mod cost; // what places cost
mod spread; // what stands where
mod room; // what labels seek their places in
mod beside; // places beside a mark
mod leader; // places apart from it, with a line that leads there
mod stack; // places in a column
mod search; // in which order places are sought
mod obstacles; // what labels keep clear of
mod labels; // those that have found their places
mod ends; // labels beside the right edge
mod bars; // words of bars without room inside
mod points; // labels beside points

pub(crate) use labels::{Labels, Piece};

use super::layout::Layout;
use super::layout::bar_captions::Bar;
use super::paper::lettering::Lettering;
use room::Room;
use search::fitted;

/// What the search for places beside points begins with, for the laws of what it finds.
#[cfg(test)]
pub(crate) struct Sought {
    pub(crate) labels: Vec<search::Label>,
    /// The marks and steps that have labels.
    pub(crate) named: Vec<super::paper::geometry::Area>,
}

#[cfg(test)]
pub(crate) fn sought(layout: &Layout) -> Sought {
    Sought { labels: points::beside_points(layout), named: obstacles::named(layout) }
}

/// The labels of a figure where there is room beside these texts: at the lines' ends, beside bars and points, and the ground's
/// name last.
pub(crate) fn labels(layout: &Layout, bars: &[Bar], texts: &[Lettering]) -> Labels {
    let (mut labels, mut room) = (Labels::default(), Room::of(layout, texts));
    labels.ends(layout, &mut room);
    labels.outside_bars(layout, bars, &mut room);
    let points = points::beside_points(layout);
    let mut fit = fitted(&room, &points);
    labels.found(layout.style, &fit);
    labels.ground_name(layout, &mut fit.room);
    labels
}
