//! The words around the plot: title, subtitle, source and credit, the numbers of both axes, the rows below the years.

use super::bar_captions::Bar;
use super::parts::{Layout, year_width};
use super::year_captions::{Cell, apart};
use crate::chart::figure::Across;
use crate::chart::paper::geometry::Anchor;
use crate::chart::paper::lettering::Lettering;
use crate::chart::text::line_breaking::Line;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::typeface::CAP;

impl Layout<'_> {
    /// Everything that is written but the labels.
    pub(crate) fn texts(&self, bars: &[Bar]) -> Vec<Lettering> {
        let mut texts = self.headings();
        self.numbers(&mut texts);
        self.year_captions(&mut texts);
        self.unknown(&mut texts);
        let inside = bars.iter().filter(|bar| !bar.point.label.is_empty()).filter_map(|bar| bar.words.as_ref());
        texts.extend(inside.flat_map(|(words, area)| self.inscribed(words, area)));
        texts
    }

    /// Title, subtitle, source and credit.
    pub(crate) fn headings(&self) -> Vec<Lettering> {
        let (tops, palette, left) = (self.tops, self.style.palette, self.style.margin());
        let parts = [
            (&self.title, tops.title, palette.ink),
            (&self.subtitle, tops.subtitle, palette.soft),
            (&self.source, tops.source, palette.soft),
            (&self.credit, tops.credit, palette.soft),
        ];
        let mut texts = Vec::with_capacity(64);
        for (text, top, colour) in parts {
            texts.extend(Lettering::of(text, (left, top), Anchor::Start, colour));
        }
        texts
    }

    /// The numbers of both axes.
    fn numbers(&self, texts: &mut Vec<Lettering>) {
        let (style, x) = (self.style, self.plot.left - self.style.space * 1.25);
        for tick in &self.scale.ticks {
            let y = self.place(0.0, tick.value).1 + style.tick.size * CAP / 2.0;
            texts.push(self.number(&tick.text, (x, y), Anchor::End));
        }
        let y = self.tops.years + CAP * style.tick.size;
        for (year, x) in self.named_years() {
            texts.push(self.number(&year.to_string(), (x, y), Anchor::Middle));
        }
    }

    fn number(&self, text: &str, at: (f64, f64), anchor: Anchor) -> Lettering {
        let (kind, colour) = (self.style.tick, self.style.palette.soft);
        Lettering { line: Line::new(text, kind.weight), at, anchor, kind, colour }
    }

    /// The years that are written, and where.
    fn named_years(&self) -> Vec<(i32, f64)> {
        match self.figure.across {
            Across::Days(..) if self.year() >= year_width(self.style) => self.middles_of_years(),
            Across::Days(..) | Across::Years(..) | Across::Named(_) => {
                self.years.written.iter().map(|year| (*year, self.across(f64::from(*year)))).collect()
            }
        }
    }

    /// The years with the middles of what is seen of them, where that is wide enough to be named.
    fn middles_of_years(&self) -> Vec<(i32, f64)> {
        let needed = year_width(self.style);
        let seen = |year: i32| {
            let (start, end) = (f64::from(year).max(self.years.from), f64::from(year + 1).min(self.years.to));
            let wide = (end - start) * self.year() >= needed;
            wide.then(|| (year, self.across((start + end) / 2.0)))
        };
        self.years.touched().filter_map(seen).collect()
    }

    /// At the foot of each year of which no figure is known, that it is not: in one line, in two, or as a question mark.
    fn unknown(&self, texts: &mut Vec<Lettering>) {
        let (style, room) = (self.style, self.year() - self.style.space);
        for unknown in &self.figure.unknown {
            let words = Paragraph::unbroken(&unknown.words, style.small, room);
            let fits = words.width() <= room && words.lines.len() <= 2;
            let words = if fits { words } else { Paragraph::unbroken("?", style.small, room) };
            let place = (self.across(unknown.at), self.plot.bottom - style.space - words.height());
            texts.extend(Lettering::of(&words, place, Anchor::Middle, style.palette.soft));
        }
    }

    /// The rows of words below the years, and their names below the labels beside the plot, or farther right.
    fn year_captions(&self, texts: &mut Vec<Lettering>) {
        let style = self.style;
        let end = |cell: &Cell| self.across(cell.at) + cell.text.width() / 2.0 + apart(style);
        let cells = self.below.rows.iter().flat_map(|row| &row.cells);
        let x = cells.map(end).fold(self.plot.right + self.aside, f64::max);
        let mut top = self.tops.words;
        for row in &self.below.rows {
            for cell in &row.cells {
                let at = (self.across(cell.at), top);
                texts.extend(Lettering::of(&cell.text, at, Anchor::Middle, style.palette.ink));
            }
            texts.extend(Lettering::of(&row.name, (x, top), Anchor::Start, style.palette.soft));
            top += row.height() + style.space;
        }
    }
}
