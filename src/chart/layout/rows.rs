//! The rows of a scoreboard: which have room, in which columns and type, and their words.

use super::parts::Layout;
use crate::chart::figure::{Bullet, Hue};
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::paper::style::Style;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;
use crate::chart::words::SCOREBOARD;

/// How much of the width the words of the pledge and the bars take; the verdict has the rest.
const WORDS: f64 = 0.36;
const BARS: f64 = 0.34;
/// The furthest that a bar is drawn, in pledges.
const FURTHEST: f64 = 2.0;

/// A scoreboard in its places.
#[derive(Debug)]
pub(crate) struct Board<'a> {
    /// The name of the mark that the bars reach for.
    pub(crate) head: Vec<Lettering>,
    pub(crate) columns: Columns,
    pub(crate) rows: Vec<Row<'a>>,
    /// How many rows have no room, in words; empty where all have.
    pub(crate) others: Vec<Lettering>,
    /// The titles of those.
    pub(crate) left_out: Vec<String>,
}

/// A row in its place.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    pub(crate) bullet: &'a Bullet,
    pub(crate) area: Area,
    /// The words of the pledge, and those of the verdict.
    pub(crate) pledge: Vec<Lettering>,
    pub(crate) verdict: Vec<Lettering>,
}

/// The columns of the rows, and how many pledges the bars reach.
#[derive(Debug)]
pub(crate) struct Columns {
    pub(crate) left: f64,
    bars: f64,
    pub(crate) verdict: f64,
    pub(crate) right: f64,
    reach: f64,
}

/// A column of words: where it begins, how wide it is, and the type of its upper and its lower lines.
struct Column {
    left: f64,
    room: f64,
    bold: Type,
    plain: Type,
}

impl Columns {
    fn of(bullets: &[Bullet], style: &Style) -> Self {
        let (left, right) = (style.margin(), style.width - style.margin());
        let room = right - left;
        let furthest = bullets.iter().filter_map(|bullet| bullet.reached).fold(1.1, f64::max);
        let reach = (furthest * 1.02).min(FURTHEST);
        Self { left, bars: left + room * WORDS, verdict: left + room * (WORDS + BARS), right, reach }
    }

    /// Where so much of a pledge stands.
    pub(crate) fn at(&self, ratio: f64) -> f64 {
        let room = (self.verdict - self.bars) * 0.9;
        (self.bars + room * ratio.clamp(0.0, self.reach) / self.reach).round()
    }
}

impl<'a> Layout<'a> {
    /// Every row that has room.
    pub(crate) fn board(&self) -> Board<'a> {
        let (style, bullets) = (self.style, &self.figure.bullets);
        let head = style.tick.size * 1.6;
        let top = self.plot.top - style.space * 2.0 + head;
        let bottom = self.tops.source - style.space * 3.0;
        let least = (style.label.size + style.tick.size) * 1.35;
        let wanted = (bottom - top) / bullets.iter().map(|_| 1.0).sum::<f64>();
        let height = wanted.max(least).min(least * 3.0);
        let columns = Columns::of(bullets, style);
        let words = self.word_columns(&columns, height);
        let name = Paragraph::new(&self.figure.unit, style.tick, columns.verdict - columns.bars);
        let above = (columns.at(1.0), top - head);
        let head = Lettering::of(&name, above, Anchor::Middle, style.paint(Hue::Number(1)).text).collect();
        let line = style.tick.size + style.space;
        let (mut y, mut rows, mut rest) = (top, Vec::with_capacity(bullets.len()), bullets.iter());
        // while others follow, a line below says how many have no room
        while rest.len() > 0 && y + height + if rest.len() > 1 && wanted < least { line } else { 0.0 } <= bottom + 1.0 {
            let area = Area { left: columns.left, top: y, right: columns.right, bottom: y + height };
            rows.extend(rest.next().map(|bullet| self.row(bullet, &words, area)));
            y += height;
        }
        let others = self.others(rest.len(), (columns.left, y + style.space));
        Board { head, columns, rows, others, left_out: rest.map(|bullet| bullet.title.clone()).collect() }
    }

    /// So many rows that have no room, in words.
    fn others(&self, rows: usize, at: (f64, f64)) -> Vec<Lettering> {
        if rows == 0 {
            return Vec::new();
        }
        let words = (SCOREBOARD.of(self.figure.lang).others)(rows);
        let words = Paragraph::new(&words, self.style.tick, self.style.width);
        Lettering::of(&words, at, Anchor::Start, self.style.palette.soft).collect()
    }

    /// The columns of the pledge and of the verdict, in types in which the words of every row have room.
    fn word_columns(&self, columns: &Columns, height: f64) -> [Column; 2] {
        let style = self.style;
        let symbol = style.mark * 2.6 + style.space * 1.5;
        let pledge = columns.bars - columns.left - style.space * 2.0;
        let verdict = columns.right - columns.verdict - symbol;
        let alike = |text: fn(&Bullet) -> &str, kind, room| self.alike(text, kind, (room, self.half(height)));
        let column = |left, room, upper: fn(&Bullet) -> &str, lower: fn(&Bullet) -> &str| Column {
            left,
            room,
            bold: alike(upper, style.label, room),
            plain: alike(lower, style.tick, room),
        };
        [
            column(columns.left, pledge, |row| &row.title, |row| &row.pledge),
            column(columns.right - verdict, verdict, |row| &row.verdict, |row| &row.figure),
        ]
    }

    /// How high one of two lines may be in a row of this height.
    fn half(&self, height: f64) -> f64 {
        (height - self.style.space) / 2.0
    }

    /// The type in which a text of every row has room: rows are set alike.
    fn alike(&self, text: fn(&Bullet) -> &str, kind: Type, within: (f64, f64)) -> Type {
        let smallest = self.style.small.size * 0.8;
        let size = |row: &Bullet| Paragraph::fitted(text(row), kind, smallest, within).kind.size;
        Type { size: self.figure.bullets.iter().map(size).fold(kind.size, f64::min), ..kind }
    }

    fn row(&self, bullet: &'a Bullet, [pledge, verdict]: &[Column; 2], area: Area) -> Row<'a> {
        let of_pledge = self.lines_of([&bullet.title, &bullet.pledge, ""], pledge, &area);
        let of_verdict = self.lines_of([&bullet.verdict, &bullet.figure, &bullet.reason], verdict, &area);
        Row { bullet, area, pledge: of_pledge, verdict: of_verdict }
    }

    /// A bold line above plain ones, in the middle of the row; the last of them only where it has room.
    fn lines_of(&self, [upper, lower, last]: [&str; 3], column: &Column, row: &Area) -> Vec<Lettering> {
        let style = self.style;
        let (height, gap) = (row.bottom - row.top - style.space, style.space * 0.6);
        let within = (column.room, self.half(row.bottom - row.top));
        let fitted = |text: &str, kind| Paragraph::fitted(text, kind, style.small.size * 0.8, within);
        let (ink, soft) = (style.palette.ink, style.palette.soft);
        let mut lines = vec![(fitted(upper, column.bold), ink), (fitted(lower, column.plain), soft)];
        let taken = |lines: &[(Paragraph, _)]| lines.iter().map(|(line, _)| line.height() + gap).sum::<f64>();
        let last = fitted(last, column.plain);
        if !last.is_empty() && taken(&lines) + last.height() < height - style.space {
            lines.push((last, soft));
        }
        let mut top = (row.top + row.bottom - taken(&lines) + gap) / 2.0;
        let mut texts = Vec::with_capacity(lines.len());
        for (line, colour) in &lines {
            texts.extend(Lettering::of(line, (column.left, top), Anchor::Start, *colour));
            top += line.height() + gap;
        }
        texts
    }
}
