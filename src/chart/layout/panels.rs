//! Where small pictures stand beside each other, and what is written at them: names above each, axes at the edges alone.

use super::key::KeySign;
use super::parts::Layout;
use super::scale::Scale;
use crate::chart::figure::{Floor, Panel};
use crate::chart::paper::geometry::{Anchor, Area};
use crate::chart::paper::lettering::Lettering;
use crate::chart::text::line_breaking::Line;
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::type_style::Type;
use crate::chart::text::typeface::{CAP, Weight, width};

/// How much wider than high a panel is at best.
const WIDER: f64 = 1.6;
/// The most numbers on a scale, and how many sizes of type lie between two at least.
const TICKS: u32 = 4;
const APART: f64 = 2.0;
/// How high a title is at most, in heights of a panel, and how much smaller it is set at most so that a figure stands beside it.
const TITLE: f64 = 0.2;
const SMALLER: f64 = 0.7;

/// Panels in their places.
#[derive(Debug)]
pub(crate) struct Panels<'a> {
    pub(crate) key: Vec<KeySign>,
    pub(crate) cells: Vec<Cell<'a>>,
}

/// A panel in its place.
#[derive(Debug)]
pub(crate) struct Cell<'a> {
    pub(crate) panel: &'a Panel,
    pub(crate) plot: Area,
    /// The heights of the round numbers of the scale, zero first.
    pub(crate) levels: Vec<f64>,
    pub(crate) texts: Vec<Lettering>,
    /// Its first and its last year, and its lowest and its highest value.
    years: (f64, f64),
    values: (f64, f64),
}

impl Cell<'_> {
    /// Where a value of a year stands.
    pub(crate) fn place(&self, at: f64, value: f64) -> (f64, f64) {
        let ((first, last), (low, high)) = (self.years, self.values);
        let Area { left, top, right, bottom } = self.plot;
        (left + (right - left) * (at - first) / (last - first), bottom - (bottom - top) * (value - low) / (high - low))
    }
}

/// What all panels have alike.
struct Measures {
    columns: usize,
    /// How wide and how high a cell is, and what of that its gap and its heading take.
    cell: (f64, f64),
    gap: f64,
    heading: f64,
    title: Type,
    /// Whether the last figures stand beside the titles.
    with_figures: bool,
    tick: Type,
    scale: Scale,
    years: (f64, f64),
}

impl<'a> Layout<'a> {
    /// Every panel, in as many columns as leave them best to be seen.
    pub(crate) fn panels(&self) -> Panels<'a> {
        let (style, panels) = (self.style, &self.figure.panels);
        let (key, end) = self.key(self.plot.top - style.space * 2.5);
        let numbers = style.tick.size * (width("0.0%", style.tick.weight) + 0.5);
        let room = Area {
            left: style.margin() + numbers,
            top: end + style.space,
            right: style.width - style.margin(),
            bottom: self.tops.source - style.space * 2.0,
        };
        let measures = self.panel_measures(panels, &room);
        let cells =
            panels.iter().enumerate().map(|(number, panel)| self.cell(panel, (number, panels.len()), &measures, &room));
        Panels { key, cells: cells.collect() }
    }

    fn panel_measures(&self, panels: &[Panel], room: &Area) -> Measures {
        let style = self.style;
        let count = |rows: usize| (0..rows).map(|_| 1.0).sum::<f64>();
        let cell = |columns: usize| {
            let rows = panels.len().div_ceil(columns);
            ((room.right - room.left) / count(columns), (room.bottom - room.top) / count(rows))
        };
        // cells that stay empty are seen as nothing
        let filled = |columns: usize| count(panels.len()) / count(columns * panels.len().div_ceil(columns));
        let seen = |columns: &usize| {
            let (wide, high) = cell(*columns);
            (wide / WIDER).min(high) * filled(*columns)
        };
        let columns = (1..=panels.len()).max_by(|one, other| seen(one).total_cmp(&seen(other))).unwrap_or(1);
        let (wide, high) = cell(columns);
        let (gap, wanted) = (style.space * 3.0, style.tick.size.min(high * TITLE));
        // all titles are set alike, so that the widest of them has room
        let fitting =
            |text: &dyn Fn(&Panel) -> f64| panels.iter().map(|own| (wide - gap) / text(own)).fold(wanted, f64::min);
        let name = |own: &Panel| width(&own.title, Weight::SemiBold);
        let beside = fitting(&|own| name(own) + width(&own.figure, Weight::Regular) + 0.6);
        let with_figures = beside >= wanted * SMALLER;
        let size = if with_figures { beside } else { fitting(&name).max(wanted * SMALLER) };
        let title = Type { weight: Weight::SemiBold, size };
        let tick = Type { size: style.small.size.min(title.size), ..style.small };
        let heading = title.leading() * 1.15;
        let steps =
            (1..=TICKS).rev().find(|steps| f64::from(*steps) * tick.size * APART <= high - 2.0 * heading).unwrap_or(1);
        let values = panels.iter().flat_map(Panel::values);
        let scale = Scale::new(values, Floor::Zero, steps, &self.figure.unit, self.figure.lang);
        let (first, last) = self.figure.across.ends();
        let years = (first - 0.5, last + 0.5);
        Measures { columns, cell: (wide, high), gap, heading, title, with_figures, tick, scale, years }
    }

    fn cell(&self, panel: &'a Panel, (number, of): (usize, usize), measures: &Measures, room: &Area) -> Cell<'a> {
        let (column, row) = (number % measures.columns, number / measures.columns);
        let count = |cells: usize| (0..cells).map(|_| 1.0).sum::<f64>();
        let (wide, high) = measures.cell;
        let (left, top) = (room.left + count(column) * wide, room.top + count(row) * high);
        let (left, right) = (left.round(), (left + wide - measures.gap).round());
        let plot = Area {
            left,
            top: (top + measures.heading).round(),
            right,
            bottom: (top + high - measures.gap * 0.8).round(),
        };
        let values = (measures.scale.low, measures.scale.high);
        let mut cell = Cell { panel, plot, levels: Vec::new(), texts: Vec::new(), years: measures.years, values };
        cell.levels = measures.scale.ticks.iter().map(|tick| cell.place(0.0, tick.value).1.round()).collect();
        cell.texts = self.panel_heading(panel, measures, (left, right, top));
        if column == 0 {
            cell.texts.extend(self.panel_numbers(&cell, measures));
        }
        if number + measures.columns >= of {
            cell.texts.extend(self.panel_years(&cell, measures));
        }
        cell
    }

    /// Whose panel it is, and its last figure at the right edge.
    fn panel_heading(&self, panel: &Panel, measures: &Measures, (left, right, top): (f64, f64, f64)) -> Vec<Lettering> {
        let (kind, palette) = (measures.title, self.style.palette);
        let plain = Type { weight: Weight::Regular, ..kind };
        let title = Paragraph::fitted(&panel.title, kind, kind.size * SMALLER, (right - left, kind.size));
        let y = top + kind.size * CAP;
        let name = title.lines.first().map(|line| Lettering {
            line: line.clone(),
            at: (left, y),
            anchor: Anchor::Start,
            kind: title.kind,
            colour: palette.ink,
        });
        let colour = if panel.course.is_empty() { palette.soft } else { palette.ink };
        let line = Line::new(&*panel.figure, plain.weight);
        let figure = Lettering { line, at: (right, y), anchor: Anchor::End, kind: plain, colour };
        name.into_iter().chain(Some(figure).filter(|_| measures.with_figures)).collect()
    }

    /// The numbers of the value axis, left of a panel.
    fn panel_numbers(&self, cell: &Cell, measures: &Measures) -> Vec<Lettering> {
        let (kind, colour) = (measures.tick, self.style.palette.soft);
        let x = cell.plot.left - self.style.space;
        let number = |(text, y): (&str, f64)| Lettering {
            line: Line::new(text, kind.weight),
            at: (x, y + kind.size * CAP / 2.0),
            anchor: Anchor::End,
            kind,
            colour,
        };
        let texts = measures.scale.ticks.iter().map(|tick| &*tick.text);
        texts.zip(cell.levels.iter().copied()).map(number).collect()
    }

    /// The first and the last year, below a panel.
    fn panel_years(&self, cell: &Cell, measures: &Measures) -> Vec<Lettering> {
        let (kind, colour) = (measures.tick, self.style.palette.soft);
        let (first, last) = self.figure.across.ends();
        let y = cell.plot.bottom + self.style.space + kind.size * CAP;
        let year = |at: f64, x: f64, anchor| Lettering {
            line: Line::new(format!("{at:.0}"), kind.weight),
            at: (x, y),
            anchor,
            kind,
            colour,
        };
        let ends = [year(first, cell.plot.left, Anchor::Start), year(last, cell.plot.right, Anchor::End)];
        let wide = ends.iter().map(|end| end.line.width * kind.size).sum::<f64>() + kind.size;
        let [start, end] = ends;
        if first < last && wide <= cell.plot.right - cell.plot.left { vec![start, end] } else { vec![end] }
    }
}
