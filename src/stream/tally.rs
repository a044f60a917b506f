//! GDP by country and year: how many values, their sum and ends, and how many lie in each of many narrow buckets.

use std::io::{self, Write};

use crate::error::Result;

use super::plan::Plan;
use super::walk::{Fed, Work};

/// Buckets of an octave, in which values double: none is wider than a 512th of its values.
const BUCKETS: u32 = 512;

/// One part in so many: how far off the ranks of a sample are taken to be.
const MARGIN: u64 = 125;

/// The values of one country and year.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    pub(super) count: u64,
    pub(super) sum: u128,
    /// The least and the largest value.
    pub(super) ends: Option<(u128, u128)>,
    /// How many values lie in each bucket of each octave that has one.
    octaves: Vec<Vec<u64>>,
}

/// A run of neighbouring values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) low: u128,
    /// How many neighbours it holds.
    pub(super) width: u64,
    /// How many of the values lie below it.
    pub(super) below: u64,
    /// How many lie in it.
    pub(super) count: u64,
}

impl Span {
    /// The least value above it.
    pub(super) fn end(self) -> u128 {
        self.low + u128::from(self.width)
    }
}

impl Tally {
    fn add(&mut self, value: u128) {
        self.count += 1;
        self.sum += value;
        self.ends = Some(self.ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
        let (octave, bucket) = place(value);
        if let Some(count) = self.octaves.get_mut(octave).and_then(|buckets| buckets.get_mut(bucket)) {
            *count += 1;
            return;
        }
        self.octaves.resize(self.octaves.len().max(octave + 1), Vec::new());
        self.octaves[octave].resize(BUCKETS as usize, 0);
        self.octaves[octave][bucket] = 1;
    }

    /// Adds what another worker has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        let both = self.ends.zip(other.ends).map(|((a, b), (c, d))| (a.min(c), b.max(d)));
        self.ends = both.or(self.ends).or(other.ends);
        self.octaves.resize(self.octaves.len().max(other.octaves.len()), Vec::new());
        for (mine, others) in self.octaves.iter_mut().zip(&other.octaves) {
            mine.resize(mine.len().max(others.len()), 0);
            mine.iter_mut().zip(others).for_each(|(mine, other)| *mine += other);
        }
    }

    /// How many values lie below the lower end of a bucket.
    pub(super) fn below(&self, low: u128) -> u64 {
        let (octave, bucket) = place(low);
        let whole = self.octaves.iter().take(octave).flatten();
        let part = self.octaves.get(octave).into_iter().flat_map(|buckets| buckets.iter().take(bucket));
        whole.chain(part).sum()
    }

    /// The buckets in which the value of a rank is likely to lie once all values are known of which these are a sample.
    pub(super) fn guess(&self, percent: u64) -> Option<Span> {
        let (rank, margin) = (self.count * percent / 100, self.count / MARGIN + 2);
        let first = self.find(rank.saturating_sub(margin).max(1))?;
        let last = self.find((rank + margin).min(self.count))?;
        let width = u64::try_from(last.low - first.low).ok()?.checked_add(last.width)?;
        Some(Span { low: first.low, width, below: 0, count: 0 })
    }

    /// The bucket that holds the value of a rank, counted from 1.
    pub(super) fn find(&self, rank: u64) -> Option<Span> {
        let mut below = 0;
        let buckets = self.octaves.iter().enumerate().flat_map(|(octave, buckets)| {
            buckets.iter().enumerate().map(move |(bucket, count)| (octave, bucket, *count))
        });
        for (octave, bucket, count) in buckets {
            if below + count >= rank {
                let (low, width) = bounds(octave, bucket);
                return Some(Span { low, width, below, count });
            }
            below += count;
        }
        None
    }
}

/// The octave and the bucket of a value: below 512 each value has its own, then each doubling is parted in 512.
#[allow(clippy::cast_possible_truncation, reason = "a bucket is below 512")]
fn place(value: u128) -> (usize, usize) {
    let octave = (value / u128::from(BUCKETS)).checked_ilog2().map_or(0, |doublings| doublings as usize + 1);
    (octave, ((value >> octave.saturating_sub(1)) % u128::from(BUCKETS)) as usize)
}

/// The least value of a bucket, and how many it holds.
fn bounds(octave: usize, bucket: usize) -> (u128, u64) {
    match octave.checked_sub(1) {
        None => (bucket as u128, 1),
        Some(doublings) => ((u128::from(BUCKETS) + bucket as u128) << doublings, 1 << doublings),
    }
}

/// What is noted of the lines of a block until its turn has come, and counted then.
pub(super) struct Noted<'p, T> {
    plan: &'p Plan<'p>,
    lines: Vec<(usize, u128)>,
    /// What is counted, by country and year.
    pub(super) counts: Vec<T>,
}

/// What counts values.
pub(super) trait Count: Send {
    /// Counts one.
    fn count(&mut self, value: u128);
}

impl<A: Count, B: Count> Count for (A, B) {
    #[inline]
    fn count(&mut self, value: u128) {
        self.0.count(value);
        self.1.count(value);
    }
}

impl Count for Tally {
    #[inline]
    fn count(&mut self, value: u128) {
        self.add(value);
    }
}

impl<'p, T> Noted<'p, T> {
    pub(super) fn new(plan: &'p Plan<'p>, counts: Vec<T>) -> Self {
        Self { plan, lines: Vec::new(), counts }
    }
}

impl<T: Count> Work for Noted<'_, T> {
    fn clear(&mut self) {
        self.lines.clear();
    }

    fn open(&mut self, _: &str) {}

    fn line(&mut self, _: &str, country: usize, fed: Fed<'_>) -> Result<()> {
        let years = &self.plan.countries[country].yearly;
        if !years[fed.year].is_empty() {
            self.lines.push((country * years.len() + fed.year, fed.gdp));
        }
        Ok(())
    }

    fn close(&mut self, _: &str) -> Result<()> {
        Ok(())
    }

    fn deliver(&mut self, _: &mut dyn Write) -> io::Result<usize> {
        Ok(0)
    }

    fn settle(&mut self) {
        self.lines.iter().for_each(|(at, value)| self.counts[*at].count(*value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_lies_in_its_bucket() {
        let values = (0..70).flat_map(|power| [-1, 0, 1].map(|near| (1i128 << power) + near)).chain(500..1600);
        for value in values.map(|value| u128::try_from(value).unwrap()) {
            let (octave, bucket) = place(value);
            let (low, width) = bounds(octave, bucket);
            assert!(low <= value && value < low + u128::from(width), "{value} not in {low} + {width}");
        }
    }
}
