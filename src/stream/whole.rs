//! The good lines of a scenario file, all of them in memory: for what cannot be written line by line.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::gdp::{Path, feed};

use super::plan::Plan;
use super::scenario_reader::{Fed, Work};
use super::units::year_at;

/// The scenarios of the blocks that were handed in, and of the one that is read.
pub(super) struct Whole<'p> {
    plan: &'p Plan<'p>,
    pub(super) feed: feed::Feed,
    block: Vec<feed::FedScenario>,
}

impl<'p> Whole<'p> {
    pub(super) fn new(plan: &'p Plan<'p>) -> Self {
        Self { plan, feed: feed::Feed::default(), block: Vec::new() }
    }
}

impl Work for Whole<'_> {
    fn clear(&mut self) {
        self.block.clear();
    }

    fn open(&mut self, scenario: &str) {
        let (name, lines, paths) = (scenario.to_owned(), Vec::new(), BTreeMap::new());
        self.block.push(feed::FedScenario { name, lines, paths });
    }

    fn line(&mut self, scenario: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let (whose, year) = (&self.plan.countries[country], year_at(fed.year));
        let (country, (gdp, stated)) = (whose.country, whose.gdp(fed.stated)?);
        let value = feed::value(scenario, gdp, stated);
        let path = || Path { scenario: scenario.to_owned(), country, values: BTreeMap::new() };
        if let Some(open) = self.block.last_mut() {
            open.lines.push((country, year));
            open.paths.entry(country).or_insert_with(path).values.insert(year, value);
        }
        Ok(())
    }

    fn settle(&mut self) {
        self.feed.scenarios.append(&mut self.block);
    }
}
