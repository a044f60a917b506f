//! The rows of a ranking: dots on one scale, where they came from, and what was pledged.

use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn, Failure};
use crate::chart::figure::{Hue, Ranking, Role};
use crate::chart::layout::crisp;
use crate::chart::layout::ranking::{RankColumn, RankRow, Ranks};
use crate::chart::paper::geometry::Area;
use crate::chart::paper::lettering::Lettering;

/// The colours of what was spent and of what was pledged.
const SPENT: Hue = Hue::Number(0);
const PLEDGE: Hue = Hue::Number(1);

/// How much of a row's height a dot takes to both sides of its middle, and a pledge.
const DOT: f64 = 0.3;
const ACROSS: f64 = 0.42;

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Every row that has room; the names of the others are returned.
    pub(super) fn ranks(&self, ranking: &Ranking) -> Result<Vec<String>, Failure<DB>> {
        let Ranks { key, columns, others, left_out } = self.layout.ranks(ranking);
        self.headings()?;
        self.key(key)?;
        columns.into_iter().try_for_each(|column| self.rank_column(column))?;
        self.group("others", "");
        self.write_all(others)?;
        Ok(left_out)
    }

    fn rank_column(&self, column: RankColumn) -> Drawn<DB> {
        let RankColumn { plot, ticks, levels, head, rows } = column;
        let (palette, hair) = (self.style.palette, self.style.hair);
        self.group("scale", "");
        for row in rows.iter().filter(|row| row.placing.marked) {
            let beyond = self.style.space * 0.5;
            let (left, right) = (row.area.left - beyond, row.area.right + beyond);
            self.fill(&Area { left, right, ..row.area }, palette.ground)?;
        }
        for row in rows.iter().filter(|row| row.value.is_some()) {
            let y = crisp(row.area.middle().1);
            self.trace([(plot.left, y), (plot.right, y)], palette.grid, hair)?;
        }
        for (number, x) in ticks.into_iter().enumerate() {
            let (colour, width) = if number == 0 { (palette.axis, hair * 1.5) } else { (palette.grid, hair) };
            self.trace([(crisp(x), plot.top), (crisp(x), plot.bottom)], colour, width)?;
        }
        for level in &levels {
            let number = head.iter().map(Lettering::area).find(|area| area.left < level.x && level.x < area.right);
            let above = number.map_or(plot.top, |area| area.top - self.style.space * 0.5);
            let below = number.map_or(plot.top, |area| area.bottom + self.style.space * 0.5);
            for (from, to) in [(level.top, above), (below, plot.bottom)] {
                self.trace([(level.x, from), (level.x, to)], self.style.paint(PLEDGE).line, hair * 2.0)?;
            }
        }
        self.write_all(head)?;
        levels.into_iter().try_for_each(|level| self.write_all(level.words))?;
        rows.into_iter().try_for_each(|row| self.rank_row(row))
    }

    /// A thin line from the earlier value, the dot, and the pledge across on top.
    fn rank_row(&self, row: RankRow) -> Drawn<DB> {
        self.group("row", &row.placing.name);
        let (y, high) = (row.area.middle().1.round(), row.area.bottom - row.area.top);
        let size = self.style.mark.min(high * DOT);
        if let (Some(value), Some(earlier)) = (row.value, row.earlier) {
            self.tail((earlier, y), value, size)?;
        }
        if let Some(x) = row.value {
            self.dot((x, y), size, row.placing.role)?;
        }
        row.pledge.map_or(Ok(()), |x| self.across((x, y), high * ACROSS))?;
        self.write_all(row.words)
    }

    /// From where a dot came.
    pub(super) fn tail(&self, (x, y): (f64, f64), to: f64, size: f64) -> Drawn<DB> {
        let (colour, width) = (self.style.paint(SPENT).line, self.style.hair * 1.5);
        self.trace([(x, y), (to, y)], colour, width)?;
        self.trace([(x, y - size * 0.6), (x, y + size * 0.6)], colour, width)
    }

    /// What was pledged, as a short line across.
    pub(super) fn across(&self, (x, y): (f64, f64), half: f64) -> Drawn<DB> {
        self.trace([(x, y - half), (x, y + half)], self.style.paint(PLEDGE).line, self.style.line)
    }

    /// A figure: full where it is final, else hollow, with a smaller dot inside where it is no estimate.
    pub(super) fn dot(&self, place: (f64, f64), size: f64, role: Role) -> Drawn<DB> {
        let (colour, paper) = (self.style.paint(SPENT).line, self.style.palette.paper);
        self.disc(place, size + self.style.hair, paper)?;
        self.disc(place, size, colour)?;
        if role == Role::Outturn {
            return Ok(());
        }
        self.disc(place, size - self.style.line * 0.6, paper)?;
        if role == Role::Estimate { Ok(()) } else { self.disc(place, size * 0.35, colour) }
    }
}
