//! The bars of a figure, and how they are filled.

use plotters::element::{Drawable, PointCollection};
use plotters::style::{Color, RGBColor};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::canvas::{Canvas, Drawn};
use crate::chart::figure::Role;
use crate::chart::layout::bar_captions;
use crate::chart::paper::filling::{Filling, Hatch};
use crate::chart::paper::geometry::Area;

/// A bar between two corners of the plot, with edges on whole pixels.
struct Bar<F> {
    corners: [(f64, f64); 2],
    filling: Filling,
    /// How wide its edge is at the sides, and above and below, in parts of a pixel.
    edge: (i32, i32),
    sharp: F,
}

impl<'a, F> PointCollection<'a, (f64, f64)> for &'a Bar<F> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.corners
    }
}

impl<DB: DrawingBackend, F: Fn(BackendCoord) -> BackendCoord> Drawable<DB> for Bar<F> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut corners: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let (Some(one), Some(other)) = (corners.next(), corners.next()) else { return Ok(()) };
        let upper = (self.sharp)((one.0.min(other.0), one.1.min(other.1)));
        let lower = (self.sharp)((one.0.max(other.0), one.1.max(other.1)));
        backend.draw_rect(upper, lower, &RGBColor::from(self.filling.edge).filled(), true)?;
        if self.filling.edge == self.filling.within {
            return Ok(());
        }
        let (side, level) = self.edge;
        let (upper, lower) = ((upper.0 + side, upper.1 + level), (lower.0 - side, lower.1 - level));
        backend.draw_rect(upper, lower, &RGBColor::from(self.filling.within).filled(), true)
    }
}

impl<DB: DrawingBackend> Canvas<'_, DB> {
    pub(super) fn bars(&self, bars: &[bar_captions::Bar]) -> Drawn<DB> {
        let (half, edge) = (self.layout.bar / 2.0, self.parts(self.style.edge()));
        for bar in bars {
            self.series(bar.series);
            let (point, filling) = (bar.point, self.style.filling(bar.series.role));
            // a bar that is hardly higher than its edges has them at its sides alone, so that its filling is seen
            let is_thin = bar.area.grown(-self.style.edge() - 1.0).is_empty();
            let edge = (edge, if is_thin { 0 } else { edge });
            // the tone of one that moves little is seen without a hatch alone
            let moves = matches!(bar.series.role, Role::Rise | Role::Fall);
            let filling =
                if is_thin && moves { Filling { within: filling.edge, hatch: None, ..filling } } else { filling };
            let corners = [(point.at - half, point.value), (point.at + half, point.from)];
            self.plot.draw(&Bar { corners, filling, edge, sharp: self.sharp() })?;
            self.hatch(&bar.area, filling)?;
            bar.plate(self.style).map_or(Ok(()), |plate| self.fill(&plate, filling.within))?;
        }
        Ok(())
    }

    /// A bar of a kind of figure, lying down.
    pub(super) fn lying_bar(&self, area: &Area, role: Role) -> Drawn<DB> {
        let filling = self.style.filling(role);
        self.filled(area, filling)?;
        self.hatch(area, filling)
    }

    /// An area of the page within its edge.
    pub(super) fn filled(&self, area: &Area, Filling { edge, within, .. }: Filling) -> Drawn<DB> {
        self.fill(area, edge)?;
        let inner = area.grown(-self.style.edge());
        if edge == within || inner.is_empty() { Ok(()) } else { self.fill(&inner, within) }
    }

    /// The lines of a hatch, if there is one, from edge to edge of an area.
    fn hatch(&self, area: &Area, Filling { edge: colour, hatch, .. }: Filling) -> Drawn<DB> {
        let Some(hatch) = hatch else { return Ok(()) };
        let distance = self.style.space * 1.5;
        let slant = match hatch {
            Hatch::Rising | Hatch::Falling => 1.0,
            Hatch::Level => 0.0,
        };
        let turned = |x: f64| if hatch == Hatch::Falling { area.left + area.right - x } else { x };
        let wide = (area.right - area.left) * slant;
        let mut sum = distance;
        while sum < wide + area.bottom - area.top {
            // a slanting line leaves through the top or the right edge, a level one lies at its own height
            let from = if slant == 0.0 {
                (area.right, area.top + sum)
            } else {
                (area.left + sum.min(wide), area.top + (sum - wide).max(0.0))
            };
            let down = (area.bottom - area.top).min(sum);
            let to = (area.left + (sum - down) * slant, area.top + down);
            self.trace([from, to].map(|(x, y)| (turned(x), y)), colour, self.style.hair * 1.5)?;
            sum += distance;
        }
        Ok(())
    }
}
