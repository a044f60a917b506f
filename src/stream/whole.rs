//! The good lines of a scenario file, all of them in memory: for what cannot be written line by line.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::gdp::{Path, feed};
use crate::quantity::Digits;

use super::plan::Plan;
use super::walk::{Fed, Work, year_at};

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
        let (country, year) = (self.plan.countries[country].country, year_at(fed.year));
        let stated = String::from_utf8_lossy(fed.stated).into_owned();
        let value = feed::value(scenario, Digits::SERIES.parse(&stated)?, stated);
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
