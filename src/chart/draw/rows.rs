//! Rows of a scoreboard: words, a bar up to the mark of the pledge, and the verdict in form and words.

use super::canvas::Canvas;
use crate::chart::figure::{Bullet, Hue, Standing};
use crate::chart::paper::geometry::Area;
use crate::chart::paper::sheet::{Anchor, steps};
use crate::chart::paper::style::Type;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::words::SCOREBOARD;

/// How much of the width the words of the pledge and the bars take; the verdict has the rest.
const WORDS: f64 = 0.36;
const BARS: f64 = 0.34;
/// The furthest that a bar is drawn, in pledges.
const FURTHEST: f64 = 2.0;

/// The columns of the rows, and how many pledges the bars reach.
struct Columns {
    left: f64,
    bars: f64,
    verdict: f64,
    right: f64,
    reach: f64,
    /// The type of the upper and the lower lines of the words of a pledge, and of those of a verdict.
    words: [[Type; 2]; 2],
}

impl Columns {
    /// Where so much of a pledge stands.
    fn at(&self, ratio: f64) -> f64 {
        let room = (self.verdict - self.bars) * 0.9;
        (self.bars + room * ratio.clamp(0.0, self.reach) / self.reach).round()
    }
}

impl Canvas<'_> {
    /// Every row that has room; the titles of the others are returned.
    pub(crate) fn bullets(&self) -> Vec<String> {
        let (style, rows) = (self.style, &self.figure.bullets);
        let head = style.tick.size * 1.6;
        let top = self.layout.plot.top - style.space * 2.0 + head;
        let bottom = self.layout.tops.source - style.space * 3.0;
        let least = (style.label.size + style.tick.size) * 1.35;
        let wanted = (bottom - top) / rows.iter().map(|_| 1.0).sum::<f64>();
        let height = wanted.max(least).min(least * 3.0);
        let columns = self.columns(height);
        let name = Paragraph::new(&self.figure.unit, style.tick, columns.verdict - columns.bars);
        self.paragraph(&name, (columns.at(1.0), top - head), Anchor::Middle, self.paint(Hue::Number(1)).text);
        let line = style.tick.size + style.space;
        let mut y = top;
        let mut rest = rows.iter();
        // while others follow, a line below says how many have no room
        while rest.len() > 0 && y + height + if rest.len() > 1 && wanted < least { line } else { 0.0 } <= bottom + 1.0 {
            let row = Area { left: columns.left, top: y, right: columns.right, bottom: y + height };
            rest.next().into_iter().for_each(|bullet| self.bullet(bullet, &columns, &row));
            y += height;
        }
        self.others(rest.len(), (columns.left, y + style.space));
        rest.map(|bullet| bullet.title.clone()).collect()
    }

    /// So many rows that have no room, in words.
    fn others(&self, rows: usize, at: (f64, f64)) {
        if rows > 0 {
            let words = (SCOREBOARD.of(self.figure.lang).others)(rows);
            let words = Paragraph::new(&words, self.style.tick, self.style.width);
            self.paragraph(&words, at, Anchor::Start, self.style.palette.soft);
        }
    }

    fn columns(&self, height: f64) -> Columns {
        let (left, right) = (self.style.margin(), self.style.width - self.style.margin());
        let room = right - left;
        let furthest = self.figure.bullets.iter().filter_map(|bullet| bullet.reached).fold(1.1, f64::max);
        let (bars, verdict) = (left + room * WORDS, left + room * (WORDS + BARS));
        let (style, reach) = (self.style, (furthest * 1.02).min(FURTHEST));
        let words = [[style.label, style.tick]; 2];
        let mut columns = Columns { left, bars, verdict, right, reach, words };
        let [pledge, verdict] = self.rooms(&columns);
        let all = |text: fn(&Bullet) -> &str, kind, room| self.alike(text, kind, (room, self.half(height)));
        columns.words = [
            [all(|row| &row.title, style.label, pledge), all(|row| &row.pledge, style.tick, pledge)],
            [all(|row| &row.verdict, style.label, verdict), all(|row| &row.figure, style.tick, verdict)],
        ];
        columns
    }

    /// How wide the words of a pledge and of a verdict may be.
    fn rooms(&self, columns: &Columns) -> [f64; 2] {
        let symbol = self.style.mark * 2.6 + self.style.space * 1.5;
        [columns.bars - columns.left - self.style.space * 2.0, columns.right - columns.verdict - symbol]
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

    fn bullet(&self, bullet: &Bullet, columns: &Columns, row: &Area) {
        let style = self.style;
        let edge = row.top.round() + 0.5;
        self.rule([(columns.left, edge), (columns.right, edge)], style.hair);
        let ([pledge, verdict], [first, second]) = (self.rooms(columns), columns.words);
        self.lines_of([&bullet.title, &bullet.pledge, ""], (columns.left, pledge), first, row);
        self.bar_of(bullet, columns, row);
        let symbol = style.mark * 1.3;
        let middle = (row.top + row.bottom) / 2.0;
        self.standing(bullet.standing, (columns.verdict + symbol, middle), symbol);
        let words = [&*bullet.verdict, &bullet.figure, &bullet.reason];
        self.lines_of(words, (columns.right - verdict, verdict), second, row);
    }

    /// A bold line above plain ones, in the middle of the row; the last of them only where it has room.
    fn lines_of(&self, words: [&str; 3], (left, room): (f64, f64), [bold, plain]: [Type; 2], row: &Area) {
        let ([upper, lower, last], style) = (words, self.style);
        let (height, gap) = (row.bottom - row.top - style.space, style.space * 0.6);
        let within = (room, self.half(row.bottom - row.top));
        let fitted = |text: &str, kind| Paragraph::fitted(text, kind, style.small.size * 0.8, within);
        let mut lines = vec![(fitted(upper, bold), style.palette.ink), (fitted(lower, plain), style.palette.soft)];
        let taken = |lines: &[(Paragraph, _)]| lines.iter().map(|(line, _)| line.height() + gap).sum::<f64>();
        let last = fitted(last, plain);
        if !last.is_empty() && taken(&lines) + last.height() < height - style.space {
            lines.push((last, style.palette.soft));
        }
        let mut top = (row.top + row.bottom - taken(&lines) + gap) / 2.0;
        for (line, colour) in &lines {
            self.paragraph(line, (left, top), Anchor::Start, *colour);
            top += line.height() + gap;
        }
    }

    /// What is allowed, shaded; what is published, as a bar; what was pledged, as a mark across.
    fn bar_of(&self, bullet: &Bullet, columns: &Columns, row: &Area) {
        let middle = ((row.top + row.bottom) / 2.0).round();
        let half = ((row.bottom - row.top) * 0.16).min(self.style.space * 2.0).round();
        let area = |from: f64, to: f64, half: f64| Area {
            left: columns.at(from),
            top: middle - half,
            right: columns.at(to),
            bottom: middle + half,
        };
        let (low, high) = bullet.allowed;
        self.shade(&area(low, high, half * 1.7));
        if let Some(reached) = bullet.reached {
            self.filled(&area(0.0, reached, half), bullet.role);
        }
        let (from, mark) = (columns.at(0.0), columns.at(1.0));
        self.rule([(from + 0.5, middle - half * 1.7), (from + 0.5, middle + half * 1.7)], self.style.hair);
        let ends = [(mark, middle - half * 1.7), (mark, middle + half * 1.7)].map(|(x, y)| (steps(x), steps(y)));
        self.sheet.borrow_mut().path(ends, self.paint(Hue::Number(1)).line, steps(self.style.line));
    }

    fn rule(&self, ends: [(f64, f64); 2], width: f64) {
        let ends = ends.map(|(x, y)| (steps(x), steps(y)));
        self.sheet.borrow_mut().path(ends, self.style.palette.grid, steps(width));
    }

    /// The form of a verdict, which says it without colour: full, half, crossed, open, a dash.
    fn standing(&self, standing: Standing, (x, y): (f64, f64), size: f64) {
        let mut sheet = self.sheet.borrow_mut();
        let (ink, paper, at) = (self.style.palette.ink, self.style.palette.paper, (steps(x), steps(y)));
        let stroke = steps(self.style.line * 0.9);
        let corners = |places: &[(f64, f64)]| -> Vec<(i32, i32)> {
            places.iter().map(|(across, down)| (steps(x + across * size), steps(y + down * size))).collect()
        };
        match standing {
            Standing::Met => sheet.circle(at, steps(size), ink),
            Standing::MetRounded => {
                sheet.circle(at, steps(size), ink);
                sheet.circle(at, steps(size * 0.45), paper);
            }
            Standing::Missed => {
                sheet.path(corners(&[(-0.8, -0.8), (0.8, 0.8)]), ink, stroke);
                sheet.path(corners(&[(-0.8, 0.8), (0.8, -0.8)]), ink, stroke);
            }
            Standing::Undecided => {
                sheet.circle(at, steps(size), ink);
                sheet.circle(at, steps(size * 0.75), paper);
            }
            Standing::Unjudged => sheet.path(corners(&[(-0.8, 0.0), (0.8, 0.0)]), ink, stroke),
        }
    }
}
