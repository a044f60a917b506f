//! Where the parts of a picture stand: derived from its size and its texts, from the outside in.

use std::ops::Range;

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;

use super::bar_type::inscription;
use super::bar_widths::bar_width;
use super::extent::{above_gaps, above_marks, steps_in};
use super::line_ends::{End, aside, ends};
use super::scale::Scale;
use super::year_captions::{YearCaptions, least, reach};
use super::years::Years;
use crate::chart::figure::{Across, Figure};
use crate::chart::paper::geometry::{Area, in_parts};
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::{STEPS, Type};
use crate::chart::text::typeface::{CAP, DESCENT, width};

/// The parts of a picture, in pixels.
#[derive(Debug)]
pub(crate) struct Layout<'a> {
    pub(crate) figure: &'a Figure,
    pub(crate) style: &'a Style,
    pub(crate) title: Paragraph,
    pub(crate) subtitle: Paragraph,
    pub(crate) source: Paragraph,
    pub(crate) credit: Paragraph,
    /// The tops of title, subtitle, years, words, source and credit.
    pub(crate) tops: Tops,
    /// Where the data stand.
    pub(crate) plot: Area,
    pub(crate) scale: Scale,
    pub(crate) years: Years,
    /// The words below the years.
    pub(crate) below: YearCaptions,
    /// The labels beside the right edge.
    pub(crate) ends: Vec<End>,
    /// How far from that edge they stand.
    pub(crate) aside: f64,
    /// How wide a bar is, in years.
    pub(crate) bar: f64,
    /// How the figures of bars and their kinds are set.
    pub(crate) inscription: [Type; 2],
}

/// The upper edges of what stands above and below the data.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tops {
    pub(crate) title: f64,
    pub(crate) subtitle: f64,
    pub(crate) years: f64,
    pub(crate) words: f64,
    pub(crate) source: f64,
    pub(crate) credit: f64,
}

/// What decides how wide the data stand.
struct Columns<'a> {
    figure: &'a Figure,
    style: &'a Style,
    scale: &'a Scale,
    years: &'a Years,
    ends: &'a [End],
    aside: f64,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(figure: &'a Figure, style: &'a Style) -> Self {
        Self::above(figure, style, least(figure.words.as_ref(), style))
    }

    /// With so much room for the words below the years, or with more, if they need that in the width that is left.
    fn above(figure: &'a Figure, style: &'a Style, words: f64) -> Self {
        let room = style.width - 2.0 * style.margin();
        let title = Paragraph::headline(&figure.title, style.title, style.label.size, (room, style.height * 0.2));
        let subtitle =
            Paragraph::headline(&figure.subtitle, style.subtitle, style.small.size, (room, style.height * 0.12));
        let source = sources(&figure.source, style, room);
        let line = (CAP + DESCENT) * style.small.size;
        let credit = Paragraph::fitted(&figure.credit, style.small, style.small.size * 0.8, (room, line));
        let (tops, Range { start: top, end: bottom }) =
            rows(style, [&title, &subtitle, &source, &credit], (numbers(figure, style), words));
        let (height, years) = (bottom - top, Years::of(figure));
        let above = above_gaps(figure, style, height, years.count()).chain(above_marks(figure, style, height));
        let values = figure.values().chain(above);
        let scale = Scale::new(values, figure.floor, steps_in(height, style), &figure.unit, figure.lang);
        let ends = ends(figure, style, room * 0.3);
        let aside = aside(style, &ends);
        let columns = Columns { figure, style, scale: &scale, years: &years, ends: &ends, aside };
        let (left, right) = columns.edges();
        // Whole pixels, so that edges are sharp.
        let plot = Area { left: left.round(), top: top.round(), right: right.round(), bottom: bottom.round() };
        let year = (plot.right - plot.left) / years.count();
        let below = figure.words.as_ref().map(|words| YearCaptions::new(words, style, year)).unwrap_or_default();
        if below.height(style) > words + 1.0 {
            return Self::above(figure, style, below.height(style));
        }
        let (bar, inscription) = (bar_width(figure), inscription(figure, style, year));
        let years = years.written(figure.across, year, year_width(style));
        Self {
            figure,
            style,
            title,
            subtitle,
            source,
            credit,
            tops,
            plot,
            scale,
            years,
            below,
            ends,
            aside,
            bar,
            inscription,
        }
    }

    /// The width of one year.
    pub(crate) fn year(&self) -> f64 {
        (self.plot.right - self.plot.left) / self.years.count()
    }

    /// The plot as plotters has it, in years and values, over so many whole parts of a pixel.
    pub(crate) fn coordinates(&self, parts: f64) -> Cartesian2d<&Years, &Scale> {
        let [left, top, right, bottom] =
            [self.plot.left, self.plot.top, self.plot.right, self.plot.bottom].map(|edge| in_parts(edge, parts));
        Cartesian2d::new(&self.years, &self.scale, (left..right, bottom..top))
    }

    /// Where a value of a year stands, in pixels.
    pub(crate) fn place(&self, at: f64, value: f64) -> (f64, f64) {
        let (x, y) = self.coordinates(STEPS).translate(&(at, value));
        (f64::from(x) / STEPS, f64::from(y) / STEPS)
    }

    /// Where a year or a day stands, in pixels.
    pub(crate) fn across(&self, at: f64) -> f64 {
        self.place(at, self.scale.low).0
    }

    /// Where the tinted ground begins, as far as it can be seen.
    pub(crate) fn ground_from(&self) -> Option<f64> {
        let ground = self.figure.ground.as_ref()?;
        Some(ground.from.max(self.years.from)).filter(|start| *start < self.years.to)
    }

    /// Where years begin among days, in pixels.
    pub(crate) fn uprights(&self) -> impl Iterator<Item = f64> {
        let days = matches!(self.figure.across, Across::Days(..));
        self.years.written.iter().filter(move |_| days).map(|year| crisp(self.across(f64::from(*year))))
    }
}

/// The room that a written year needs.
pub(super) fn year_width(style: &Style) -> f64 {
    (width("2000", style.tick.weight) + 0.45) * style.tick.size
}

/// The middle of the pixel: a line of one pixel there is sharp.
pub(crate) fn crisp(place: f64) -> f64 {
    place.floor() + 0.5
}

/// How high the numbers of the years are; nothing where words alone name what stands beside each other.
fn numbers(figure: &Figure, style: &Style) -> f64 {
    if matches!(figure.across, Across::Named(_)) { 0.0 } else { (CAP + DESCENT) * style.tick.size }
}

/// The documents, and the day behind them: rather higher than without the day.
fn sources(text: &str, style: &Style, room: f64) -> Paragraph {
    let smallest = Type { size: style.small.size * 0.8, ..style.small };
    let usual = Paragraph::fitted(text, style.small, smallest.size, (room, style.height * 0.1));
    if !usual.words().ends_with('…') {
        return usual;
    }
    Paragraph::fitted(text, smallest, smallest.size, (room, style.height * 0.15))
}

/// Title and subtitle from the top, source, words and years from the bottom; what is left between is for the data.
fn rows(
    style: &Style,
    [title, subtitle, source, credit]: [&Paragraph; 4],
    (line, words): (f64, f64),
) -> (Tops, Range<f64>) {
    let (margin, space) = (style.margin(), style.space);
    let subtitle_top = margin + title.height() + space * 1.5;
    let top = subtitle_top + subtitle.height() + space * 4.5;
    let credit_top = style.height - margin * 0.7 - credit.height();
    let source_top = credit_top - if credit.is_empty() { 0.0 } else { space } - source.height();
    let lowest = source_top - space * 3.0 - line;
    let years_top = lowest - words;
    let words_top = years_top + space + line;
    let tops = Tops {
        title: margin,
        subtitle: subtitle_top,
        years: years_top,
        words: words_top,
        source: source_top,
        credit: credit_top,
    };
    (tops, top..(years_top - space * 1.5).max(top + style.height * 0.1))
}

impl Columns<'_> {
    /// Left and right edge of the data, beside the numbers of the axis and the labels at the lines' ends.
    fn edges(&self) -> (f64, f64) {
        let (figure, style) = (self.figure, self.style);
        let measure =
            |text: &str| text.lines().map(|line| width(line, style.tick.weight) * style.tick.size).fold(0.0, f64::max);
        let ticks = self.scale.ticks.iter().map(|tick| measure(&tick.text)).fold(0.0, f64::max);
        let labels = self.ends.iter().map(|end| end.label.width()).fold(0.0, f64::max);
        let labels = if labels > 0.0 { labels + self.aside } else { 0.0 };
        let words = figure.words.as_ref().map_or(0.0, |words| reach(words, style, self.aside));
        let (left, margin) = (style.margin() + ticks + style.space * 1.5, style.width - style.margin());
        (left, self.last_year_within(left, margin).min(margin - labels.max(words)))
    }

    /// The right edge of the data at most, so that the last year's number keeps to the margin.
    fn last_year_within(&self, left: f64, margin: f64) -> f64 {
        let Across::Years(_, last) = self.figure.across else { return margin };
        let half = width(&last.to_string(), self.style.tick.weight) * self.style.tick.size / 2.0;
        let after = (self.years.to - f64::from(last)) / self.years.count();
        ((margin - half - after * left) / (1.0 - after)).min(margin)
    }
}
