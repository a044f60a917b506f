//! The words of bars: figure and kind inside each at its foot, else where no line passes, above it or beside it.

use crate::chart::draw::bars::{bar_width, pitch};
use crate::chart::draw::canvas::Canvas;
use crate::chart::draw::lines::runs;
use crate::chart::figure::{Figure, Point, Series, Shape};
use crate::chart::label::obstacles::LINE;
use crate::chart::label::room::Room;
use crate::chart::paper::geometry::{Area, Segment};
use crate::chart::paper::sheet::Anchor;
use crate::chart::paper::style::{Style, Type};
use crate::chart::text::paragraph::Paragraph;

/// The most lines that ordinary type may take.
const LINES: usize = 3;

/// How the figures of bars and their kinds are set where a year is so wide: all in ordinary type, or all in small type where
/// one of them has no room for that.
pub(crate) fn inscription(figure: &Figure, style: &Style, year: f64) -> [Type; 2] {
    let bar = bar_width(figure);
    let short = |series: &Series, point: &Point| {
        let room = year * if point.from == 0.0 { bar } else { pitch(bar) } - style.space * 0.25;
        let words = [(&point.label, style.label), (&series.label, style.tick)];
        let words = words.map(|(text, kind)| Paragraph::unbroken(text, kind, room));
        words.iter().all(|part| part.width() <= room)
            && words.iter().map(|part| part.lines.len()).sum::<usize>() <= LINES
    };
    let mut bars = figure.series.iter().filter(|series| series.shape == Shape::Bars);
    let all = bars.all(|series| series.points.iter().all(|point| short(series, point)));
    if all { [style.label, style.tick] } else { small(style) }
}

fn small(style: &Style) -> [Type; 2] {
    [Type { size: style.small.size, ..style.label }, style.small]
}

/// The figure of a bar above its kind.
struct Words {
    figure: Paragraph,
    kind: Paragraph,
    gap: f64,
}

impl Words {
    fn width(&self) -> f64 {
        self.figure.width().max(self.kind.width())
    }

    fn height(&self) -> f64 {
        self.figure.height() + self.gap + self.kind.height()
    }
}

impl Canvas<'_> {
    /// The words of a bar in lines so wide if they can be: as all are set, in small type, and the figure alone.
    fn wordings(&self, series: &Series, point: &Point, room: f64) -> impl Iterator<Item = Words> {
        let (style, usual) = (self.style, self.layout.inscription);
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
    fn inside(&self, series: &Series, point: &Point) -> Option<(Words, Area)> {
        let (bar, space) = (self.bar(point), self.style.space);
        let (width, height) = (bar.right - bar.left - space * 0.25, bar.bottom - bar.top - space * 2.0);
        if height < self.style.small.size {
            return None;
        }
        self.wordings(series, point, width).take(2).find_map(|words| {
            let fits = words.width() <= width && words.height() + words.gap <= height;
            let middle = (bar.top + bar.bottom + words.height()) / 2.0;
            let bottom = if point.from == 0.0 { bar.bottom - space } else { middle };
            let area = self.standing_at(point, &words, bottom);
            (fits && !self.is_struck(&area)).then_some((words, area))
        })
    }

    /// The room of words above a height in the middle of a bar.
    fn standing_at(&self, point: &Point, words: &Words, bottom: f64) -> Area {
        let (middle, half) = (self.across(point.at), words.width() / 2.0);
        Area { left: middle - half, right: middle + half, top: bottom - words.height(), bottom }
    }

    /// Whether a line of the figure passes through.
    fn is_struck(&self, area: &Area) -> bool {
        let grown = area.grown(self.style.line);
        let lines = self.figure.series.iter().filter(|series| series.shape == Shape::Line);
        let mut pieces = lines.flat_map(|series| runs(series).flat_map(|run| run.windows(2)));
        pieces.any(|pair| grown.crossed(&[&pair[0], &pair[1]].map(|point| self.place(point.at, point.value))))
    }

    /// The parts of a bar above and below its words.
    pub(crate) fn beside_words(&self, series: &Series, point: &Point) -> Vec<Area> {
        let (bar, space) = (self.bar(point), self.style.space);
        let Some((_, words)) = self.inside(series, point) else { return vec![bar] };
        let below = Area { top: words.bottom + space * 1.5, ..bar };
        let above = Area { bottom: words.top - space * 1.5, ..bar };
        [above, below].into_iter().filter(|part| part.top < part.bottom).collect()
    }

    /// The words in bars, where there is room for them; the other bars are returned.
    pub(crate) fn bar_labels(&self) -> Vec<(&Series, &Point)> {
        let mut others = Vec::new();
        for (series, point) in self.each_bar().filter(|(_, point)| !point.label.is_empty()) {
            match self.inside(series, point) {
                Some((words, area)) => self.inscribe(&words, &area),
                None => others.push((series, point)),
            }
        }
        others
    }

    fn inscribe(&self, words: &Words, area: &Area) {
        let (middle, ink) = ((area.left + area.right) / 2.0, self.style.palette.ink);
        self.paragraph(&words.figure, (middle, area.top), Anchor::Middle, ink);
        self.paragraph(&words.kind, (middle, area.bottom - words.kind.height()), Anchor::Middle, ink);
    }

    /// The words of the other bars, where nothing is in the way.
    pub(crate) fn bar_labels_outside(
        &self,
        outside: Vec<(&Series, &Point)>,
        room: &mut Room,
        left_out: &mut Vec<String>,
    ) {
        for (series, point) in outside {
            let widest = pitch(self.layout.bar) * self.layout.year();
            let open = |words: Words| {
                let mut places = self.outside(point, &words, room).into_iter();
                places.find(|area| self.is_open(area, room)).map(|area| (words, area))
            };
            let placed = self.wordings(series, point, widest).find_map(open);
            let (figure, kind) = (point.label.as_str(), series.label.as_str());
            match &placed {
                None => left_out.push([figure, kind].join(" ").trim_end().to_owned()),
                Some((words, _)) if words.kind.is_empty() && !kind.is_empty() => left_out.push(kind.to_owned()),
                Some(_) => {}
            }
            if let Some((words, area)) = placed {
                room.taken.push(area);
                self.inscribe(&words, &area);
            }
        }
    }

    /// Where the words of a bar may stand: beside the middle of one that is tall and stands on another, or that bears another,
    /// else above it, or above the level lines that pass close over it, as those of pledges.
    fn outside(&self, point: &Point, words: &Words, room: &Room) -> Vec<Area> {
        let (bar, space, height) = (self.bar(point), self.style.space, words.height());
        let down = ((bar.top + bar.bottom + height) / 2.0).min(self.layout.plot.bottom - space);
        let middle = self.standing_at(point, words, down);
        let left = Area { left: bar.left - space - words.width(), right: bar.left - space, ..middle };
        let right = Area { left: bar.right + space, right: bar.right + space + words.width(), ..middle };
        let upon = |other: &Point| other.value > point.value && other.from > (point.from + point.value) / 2.0;
        if self.each_bar().any(|(_, other)| other.at == point.at && upon(other)) {
            return vec![left, right];
        }
        let above = self.standing_at(point, words, bar.top - space);
        let over = Area { top: above.top - height, ..above };
        let level = |[from, to]: &Segment| from.1 == to.1;
        let lines = room.lines.iter().filter(|line| line.worth >= LINE && over.crossed(&line.piece));
        let lines = lines.filter(|line| level(&line.piece));
        let highest = lines.map(|line| line.piece[0].1.min(line.piece[1].1) - line.half).fold(f64::INFINITY, f64::min);
        let raised = highest.is_finite().then(|| self.standing_at(point, words, highest - space));
        let tall = point.from != 0.0 && bar.bottom - bar.top > height * 3.0;
        tall.then_some(left).into_iter().chain([above]).chain(raised).collect()
    }

    /// Whether no line, no other bar and no text is in the way.
    fn is_open(&self, area: &Area, room: &Room) -> bool {
        let crossed = room.lines.iter().any(|line| line.worth >= LINE && line.is_near(area, 0.0));
        !crossed && !self.each_bar().any(|(_, other)| self.bar(other).meets(area)) && room.is_free(area, 0.0)
    }
}
