//! The names of what all rows of a ranking are held against, over the lines that run through them.

use crate::chart::figure::Hue;
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;

/// The colour of what was pledged.
const PLEDGE: Hue = Hue::Number(1);

/// A line through all rows, and its name at its upper end.
#[derive(Debug)]
pub(crate) struct LevelLabel {
    pub(crate) x: f64,
    /// Where the line begins.
    pub(crate) top: f64,
    pub(crate) words: Vec<Lettering>,
    /// The room that the name takes.
    area: Area,
}

impl LevelLabel {
    /// Each beside its line, in the lowest line of text that is free: right of it, else left of it, else over it.
    pub(super) fn of<'t>(levels: impl Iterator<Item = (f64, &'t str)>, room: Area, style: &Style) -> Vec<Self> {
        let levels: Vec<(f64, &str)> = levels.collect();
        let mut placed: Vec<Self> = Vec::new();
        for (x, text) in &levels {
            let x = *x;
            let text =
                Paragraph::fitted(text, style.tick, style.small.size * 0.8, (room.right - room.left, style.tick.size));
            let line = style.tick.leading() * 1.15;
            let at = |lines: f64, anchor| {
                let bottom = room.bottom - lines * line;
                let (wide, gap) = (text.width(), style.space * 0.75);
                let left = match anchor {
                    Anchor::Start => x + gap,
                    Anchor::Middle => (x - wide / 2.0).min(room.right - wide).max(room.left),
                    Anchor::End => x - gap - wide,
                };
                Area { left, top: bottom - text.height(), right: left + wide, bottom }
            };
            let lines = placed.iter().map(|_| 1.0).sum::<f64>();
            let aside = [Anchor::Start, Anchor::End].map(|anchor| at(0.0, anchor));
            let is_free = |area: &&Area| {
                let around = area.grown(style.space * 0.5);
                let crossed = levels.iter().any(|(x, _)| around.left < *x && *x < around.right);
                let meets = placed.iter().any(|other| other.area.meets(&around));
                area.left >= room.left && area.right <= room.right && !crossed && !meets
            };
            let area = aside.iter().find(is_free).copied().unwrap_or_else(|| at(lines, Anchor::Middle));
            let colour = style.paint(PLEDGE).text;
            let words = Lettering::of(&text, (area.left, area.top), Anchor::Start, colour).collect();
            let top = if aside.contains(&area) { area.top } else { area.bottom };
            placed.push(Self { x, top, words, area });
        }
        placed
    }
}
