//! The key to the signs of a scoreboard: each beside its words, in as many lines as they need.

use super::parts::Layout;
use crate::chart::figure::Sign;
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::typeface::CAP;

/// How wide a sign is and how far entries stand apart, in sizes of the type.
const SIGN: f64 = 2.0;
const APART: f64 = 1.6;

/// A sign in its place, and its words beside it.
#[derive(Debug)]
pub(crate) struct KeySign {
    pub(crate) sign: Sign,
    pub(crate) area: Area,
    pub(crate) words: Vec<Lettering>,
}

impl Layout<'_> {
    /// The signs from this height on, and the height at which they end.
    pub(super) fn key(&self, top: f64) -> (Vec<KeySign>, f64) {
        let (style, kind) = (self.style, self.style.tick);
        let (left, right) = (style.margin(), style.width - style.margin());
        let (wide, line, high) = (kind.size * SIGN, kind.leading() * 1.15, kind.size * CAP);
        let (mut signs, mut x, mut y) = (Vec::new(), left, top);
        for entry in &self.figure.key {
            let words = Paragraph::new(&entry.words, kind, right - left - wide);
            let needed = wide + style.space + words.width();
            if x > left && x + needed > right {
                (x, y) = (left, y + line);
            }
            let area = Area { left: x, top: y, right: x + wide, bottom: y + high };
            let at = (x + wide + style.space, y);
            let words = Lettering::of(&words, at, Anchor::Start, style.palette.soft).collect();
            signs.push(KeySign { sign: entry.sign, area, words });
            x += needed + kind.size * APART;
        }
        let end = if signs.is_empty() { top } else { y + line };
        (signs, end)
    }
}
