//! Draws any figure: ground and grid, then the series, then the words, so that nothing hides a text.

use std::cell::RefCell;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};

use super::backend::Pen;
use crate::chart::figure::{Across, Figure, Hue};
use crate::chart::layout::Layout;
use crate::chart::layout::scale;
use crate::chart::paper::palette::{Colour, Paint};
use crate::chart::paper::sheet::{Anchor, Sheet, steps};
use crate::chart::paper::style::{STEPS, Style};
use crate::chart::text::paragraph::Paragraph;
use crate::chart::text::typeface::{CAP, width};

/// A picture being drawn.
pub(crate) struct Canvas<'a> {
    pub(crate) figure: &'a Figure,
    pub(crate) style: &'a Style,
    pub(crate) layout: &'a Layout,
    pub(crate) sheet: &'a RefCell<Sheet>,
    /// The plot, in years and values.
    pub(crate) area: DrawingArea<Pen<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(figure: &'a Figure, style: &'a Style, layout: &'a Layout, sheet: &'a RefCell<Sheet>) -> Self {
        let (plot, scale, (from, to)) = (&layout.plot, &layout.scale, layout.span);
        let pixels = (steps(plot.left)..steps(plot.right), steps(plot.bottom)..steps(plot.top));
        let root: DrawingArea<Pen<'a>, Shift> = Pen(sheet).into_drawing_area();
        let area = root.apply_coord_spec(Cartesian2d::new(from..to, scale.low..scale.high, pixels));
        Self { figure, style, layout, sheet, area }
    }

    /// Draws everything; the labels that found no room are returned.
    pub(crate) fn draw(&self) -> Vec<String> {
        self.paper();
        if !self.figure.bullets.is_empty() {
            self.headings();
            return self.bullets();
        }
        self.bands();
        let ground = self.sheet.borrow().elements.len();
        self.bars();
        self.base_line();
        self.lines();
        self.stairs();
        self.marks();
        self.dots();
        self.brackets();
        self.headings();
        self.value_axis();
        self.year_axis();
        self.words();
        let left_out = self.labels();
        self.grid(ground);
        left_out
    }

    /// Where a value of a year stands, in pixels.
    pub(crate) fn place(&self, year: f64, value: f64) -> (f64, f64) {
        let (x, y) = self.area.map_coordinate(&(year, value));
        (f64::from(x) / STEPS, f64::from(y) / STEPS)
    }

    /// Where a year or a day stands, in pixels.
    pub(crate) fn across(&self, at: f64) -> f64 {
        self.place(at, self.layout.scale.low).0
    }

    /// Where the tinted ground begins, as far as it can be seen.
    pub(crate) fn ground_from(&self) -> Option<f64> {
        let (from, to) = self.layout.span;
        let ground = self.figure.ground.as_ref()?;
        Some(ground.from.max(from)).filter(|start| *start < to)
    }

    pub(crate) fn paint(&self, hue: Hue) -> Paint {
        let palette = self.style.palette;
        match hue {
            Hue::Neutral => Paint { line: palette.axis, text: palette.soft },
            Hue::Number(number) => palette.hues[number % palette.hues.len()],
        }
    }

    fn paper(&self) {
        let (style, plot) = (self.style, &self.layout.plot);
        let whole = (steps(style.width), steps(style.height));
        self.sheet.borrow_mut().rectangle((0, 0), whole, style.palette.paper);
        if let Some(start) = self.ground_from() {
            let left = self.across(start).round();
            let corners = ((steps(left), steps(plot.top)), (steps(plot.right), steps(plot.bottom)));
            self.sheet.borrow_mut().rectangle(corners.0, corners.1, style.palette.ground);
        }
    }

    /// Where years begin among days, in pixels.
    pub(crate) fn uprights(&self) -> impl Iterator<Item = f64> {
        let days = matches!(self.figure.across, Across::Days(..));
        self.written_years().filter(move |_| days).map(|year| crisp(self.across(f64::from(year))))
    }

    fn base_line(&self) {
        let (style, scale) = (self.style, &self.layout.scale);
        let foot = if (scale.low..=scale.high).contains(&0.0) { 0.0 } else { scale.low };
        self.level(foot, style.palette.axis, style.hair * 1.5);
        let reach = (self.layout.plot.bottom, self.layout.plot.bottom + style.space * 0.75);
        for year in self.written_years() {
            let x = crisp(self.across(f64::from(year)));
            let ends = [(steps(x), steps(reach.0)), (steps(x), steps(reach.1))];
            self.sheet.borrow_mut().path(ends, style.palette.axis, steps(style.hair));
        }
    }

    /// A level line across the plot, on whole pixels so that it is sharp.
    fn level(&self, value: f64, colour: Colour, width: f64) {
        let (plot, y) = (&self.layout.plot, crisp(self.place(0.0, value).1));
        let ends = [(steps(plot.left), steps(y)), (steps(plot.right), steps(y))];
        self.sheet.borrow_mut().path(ends, colour, steps(width));
    }

    fn headings(&self) {
        let (layout, palette, left) = (self.layout, self.style.palette, self.style.margin());
        self.paragraph(&layout.title, (left, layout.tops.title), Anchor::Start, palette.ink);
        self.paragraph(&layout.subtitle, (left, layout.tops.subtitle), Anchor::Start, palette.soft);
        self.paragraph(&layout.source, (left, layout.tops.source), Anchor::Start, palette.soft);
    }

    /// Sets lines whose capitals begin at this height.
    pub(crate) fn paragraph(&self, text: &Paragraph, (x, top): (f64, f64), anchor: Anchor, colour: Colour) {
        for (line, y) in text.standing(top) {
            self.sheet.borrow_mut().line(line, (x, y), anchor, text.kind, colour);
        }
    }

    fn value_axis(&self) {
        let (style, x) = (self.style, self.layout.plot.left - self.style.space * 1.25);
        for tick in &self.layout.scale.ticks {
            let y = self.place(0.0, tick.value).1 + style.tick.size * CAP / 2.0;
            self.sheet.borrow_mut().text(&tick.text, (x, y), Anchor::End, style.tick, style.palette.soft);
        }
    }

    /// The room that a written year needs.
    fn year_width(&self) -> f64 {
        let tick = self.style.tick;
        (width("2000", tick.weight) + 0.45) * tick.size
    }

    /// The years that have a tick; the last of an axis of years is one of them.
    fn written_years(&self) -> impl Iterator<Item = i32> {
        let (span, year, needed) = (self.layout.span, self.layout.year(), self.year_width());
        let (days, years) = match self.figure.across {
            Across::Days(..) => (Some(scale::years(span, year, needed)), None),
            Across::Years(_, last) => (None, Some(scale::years_to(last, span.0, year, needed))),
        };
        days.into_iter().flatten().chain(years.into_iter().flatten())
    }

    fn year_axis(&self) {
        let (style, y) = (self.style, self.layout.tops.years + CAP * self.style.tick.size);
        let places: Vec<(i32, f64)> = match self.figure.across {
            Across::Days(..) if self.layout.year() >= self.year_width() => self.middles_of_years(),
            Across::Days(..) | Across::Years(..) => {
                self.written_years().map(|year| (year, self.across(f64::from(year)))).collect()
            }
        };
        for (year, x) in places {
            self.sheet.borrow_mut().text(&year.to_string(), (x, y), Anchor::Middle, style.tick, style.palette.soft);
        }
    }

    /// The years with the middles of what is seen of them, where that is wide enough to be named.
    fn middles_of_years(&self) -> Vec<(i32, f64)> {
        let (from, to) = self.layout.span;
        let seen = |year: i32| {
            let (start, end) = (f64::from(year).max(from), f64::from(year + 1).min(to));
            let wide = (end - start) * self.layout.year() >= self.year_width();
            wide.then(|| (year, self.across((start + end) / 2.0)))
        };
        scale::years((from - 1.0, to), 1.0, 0.0).filter_map(seen).collect()
    }
}

/// The middle of the pixel: a line of one pixel there is sharp.
pub(crate) fn crisp(place: f64) -> f64 {
    place.floor() + 0.5
}

/// A sheet in memory takes every shape: there is no error to pass on.
pub(crate) fn drawn<T, E>(result: &Result<T, E>) {
    debug_assert!(result.is_ok());
}
