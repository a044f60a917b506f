//! In which type the words of bars are set.

use super::bar_widths::{bar_width, pitch};
use crate::chart::figure::{Figure, Point, Role, Series, Shape};
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;

/// What the words of a hatched bar leave beside them, and what those of every bar leave.
const HATCHED: f64 = 2.5;
pub(super) const NARROW: f64 = 0.25;
/// The most lines that ordinary type may take.
const LINES: usize = 3;

/// How the figures of bars and their kinds are set where a year is so wide: all in ordinary type, or all in small type where
/// one of them has no room for that.
pub(crate) fn inscription(figure: &Figure, style: &Style, year: f64) -> [Type; 2] {
    let bar = bar_width(figure);
    let short = |series: &Series, point: &Point| {
        let room =
            year * if point.from == 0.0 { bar } else { pitch(bar) } - style.space * beside_words(series.role, style);
        let words = [(&point.label, style.label), (&series.label, style.tick)];
        let words = words.map(|(text, kind)| Paragraph::unbroken(text, kind, room));
        words.iter().all(|part| part.width() <= room)
            && words.iter().map(|part| part.lines.len()).sum::<usize>() <= LINES
    };
    let mut bars = figure.series.iter().filter(|series| series.shape == Shape::Bars);
    let all = bars.all(|series| series.points.iter().all(|point| short(series, point)));
    if all { [style.label, style.tick] } else { small(style) }
}

/// How much of a bar's width its words leave, in steps of the spacing grid: where it is hatched, enough for the hatch to be seen
/// beside them.
pub(super) fn beside_words(role: Role, style: &Style) -> f64 {
    if style.filling(role).hatch.is_some() { HATCHED } else { NARROW }
}

pub(super) fn small(style: &Style) -> [Type; 2] {
    [Type { size: style.small.size, ..style.label }, style.small]
}
