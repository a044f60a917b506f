//! Where the parts of a picture stand: derived from its size and its texts, from the outside in.

pub(crate) mod scale; // round ticks
pub(crate) mod year_captions; // the words below the years
pub(crate) mod bar_captions; // the words of bars

use self::bar_captions::inscription;
use self::scale::{Scale, room_beyond};
use self::year_captions::{Below, least, reach};
use super::draw::bars::{bar_width, pitch};
use super::figure::{Across, Band, Figure, Floor, Hue, Role, Series, Shape};
use super::paper::geometry::Area;
use super::paper::style::{Style, Type};
use super::text::paragraph::Paragraph;
use super::text::typeface::{CAP, DESCENT, width};

/// About how much of the width the data have, beside the axis and the names of levels.
const BESIDE: f64 = 0.82;

/// The parts of a picture, in pixels.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) title: Paragraph,
    pub(crate) subtitle: Paragraph,
    pub(crate) source: Paragraph,
    /// The tops of title, subtitle, years, words and source.
    pub(crate) tops: Tops,
    /// Where the data stand.
    pub(crate) plot: Area,
    pub(crate) scale: Scale,
    /// The words below the years.
    pub(crate) below: Below,
    /// The labels beside the right edge.
    pub(crate) ends: Vec<End>,
    /// How far from that edge they stand.
    pub(crate) aside: f64,
    /// The years from edge to edge.
    pub(crate) span: (f64, f64),
    /// How wide a bar is, in years.
    pub(crate) bar: f64,
    /// How the figures of bars and their kinds are set.
    pub(crate) inscription: [Type; 2],
}

/// A label beside the right edge, and what it names there.
#[derive(Debug)]
pub(crate) struct End {
    /// The number of the series, if it names one.
    pub(crate) series: Option<usize>,
    pub(crate) at: f64,
    pub(crate) value: f64,
    pub(crate) hue: Hue,
    pub(crate) label: Paragraph,
}

/// The upper edges of what stands above and below the data.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tops {
    pub(crate) title: f64,
    pub(crate) subtitle: f64,
    pub(crate) years: f64,
    pub(crate) words: f64,
    pub(crate) source: f64,
}

impl Layout {
    pub(crate) fn new(figure: &Figure, style: &Style) -> Self {
        Self::above(figure, style, least(figure.words.as_ref(), style))
    }

    /// With so much room for the words below the years, or with more, if they need that in the width that is left.
    fn above(figure: &Figure, style: &Style, words: f64) -> Self {
        let room = style.width - 2.0 * style.margin();
        let title = Paragraph::headline(&figure.title, style.title, style.label.size, (room, style.height * 0.2));
        let subtitle =
            Paragraph::headline(&figure.subtitle, style.subtitle, style.small.size, (room, style.height * 0.12));
        let source = Paragraph::fitted(&figure.source, style.small, style.small.size * 0.8, (room, style.height * 0.1));
        let (tops, top, bottom) = rows(style, [&title, &subtitle, &source], words);
        let height = bottom - top;
        let values = figure.values().chain(above_gaps(figure, style, height)).chain(above_marks(figure, style, height));
        let scale = Scale::new(values, figure.floor, steps_in(bottom - top, style), &figure.unit, figure.lang);
        let ends = ends(figure, style, room * 0.3);
        let aside = aside(style, &ends);
        let (left, right) = columns(figure, style, &scale, (&ends, aside));
        // Whole pixels, so that edges are sharp.
        let plot = Area { left: left.round(), top: top.round(), right: right.round(), bottom: bottom.round() };
        let (span, bar) = (span(figure), bar_width(figure));
        let year = (plot.right - plot.left) / (span.1 - span.0);
        let below = figure.words.as_ref().map(|words| Below::new(words, style, year)).unwrap_or_default();
        if below.height(style) > words + 1.0 {
            return Self::above(figure, style, below.height(style));
        }
        let inscription = inscription(figure, style, year);
        Self { title, subtitle, source, tops, plot, scale, below, ends, aside, span, bar, inscription }
    }

    /// The width of one year.
    pub(crate) fn year(&self) -> f64 {
        (self.plot.right - self.plot.left) / (self.span.1 - self.span.0)
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
        Across::Years(..) if first == last || stands(Shape::Bars, end) => 0.5,
        Across::Years(..) if stands(Shape::Marks, end) => 0.4,
        Across::Years(..) => of_lines,
    };
    // after the last year of lines stand their labels, which are better near
    let points = figure.series.iter().flat_map(|series| &series.points).map(|point| point.at);
    let all = points.fold((first, last), |(low, high), at| (low.min(at), high.max(at)));
    ((first - pad(first, 0.2)).min(all.0), (last + pad(last, 0.08)).max(all.1))
}

/// Title and subtitle from the top, source, words and years from the bottom; what is left between is for the data.
fn rows(style: &Style, [title, subtitle, source]: [&Paragraph; 3], words: f64) -> (Tops, f64, f64) {
    let (margin, space) = (style.margin(), style.space);
    let subtitle_top = margin + title.height() + space * 1.5;
    let top = subtitle_top + subtitle.height() + space * 4.5;
    let source_top = style.height - margin * 0.8 - source.height();
    let line = (CAP + DESCENT) * style.tick.size;
    let lowest = source_top - space * 3.0 - line;
    let years_top = lowest - words;
    let words_top = years_top + space + line;
    let tops = Tops { title: margin, subtitle: subtitle_top, years: years_top, words: words_top, source: source_top };
    (tops, top, (years_top - space * 1.5).max(top + style.height * 0.1))
}

/// The values up to which the axis has to reach in this height so that the words above a gap have room.
fn above_gaps<'a>(figure: &'a Figure, style: &'a Style, height: f64) -> impl Iterator<Item = f64> + 'a {
    let (from, to) = span(figure);
    let room = pitch(bar_width(figure)) * (style.width - 2.0 * style.margin()) * BESIDE / (to - from);
    let gaps = figure.series.iter().filter(|series| matches!(series.role, Role::Shortfall | Role::Headroom));
    gaps.flat_map(move |series| {
        series.points.iter().map(move |point| {
            let words = [(&point.label, style.label), (&series.label, style.tick)];
            let words = words.map(|(text, kind)| Paragraph::unbroken(text, kind, room).height());
            point.value * height / (height - words.iter().sum::<f64>()).max(height * 0.3)
        })
    })
}

/// The value up to which the axis has to reach in this height so that a figure above the highest mark stands in the plot, where
/// that has a ground to stand on.
fn above_marks(figure: &Figure, style: &Style, height: f64) -> Option<f64> {
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
fn steps_in(height: f64, style: &Style) -> u32 {
    (height / (style.tick.size * 3.4)).clamp(2.0, 8.0) as u32
}

/// Left and right edge of the data, beside the numbers of the axis and the labels at the lines' ends.
fn columns(figure: &Figure, style: &Style, scale: &Scale, (ends, aside): (&[End], f64)) -> (f64, f64) {
    let measure =
        |text: &str| text.lines().map(|line| width(line, style.tick.weight) * style.tick.size).fold(0.0, f64::max);
    let ticks = scale.ticks.iter().map(|tick| measure(&tick.text)).fold(0.0, f64::max);
    let labels = ends.iter().map(|end| end.label.width()).fold(0.0, f64::max);
    let labels = if labels > 0.0 { labels + aside } else { 0.0 };
    let words = figure.words.as_ref().map_or(0.0, |words| reach(words, style, aside));
    let (left, margin) = (style.margin() + ticks + style.space * 1.5, style.width - style.margin());
    (left, last_year_within(figure, style, (left, margin)).min(margin - labels.max(words)))
}

/// The right edge of the data at most, so that the last year's number keeps to the margin.
fn last_year_within(figure: &Figure, style: &Style, (left, margin): (f64, f64)) -> f64 {
    let Across::Years(_, last) = figure.across else { return margin };
    let half = width(&last.to_string(), style.tick.weight) * style.tick.size / 2.0;
    let (from, to) = span(figure);
    let after = (to - f64::from(last)) / (to - from);
    ((margin - half - after * left) / (1.0 - after)).min(margin)
}

/// How far from the right edge its labels stand: behind a bracket, if there is one, with room for leaders from it.
fn aside(style: &Style, ends: &[End]) -> f64 {
    let bracketed = ends.iter().any(|end| end.series.is_none());
    style.space * 2.0 + if bracketed { style.bracket() } else { 0.0 }
}

/// The labels of what ends at the right edge, in lines of at most `room` pixels: series by their last point, bands by the
/// middle of their last edge.
fn ends(figure: &Figure, style: &Style, room: f64) -> Vec<End> {
    let edge = figure.across.ends().1;
    let label = |text: &str| Paragraph::new(text, style.label, room);
    // a measure is no name: it is set lighter than those
    let measure = |text: &str| Paragraph::new(text, style.figure, room);
    let of_series = |(number, series): (usize, &Series)| {
        let last = series.points.last().filter(|point| point.at >= edge && series.shape == Shape::Line)?;
        let named = (!series.label.is_empty()).then(|| label(&series.label))?;
        Some(End { series: Some(number), at: last.at, value: last.value, hue: series.hue, label: named })
    };
    let of_band = |band: &Band| {
        let last = band.edges.last().filter(|last| last.at >= edge && !band.label.is_empty())?;
        let value = (last.low + last.high) / 2.0;
        Some(End { series: None, at: last.at, value, hue: band.hue, label: measure(&band.label) })
    };
    let series = figure.series.iter().enumerate().filter_map(of_series);
    series.chain(figure.bands.iter().filter_map(of_band)).collect()
}
