//! The axis of years, and how many of them are written out.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::coord::types::RangedCoordf64;

use super::scale::whole;
use crate::chart::figure::{Across, Figure, Shape};

/// The horizontal axis of a picture.
#[derive(Debug, Clone)]
pub(crate) struct Years {
    /// The years from edge to edge.
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Those that are written, or that begin at a tick.
    pub(crate) written: Vec<i32>,
}

impl Years {
    /// The axis of a figure with no year written yet.
    pub(crate) fn of(figure: &Figure) -> Self {
        let (from, to) = span(figure);
        Self { from, to, written: Vec::new() }
    }

    /// The same with the years that are written where each has this much room and its text needs that much.
    pub(crate) fn written(mut self, across: Across, room: f64, needed: f64) -> Self {
        self.written = match across {
            Across::Days(..) => years((self.from, self.to), room, needed).collect(),
            Across::Years(_, last) => years_to(last, self.from, room, needed).collect(),
            Across::Named(_) => Vec::new(),
        };
        self
    }

    /// All of which some part lies on the axis.
    pub(super) fn touched(&self) -> impl Iterator<Item = i32> {
        years((self.from - 1.0, self.to), 1.0, 0.0)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> f64 {
        self.to - self.from
    }
}

/// For plotters, a scale whose key points are the years that are written.
impl Ranged for &Years {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, at: &f64, pixels: (i32, i32)) -> i32 {
        RangedCoordf64::from(self.range()).map(at, pixels)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.written.iter().take(hint.max_num_points()).map(|year| f64::from(*year)).collect()
    }

    fn range(&self) -> Range<f64> {
        self.from..self.to
    }
}

/// The years from edge to edge: a bar at an end needs room beside it, a line a little, so that no mark touches an edge.
fn span(figure: &Figure) -> (f64, f64) {
    let (first, last) = figure.across.ends();
    let of = |shape: Shape| {
        figure.series.iter().filter(move |series| series.shape == shape).flat_map(|series| &series.points)
    };
    let stands = |shape: Shape, end: f64| of(shape).any(|point| (point.at - end).abs() < 0.5);
    let pad = |end: f64, of_lines: f64| match figure.across {
        Across::Days(..) => ((last - first) * if end > first { 0.12 } else { 0.07 }).max(0.02),
        Across::Named(_) => 0.5,
        Across::Years(..) if first == last || stands(Shape::Bars, end) => 0.5,
        Across::Years(..) if stands(Shape::Marks, end) => 0.4,
        Across::Years(..) => of_lines,
    };
    // after the last year of lines stand their labels, which are better near
    let points = figure.series.iter().flat_map(|series| &series.points).map(|point| point.at);
    let all = points.fold((first, last), |(low, high), at| (low.min(at), high.max(at)));
    ((first - pad(first, 0.2)).min(all.0), (last + pad(last, 0.08)).max(all.1))
}

/// The years that are written out where each has this much room and its text needs that much: every one, or every second,
/// fifth, tenth, ... round one.
pub(super) fn years((from, to): (f64, f64), room: f64, needed: f64) -> impl Iterator<Item = i32> {
    let fits = |step: &i32| f64::from(*step) * room >= needed;
    let year = |year: i64| i32::try_from(year).ok();
    let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(fits).unwrap_or(1000);
    (whole(from.ceil())..=whole(to.floor())).filter_map(year).filter(move |year| year % step == 0)
}

/// As [`years`], but always with the last one: a round year that is too near to that makes way for it.
fn years_to(last: i32, from: f64, room: f64, needed: f64) -> impl Iterator<Item = i32> {
    let clear = move |year: &i32| f64::from(last - year) * room >= needed;
    years((from, f64::from(last)), room, needed).filter(clear).chain(std::iter::once(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crowded_years_are_thinned_to_round_ones() {
        assert_eq!(years((2014.0, 2026.2), 20.0, 70.0).collect::<Vec<_>>(), [2015, 2020, 2025]);
        assert_eq!(years((2024.8, 2027.0), 90.0, 70.0).count(), 3);
    }

    #[test]
    fn the_last_year_is_written_whatever_its_number() {
        assert_eq!(years_to(2021, 2013.8, 40.0, 70.0).collect::<Vec<_>>(), [2014, 2016, 2018, 2021]);
        for (last, room) in (2015..2060).flat_map(|last| [8.0, 20.0, 35.0, 90.0].map(|room| (last, room))) {
            let years: Vec<i32> = years_to(last, 2013.8, room, 70.0).collect();
            assert_eq!(years.last(), Some(&last));
            assert!(years.windows(2).all(|pair| f64::from(pair[1] - pair[0]) * room >= 70.0), "{years:?}");
        }
    }
}
