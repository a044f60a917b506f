//! Letters as outlines: each is drawn once, in thousandths of an em, and used wherever it stands.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::markup::Markup;
use crate::chart::paper::geometry::{Anchor, Place, in_parts};
use crate::chart::paper::sheet::{Ink, Shape, Sheet};
use crate::chart::text::type_style::STEPS;
use crate::chart::text::typeface::{self, Outline, Piece, Spot, Weight};

/// The parts of an em that letters are drawn in.
const PARTS: f64 = 1000.0;

/// Each letter that stands on a sheet, under the name that [`text`] uses it by.
pub(super) fn define(svg: &mut Markup, sheet: &Sheet) {
    let mut defined = BTreeSet::new();
    svg.push("<defs>\n");
    for element in &sheet.elements {
        let (Shape::Text(number, _), Ink::Letters { weight, .. }) = (&element.shape, element.ink) else { continue };
        typeface::outlines(sheet.words(*number), weight, |letter, outline, _| {
            if !outline.pieces.is_empty() && defined.insert((weight, letter)) {
                svg.push("<path id=\"");
                name(svg, weight, letter);
                svg.push("\" d=\"");
                trace(svg, outline);
                svg.push("\"/>\n");
            }
        });
    }
    svg.push("</defs>\n");
}

/// What turns thousandths of an em into pixels.
pub(super) fn scale(svg: &mut Markup, size: i32) {
    // a string takes whatever is written to it
    let _ = write!(svg.0, " transform=\"scale({})\"", f64::from(size) / STEPS / PARTS);
}

/// A text of a size whose group is scaled by [`scale`].
pub(super) fn text(svg: &mut Markup, text: &str, (x, y): Place, (size, weight, anchor): (i32, Weight, Anchor)) {
    let size = f64::from(size);
    let left = match anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => typeface::width(text, weight) / 2.0,
        Anchor::End => typeface::width(text, weight),
    };
    svg.push("<g transform=\"translate(");
    svg.whole(in_parts(f64::from(x) / size - left, PARTS));
    svg.push(" ");
    svg.whole(in_parts(f64::from(y) / size, PARTS));
    svg.push(")\" aria-label=\"");
    svg.text(text);
    svg.push("\">");
    typeface::outlines(text, weight, |letter, outline, at| {
        if !outline.pieces.is_empty() {
            svg.push("<use xlink:href=\"#");
            name(svg, weight, letter);
            svg.push("\" x=\"");
            svg.whole(in_parts(at, PARTS));
            svg.push("\"/>");
        }
    });
    svg.push("</g>\n");
}

/// What a letter of a weight is called.
fn name(svg: &mut Markup, weight: Weight, letter: char) {
    svg.push(match weight {
        Weight::Regular => "r",
        Weight::SemiBold => "b",
    });
    svg.whole(i32::try_from(u32::from(letter)).unwrap_or_default());
}

/// An outline as path data, each place seen from the one before; what is filled need not be closed.
fn trace(svg: &mut Markup, outline: &Outline) {
    let (mut at, mut reached) = ((0, 0), None);
    for piece in &outline.pieces {
        let [first, bends @ ..] = piece.spots() else { continue };
        if reached != Some(*first) {
            at = go(svg, "m", at, &[*first]);
        }
        let command = match piece {
            Piece::Line(_) => "l",
            Piece::Quadratic(_) => "q",
            Piece::Cubic(_) => "c",
        };
        at = go(svg, command, at, bends);
        reached = bends.last().copied();
    }
}

/// A command with its places, seen from where it begins; where it ends.
fn go(svg: &mut Markup, command: &str, (x, y): Place, spots: &[Spot]) -> Place {
    let places = spots.iter().map(|(x, y)| (in_parts(f64::from(*x), PARTS), in_parts(f64::from(*y), PARTS)));
    let end = places.clone().next_back();
    match end {
        Some(end) if command == "l" && end.1 == y => svg.numbers("h", [end.0 - x]),
        Some(end) if command == "l" && end.0 == x => svg.numbers("v", [end.1 - y]),
        Some(_) | None => svg.numbers(command, places.flat_map(|place| [place.0 - x, place.1 - y])),
    }
    end.unwrap_or((x, y))
}
