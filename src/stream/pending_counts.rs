//! The values of a block, kept until its turn has come, and counted then.

use crate::error::Result;

use super::plan::Plan;
use super::scenario_reader::{Fed, Work};

/// What counts the values of one country and year.
pub(super) trait Count: Send {
    /// Counts a value; whether it is kept, which takes room.
    fn add(&mut self, value: u64) -> bool;
    /// Counts a value that 64 bits cannot hold.
    fn add_large(&mut self, value: u128);
    /// Gives up values that are hardly wanted; how many are left.
    fn narrow(&mut self) -> usize;
    /// Gives up all values.
    fn neglect(&mut self);
}

/// The values of a block by country and year, and what counts them.
pub(super) struct PendingCounts<'p, T> {
    plan: &'p Plan<'p>,
    values: Vec<(usize, u64)>,
    /// Those that 64 bits cannot hold.
    large: Vec<(usize, u128)>,
    /// What counts them, by country and year.
    pub(super) counts: Vec<T>,
    kept: usize,
    /// How many values may be kept.
    room: usize,
}

impl<'p, T: Count> PendingCounts<'p, T> {
    pub(super) fn new(plan: &'p Plan<'p>, counts: Vec<T>, room: usize) -> Self {
        Self { plan, values: Vec::new(), large: Vec::new(), counts, kept: 0, room }
    }

    /// Gives up values, and all of them where that does not help for long.
    fn make_room(&mut self) {
        self.kept = self.counts.iter_mut().map(T::narrow).sum();
        if self.kept > self.room / 8 * 7 {
            self.counts.iter_mut().for_each(T::neglect);
            self.kept = 0;
        }
    }
}

impl<T: Count> Work for PendingCounts<'_, T> {
    fn clear(&mut self) {
        self.values.clear();
        self.large.clear();
    }

    #[inline]
    fn line(&mut self, _: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let years = &self.plan.countries[country].yearly;
        if !years[fed.year].is_empty() {
            let at = country * years.len() + fed.year;
            match u64::try_from(fed.gdp) {
                Ok(value) => self.values.push((at, value)),
                Err(_) => self.large.push((at, fed.gdp)),
            }
        }
        Ok(())
    }

    fn settle(&mut self) {
        for (at, value) in &self.values {
            self.kept += usize::from(self.counts[*at].add(*value));
        }
        self.large.iter().for_each(|(at, value)| self.counts[*at].add_large(*value));
        if self.kept > self.room {
            self.make_room();
        }
    }
}
