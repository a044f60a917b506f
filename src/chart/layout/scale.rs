//! The value axis, from round number to round number.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::coord::types::RangedCoordf64;

use crate::chart::figure::Floor;
use crate::chart::words::Lang;
use crate::quantity::text::grouped;

/// A line across the picture and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tick {
    pub(crate) value: f64,
    pub(crate) text: String,
}

/// The value axis: from round number to round number.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scale {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) ticks: Vec<Tick>,
}

/// A distance between ticks, as digits and a power of ten.
#[derive(Debug, Clone, Copy)]
struct Step {
    digits: i64,
    power: i32,
}

impl Step {
    fn size(self) -> f64 {
        float(self.digits) * 10.0_f64.powi(self.power)
    }

    /// The round distances, smallest first: 1, 2, 2.5, 5, 10, ...
    fn all() -> impl Iterator<Item = Self> {
        let of = |power| [(1, power), (2, power), (25, power - 1), (5, power)];
        (-4..15).flat_map(of).map(|(digits, power)| Self { digits, power })
    }

    /// The last of its round numbers, in steps, on an axis that has to reach so high.
    fn highest(self, high: f64) -> f64 {
        let next = (high / self.size()).ceil();
        if next - high / self.size() <= FURTHER { next } else { next - 1.0 }
    }

    /// The number of this many steps, written in full.
    fn text(self, steps: i64, lang: Lang) -> String {
        let digits = (steps * self.digits).abs();
        let sign = if steps < 0 { "\u{2212}" } else { "" };
        let scale = |power: i32| 10_i64.pow(power.unsigned_abs());
        if steps == 0 || self.power >= 0 {
            return format!("{sign}{}", grouped(&(digits * scale(self.power)).to_string(), NO_BREAK));
        }
        let places = self.power.unsigned_abs() as usize;
        let (whole, part) = (digits / scale(self.power), digits % scale(self.power));
        format!("{sign}{}{}{part:0places$}", grouped(&whole.to_string(), NO_BREAK), lang.point())
    }
}

/// How much of what it shows the axis reaches beyond it, for marks and labels.
pub(crate) fn room_beyond(floor: Floor) -> f64 {
    match floor {
        Floor::Zero => 0.05,
        Floor::Lowest => 0.15,
    }
}

/// How much of a step the axis reaches further so that it ends at a round number; rather than more, it ends between two.
const FURTHER: f64 = 0.35;
const NO_BREAK: char = '\u{a0}';

impl Scale {
    /// An axis with at most this many steps, over all values and some room beyond them; `unit` follows its topmost number.
    ///
    /// It begins at a round number and ends at one if the next is near; where it is far, the room above would stand empty.
    pub(crate) fn new(values: impl Iterator<Item = f64>, floor: Floor, most: u32, unit: &str, lang: Lang) -> Self {
        let (low, high) = reach(values.filter(|value| value.is_finite()), floor);
        let most = f64::from(most.max(1));
        let fits = |step: &Step| step.highest(high) - (low / step.size()).floor() <= most;
        let step = Step::all().find(fits).unwrap_or(Step { digits: 1, power: 15 });
        let (first, last) = (whole((low / step.size()).floor()), whole(step.highest(high)));
        let mut ticks: Vec<Tick> = (first..=last)
            .map(|steps| Tick { value: step.size() * float(steps), text: step.text(steps, lang) })
            .collect();
        if let Some(top) = ticks.last_mut() {
            top.text.push_str(unit);
        }
        Self { low: step.size() * float(first), high: high.max(step.size() * float(last)), ticks }
    }
}

/// For plotters, a scale whose key points are the ticks.
impl Ranged for &Scale {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, pixels: (i32, i32)) -> i32 {
        RangedCoordf64::from(self.range()).map(value, pixels)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.ticks.iter().take(hint.max_num_points()).map(|tick| tick.value).collect()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

/// From where to where an axis has to reach.
fn reach(values: impl Iterator<Item = f64>, floor: Floor) -> (f64, f64) {
    let ends = values.fold(None, |ends: Option<(f64, f64)>, value| {
        let (low, high) = ends.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    });
    match (floor, ends) {
        (_, None) => (0.0, 1.0),
        (Floor::Zero, Some((low, high))) if low == high && low == 0.0 => (0.0, 1.0),
        (Floor::Zero, Some((low, high))) => (low.min(0.0), high.max(0.0) * (1.0 + room_beyond(floor))),
        (Floor::Lowest, Some((low, high))) => {
            let room = if low == high { low.abs().max(1.0) * 0.05 } else { (high - low) * room_beyond(floor) };
            (if low >= 0.0 { (low - room).max(0.0) } else { low - room }, high + room)
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "as many steps from zero as a figure may have, or a year")]
pub(super) fn whole(count: f64) -> i64 {
    count as i64
}

#[expect(clippy::cast_precision_loss, reason = "a place on paper needs no more digits than a float has")]
fn float(count: i64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(high: f64, most: u32, unit: &str) -> Vec<String> {
        Scale::new([high].into_iter(), Floor::Zero, most, unit, Lang::En)
            .ticks
            .into_iter()
            .map(|tick| tick.text)
            .collect()
    }

    #[test]
    fn an_axis_reaches_figures_far_from_zero() {
        for value in [2_850_000_000.0, 684_000_000.0] {
            let ends = [value - 0.5, value + 0.5];
            let scale = Scale::new(ends.into_iter(), Floor::Lowest, 6, "", Lang::En);
            assert!(scale.low <= ends[0] && ends[1] <= scale.high && scale.ticks.len() > 2, "{scale:?}");
        }
    }

    #[test]
    fn ticks_are_round_and_name_the_unit_once() {
        assert_eq!(texts(4.7, 6, "%"), ["0", "1", "2", "3", "4", "5%"]);
        assert_eq!(
            texts(2744.4, 6, ""),
            ["0", "500", "1\u{a0}000", "1\u{a0}500", "2\u{a0}000", "2\u{a0}500", "3\u{a0}000"]
        );
        assert_eq!(texts(0.28, 3, "%"), ["0", "0.1", "0.2", "0.3%"]);
    }

    #[test]
    fn an_axis_ends_little_above_what_it_shows() {
        for (number, most) in (1..400).zip((2..9).cycle()) {
            let high = f64::from(number) * 0.37;
            let scale = Scale::new([high].into_iter(), Floor::Zero, most, "", Lang::En);
            let step = scale.ticks[1].value - scale.ticks[0].value;
            assert!(scale.high >= high * 1.05 - step * 1e-9, "{high}: {scale:?}");
            assert!(scale.high <= high * 1.05 + step * (FURTHER + 1e-9), "{high}: {scale:?}");
            assert!(scale.ticks.iter().all(|tick| tick.value <= scale.high), "{high}: {scale:?}");
            assert!(scale.ticks.iter().zip(0..).all(|(_, tick)| tick <= most), "{high}: {scale:?}");
        }
    }

    #[test]
    fn an_axis_without_a_value_still_has_two_ends() {
        let scale = Scale::new(std::iter::empty(), Floor::Zero, 5, "", Lang::En);
        assert!(scale.low < scale.high);
    }

    #[test]
    fn an_axis_near_the_lowest_value_begins_at_a_round_number_below_it() {
        let scale = Scale::new([42283.0, 44379.0].into_iter(), Floor::Lowest, 6, "", Lang::En);
        assert_eq!((scale.low, scale.ticks.len()), (41500.0, 7));
        let scale = Scale::new([0.1, 9.0].into_iter(), Floor::Lowest, 6, "", Lang::En);
        assert_eq!(scale.low, 0.0);
    }
}
