//! What every column of a ranking has alike: the edges of its parts, its type and its scale.

use crate::chart::figure::{Floor, Ranking};
use crate::chart::layout::parts::Layout;
use crate::chart::layout::scale::Scale;
use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::{Weight, width};

/// How much of a column its names take at most, and its scale at least beside the changes.
const NAMES: f64 = 0.36;
const PLOT: f64 = 0.38;
/// The most numbers on a scale.
const TICKS: u32 = 8;
/// How high the type is at most, in heights of a row.
const TYPE: f64 = 0.8;

/// What every column has alike: the edges of its parts, from the left edge of the column on, and its scale.
pub(super) struct Measures {
    pub(super) kind: Type,
    pub(super) height: f64,
    pub(super) wide: f64,
    pub(super) names: (f64, f64),
    pub(super) plot: (f64, f64),
    pub(super) figures: f64,
    /// Where changes end, if there is room for them.
    pub(super) changes: Option<f64>,
    pub(super) scale: Scale,
}

impl Measures {
    /// How far from the left edge of the plot a value stands.
    pub(super) fn at(&self, value: f64) -> f64 {
        (self.plot.1 - self.plot.0) * (value - self.scale.low) / (self.scale.high - self.scale.low)
    }
}

impl Layout<'_> {
    pub(super) fn measures(&self, ranking: &Ranking, (count, height): (f64, f64)) -> Measures {
        let style = self.style;
        let gaps = (count - 1.0) * style.space * 6.0;
        let wide = (style.width - 2.0 * style.margin() - gaps) / count;
        let kind = Type { size: style.tick.size.min(height * TYPE), ..style.tick };
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| width(text, Weight::SemiBold) * kind.size).fold(0.0, f64::max)
        };
        let (rows, gap) = (&ranking.rows, kind.size * 0.8);
        let ranked = || rows.iter().filter(|row| row.value.is_some());
        let [of_figures, of_changes] = &ranking.heads;
        let ranks = widest(&mut rows.iter().map(|row| &*row.rank));
        let names = widest(&mut rows.iter().map(|row| &*row.name)).min(wide * NAMES);
        let figures = widest(&mut ranked().map(|row| &*row.figure).chain([&**of_figures]));
        let changes = widest(&mut ranked().map(|row| &*row.change).chain([&**of_changes]));
        let names = (ranks + gap, names);
        let left = names.0 + names.1 + gap;
        let number = width("0.0%", kind.weight) * kind.size;
        // the last number of the scale stands half beyond the plot
        let after = gap + number / 2.0;
        let right = wide - figures - after;
        let has_changes = changes > 0.0 && right - changes - gap - left >= wide * PLOT;
        let right = if has_changes { right - changes - gap } else { right };
        let ticks = (1..TICKS).rev().find(|ticks| f64::from(*ticks) * number * 2.0 <= right - left).unwrap_or(1);
        let scale = Scale::new(ranking.values(), Floor::Zero, ticks, &self.figure.unit, self.figure.lang);
        let changes = has_changes.then_some(wide);
        let figures = if has_changes { right + figures + after } else { wide };
        Measures { kind, height, wide, names, plot: (left, right), figures, changes, scale }
    }
}
