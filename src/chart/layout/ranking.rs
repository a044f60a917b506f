//! The rows of a ranking: in how many columns they stand, and what stands where in each.

mod measures; // what every column has alike

use super::key::KeySign;
use super::level_labels::LevelLabel;
use super::parts::Layout;
use crate::chart::figure::{Placing, Ranking};
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::text::line_breaking::Line;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::{CAP, Weight};
use crate::chart::words::SCOREBOARD;
use measures::Measures;

/// The most columns that the rows stand in.
const COLUMNS: u8 = 3;
/// How high a row is at least and at most, in sizes of the type of axes.
const LEAST: f64 = 1.1;
const MOST: f64 = 2.2;

/// A ranking in its places.
#[derive(Debug)]
pub(crate) struct Ranks<'a> {
    pub(crate) key: Vec<KeySign>,
    pub(crate) columns: Vec<RankColumn<'a>>,
    /// How many rows have no room, in words; empty where all have.
    pub(crate) others: Vec<Lettering>,
    /// The names of those.
    pub(crate) left_out: Vec<String>,
}

/// Rows below each other on one scale.
#[derive(Debug)]
pub(crate) struct RankColumn<'a> {
    /// Where dots stand.
    pub(crate) plot: Area,
    /// The places of the round numbers of the scale, the first of them zero.
    pub(crate) ticks: Vec<f64>,
    pub(crate) levels: Vec<LevelLabel>,
    /// The numbers of the scale, and what stands over the figures.
    pub(crate) head: Vec<Lettering>,
    pub(crate) rows: Vec<RankRow<'a>>,
}

/// A row in its place.
#[derive(Debug)]
pub(crate) struct RankRow<'a> {
    pub(crate) placing: &'a Placing,
    pub(crate) area: Area,
    /// Where its value, its earlier one and its pledge stand.
    pub(crate) value: Option<f64>,
    pub(crate) earlier: Option<f64>,
    pub(crate) pledge: Option<f64>,
    pub(crate) words: Vec<Lettering>,
}

impl<'a> Layout<'a> {
    /// Every row that has room, in as few columns as leave them readable.
    pub(crate) fn ranks(&self, ranking: &'a Ranking) -> Ranks<'a> {
        let style = self.style;
        let (key, end) = self.key(self.plot.top - style.space * 2.5);
        let line = style.tick.leading() * 1.15;
        let lines = ranking.levels.iter().map(|_| line).sum::<f64>();
        let (top, bottom) = (end + lines + line + style.space * 2.0, self.tops.source - style.space * 3.0);
        let least = style.tick.size * LEAST;
        let high = |rows: &[Placing]| rows.iter().map(|_| least).sum::<f64>() <= bottom - top;
        let chunks = |columns: u8| ranking.rows.chunks(ranking.rows.len().div_ceil(usize::from(columns)).max(1));
        let count = (1..COLUMNS).find(|columns| chunks(*columns).next().is_none_or(high)).unwrap_or(COLUMNS);
        let longest = chunks(count).next().into_iter().flatten().map(|_| 1.0).sum::<f64>();
        let height = ((bottom - top) / longest).clamp(least * 0.75, style.tick.size * MOST);
        let measures = self.measures(ranking, (f64::from(count), height));
        let (mut columns, mut left_out, mut left) = (Vec::new(), Vec::new(), style.margin());
        for rows in chunks(count) {
            let room = rows
                .iter()
                .scan(top, |y, _| {
                    *y += height;
                    Some(*y)
                })
                .filter(|y| *y <= bottom + 1.0)
                .count();
            let (there, others) = rows.split_at(room);
            columns.push(self.rank_column(ranking, there, &measures, (left, top)));
            left_out.extend(others.iter().map(|row| row.name.clone()));
            left += measures.wide + style.space * 6.0;
        }
        let others = self.rows_left_out(left_out.len(), (style.margin(), bottom + style.space));
        Ranks { key, columns, others, left_out }
    }

    /// So many rows that have no room, in words.
    fn rows_left_out(&self, rows: usize, at: (f64, f64)) -> Vec<Lettering> {
        if rows == 0 {
            return Vec::new();
        }
        let words = (SCOREBOARD.of(self.figure.lang).others)(rows);
        let words = Paragraph::new(&words, self.style.small, self.style.width);
        Lettering::of(&words, at, Anchor::Start, self.style.palette.soft).collect()
    }

    fn rank_column(
        &self,
        ranking: &'a Ranking,
        rows: &'a [Placing],
        measures: &Measures,
        (left, top): (f64, f64),
    ) -> RankColumn<'a> {
        // the lines end above those without a figure, which say so there
        let ranked = rows.iter().filter(|row| row.value.is_some());
        let bottom = ranked.fold(top, |y, _| y + measures.height).round();
        let plot =
            Area { left: (left + measures.plot.0).round(), top, right: (left + measures.plot.1).round(), bottom };
        let x = |value: f64| (plot.left + measures.at(value)).round();
        let base = top - self.style.space;
        let levels = ranking.levels.iter().map(|level| (x(level.at), &*level.label));
        let room = Area { left, top: 0.0, right: left + measures.wide, bottom: base - self.style.tick.leading() };
        let placed = rows.iter().scan(top, |y, placing| {
            let area = Area { left, top: *y, right: left + measures.wide, bottom: *y + measures.height };
            *y += measures.height;
            let words = self.rank_words(placing, measures, &area);
            Some(RankRow {
                placing,
                area,
                value: placing.value.map(x),
                earlier: placing.earlier.map(x),
                pledge: placing.pledge.map(x),
                words,
            })
        });
        RankColumn {
            plot,
            ticks: measures.scale.ticks.iter().map(|tick| x(tick.value)).collect(),
            levels: LevelLabel::of(levels, room, self.style),
            head: self.rank_head(ranking, measures, (left, base), x),
            rows: placed.collect(),
        }
    }

    /// The numbers of the scale, and what stands over the figures and the changes.
    fn rank_head(
        &self,
        ranking: &Ranking,
        measures: &Measures,
        (left, y): (f64, f64),
        x: impl Fn(f64) -> f64,
    ) -> Vec<Lettering> {
        let (soft, kind) = (self.style.palette.soft, measures.kind);
        let word = |text: &str, x: f64, anchor| Lettering {
            line: Line::new(text, kind.weight),
            at: (x, y),
            anchor,
            kind,
            colour: soft,
        };
        let ticks = measures.scale.ticks.iter().map(|tick| word(&tick.text, x(tick.value), Anchor::Middle));
        let [figures, changes] = &ranking.heads;
        let heads = [(figures, Some(measures.figures)), (changes, measures.changes)];
        let heads = heads.into_iter().filter_map(|(text, end)| Some(word(text, left + end?, Anchor::End)));
        ticks.chain(heads).collect()
    }

    /// Rank, name, figure and change of a row.
    fn rank_words(&self, placing: &Placing, measures: &Measures, area: &Area) -> Vec<Lettering> {
        let (ink, soft) = (self.style.palette.ink, self.style.palette.soft);
        let weight = if placing.marked { Weight::SemiBold } else { Weight::Regular };
        let kind = Type { weight, ..measures.kind };
        let y = area.middle().1 + kind.size * CAP / 2.0;
        let word = |text: &str, x: f64, anchor, kind: Type, colour| Lettering {
            line: Line::new(text, kind.weight),
            at: (x, y),
            anchor,
            kind,
            colour,
        };
        let name = Paragraph::fitted(&placing.name, kind, kind.size * 0.7, (measures.names.1, kind.size));
        let name = name.lines.first().map(|line| Lettering {
            line: line.clone(),
            at: (area.left + measures.names.0, y),
            anchor: Anchor::Start,
            kind: name.kind,
            colour: ink,
        });
        let rank =
            word(&placing.rank, area.left + measures.names.0 - kind.size * 0.8, Anchor::End, measures.kind, soft);
        let (figure, change) = if placing.value.is_some() {
            let change =
                measures.changes.map(|end| word(&placing.change, area.left + end, Anchor::End, measures.kind, soft));
            (word(&placing.figure, area.left + measures.figures, Anchor::End, kind, ink), change)
        } else {
            let after = area.left + measures.plot.0 + kind.size * 0.5;
            (word(&placing.figure, after, Anchor::Start, measures.kind, soft), None)
        };
        let words = [Some(rank), name, Some(figure), change];
        words.into_iter().flatten().filter(|word| !word.line.text.is_empty()).collect()
    }
}
