//! Verdicts under the scenarios of a file, each judged when its last line was read.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use crate::error::{Error, Result};
use crate::gdp::Path;
use crate::gdp::feed::{self, FedScenario};
use crate::quantity::Country;
use crate::question::FedVerdicts;
use crate::render::{RowFormat, Written};
use crate::table::{Cell, Citation, Verdict, columns};

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

/// Verdicts on all scenarios of a file.
#[derive(Debug)]
pub struct Verdicts<R> {
    /// Their rows.
    pub rows: R,
    /// The documents that they and the table above them rest on.
    pub sources: Vec<Citation>,
    /// How many of them are missed.
    pub missed: usize,
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
    /// The rows are sound, and it is their turn: gives the number of bytes that were written.
    ///
    /// # Errors
    /// The writer fails.
    fn deliver(&mut self, out: &mut dyn Write) -> io::Result<usize>;
}

/// Rows that are written as text.
pub(super) struct Text {
    pub(super) format: RowFormat,
    pub(super) decimals: u32,
    pub(super) written: Written,
    pub(super) block: String,
}

/// Rows that are kept, up to a limit, and what is said of more.
pub(super) struct Held {
    pub(super) rows: Vec<Vec<Cell>>,
    pub(super) block: Vec<Vec<Cell>>,
    pub(super) limit: usize,
    pub(super) too_many: Error,
}

impl Taking for Text {
    fn clear(&mut self) {
        self.block.clear();
    }

    fn push(&mut self, row: Vec<Cell>) -> Result<()> {
        self.written.marks.note(FedVerdicts::columns(), &row);
        self.format.push_row(&mut self.block, FedVerdicts::columns(), &row, self.decimals)
    }

    fn deliver(&mut self, out: &mut dyn Write) -> io::Result<usize> {
        if self.block.is_empty() {
            return Ok(0);
        }
        // what parts a row from the one before has no meaning above the first
        let first = if std::mem::replace(&mut self.written.any, true) { 0 } else { self.format.gap() };
        out.write_all(&self.block.as_bytes()[first..]).map(|()| self.block.len() - first)
    }
}

impl Taking for Held {
    fn clear(&mut self) {
        self.block.clear();
    }

    fn push(&mut self, row: Vec<Cell>) -> Result<()> {
        if self.rows.len() + self.block.len() == self.limit {
            return Err(self.too_many.clone());
        }
        self.block.push(row);
        Ok(())
    }

    fn deliver(&mut self, _: &mut dyn Write) -> io::Result<usize> {
        self.rows.append(&mut self.block);
        Ok(0)
    }
}

impl<'p, 'q, 'b, R> Judged<'p, 'q, 'b, R> {
    /// No verdicts yet.
    pub(super) fn new(plan: &'p Plan<'p>, verdicts: FedVerdicts<'q, 'b>, rows: R) -> Self {
        let open = FedScenario { name: String::new(), lines: Vec::new(), paths: BTreeMap::new() };
        Self { plan, verdicts, open, rows, so_far: SoFar::default(), handed_in: SoFar::default() }
    }

    /// What has come of it all.
    pub(super) fn into_verdicts(self) -> Verdicts<R> {
        Verdicts { rows: self.rows, sources: self.verdicts.sources(), missed: self.handed_in.missed }
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

    fn deliver(&mut self, out: &mut dyn Write) -> io::Result<usize> {
        self.rows.deliver(out)
    }

    fn settle(&mut self) {
        self.handed_in = self.so_far.clone();
    }
}
