//! How wide bars are, in years.

use crate::chart::figure::{Figure, Shape};

/// How much of its year a bar takes that has it to itself, and of its room one beside others.
const BAR: f64 = 0.46;
const CLOSE: f64 = 0.95;

/// How wide bars are, in years: as the nearest two of them allow.
pub(crate) fn bar_width(figure: &Figure) -> f64 {
    let bars = figure.series.iter().filter(|series| series.shape == Shape::Bars);
    let mut places: Vec<f64> = bars.flat_map(|series| &series.points).map(|bar| bar.at).collect();
    places.sort_by(f64::total_cmp);
    let apart = places.windows(2).map(|pair| pair[1] - pair[0]).filter(|apart| *apart > 0.0);
    let nearest = apart.fold(1.0, f64::min);
    if nearest < 1.0 { nearest * CLOSE } else { BAR }
}

/// How wide words above a bar so wide may be, both in years, so that the neighbours' have as much.
pub(crate) fn pitch(bar: f64) -> f64 {
    if bar < BAR { bar / CLOSE } else { 0.94 }
}
