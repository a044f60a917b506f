//! Statements in the order in which they were made: lines of time, led on to what replaced them.

use plotters_backend::DrawingBackend;

use super::canvas::{Canvas, Drawn, Failure};
use crate::chart::figure::{Chronicle, Hue};
use crate::chart::layout::chronicle::{Rows, StatementRow};

/// The colour of what was pledged.
const PLEDGE: Hue = Hue::Number(1);

impl<DB: DrawingBackend> Canvas<'_, DB> {
    /// Every statement that has room; the words of the others are returned.
    pub(super) fn chronicle(&self, chronicle: &Chronicle) -> Result<Vec<String>, Failure<DB>> {
        let Rows { plot, uprights, rows, texts, left_out } = self.layout.statements(chronicle);
        self.headings()?;
        self.group("grid", "");
        let (palette, hair) = (self.style.palette, self.style.hair);
        for row in &rows {
            let y = row.area.bottom.round() + 0.5;
            self.trace([(row.area.left, y), (row.area.right, y)], palette.grid, hair)?;
        }
        for x in uprights {
            self.trace([(x, plot.top), (x, plot.bottom)], palette.grid, hair)?;
        }
        self.group("successions", "");
        rows.iter().try_for_each(|row| self.succession(row))?;
        for row in rows {
            self.group("statement", &row.statement.words);
            self.statement(&row)?;
            self.write_all(row.words)?;
        }
        self.group("axis", "");
        self.write_all(texts)?;
        Ok(left_out)
    }

    /// The thin line from the end of a statement to the one that replaced it.
    fn succession(&self, row: &StatementRow) -> Drawn<DB> {
        let (x, y) = (row.ends.1, row.area.middle().1.round());
        let colour = self.style.paint(PLEDGE).line;
        row.replaced_at.map_or(Ok(()), |below| self.trace([(x, y), (x, below)], colour, self.style.hair * 1.5))
    }

    /// The time of a statement from a dot on its day on, as heavy as it binds; pale where another one replaced it.
    fn statement(&self, row: &StatementRow) -> Drawn<DB> {
        let (statement, (from, to)) = (row.statement, row.ends);
        let (y, high) = (row.area.middle().1.round(), row.area.bottom - row.area.top);
        let colour = if statement.replaced_by.is_some() {
            self.style.paint(Hue::Neutral).line
        } else {
            self.style.paint(PLEDGE).line
        };
        let width = (self.style.line * statement.weight).min(high * 0.5);
        self.trace([(from, y), (to.max(from + 1.0), y)], colour, width)?;
        let size = (self.style.mark * 0.8).max(width * 0.8).min(high * 0.42);
        self.disc((from, y), size + self.style.hair, self.style.palette.paper)?;
        self.disc((from, y), size, colour)
    }
}
