//! The rows of statements: which have room, in which type, and where their lines stand.

use super::parts::{Layout, crisp, year_width};
use super::years::years;
use crate::chart::figure::{Chronicle, Statement};
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::text::line_breaking::Line;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::{CAP, Weight, width};
use crate::chart::words::SCOREBOARD;

/// How high a row is at least and at most, in sizes of the type of axes, and how high its type is at most, of a row.
const LEAST: f64 = 0.85;
const MOST: f64 = 3.0;
const TYPE: f64 = 0.78;
/// How much of the width words take at most, and the lines of time at least.
const WORDS: f64 = 0.46;
const PLOT: f64 = 0.24;

/// Statements in their places.
#[derive(Debug)]
pub(crate) struct Rows<'a> {
    /// Where the lines of time stand.
    pub(crate) plot: Area,
    /// Where years begin.
    pub(crate) uprights: Vec<f64>,
    pub(crate) rows: Vec<StatementRow<'a>>,
    /// The years, what stands over the columns, and how many statements have no room.
    pub(crate) texts: Vec<Lettering>,
    /// The words of those.
    pub(crate) left_out: Vec<String>,
}

/// A statement in its place.
#[derive(Debug)]
pub(crate) struct StatementRow<'a> {
    pub(crate) statement: &'a Statement,
    pub(crate) area: Area,
    /// Where its line begins and ends.
    pub(crate) ends: (f64, f64),
    /// The height of the statement that replaced it.
    pub(crate) replaced_at: Option<f64>,
    pub(crate) words: Vec<Lettering>,
}

/// Where the columns stand.
struct Columns {
    kind: Type,
    words: f64,
    /// Where strengths begin, if there is room for them.
    strengths: Option<f64>,
    plot: (f64, f64),
    /// From when to when the lines of time go.
    time: (f64, f64),
    figures: f64,
}

impl Columns {
    /// Where a day stands.
    fn x(&self, at: f64) -> f64 {
        self.plot.0 + (at.clamp(self.time.0, self.time.1) - self.time.0) * self.year()
    }

    /// The width of a year.
    fn year(&self) -> f64 {
        (self.plot.1 - self.plot.0) / (self.time.1 - self.time.0).max(0.01)
    }
}

impl<'a> Layout<'a> {
    /// The latest statements that have room.
    pub(crate) fn statements(&self, chronicle: &'a Chronicle) -> Rows<'a> {
        let style = self.style;
        let line = style.tick.leading() * 1.2;
        let (top, bottom) = (self.plot.top - style.space * 2.0 + line, self.tops.source - style.space * 2.0 - line);
        let count = |rows: &[Statement]| rows.iter().map(|_| 1.0).sum::<f64>();
        let all = &chronicle.statements;
        let least = style.tick.size * LEAST;
        let first = (0..all.len()).find(|first| count(&all[*first..]) * least <= bottom - top).unwrap_or_default();
        let shown = all.get(first..).unwrap_or_default();
        let height = ((bottom - top) / count(shown).max(1.0)).min(style.tick.size * MOST);
        let columns = self.statement_columns(chronicle, shown, height);
        let bottom = top + height * count(shown);
        let plot = Area { left: columns.plot.0, top, right: columns.plot.1, bottom };
        let written: Vec<(i32, f64)> = years(columns.time, columns.year(), year_width(style))
            .map(|year| (year, crisp(columns.x(f64::from(year)))))
            .collect();
        let mut texts = self.statement_heads(chronicle, &columns, top);
        texts.extend(self.statement_years(&written, &plot));
        if first > 0 {
            texts.extend(self.statements_left_out(first, bottom));
        }
        let rows = self.statement_rows((shown, first), &columns, (top, height));
        let left_out = all.iter().take(first).map(|own| own.words.clone()).collect();
        Rows { plot, uprights: written.into_iter().map(|(_, x)| x).collect(), rows, texts, left_out }
    }

    /// The rows from this height on, of statements of which so many are left out before.
    fn statement_rows(
        &self,
        (shown, first): (&'a [Statement], usize),
        columns: &Columns,
        (top, height): (f64, f64),
    ) -> Vec<StatementRow<'a>> {
        let (left, right) = (self.style.margin(), self.style.width - self.style.margin());
        let areas = std::iter::successors(Some(top), |top| Some(top + height));
        let areas: Vec<Area> =
            shown.iter().zip(areas).map(|(_, top)| Area { left, top, right, bottom: top + height }).collect();
        let row = |(statement, area): (&'a Statement, &Area)| {
            let below = statement.replaced_by.and_then(|number| areas.get(number.checked_sub(first)?));
            StatementRow {
                statement,
                area: *area,
                ends: (columns.x(statement.from).round(), columns.x(statement.until).round()),
                replaced_at: below.map(|below| below.middle().1.round()),
                words: self.statement_words(statement, columns, area),
            }
        };
        shown.iter().zip(&areas).map(row).collect()
    }

    /// Words and figures as wide as they are, the lines of time between; strengths make room first.
    fn statement_columns(&self, chronicle: &Chronicle, shown: &[Statement], height: f64) -> Columns {
        let style = self.style;
        let (left, right) = (style.margin(), style.width - style.margin());
        let kind = Type { size: style.tick.size.min(height * TYPE), ..style.tick };
        let [words, strengths, figures] = &chronicle.heads;
        let widest = |head: &str, text: fn(&Statement) -> &str, kind: Type| {
            let texts = shown.iter().map(text).chain([head]);
            texts.map(|text| width(text, kind.weight) * kind.size).fold(0.0, f64::max)
        };
        let gap = kind.size * 1.2;
        let bold = Type { weight: Weight::SemiBold, ..kind };
        let words = widest(words, |own| &own.words, bold).min((right - left) * WORDS);
        let strengths = widest(strengths, |own| &own.strength, kind);
        let figures = widest(figures, |own| &own.figure, kind);
        let end = right - figures - gap;
        let with = left + words + gap + strengths + gap;
        let has_strengths = end - with >= (right - left) * PLOT;
        let from = if has_strengths { with } else { left + words + gap };
        Columns {
            kind,
            words,
            strengths: has_strengths.then_some(left + words + gap),
            plot: (from.round(), end.round()),
            time: self.figure.across.ends(),
            figures: right,
        }
    }

    /// What was said, how firmly, and what it comes to.
    fn statement_words(&self, statement: &Statement, columns: &Columns, area: &Area) -> Vec<Lettering> {
        let (kind, palette) = (columns.kind, self.style.palette);
        let y = area.middle().1 + kind.size * CAP / 2.0;
        let word = |text: &str, x: f64, anchor, colour| Lettering {
            line: Line::new(text, kind.weight),
            at: (x, y),
            anchor,
            kind,
            colour,
        };
        let is_replaced = statement.replaced_by.is_some();
        let (weight, colour) =
            if is_replaced { (Weight::Regular, palette.soft) } else { (Weight::SemiBold, palette.ink) };
        let own = Type { weight, ..kind };
        let said = Paragraph::fitted(&statement.words, own, own.size * 0.7, (columns.words, own.size));
        let said = said.lines.first().map(|line| Lettering {
            line: line.clone(),
            at: (area.left, y),
            anchor: Anchor::Start,
            kind: said.kind,
            colour,
        });
        let strength = columns.strengths.map(|x| word(&statement.strength, x, Anchor::Start, palette.soft));
        let figure = word(&statement.figure, columns.figures, Anchor::End, colour);
        let words = [said, strength, Some(figure)];
        words.into_iter().flatten().filter(|word| !word.line.text.is_empty()).collect()
    }

    fn statement_heads(&self, chronicle: &Chronicle, columns: &Columns, top: f64) -> Vec<Lettering> {
        let (style, kind) = (self.style, columns.kind);
        let [words, strengths, figures] = &chronicle.heads;
        let y = top - style.space * 0.75;
        let places = [
            (words, Some(style.margin()), Anchor::Start),
            (strengths, columns.strengths, Anchor::Start),
            (figures, Some(columns.figures), Anchor::End),
        ];
        let head = |(text, x, anchor): (&String, Option<f64>, Anchor)| {
            let line = Line::new(text.as_str(), kind.weight);
            Some(Lettering { line, at: (x?, y), anchor, kind, colour: style.palette.soft })
        };
        places.into_iter().filter_map(head).filter(|head| !head.line.text.is_empty()).collect()
    }

    /// The numbers of the years, below where they begin.
    fn statement_years(&self, written: &[(i32, f64)], plot: &Area) -> Vec<Lettering> {
        let (kind, colour) = (self.style.tick, self.style.palette.soft);
        let y = plot.bottom + self.style.space + kind.size * CAP;
        let half = year_width(self.style) / 2.0;
        let seen = written.iter().filter(|(_, x)| *x + half < self.style.width - self.style.margin());
        let year = |(year, x): &(i32, f64)| Lettering {
            line: Line::new(year.to_string(), kind.weight),
            at: (*x, y),
            anchor: Anchor::Middle,
            kind,
            colour,
        };
        seen.map(year).collect()
    }

    /// So many earlier statements that have no room, in words, beside the years.
    fn statements_left_out(&self, statements: usize, bottom: f64) -> Vec<Lettering> {
        let style = self.style;
        let words = (SCOREBOARD.of(self.figure.lang).others)(statements);
        let words =
            Paragraph::fitted(&words, style.small, style.small.size * 0.8, (style.width * 0.3, style.small.size));
        Lettering::of(&words, (style.margin(), bottom + style.space), Anchor::Start, style.palette.soft).collect()
    }
}
