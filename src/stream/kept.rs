//! Amounts as rows of cells, in exact decimals.

use crate::error::Result;
use crate::question::AmountRows;

use super::below::{Below, Rowing};
use super::held::Held;
use super::plan::Plan;
use super::rows::{outcome, over};
use super::scenario_reader::{Fed, Work};
use super::sums::GivenYears;

/// The rows of each line, and the sums of each scenario.
pub(super) struct Kept<'p> {
    plan: &'p Plan<'p>,
    made: &'p AmountRows,
    held: Held,
    /// What the open scenario has given, for each country of the plan.
    given: Vec<GivenYears>,
}

impl<'p> Kept<'p> {
    pub(super) fn new(plan: &'p Plan<'p>, made: &'p AmountRows, held: Held) -> Self {
        let given = plan.countries.iter().map(GivenYears::new).collect();
        Self { plan, made, held, given }
    }
}

impl Work for Kept<'_> {
    fn clear(&mut self) {
        self.held.clear();
    }

    fn open(&mut self, _: &str) {
        self.given.iter_mut().for_each(GivenYears::clear);
    }

    fn line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let (plan, whose, before) = (self.plan, &self.plan.countries[country], self.held.count());
        let done = whose.yearly[fed.year].iter().try_for_each(|index| {
            let asked = &plan.asked[*index];
            self.held.push(self.made.fed(&asked.0, scenario, &outcome(asked, scenario, whose, fed)?)?)
        });
        match done {
            Ok(()) => self.given[country].keep(fed),
            Err(_) => self.held.cut(before),
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
                self.held.push(self.made.fed(pledged, scenario, &outcome)?)?;
            }
        }
        Ok(())
    }

    fn settle(&mut self) {
        self.held.settle();
    }
}

impl Rowing for Kept<'_> {
    fn end(self, below: &mut Below) {
        below.rows.extend(self.held.rows);
    }
}
