//! Where records of a key stand among all, found without a walk through them.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};
use std::sync::OnceLock;

/// Where the records of each key stand, by a number made of the key, which is compared faster than a text; those of one key in the
/// book's order.
#[derive(Debug, Clone, Default)]
pub(super) struct Index(OnceLock<Vec<(u64, usize)>>);

impl Index {
    /// The numbers and positions of the records of one key.
    pub(super) fn equal<'k, R, K: Hash + Ord>(
        &self,
        all: &'k [R],
        key: impl Fn(&'k R) -> K,
        wanted: &K,
    ) -> &[(u64, usize)] {
        let number = |key: &K| BuildHasherDefault::<DefaultHasher>::default().hash_one(key);
        let sorted = self.0.get_or_init(|| {
            let numbers = all.iter().enumerate().map(|(at, record)| (number(&key(record)), at));
            let mut sorted: Vec<_> = numbers.collect();
            sorted.sort_by(|one, other| one.0.cmp(&other.0).then_with(|| key(&all[one.1]).cmp(&key(&all[other.1]))));
            sorted
        });
        let asked = number(wanted);
        let side = |(own, at): &(u64, usize)| own.cmp(&asked).then_with(|| key(&all[*at]).cmp(wanted));
        let from = &sorted[sorted.partition_point(|own| side(own).is_lt())..];
        &from[..from.partition_point(|own| side(own).is_eq())]
    }
}

/// Where the records stand, in the order of a key; those of one key in the book's order.
#[derive(Debug, Clone, Default)]
pub(super) struct Order(OnceLock<Vec<usize>>);

impl Order {
    /// The positions of all records.
    pub(super) fn sorted<'k, R, K: Ord>(&self, all: &'k [R], key: impl Fn(&'k R) -> K) -> &[usize] {
        self.0.get_or_init(|| {
            let mut positions: Vec<usize> = (0..all.len()).collect();
            positions.sort_by_key(|at| key(&all[*at]));
            positions
        })
    }
}

/// The positions of the records of one key, of those that are sorted by it or by one that begins with it.
pub(super) fn part<'p, 'k, R, K: Ord>(
    sorted: &'p [usize],
    all: &'k [R],
    key: impl Fn(&'k R) -> K,
    wanted: &K,
) -> &'p [usize] {
    let from = &sorted[sorted.partition_point(|at| key(&all[*at]) < *wanted)..];
    &from[..from.partition_point(|at| key(&all[*at]) == *wanted)]
}
