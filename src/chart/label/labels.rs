//! Labels that have found their places, and those that have not.

use crate::chart::paper::geometry::Segment;
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::palette::Colour;

/// A line of a label, or the thin line that leads to one.
#[derive(Debug)]
pub(crate) enum Piece {
    Text(Lettering),
    Leader(Segment, Colour),
}

/// The labels of a figure.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    /// What is drawn of them, in this order.
    pub(crate) pieces: Vec<Piece>,
    /// The words of those that found no room.
    pub(crate) left_out: Vec<String>,
}

impl Labels {
    pub(super) fn write(&mut self, lines: impl IntoIterator<Item = Lettering>) {
        self.pieces.extend(lines.into_iter().map(Piece::Text));
    }

    pub(super) fn lead(&mut self, leader: Segment, colour: Colour) {
        self.pieces.push(Piece::Leader(leader, colour));
    }

    /// Every line of text.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Lettering> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(line) => Some(line),
            Piece::Leader(..) => None,
        })
    }
}
