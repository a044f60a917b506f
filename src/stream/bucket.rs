//! Narrow buckets of neighbouring values: below 512 each value has its own, then each doubling, an octave, is parted in 512.

/// Buckets of an octave: none is wider than a 512th of its values.
pub(super) const BUCKETS: usize = 512;

/// Twice the number of its values, and one more if it is watched: then each of them is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bucket(u64);

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

impl Bucket {
    pub(super) fn new(is_watched: bool) -> Self {
        Self(is_watched.into())
    }

    /// Counts a value; whether it is to be kept.
    #[inline]
    pub(super) fn add(&mut self) -> bool {
        self.0 += 2;
        self.is_watched()
    }

    pub(super) fn count(self) -> u64 {
        self.0 / 2
    }

    #[inline]
    pub(super) fn is_watched(self) -> bool {
        self.0 % 2 == 1
    }

    /// Goes on without being watched.
    pub(super) fn neglect(&mut self) {
        self.0 &= !1;
    }

    /// Adds what another worker has counted in the same bucket.
    pub(super) fn merge(&mut self, other: Self) {
        let is_kept = |bucket: Self| bucket.is_watched() || bucket.count() == 0;
        let both = is_kept(*self) && is_kept(other);
        self.0 = 2 * (self.count() + other.count()) + u64::from(both);
    }
}

/// The octave and the bucket of a value.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "a bucket is below 512")]
pub(super) fn place(value: u128) -> (usize, usize) {
    let octave = (value | (BUCKETS as u128 / 2)).ilog2() - (BUCKETS.ilog2() - 1);
    (octave as usize, (value >> octave.saturating_sub(1)) as usize % BUCKETS)
}

/// The least value of a bucket, and how many it holds.
pub(super) fn bounds(octave: usize, bucket: usize) -> (u128, u64) {
    match octave.checked_sub(1) {
        None => (bucket as u128, 1),
        Some(doublings) => (((BUCKETS + bucket) as u128) << doublings, 1 << doublings),
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

    #[test]
    fn all_values_of_a_bucket_are_kept_only_if_each_worker_kept_its_own() {
        let counted = |is_watched, count| {
            let mut bucket = Bucket::new(is_watched);
            (0..count).for_each(|_| assert_eq!(bucket.add(), is_watched));
            bucket
        };
        for (one, other, kept) in [
            ((true, 2), (true, 3), true),
            ((true, 2), (false, 3), false),
            ((false, 2), (true, 3), false),
            ((false, 0), (true, 3), true),
            ((true, 3), (false, 0), true),
            ((false, 2), (false, 0), false),
        ] {
            let mut both = counted(one.0, one.1);
            both.merge(counted(other.0, other.1));
            assert_eq!((both.count(), both.is_watched()), (one.1 + other.1, kept), "{one:?} {other:?}");
        }
    }
}
