//! Rows that are kept, up to a limit: for what is laid out only once all of it is known.

use crate::error::{Error, Place, Result};
use crate::question::AmountRows;
use crate::table::Cell;

use super::plan::Plan;
use super::rows::{outcome, over};
use super::scenario_reader::{Fed, Work};
use super::sums::GivenYears;

/// The rows of the blocks that were handed in, and of the one that is read.
pub(super) struct Kept<'p> {
    plan: &'p Plan<'p>,
    made: &'p AmountRows,
    pub(super) rows: Vec<Vec<Cell>>,
    block: Vec<Vec<Cell>>,
    /// What the open scenario has given, for each country of the plan.
    given: Vec<GivenYears>,
    /// How many rows there may be, and what is said of more.
    limit: usize,
    too_many: Error,
}

impl<'p> Kept<'p> {
    /// No rows yet of a file of this name.
    pub(super) fn new(plan: &'p Plan<'p>, made: &'p AmountRows, name: &str, (limit, too_many): (usize, Error)) -> Self {
        let given = plan.countries.iter().map(GivenYears::new).collect();
        let too_many = too_many.at(Place::file(name));
        Self { plan, made, rows: Vec::new(), block: Vec::new(), given, limit, too_many }
    }

    fn keep(&mut self, row: Vec<Cell>) -> Result<()> {
        if self.rows.len() + self.block.len() == self.limit {
            return Err(self.too_many.clone());
        }
        self.block.push(row);
        Ok(())
    }
}

impl Work for Kept<'_> {
    fn clear(&mut self) {
        self.block.clear();
    }

    fn open(&mut self, _: &str) {
        self.given.iter_mut().for_each(GivenYears::clear);
    }

    fn line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let (plan, whose, before) = (self.plan, &self.plan.countries[country], self.block.len());
        let done = whose.yearly[fed.year].iter().try_for_each(|index| {
            let asked = &plan.asked[*index];
            self.keep(self.made.fed(&asked.0, scenario, &outcome(asked, scenario, whose, fed)?)?)
        });
        match done {
            Ok(()) => self.given[country].keep(fed),
            Err(_) => self.block.truncate(before),
        }
        done
    }

    fn close(&mut self, scenario: &str) -> Result<()> {
        let plan = self.plan;
        for (at, whose) in plan.countries.iter().enumerate() {
            let is_given = self.given[at].is_given();
            for (index, years) in whose.sums.iter().filter(|_| is_given) {
                let (pledged, _) = &plan.asked[*index];
                let outcome = over(pledged, scenario, whose, (*years, &self.given[at]))?;
                self.keep(self.made.fed(pledged, scenario, &outcome)?)?;
            }
        }
        Ok(())
    }

    fn settle(&mut self) {
        self.rows.append(&mut self.block);
    }
}
