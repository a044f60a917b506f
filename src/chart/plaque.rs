//! Figure and kind inside each bar, at its foot, where no line passes.

use super::canvas::Canvas;
use super::figure::{Point, Series, Shape};
use super::label::Area;
use super::paragraph::Paragraph;
use super::svg::Anchor;

impl Canvas<'_> {
    /// The two lines at the foot of a bar, if it is wide and high enough for them.
    fn foot(&self, series: &Series, point: &Point) -> Option<(Paragraph, Paragraph)> {
        let (style, bar) = (self.style, self.bar(point));
        let (width, height) = (bar.right - bar.left - style.space, bar.bottom - bar.top - style.space * 2.5);
        let figure = Paragraph::new(&point.label, style.label, f64::INFINITY);
        let kind = Paragraph::new(&series.label, style.tick, f64::INFINITY);
        let fits = figure.width().max(kind.width()) <= width && figure.height() + kind.height() + style.space <= height;
        fits.then_some((figure, kind))
    }

    /// The part of a bar above its words.
    pub(crate) fn hatched(&self, series: &Series, point: &Point) -> Area {
        let bar = self.bar(point);
        let words = self
            .foot(series, point)
            .map_or(0.0, |(figure, kind)| figure.height() + kind.height() + self.style.space * 3.0);
        Area { bottom: bar.bottom - words, ..bar }
    }

    pub(crate) fn bar_labels(&self, left_out: &mut Vec<String>) {
        let bars = self.figure.series.iter().filter(|series| series.shape == Shape::Bars);
        for (series, point) in bars.flat_map(|series| series.points.iter().map(move |point| (series, point))) {
            let Some((figure, kind)) = self.foot(series, point) else {
                left_out.push(format!("{} {}", point.label, series.label));
                continue;
            };
            let (bar, space, palette) = (self.bar(point), self.style.space, self.style.palette);
            let middle = (bar.left + bar.right) / 2.0;
            let kind_top = bar.bottom - space - kind.height();
            self.paragraph(&kind, (middle, kind_top), Anchor::Middle, palette.ink);
            self.paragraph(&figure, (middle, kind_top - space * 0.5 - figure.height()), Anchor::Middle, palette.ink);
        }
    }
}
