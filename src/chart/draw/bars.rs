//! The bars of a figure, and how they are filled.

use plotters::element::{Drawable, PointCollection};
use plotters::style::{Color, RGBColor};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::canvas::{Canvas, Drawn};
use crate::chart::figure::{Hue, Role};
use crate::chart::layout::bar_captions;
use crate::chart::paper::geometry::Area;
use crate::chart::paper::palette::Colour;

/// The hues of what is missing and of what lies beyond.
const MISSING: Hue = Hue::Number(1);
const BEYOND: Hue = Hue::Number(2);

/// A bar between two corners of the plot, with edges on whole pixels.
struct Bar<F> {
    corners: [(f64, f64); 2],
    colour: Colour,
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
        backend.draw_rect(upper, lower, &RGBColor::from(self.colour).filled(), true)
    }
}

/// Lines that fill a bar, in their colour.
#[derive(Debug, Clone, Copy)]
enum Hatch {
    Rising(Colour),
    Falling(Colour),
    Level(Colour),
}

impl<DB: DrawingBackend> Canvas<'_, DB> {
    pub(super) fn bars(&self, bars: &[bar_captions::Bar]) -> Drawn<DB> {
        let (half, sharp) = (self.layout.bar / 2.0, self.sharp());
        for bar in bars {
            let (point, (colour, hatch)) = (bar.point, self.finality(bar.series.role));
            let corners = [(point.at - half, point.value), (point.at + half, point.from)];
            self.plot.draw(&Bar { corners, colour, sharp: &sharp })?;
            if let Some(hatch) = hatch {
                bar.beside_words(self.style.space).iter().try_for_each(|part| self.hatch(part, hatch))?;
            }
        }
        Ok(())
    }

    /// The colour of a bar and that of its hatch, if it has one: the less final its figure, the lighter it is.
    fn finality(&self, role: Role) -> (Colour, Option<Hatch>) {
        let (style, palette) = (self.style, self.style.palette);
        match role {
            Role::Outturn => (palette.bar, None),
            Role::Estimate => (palette.pale_bar, None),
            Role::Forecast | Role::Plan | Role::Pledge | Role::Scenario | Role::Goal => {
                (palette.pale_bar, Some(Hatch::Rising(palette.bar)))
            }
            Role::Shortfall => (style.tint(MISSING), Some(Hatch::Falling(style.paint(MISSING).line))),
            Role::Headroom => (style.tint(BEYOND), Some(Hatch::Level(style.paint(BEYOND).line))),
        }
    }

    /// A bar of a kind of figure, lying down.
    pub(super) fn lying_bar(&self, area: &Area, role: Role) -> Drawn<DB> {
        let (colour, hatch) = self.finality(role);
        self.fill(area, colour)?;
        hatch.map_or(Ok(()), |hatch| self.hatch(area, hatch))
    }

    /// Lines that say also without colour what is not spent yet (rising), missing (falling) or beyond (level).
    fn hatch(&self, area: &Area, hatch: Hatch) -> Drawn<DB> {
        let distance = self.style.space * 1.5;
        let (colour, slant) = match hatch {
            Hatch::Rising(colour) | Hatch::Falling(colour) => (colour, 1.0),
            Hatch::Level(colour) => (colour, 0.0),
        };
        let turned = |x: f64| if matches!(hatch, Hatch::Falling(_)) { area.left + area.right - x } else { x };
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
