//! The rows of a scoreboard: which have room, in which columns and type, and their words.

use super::key::KeySign;
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

/// How much of a row's height its bar takes to both sides of the middle, how much of that the mark of the pledge has more, and
/// the most it takes, in steps of the spacing grid.
const HALF: f64 = 0.11;
const MARK: f64 = 1.6;
const THICKEST: f64 = 2.0;

/// How small, beside its own size, the type of all rows gets for the sake of one.
const ALIKE: f64 = 0.9;

/// A scoreboard in its places.
#[derive(Debug)]
pub(crate) struct Board<'a> {
    pub(crate) key: Vec<KeySign>,
    /// Where the bars begin, and the name of the mark that they reach for.
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
    /// The height of its middle, and how far a bar and a mark reach from there.
    pub(crate) middle: f64,
    pub(crate) half: f64,
    pub(crate) mark: f64,
    /// The words of the pledge, those at its mark, and those of the verdict.
    pub(crate) pledge: Vec<Lettering>,
    pub(crate) marked: Vec<Lettering>,
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
        let furthest = bullets.iter().map(Bullet::furthest).fold(1.1, f64::max);
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
        let (key, end) = self.key(self.plot.top - style.space * 2.5);
        let head = style.tick.size * 1.6;
        let top = end + style.space + head;
        let bottom = self.tops.source - style.space * 3.0;
        let least = (style.label.size + style.tick.size) * 1.35;
        let wanted = (bottom - top) / bullets.iter().map(|_| 1.0).sum::<f64>();
        let height = wanted.max(least).min(least * 3.0);
        let columns = Columns::of(bullets, style);
        let words = self.word_columns(&columns, height);
        let (soft, hue) = (style.palette.soft, style.paint(Hue::Number(1)).text);
        let named = [(&*self.figure.unit, columns.at(1.0), hue), ("0", columns.at(0.0), soft)];
        let head = named.into_iter().flat_map(|(name, x, colour)| {
            let name = Paragraph::new(name, style.tick, columns.verdict - columns.bars);
            Lettering::of(&name, (x, top - head), Anchor::Middle, colour).collect::<Vec<_>>()
        });
        let head = head.collect();
        let line = style.tick.size + style.space;
        let (mut y, mut rows, mut rest) = (top, Vec::with_capacity(bullets.len()), bullets.iter());
        // while others follow, a line below says how many have no room
        while rest.len() > 0 && y + height + if rest.len() > 1 && wanted < least { line } else { 0.0 } <= bottom + 1.0 {
            let area = Area { left: columns.left, top: y, right: columns.right, bottom: y + height };
            rows.extend(rest.next().map(|bullet| self.row(bullet, (&columns, &words), area)));
            y += height;
        }
        let others = self.others(rest.len(), (columns.left, y + style.space));
        Board { key, head, columns, rows, others, left_out: rest.map(|bullet| bullet.title.clone()).collect() }
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

    /// The type in which a text of every row has room: rows are set alike, but for one so long that it would make all others small.
    fn alike(&self, text: fn(&Bullet) -> &str, kind: Type, within: (f64, f64)) -> Type {
        let smallest = self.style.small.size * 0.8;
        let size = |row: &Bullet| Paragraph::fitted(text(row), kind, smallest, within).kind.size;
        let least = kind.size * ALIKE;
        Type { size: self.figure.bullets.iter().map(size).fold(kind.size, f64::min).max(least), ..kind }
    }

    fn row(&self, bullet: &'a Bullet, (columns, [pledge, verdict]): (&Columns, &[Column; 2]), area: Area) -> Row<'a> {
        let own = if bullet.goes_on() { "" } else { &bullet.pledge };
        let middle = ((area.top + area.bottom) / 2.0).round();
        let half = ((area.bottom - area.top) * HALF).min(self.style.space * THICKEST).round();
        let row = Row {
            bullet,
            area,
            middle,
            half,
            mark: half * MARK,
            pledge: self.lines_of([&bullet.title, own, ""], pledge, &area),
            marked: Vec::new(),
            verdict: self.lines_of([&bullet.verdict, &bullet.figure, &bullet.reason], verdict, &area),
        };
        Row { marked: self.marked(&row, columns), ..row }
    }

    /// Above the mark of the pledge what is to be reached, below it what its tolerance lets pass; each where it has room.
    fn marked(&self, row: &Row, columns: &Columns) -> Vec<Lettering> {
        let (style, bullet, gap) = (self.style, row.bullet, self.style.space * 0.5);
        let room = (row.area.bottom - row.area.top) / 2.0 - row.mark - gap * 1.5;
        let label = |text: &str, x: f64, below: bool| {
            let text = Paragraph::new(text, style.small, f64::INFINITY);
            let (half, height) = (text.width() / 2.0, text.height());
            let (left, right) = (columns.bars + half, columns.verdict - style.space - half);
            let fits = height < room && left < right;
            let top = if below { row.middle + row.mark + gap } else { row.middle - row.mark - gap - height };
            let colour = style.paint(Hue::Number(1)).text;
            let lines = Lettering::of(&text, (x.min(right).max(left.min(right)), top), Anchor::Middle, colour);
            if fits { lines.collect() } else { Vec::new() }
        };
        let tolerated = if bullet.allowed.0 < 1.0 { bullet.allowed.0 } else { bullet.allowed.1 };
        let own = if bullet.goes_on() { "" } else { &bullet.mark };
        let mut texts: Vec<Lettering> = label(own, columns.at(1.0), false);
        texts.extend(label(&bullet.tolerance, columns.at(tolerated), true));
        texts
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
