//! The words of bars: figure and kind inside each at its foot, where it is wide and high enough and no line passes.

use super::bar_type::{NARROW, beside_words, small};
use super::parts::Layout;
use crate::chart::figure::{Point, Series, Shape};
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;

/// How far a plate reaches beyond its words, and how far above the foot of a bar words stand, in steps of the spacing grid.
const AROUND: f64 = 0.5;
const FOOT: f64 = 1.75;
/// How much more of its height a bar leaves free, and one that has to show its hatch above the plate and below it.
const HEAD: f64 = 1.0;
const HATCHED: f64 = 2.75;

/// The figure of a bar above its kind.
#[derive(Debug)]
pub(crate) struct Words {
    figure: Paragraph,
    pub(crate) kind: Paragraph,
    gap: f64,
}

/// A bar, and the words inside it with their room, if they have any.
#[derive(Debug)]
pub(crate) struct Bar<'a> {
    pub(crate) series: &'a Series,
    pub(crate) point: &'a Point,
    pub(crate) area: Area,
    pub(crate) words: Option<(Words, Area)>,
}

impl Words {
    pub(crate) fn width(&self) -> f64 {
        self.figure.width().max(self.kind.width())
    }

    pub(crate) fn height(&self) -> f64 {
        self.figure.height() + self.gap + self.kind.height()
    }
}

impl Bar<'_> {
    /// The room close around its words that its hatch leaves free, within its edge: the hatch goes on above and below, and
    /// at both sides unless the bar is too narrow, so that the bar stays one.
    pub(crate) fn plate(&self, style: &Style) -> Option<Area> {
        let (_, words) = self.words.as_ref()?;
        let within = self.area.grown(-style.edge());
        style.filling(self.series.role).hatch.map(|_| words.grown(style.space * AROUND).shared(&within))
    }
}

impl<'a> Layout<'a> {
    /// Every bar with the words inside it.
    pub(crate) fn bars(&self) -> Vec<Bar<'a>> {
        let bar = |(series, point)| {
            let area = self.bar(point);
            Bar { series, point, area, words: self.inside(series, point, &area) }
        };
        self.each_bar().map(bar).collect()
    }

    /// Words of a bar in their room.
    pub(crate) fn inscribed<'w>(&self, words: &'w Words, area: &Area) -> impl Iterator<Item = Lettering> + use<'w> {
        let (middle, ink) = ((area.left + area.right) / 2.0, self.style.palette.ink);
        let figure = Lettering::of(&words.figure, (middle, area.top), Anchor::Middle, ink);
        let kind = (middle, area.bottom - words.kind.height());
        figure.chain(Lettering::of(&words.kind, kind, Anchor::Middle, ink))
    }

    /// The words of a bar in lines so wide if they can be: as all are set, in small type, and the figure alone.
    pub(crate) fn wordings(&self, series: &Series, point: &Point, room: f64) -> impl Iterator<Item = Words> {
        let (style, usual) = (self.style, self.inscription);
        let kinds = [(usual, true), (small(style), true), (usual, false)];
        kinds.into_iter().map(move |([bold, plain], whole)| {
            let figure = Paragraph::unbroken(&point.label, bold, room);
            let kind = Paragraph::unbroken(if whole { &series.label } else { "" }, plain, room);
            let gap = if kind.is_empty() { 0.0 } else { style.space * 0.5 };
            Words { figure, kind, gap }
        })
    }

    /// The words of a bar that is wide and high enough for them, and their room: at its foot, in the middle of one that stands
    /// on another, where no line passes.
    fn inside(&self, series: &Series, point: &Point, bar: &Area) -> Option<(Words, Area)> {
        let space = self.style.space;
        let head = if self.style.filling(series.role).hatch.is_some() { HATCHED } else { HEAD };
        let height = bar.bottom - bar.top - space * (FOOT + head);
        if height < self.style.small.size {
            return None;
        }
        let sides = beside_words(series.role, self.style);
        // of a bar that stands on another the words are better beside it than close to its sides or in smaller type
        let (sides, types) = if point.from == 0.0 { (vec![sides, NARROW], 2) } else { (vec![sides], 1) };
        let widths = sides.into_iter().map(|sides| bar.right - bar.left - space * sides);
        let settings =
            widths.flat_map(|width| self.wordings(series, point, width).take(types).map(move |set| (width, set)));
        settings.into_iter().find_map(|(width, words)| {
            let fits = words.width() <= width && words.height() + words.gap <= height;
            let middle = (bar.top + bar.bottom + words.height()) / 2.0;
            let bottom = if point.from == 0.0 { bar.bottom - space * FOOT } else { middle };
            let area = self.standing_at(point, &words, bottom);
            (fits && !self.is_struck(&area)).then_some((words, area))
        })
    }

    /// The room of words above a height in the middle of a bar.
    pub(crate) fn standing_at(&self, point: &Point, words: &Words, bottom: f64) -> Area {
        let (middle, half) = (self.across(point.at), words.width() / 2.0);
        Area { left: middle - half, right: middle + half, top: bottom - words.height(), bottom }
    }

    /// Whether a line of the figure passes through.
    fn is_struck(&self, area: &Area) -> bool {
        let grown = area.grown(self.style.line);
        let lines = self.figure.series.iter().filter(|series| series.shape == Shape::Line);
        let mut pieces = lines.flat_map(Series::pieces);
        pieces.any(|pair| grown.crossed(&[&pair[0], &pair[1]].map(|point| self.place(point.at, point.value))))
    }
}
