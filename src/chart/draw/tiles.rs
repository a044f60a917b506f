//! Cases in rows and columns, and the line between those that reach a pledge and those that do not.

use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn};
use crate::chart::figure::{Hue, Tiles};
use crate::chart::layout::tiles::{Mosaic, TileCell};
use crate::chart::paper::geometry::Segment;

/// The colours of what is missing, of what lies beyond, and of what was pledged.
const MISSING: Hue = Hue::Number(1);
const BEYOND: Hue = Hue::Number(2);
const PLEDGE: Hue = Hue::Number(1);

/// How much of its hue a tile has.
const TINT: f64 = 0.16;

impl<DB: DrawingBackend> Canvas<'_, DB> {
    pub(super) fn tiles(&self, tiles: &Tiles) -> Drawn<DB> {
        let Mosaic { key, cells, form, break_even, texts } = self.layout.tiles(tiles);
        self.headings()?;
        self.key(key)?;
        self.group("tiles", "");
        cells.into_iter().try_for_each(|cell| self.tile(cell, form))?;
        self.group("break-even", "");
        break_even.into_iter().try_for_each(|edge| self.break_even(edge))?;
        self.group("labels", "");
        self.write_all(texts)
    }

    /// A tint that says on which side of the pledge it is, with the form of the verdict; as a tone where that has no room.
    fn tile(&self, cell: TileCell, form: Option<f64>) -> Drawn<DB> {
        let TileCell { tile, area, form: place, words } = cell;
        let Some(size) = form else { return self.fill(&area, self.style.tone(tile.standing).within) };
        let ground = match tile.reached {
            Some(true) => self.style.thinned(BEYOND, TINT),
            Some(false) => self.style.thinned(MISSING, TINT),
            None => self.style.palette.ground,
        };
        self.fill(&area.grown(-self.style.hair), ground)?;
        self.standing(tile.standing, place, size)?;
        self.write_all(words)
    }

    /// A piece of the line at which the pledge begins to be reached.
    pub(super) fn break_even(&self, edge: Segment) -> Drawn<DB> {
        // beyond both ends by half its width, so that pieces at a corner join
        let half = self.style.line / 2.0;
        let [(x0, y0), (x1, y1)] = edge;
        let (dx, dy) = if y0 == y1 { (half, 0.0) } else { (0.0, half) };
        let edge = [(x0 - dx, y0 - dy), (x1 + dx, y1 + dy)];
        self.trace(edge, self.style.palette.paper, self.style.line + 2.0 * self.style.casing())?;
        self.trace(edge, self.style.paint(PLEDGE).line, self.style.line)
    }
}
