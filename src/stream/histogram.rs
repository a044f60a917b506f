//! GDP of one country and year: sum and ends, how many values lie in each bucket, and those near the wanted ones themselves.
//!
//! At first every value is kept. Once that takes too much room, only those are whose buckets are likely to hold a wanted one, by
//! what was counted until then.

use super::bucket::{BUCKETS, Bucket, Span, bounds, place};
use super::pending_counts::Count;

/// How many standard deviations a rank may lie off among the values that were counted until then.
const MARGIN: u64 = 5;

/// The values of one country and year.
#[derive(Debug, Clone)]
pub(super) struct Histogram {
    pub(super) sum: u128,
    /// The least and the largest value.
    ends: (u128, u128),
    /// The buckets of each octave that has one.
    octaves: Vec<Vec<Bucket>>,
    /// The values in watched buckets.
    kept: Vec<u64>,
    /// The ranks that are wanted, in per cent.
    wanted: &'static [u64],
    /// Whether buckets are watched as soon as there are any.
    watches_all: bool,
}

impl Histogram {
    /// Nothing yet.
    pub(super) fn new(wanted: &'static [u64]) -> Self {
        Self { sum: 0, ends: (u128::MAX, 0), octaves: Vec::new(), kept: Vec::new(), wanted, watches_all: true }
    }

    /// How many values there are.
    pub(super) fn count(&self) -> u64 {
        self.octaves.iter().flatten().map(|bucket| bucket.count()).sum()
    }

    /// The least and the largest value, if there is one.
    pub(super) fn ends(&self) -> Option<(u128, u128)> {
        Some(self.ends).filter(|(low, high)| low <= high)
    }

    /// Adds what another worker has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        self.sum += other.sum;
        self.ends = (self.ends.0.min(other.ends.0), self.ends.1.max(other.ends.1));
        self.octaves.resize(self.octaves.len().max(other.octaves.len()), Vec::new());
        for (mine, others) in self.octaves.iter_mut().zip(&other.octaves) {
            mine.resize(mine.len().max(others.len()), Bucket::new(true));
            mine.iter_mut().zip(others).for_each(|(mine, other)| mine.merge(*other));
        }
        self.kept.extend_from_slice(&other.kept);
    }

    /// The bucket that holds the value of a rank, counted from 1.
    pub(super) fn find(&self, rank: u64) -> Option<Span> {
        let mut below = 0;
        for (octave, bucket, found) in self.buckets() {
            let count = found.count();
            if below + count >= rank {
                let (low, width) = bounds(octave, bucket);
                return Some(Span { low, width, below, count });
            }
            below += count;
        }
        None
    }

    /// The value of a rank in a bucket, if all values of the bucket are kept.
    pub(super) fn find_kept(&self, span: Span, rank: u64) -> Option<u128> {
        let (octave, bucket) = place(span.low);
        self.octaves.get(octave)?.get(bucket).filter(|bucket| bucket.is_watched())?;
        let low = u64::try_from(span.low).ok()?;
        let is_inside = |value: &u64| value.checked_sub(low).is_some_and(|distance| distance < span.width);
        let mut inside: Vec<u64> = self.kept.iter().copied().filter(is_inside).collect();
        let at = usize::try_from(rank.checked_sub(span.below + 1)?).ok().filter(|at| *at < inside.len())?;
        Some((*inside.select_nth_unstable(at).1).into())
    }

    fn buckets(&self) -> impl Iterator<Item = (usize, usize, Bucket)> {
        let octaves = self.octaves.iter().enumerate();
        octaves.flat_map(|(octave, buckets)| {
            buckets.iter().enumerate().map(move |(bucket, found)| (octave, bucket, *found))
        })
    }

    #[cold]
    fn widen(&mut self, value: u128) {
        self.ends = (self.ends.0.min(value), self.ends.1.max(value));
    }

    /// The bucket of a value, made if there is none.
    #[cold]
    fn bucket(&mut self, value: u128) -> &mut Bucket {
        let (octave, bucket) = place(value);
        self.octaves.resize(self.octaves.len().max(octave + 1), Vec::new());
        self.octaves[octave].resize(BUCKETS, Bucket::new(self.watches_all));
        &mut self.octaves[octave][bucket]
    }

    /// The least values of the first and the last bucket that may come to hold a wanted value.
    fn likely(&self) -> Vec<(u128, u128)> {
        let count = self.count();
        let around = |percent: &u64| {
            let rank = count / 100 * percent + count % 100 * percent / 100;
            let margin = MARGIN * (rank / 100 * (100 - percent)).isqrt() + MARGIN;
            let first = self.find(rank.saturating_sub(margin).max(1))?;
            Some((first.low, self.find((rank + margin).min(count))?.low))
        };
        self.wanted.iter().filter_map(around).collect()
    }
}

impl Count for Histogram {
    #[inline]
    fn add(&mut self, value: u64) -> bool {
        let wide = u128::from(value);
        self.sum += wide;
        if wide < self.ends.0 || wide > self.ends.1 {
            self.widen(wide);
        }
        let (octave, bucket) = place(wide);
        let is_kept = match self.octaves.get_mut(octave).and_then(|buckets| buckets.get_mut(bucket)) {
            Some(bucket) => bucket.add(),
            None => self.bucket(wide).add(),
        };
        if is_kept {
            self.kept.push(value);
        }
        is_kept
    }

    fn add_large(&mut self, value: u128) {
        self.sum += value;
        self.widen(value);
        let bucket = self.bucket(value);
        bucket.add();
        bucket.neglect();
    }

    fn narrow(&mut self) -> usize {
        let likely = self.likely();
        let is_likely = |low: u128| likely.iter().any(|(first, last)| *first <= low && low <= *last);
        self.watches_all = false;
        for (octave, buckets) in self.octaves.iter_mut().enumerate() {
            let unlikely = buckets.iter_mut().enumerate().filter(|(bucket, _)| !is_likely(bounds(octave, *bucket).0));
            unlikely.for_each(|(_, bucket)| bucket.neglect());
        }
        let octaves = &self.octaves;
        self.kept.retain(|value| {
            let (octave, bucket) = place((*value).into());
            octaves[octave][bucket].is_watched()
        });
        self.kept.len()
    }

    fn neglect(&mut self) {
        self.watches_all = false;
        self.octaves.iter_mut().flatten().for_each(Bucket::neglect);
        self.kept = Vec::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: [u64; 3] = [5, 50, 95];

    /// Counts values by two workers, who narrow what they note after every `step` of them; each wanted rank with what is found.
    fn found(values: &[u64], step: usize) -> Vec<(u64, Option<u128>)> {
        let mut workers = [Histogram::new(&WANTED), Histogram::new(&WANTED)];
        for (at, value) in values.iter().enumerate() {
            workers[at % 2].add(*value);
            if at % step == step - 1 {
                assert!(workers.iter_mut().map(Count::narrow).sum::<usize>() < at / 2);
            }
        }
        let mut all = Histogram::new(&WANTED);
        workers.iter().for_each(|worker| all.merge(worker));
        assert_eq!(all.count(), values.len() as u64);
        let ranks = WANTED.map(|percent| values.len() as u64 * percent / 100);
        ranks.map(|rank| (rank, all.find(rank).and_then(|span| all.find_kept(span, rank)))).into()
    }

    #[test]
    fn wanted_values_are_kept_to_the_end() {
        let scattered: Vec<u64> = (0..99_991).map(|at| 40_000_000 + at * 7_919 % 99_991 * 100).collect();
        for (rank, value) in found(&scattered, 20_000) {
            assert_eq!(value, Some(u128::from(40_000_000 + (rank - 1) * 100)));
        }
    }

    #[test]
    fn a_wrong_guess_gives_no_value() {
        let ascending: Vec<u64> = (0..100_000).map(|at| 40_000_000 + at * 100).collect();
        assert!(found(&ascending, 20_000).iter().all(|(_, value)| value.is_none()));
    }

    #[test]
    fn what_is_neglected_is_counted_and_gives_no_value() {
        let (mut histogram, large) = (Histogram::new(&WANTED), u128::from(u64::MAX) + 1);
        assert!(histogram.add(900) && histogram.add(7));
        histogram.add_large(large);
        let find = |histogram: &Histogram| histogram.find(1).and_then(|span| histogram.find_kept(span, 1));
        assert_eq!(find(&histogram), Some(7));
        histogram.neglect();
        assert!(!histogram.add(8) && histogram.narrow() == 0);
        assert_eq!(find(&histogram), None);
        assert_eq!((histogram.count(), histogram.sum, histogram.ends()), (4, 915 + large, Some((7, large))));
    }
}
