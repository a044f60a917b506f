//! Small pictures beside each other.

use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn};
use crate::chart::figure::Hue;
use crate::chart::layout::crisp;
use crate::chart::layout::panels::{Cell, Panels};

/// The colours of what was spent and of what was pledged.
const SPENT: Hue = Hue::Number(0);
const PLEDGE: Hue = Hue::Number(1);

impl<DB: DrawingBackend> Canvas<'_, DB> {
    pub(super) fn panels(&self) -> Drawn<DB> {
        let Panels { key, cells } = self.layout.panels();
        self.headings()?;
        self.key(key)?;
        cells.into_iter().try_for_each(|cell| self.cell(cell))
    }

    /// Levels, what was pledged, what is published, and hollow dots where that is not final.
    fn cell(&self, cell: Cell) -> Drawn<DB> {
        self.group("panel", &cell.panel.title);
        let (palette, hair, plot) = (self.style.palette, self.style.hair, &cell.plot);
        if cell.panel.marked {
            self.fill(plot, palette.ground)?;
        }
        for (number, y) in cell.levels.iter().enumerate() {
            let (colour, width) = if number == 0 { (palette.axis, hair * 1.5) } else { (palette.grid, hair) };
            self.trace([(plot.left, crisp(*y)), (plot.right, crisp(*y))], colour, width)?;
        }
        for (at, value) in &cell.panel.held {
            self.held(cell.place(at - 0.5, *value), cell.place(at + 0.5, *value))?;
        }
        for pair in cell.panel.course.windows(2) {
            if let [from, to] = pair
                && to.joined
            {
                self.course(cell.place(from.at, from.value), cell.place(to.at, to.value))?;
            }
        }
        for station in cell.panel.dots() {
            self.dot(cell.place(station.at, station.value), self.style.mark * 0.5, station.role)?;
        }
        self.write_all(cell.texts)
    }

    /// A piece of the course of a figure.
    pub(super) fn course(&self, from: (f64, f64), to: (f64, f64)) -> Drawn<DB> {
        self.trace([from, to], self.style.paint(SPENT).line, self.style.line * 0.6)
    }

    /// What was pledged for a year.
    pub(super) fn held(&self, from: (f64, f64), to: (f64, f64)) -> Drawn<DB> {
        self.trace([from, to], self.style.paint(PLEDGE).line, self.style.line * 0.7)
    }
}
