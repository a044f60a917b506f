//! Verdicts under the scenarios of a file, each judged when its last line was read.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::Result;
use crate::gdp::Path;
use crate::gdp::feed::{self, FedScenario};
use crate::quantity::Country;
use crate::question::FedVerdicts;
use crate::render::{Marks, RowFormat};
use crate::table::{Cell, Verdict, columns};

use super::below::{Below, Rowing};
use super::held::Held;
use super::plan::Plan;
use super::scenario_reader::{Fed, Work};
use super::units::year_at;

/// The verdicts of the blocks that were handed in, and of the one that is read.
pub(super) struct Judged<'p, 'q, 'b, R> {
    plan: &'p Plan<'p>,
    verdicts: FedVerdicts<'q, 'b>,
    open: FedScenario,
    rows: R,
    so_far: SoFar,
    handed_in: SoFar,
}

/// What is known of the rows so far.
#[derive(Default, Clone)]
struct SoFar {
    /// The countries that lines were about.
    told: BTreeSet<Country>,
    /// How many rows are missed.
    missed: usize,
}

/// What becomes of the rows of a block.
pub(super) trait Taking: Send {
    /// Forgets the block before.
    fn clear(&mut self);
    /// Takes a row.
    ///
    /// # Errors
    /// A figure cannot be rounded, or the row is one too many.
    fn push(&mut self, row: Vec<Cell>) -> Result<()>;
    /// The rows as text, if they are written.
    fn text(&self) -> &[u8] {
        &[]
    }
    /// The block was handed in.
    fn settle(&mut self) {}
    /// Adds what has come of it all.
    fn end(self, below: &mut Below);
}

/// Rows that are written as text.
pub(super) struct Text {
    format: RowFormat,
    decimals: u32,
    marks: Marks,
    block: String,
}

impl Text {
    /// Nothing yet, amounts with so many decimals.
    pub(super) fn new(format: RowFormat, decimals: u32) -> Self {
        Self { format, decimals, marks: Marks::default(), block: String::new() }
    }
}

impl Taking for Text {
    fn clear(&mut self) {
        self.block.clear();
    }

    fn push(&mut self, row: Vec<Cell>) -> Result<()> {
        self.marks.note(FedVerdicts::columns(), &row);
        self.format.push_row(&mut self.block, FedVerdicts::columns(), &row, self.decimals)
    }

    fn text(&self) -> &[u8] {
        self.block.as_bytes()
    }

    fn end(self, below: &mut Below) {
        below.marks.add(self.marks);
    }
}

impl Taking for Held {
    fn clear(&mut self) {
        self.clear();
    }

    fn push(&mut self, row: Vec<Cell>) -> Result<()> {
        self.push(row)
    }

    fn settle(&mut self) {
        self.settle();
    }

    fn end(self, below: &mut Below) {
        below.rows.extend(self.rows);
    }
}

impl<'p, 'q, 'b, R> Judged<'p, 'q, 'b, R> {
    /// No verdicts yet.
    pub(super) fn new(plan: &'p Plan<'p>, verdicts: FedVerdicts<'q, 'b>, rows: R) -> Self {
        let open = FedScenario { name: String::new(), lines: Vec::new(), paths: BTreeMap::new() };
        Self { plan, verdicts, open, rows, so_far: SoFar::default(), handed_in: SoFar::default() }
    }
}

impl<R: Taking> Work for Judged<'_, '_, '_, R> {
    fn clear(&mut self) {
        self.so_far = self.handed_in.clone();
        self.rows.clear();
    }

    fn open(&mut self, scenario: &str) {
        scenario.clone_into(&mut self.open.name);
        self.open.paths.clear();
    }

    fn line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let whose = &self.plan.countries[country];
        let (gdp, stated) = whose.gdp(fed.stated)?;
        let new = || Path::new(scenario, whose.country, BTreeMap::new());
        let path = self.open.paths.entry(whose.country).or_insert_with(new);
        path.values.insert(year_at(fed.year), feed::value(scenario, gdp, stated));
        Ok(())
    }

    fn close(&mut self, _: &str) -> Result<()> {
        let at = FedVerdicts::columns().iter().position(|column| *column == columns::VERDICT);
        for row in self.verdicts.under(&self.open, &mut self.so_far.told)? {
            let verdict = at.and_then(|at| row.get(at)).and_then(Cell::verdict);
            self.so_far.missed += usize::from(verdict == Some(Verdict::Missed));
            self.rows.push(row)?;
        }
        Ok(())
    }

    fn text(&self) -> &[u8] {
        self.rows.text()
    }

    fn settle(&mut self) {
        self.handed_in = self.so_far.clone();
        self.rows.settle();
    }
}

impl<R: Taking> Rowing for Judged<'_, '_, '_, R> {
    fn end(self, below: &mut Below) {
        below.sources = self.verdicts.sources();
        below.missed += self.handed_in.missed;
        self.rows.end(below);
    }
}
