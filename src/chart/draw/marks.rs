//! The marks of a figure.

use plotters::element::{Drawable, PointCollection};
use plotters::style::{Color, RGBColor};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::canvas::{Canvas, Drawn};
use crate::chart::figure::{Point, Series, Shape};
use crate::chart::layout::mark_forms::Form;
use crate::chart::paper::geometry::{Area, in_parts};
use crate::chart::paper::palette::Colour;

/// A form around a place of the plot.
struct Mark {
    at: (f64, f64),
    form: Form,
    /// Half its size, in parts of a pixel.
    size: f64,
    colour: Colour,
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Mark {
    type Point = &'a (f64, f64);
    type IntoIter = std::iter::Once<&'a (f64, f64)>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Mark {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut places: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let style = RGBColor::from(self.colour).filled();
        places.try_for_each(|(x, y)| match self.form {
            Form::Round => backend.draw_circle((x, y), in_parts(self.size, 1.0).unsigned_abs(), &style, true),
            Form::Corners(corners) => {
                let corner =
                    |(across, down): &(f64, f64)| (x + in_parts(*across, self.size), y + in_parts(*down, self.size));
                backend.fill_polygon(corners.iter().map(corner), &style)
            }
        })
    }
}

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Dots on lines where a figure stands beside them, each with a rim of paper where it lies on a mark.
    pub(super) fn dots(&self) -> Drawn<DB> {
        self.group("dots", "");
        let (layout, style) = (self.layout, self.style);
        let marks: Vec<Area> = layout.each_mark().map(|(series, point)| layout.mark(series, point)).collect();
        let lines = layout.figure.series.iter().filter(|series| series.shape == Shape::Line).rev();
        for (series, point) in lines.flat_map(|series| series.points.iter().map(move |point| (series, point))) {
            if point.label.is_empty() || series.marks().any(|mark| mark == point) {
                continue;
            }
            let (place, size) = (layout.place(point.at, point.value), style.mark * 0.65);
            if marks.iter().any(|mark| mark.crossed(&[place, place])) {
                self.mark(point, Form::Round, size + style.hair * 1.5, style.palette.paper)?;
            }
            self.mark(point, Form::Round, size, style.paint(series.hue).line)?;
        }
        Ok(())
    }

    /// Marks, the first series last, each with a rim of paper that keeps it apart from what lies below.
    pub(super) fn marks(&self) -> Drawn<DB> {
        for series in self.layout.figure.series.iter().rev() {
            self.series(series);
            for point in series.marks() {
                self.whisker(series, point)?;
                let rim = self.style.mark + self.style.hair * 2.0;
                self.mark(point, Form::of(series), rim, self.style.palette.paper)?;
                self.mark(point, Form::of(series), self.style.mark, self.style.paint(series.hue).line)?;
            }
        }
        Ok(())
    }

    /// From where to where the true value may lie, where that is more than the mark itself.
    fn whisker(&self, series: &Series, point: &Point) -> Drawn<DB> {
        let Some((low, high)) = point.within else { return Ok(()) };
        let ends = [self.layout.place(point.at, low), self.layout.place(point.at, high)];
        if ends[0].1 - ends[1].1 <= 3.0 * self.style.mark {
            return Ok(());
        }
        self.trace(ends, self.style.paint(series.hue).line, self.style.line * 0.6)
    }

    fn mark(&self, point: &Point, form: Form, size: f64, colour: Colour) -> Drawn<DB> {
        self.plot.draw(&Mark { at: (point.at, point.value), form, size: self.exact(size), colour })
    }
}
