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

#[cfg(test)]
mod tests {
    use super::super::plan::Whose;
    use super::*;

    /// Keeps every value until it is told to narrow to some.
    #[derive(Default)]
    struct Values {
        kept: Vec<u128>,
        narrow_to: usize,
        narrowed: usize,
        neglected: usize,
    }

    impl Count for Values {
        fn add(&mut self, value: u64) -> bool {
            self.kept.push(value.into());
            true
        }

        fn add_large(&mut self, value: u128) {
            self.kept.push(value);
        }

        fn narrow(&mut self) -> usize {
            self.narrowed += 1;
            self.kept.truncate(self.narrow_to);
            self.kept.len()
        }

        fn neglect(&mut self) {
            self.neglected += 1;
        }
    }

    /// How often values were narrowed and neglected after so many blocks of ten values, with room for 80.
    fn given_up(blocks: u64, narrow_to: usize) -> (usize, usize) {
        let (country, currency) = ("AAA".parse().unwrap(), "SEK".parse().unwrap());
        let whose = Whose { country, currency, yearly: vec![vec![0], Vec::new()], sums: Vec::new() };
        let plan = Plan { asked: &[], taken: &[], countries: vec![whose] };
        let counts = vec![Values { narrow_to, ..Values::default() }, Values::default()];
        let mut pending = PendingCounts::new(&plan, counts, 80);
        for block in 0..blocks {
            for value in 0..10 {
                let gdp = u128::from(block * 10 + value);
                pending.line("s", 0, Fed { year: 0, stated: b"", gdp }).unwrap();
                pending.line("s", 0, Fed { year: 1, stated: b"", gdp }).unwrap();
            }
            pending.settle();
            pending.clear();
        }
        assert!(pending.counts[1].kept.is_empty(), "no pledge names the second year");
        (pending.counts[0].narrowed, pending.counts[0].neglected)
    }

    #[test]
    fn values_are_given_up_once_there_are_more_than_there_is_room_for() {
        assert_eq!(given_up(8, 0), (0, 0));
        assert_eq!(given_up(9, 0), (1, 0));
        assert_eq!(given_up(17, 0), (1, 0));
        assert_eq!(given_up(18, 0), (2, 0));
        assert_eq!(given_up(9, 70), (1, 0));
        assert_eq!(given_up(9, 71), (1, 1));
        assert_eq!(given_up(17, 71), (1, 1));
    }

    #[test]
    fn each_block_is_counted_once_and_what_64_bits_cannot_hold_too() {
        let (country, currency) = ("AAA".parse().unwrap(), "SEK".parse().unwrap());
        let plan = Plan {
            asked: &[],
            taken: &[],
            countries: vec![Whose { country, currency, yearly: vec![vec![0]], sums: Vec::new() }],
        };
        let mut pending = PendingCounts::new(&plan, vec![Values::default()], 9);
        for gdp in [5, u128::from(u64::MAX) + 1, 7] {
            pending.clear();
            pending.line("s", 0, Fed { year: 0, stated: b"", gdp }).unwrap();
            pending.settle();
        }
        assert_eq!(pending.counts[0].kept, [5, u128::from(u64::MAX) + 1, 7]);
    }
}
