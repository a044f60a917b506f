//! How far the value axis reaches beyond its values, so that words above bars and marks have room.

use super::bar_widths::{bar_width, pitch};
use super::scale::room_beyond;
use crate::chart::figure::{Across, Figure, Floor, Role};
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::typeface::{CAP, DESCENT};

/// About how much of the width the data have, beside the axis and the names of levels.
const BESIDE: f64 = 0.82;

/// The values up to which the axis has to reach in this height so that the words above a gap have room.
pub(super) fn above_gaps<'a>(
    figure: &'a Figure,
    style: &'a Style,
    height: f64,
    years: f64,
) -> impl Iterator<Item = f64> + 'a {
    let base = if figure.floor == Floor::Zero { 0.0 } else { figure.values().fold(f64::INFINITY, f64::min) };
    let room = pitch(bar_width(figure)) * (style.width - 2.0 * style.margin()) * BESIDE / years;
    let gaps = figure
        .series
        .iter()
        .filter(|series| matches!(series.role, Role::Shortfall | Role::Headroom | Role::Rise | Role::Fall));
    gaps.flat_map(move |series| {
        series.points.iter().map(move |point| {
            let words = [(&point.label, style.label), (&series.label, style.tick)];
            let words = words.map(|(text, kind)| Paragraph::unbroken(text, kind, room).height());
            base + (point.value - base) * height / (height - words.iter().sum::<f64>()).max(height * 0.3)
        })
    })
}

/// The value up to which the axis has to reach in this height so that a figure above the highest mark stands in the plot, where
/// that has a ground to stand on.
pub(super) fn above_marks(figure: &Figure, style: &Style, height: f64) -> Option<f64> {
    let tinted = figure.ground.is_some() || matches!(figure.across, Across::Days(..));
    let (low, high) = figure.values().filter(|_| tinted).fold(None, |ends: Option<(f64, f64)>, value| {
        let (low, high) = ends.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })?;
    let room = (CAP + DESCENT) * style.figure.size + style.mark * 1.25 + style.space * 2.0;
    let range = if figure.floor == Floor::Zero { high } else { high - low };
    Some(high + range * (room / (height - room).max(height * 0.3) - room_beyond(figure.floor)).max(0.0))
}

/// How many steps the value axis has room for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive count")]
pub(super) fn steps_in(height: f64, style: &Style) -> u32 {
    (height / (style.tick.size * 3.4)).clamp(2.0, 8.0) as u32
}
