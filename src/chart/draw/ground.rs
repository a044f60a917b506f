//! What everything else stands on: paper, the tinted ground, and the line at the foot of the plot.

use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn};
use crate::chart::layout::crisp;
use crate::chart::paper::geometry::Area;

impl<DB: DrawingBackend> Canvas<'_, DB> {
    pub(super) fn paper(&self) -> Drawn<DB> {
        let (style, layout) = (self.style, self.layout);
        let page = Area { left: 0.0, top: 0.0, right: style.width, bottom: style.height };
        self.group("paper", "");
        self.fill(&page, style.palette.paper)?;
        layout.ground_from().map_or(Ok(()), |start| {
            self.fill(&Area { left: layout.across(start).round(), ..layout.plot }, style.palette.ground)
        })
    }

    /// The level of zero, or the lowest one, on whole pixels so that it is sharp, and the ticks of the years below the plot.
    pub(super) fn base_line(&self) -> Drawn<DB> {
        let (style, layout) = (self.style, self.layout);
        let (scale, plot, colour) = (&layout.scale, &layout.plot, style.palette.axis);
        let foot = if (scale.low..=scale.high).contains(&0.0) { 0.0 } else { scale.low };
        self.group("axis", "");
        let y = crisp(layout.place(0.0, foot).1);
        self.trace([(plot.left, y), (plot.right, y)], colour, style.hair * 1.5)?;
        layout.years.written.iter().try_for_each(|year| {
            let x = crisp(layout.across(f64::from(*year)));
            self.trace([(x, plot.bottom), (x, plot.bottom + style.space * 0.75)], colour, style.hair)
        })
    }
}
