//! Lines of text where they stand.

use super::geometry::{Anchor, Area};
use super::palette::Colour;
use crate::chart::text::line_breaking::Line;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;

/// A measured line of text in its place.
#[derive(Debug, Clone)]
pub(crate) struct Lettering {
    pub(crate) line: Line,
    /// The place of one of its ends, on the height that it stands on.
    pub(crate) at: (f64, f64),
    pub(crate) anchor: Anchor,
    pub(crate) kind: Type,
    pub(crate) colour: Colour,
}

impl Lettering {
    /// The lines of a paragraph whose capitals begin at this height.
    pub(crate) fn of(
        text: &Paragraph,
        (x, top): (f64, f64),
        anchor: Anchor,
        colour: Colour,
    ) -> impl Iterator<Item = Self> {
        let kind = text.kind;
        text.standing(top).map(move |(line, y)| Self { line: line.clone(), at: (x, y), anchor, kind, colour })
    }

    /// The room it takes.
    pub(crate) fn area(&self) -> Area {
        Area::of_text(self.line.width * self.kind.size, self.at, self.anchor, self.kind)
    }
}

/// A text as it was drawn, and the room it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// What it says.
    pub text: String,
    /// The room it takes.
    pub area: Area,
}
